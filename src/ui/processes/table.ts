import type { SortKey } from '../../processes/order.ts';
import { cellWidth, mostUnits, printable } from '../../units/cells.ts';
import { rememberLast } from '../../units/remember-last.ts';
import { fitLine, type Line, lineWidth, type Span, span, strong, telling } from '../draw/line.ts';
import { drawSelected } from '../draw/selected.ts';
import { IDLE } from '../draw/share-color.ts';
import type { Look } from '../look.ts';
import type { Size } from '../panels/panel.ts';
import { type CellContext, type CellValue, type FixedColumnName, fill, headOf, sameValue } from './cell.ts';
import { columns } from './columns.ts';
import { findMatches } from './find.ts';
import { type Fitting, fitColumns } from './fitting.ts';
import type { Processes } from './processes.ts';
import type { RecentCpu } from './recent-cpu.ts';
import type { ListedRow } from './row.ts';
import { type ProcessView, windowStart } from './view.ts';

/** What rows follow from, besides themselves. */
export interface TableContext extends Omit<CellContext, 'recent'> {
  recentCpu(row: ListedRow): RecentCpu;
}

/** The head, and as many of the rows as fit below. */
export function drawTable({ view, listing }: Processes, { width, height }: Size, context: TableContext): readonly Line[] {
  const { look, cores, recentCpu } = context;
  const fitting = fitColumns(view, width);
  const room = Math.max(0, height - 1);
  const start = windowStart(view, { ...listing, height: room });
  const matches = findMatches(view, listing);
  const lines = [drawHead(view.sort, view.reversed, fitting, cores, look)];
  for (const row of listing.rows(start, start + room)) {
    const line = drawRow(row, fitting, markOf(row, view, matches), { look, cores, recent: recentCpu(row) });
    lines.push(row.id === view.selected ? drawSelected(line, look) : line);
  }
  return lines;
}

/** The head tells what the list is sorted by, and which way. */
const drawHead = rememberLast(
  (sort: SortKey, reversed: boolean, { before, command, after }: Fitting, cores: number, look: Look): Line => {
    const { dim, title } = look.theme;
    const mark = reversed ? '▲' : '▼';
    const head = (name: FixedColumnName) => {
      const column = columns[name];
      const sorted = column.sort === sort;
      const text = fill(headOf(column, cores, sorted ? mark : ''), column);
      return telling(sorted ? strong(text, title) : span(text, dim), column.tells);
    };
    // A head that is as wide as its column has its mark beside it.
    const gap = (name: FixedColumnName) => {
      const { sort: key, head: text, width } = columns[name];
      return key === sort && typeof text === 'string' && text.length >= width ? strong(mark, title) : span(' ');
    };
    const byName = sort === 'name';
    const commandText = `COMMAND${byName ? mark : ''}`;
    const commandHead = telling(byName ? strong(commandText, title) : span(commandText, dim), 'process.all.command');
    return [
      ...before.flatMap((name) => [head(name), gap(name)]),
      ...(before.length === 0 ? [span(' ')] : []),
      ...fitLine([commandHead], command),
      ...after.flatMap((name) => [span(' '), head(name)]),
    ];
  },
);

/** A row as it was drawn last, and what of: by column, and of its command. */
interface DrawnRow {
  readonly fitting: Fitting;
  readonly look: Look;
  readonly mark: string;
  readonly worked: boolean;
  readonly row: Command;
  readonly values: readonly CellValue[];
  readonly cells: readonly Line[];
  readonly command: Line;
  readonly line: Line;
}

/** By row: from sample to sample the most stay as they are, and of the others, most cells. */
const drawn = new Map<string, DrawnRow>();
/** More rows than a screen has. */
const MOST_DRAWN = 500;

function drawRow(row: ListedRow, fitting: Fitting, mark: string, context: CellContext): Line {
  const { look, recent } = context;
  const last = drawn.get(row.id);
  const known = last && last.fitting === fitting && last.look === look ? last : undefined;
  const { before, after } = fitting;
  const count = before.length + after.length;
  const values: CellValue[] = [];
  const cells: Line[] = [];
  let changed = known === undefined || known.mark !== mark;
  for (let i = 0; i < count; i += 1) {
    const column = columns[(i < before.length ? before[i] : after[i - before.length]) as FixedColumnName];
    const value = column.of(row, context);
    const cell = known && sameValue(value, known.values[i]) ? known.cells[i] : undefined;
    changed ||= cell === undefined;
    values.push(value);
    cells.push(cell ?? column.draw(row, context));
  }
  const worked = hasWorked(recent);
  const sameCommand = known && known.worked === worked && isSameCommand(known.row, row);
  if (known && sameCommand && !changed) return known.line;
  const command = sameCommand ? known.command : drawCommand(row, fitting.command, worked, look);
  const line = joinCells(cells, before.length, span(mark, look.theme.key), command);
  if (drawn.size >= MOST_DRAWN) drawn.clear();
  drawn.set(row.id, { fitting, look, mark, worked, row, values, cells, command, line });
  return line;
}

/** @param before so many stand before the command. */
function joinCells(cells: readonly Line[], before: number, mark: Span, command: Line): Line {
  const line: Span[] = [];
  for (let i = 0; i < before; i += 1) {
    if (i > 0) line.push(GAP);
    line.push(...(cells[i] as Line));
  }
  line.push(mark, ...command);
  for (let i = before; i < cells.length; i += 1) line.push(GAP, ...(cells[i] as Line));
  return line;
}

const GAP = span(' ');

function hasWorked(recent: RecentCpu): boolean {
  for (let i = 0; i < recent.length; i += 1) if ((recent[i] ?? 0) >= IDLE) return true;
  return false;
}

/** Between the columns and the command: without colours the selected row has no ground of its own. */
export function markOf({ id }: ListedRow, { selected, tagged }: ProcessView, matches?: ReadonlySet<string>): string {
  if (tagged.has(id)) return id === selected ? '●' : '✓';
  if (id === selected) return '▸';
  return matches?.has(id) ? '•' : ' ';
}

type Command = Pick<ListedRow, 'pid' | 'name' | 'command' | 'note' | 'prefix'>;

function isSameCommand(a: Command, b: Command): boolean {
  return a.command === b.command && a.name === b.name && a.note === b.note && a.prefix === b.prefix;
}

/** The command of a row, so wide. */
function drawCommand(row: ListedRow, width: number, worked: boolean, look: Look): Line {
  return fitLine(composeCommand(row, width, worked, look), width).map((part) => telling(part, 'process.all.command', row.id));
}

/**
 * The program's name stands out from its path and its arguments, and what has worked lately from what sleeps. Where all of it
 * doesn't fit, the path goes; the note stays, unless it is how many a group has: its column tells that, too.
 */
function composeCommand({ pid, name, command, note, prefix = '' }: Command, width: number, worked: boolean, look: Look): Line {
  const { text, dim, title, border } = look.theme;
  const whole = note ? [span(`  ${note}`, dim)] : [];
  const tail = pid === undefined && isWider([span(printable(name)), ...whole], width) ? [] : whole;
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
