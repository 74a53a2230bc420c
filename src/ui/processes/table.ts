import { cellWidth, mostUnits, printable } from '../../units/cells.ts';
import { fitLine, type Line, lineWidth, type Span, span, telling } from '../draw/line.ts';
import { drawSelected } from '../draw/selected.ts';
import type { Look } from '../look.ts';
import type { Size } from '../panels/panel.ts';
import { type CellContext, type FixedColumnName, fill, headOf } from './cell.ts';
import { columns } from './columns.ts';
import { findMatches } from './find.ts';
import { type Fitting, fitColumns } from './fitting.ts';
import type { Processes } from './processes.ts';
import { IDLE } from './recent-cpu.ts';
import type { ListedRow } from './row.ts';
import { type ProcessView, windowStart } from './view.ts';

/** The head, and as many of the rows as fit below. */
export function drawTable({ view, listing }: Processes, { width, height }: Size, context: CellContext): readonly Line[] {
  const fitting = fitColumns(view, width);
  const room = Math.max(0, height - 1);
  const start = windowStart(view, { ...listing, height: room });
  const matches = findMatches(view, listing);
  const rows = listing.rows(start, start + room).map((row) => {
    const line = drawRow(row, fitting, markOf(row, view, matches), context);
    return row.id === view.selected ? drawSelected(line, context.look) : line;
  });
  return [drawHead(view, fitting, context), ...rows];
}

/** The head tells what the list is sorted by, and which way. */
function drawHead({ sort, reversed }: ProcessView, { before, command, after }: Fitting, { cores, look }: CellContext): Line {
  const { dim, title } = look.theme;
  const mark = reversed ? '▲' : '▼';
  const head = (name: FixedColumnName) => {
    const column = columns[name];
    const sorted = column.sort === sort;
    return { ...span(fill(headOf(column, cores, sorted ? mark : ''), column), sorted ? title : dim), bold: sorted };
  };
  const byName = sort === 'name';
  const commandHead = { ...span(`COMMAND${byName ? mark : ''}`, byName ? title : dim), bold: byName };
  return [
    ...before.flatMap((name) => [head(name), span(' ')]),
    ...(before.length === 0 ? [span(' ')] : []),
    ...fitLine([commandHead], command),
    ...after.flatMap((name) => [span(' '), head(name)]),
  ];
}

function drawRow(row: ListedRow, { before, command, after }: Fitting, mark: string, context: CellContext): Line {
  const { look } = context;
  const cell = (name: FixedColumnName) => columns[name].draw(row, context);
  return NO_SPANS.concat(
    ...before.flatMap((name, i) => (i === 0 ? [cell(name)] : [GAP, cell(name)])),
    span(mark, look.theme.key),
    drawCommand(row, command, context),
    ...after.flatMap((name) => [GAP, cell(name)]),
  );
}

const NO_SPANS: Span[] = [];
const GAP: Line = [span(' ')];

/** Between the columns and the command: without colours the selected row has no ground of its own. */
export function markOf({ id }: ListedRow, { selected, tagged }: ProcessView, matches?: ReadonlySet<string>): string {
  if (tagged.has(id)) return id === selected ? '●' : '✓';
  if (id === selected) return '▸';
  return matches?.has(id) ? '•' : ' ';
}

type Command = Pick<ListedRow, 'name' | 'command' | 'note' | 'prefix'>;

/** What a drawn command follows from. */
interface CommandCause {
  readonly row: Command;
  readonly width: number;
  readonly worked: boolean;
  readonly look: Look;
}

/** Command lines are long, and hardly ever change: of each row's, what was drawn last. */
const drawn = new Map<string, { readonly of: CommandCause; readonly line: Line }>();
/** More rows than a screen has. */
const MOST_DRAWN = 500;

/** The command of a row, so wide. */
function drawCommand(row: ListedRow, width: number, { look, recentCpu }: CellContext): Line {
  const worked = recentCpu(row).some((share) => share !== undefined && share >= IDLE);
  const cause = { row, width, worked, look };
  const last = drawn.get(row.id);
  if (last && isSame(last.of, cause)) return last.line;
  if (drawn.size >= MOST_DRAWN) drawn.clear();
  const line = fitLine(composeCommand(cause), width).map((part) => telling(part, 'process.all.command', row.id));
  drawn.set(row.id, { of: cause, line });
  return line;
}

function isSame(a: CommandCause, b: CommandCause): boolean {
  return a.width === b.width && a.worked === b.worked && a.look === b.look && isSameRow(a.row, b.row);
}

function isSameRow(a: Command, b: Command): boolean {
  return a.command === b.command && a.name === b.name && a.note === b.note && a.prefix === b.prefix;
}

/**
 * The program's name stands out from its path and its arguments, and what has worked lately from what sleeps. Where all of it
 * doesn't fit, the path goes; the note stays.
 */
function composeCommand({ row, width, worked, look }: CommandCause): Line {
  const { name, command, note, prefix } = row;
  const { text, dim, title, border } = look.theme;
  const tail = note ? [span(`  ${note}`, dim)] : [];
  const room = Math.max(0, width - cellWidth(prefix) - lineWidth(tail));
  if (command === undefined) return [span(prefix, border), ...cutLine([span(printable(name), dim)], room), ...tail];
  const line = printable(command);
  const [program = ''] = line.split(' ', 1);
  const slash = program.lastIndexOf('/') + 1;
  const path = isWider([span(line)], room) ? '' : program.slice(0, slash);
  const parts = [
    span(path, dim),
    span(program.slice(slash), worked ? title : text),
    span(line.slice(program.length), worked ? text : dim),
  ];
  return [span(prefix, border), ...cutLine(parts, room), ...tail];
}

/** At most so wide. */
function cutLine(line: Line, width: number): Line {
  return isWider(line, width) ? fitLine(line, width) : line;
}

/** A command line may hold megabytes: what can't fit by its length alone isn't measured. */
function isWider(line: Line, width: number): boolean {
  return line.some(({ text }) => text.length > mostUnits(width)) || lineWidth(line) > width;
}
