import type { ValueOf } from '../../metrics/index.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { padCells, printable, truncateCells } from '../../units/cells.ts';
import { formatBytesShort, formatPercent } from '../../units/format.ts';
import { fitLine, type Line, span } from '../draw/line.ts';
import type { Look } from '../look.ts';
import { type Column, type CpuScale, columnsFor, drawCell, fill } from '../processes/columns.ts';
import type { ListedRow, Listing } from '../processes/listing.ts';
import type { Processes } from '../processes/processes.ts';
import { type ProcessView, windowStart } from '../processes/view.ts';
import { drawLack, drawShortLack } from './lack.ts';
import type { Panel, Size } from './panel.ts';

type Process = ValueOf<'process'>['all'][number];

export const processesPanel: Panel = {
  name: 'processes',
  title: 'processes',
  accent: 'processes',
  demand(frame) {
    const process = known(frame.sample.process);
    // Borders, the query, the head; where there are none to see, why not.
    return { least: 5, most: process ? process.all.length + 4 : 5 };
  },
  caption(frame, look) {
    const process = known(frame.sample.process);
    if (!process) return [];
    const { dim, text } = look.theme;
    const lost = process.unattributed;
    return [
      ...(lost !== undefined && lost >= 0.005 ? [span('unattributed ', dim), span(formatPercent(lost), text), span('  ')] : []),
      span(`${process.count}`, text),
      span(' in all', dim),
    ];
  },
  draw: drawProcesses,
  compact(frame, { width, height }, look) {
    const process = known(frame.sample.process);
    if (!process) return drawShortLack(frame.sample.process, 'processes', width, look).slice(0, height);
    const busiest = process.all.toSorted((a, b) => (b.usage ?? 0) - (a.usage ?? 0) || b.resident - a.resident);
    return busiest.slice(0, height).map((one) => drawBusy(one, width, look));
  },
  trends: () => [],
};

/** "node 23.4% 312M", for terminals without room for a table. */
function drawBusy(one: Process, width: number, look: Look): Line {
  const facts = `${formatPercent(one.usage).padStart(7)} ${formatBytesShort(one.resident).padStart(6)}`;
  const room = Math.max(4, width - facts.length);
  return [
    span(padCells(truncateCells(`${printable(one.name)} ${one.pid}`, room), room), look.theme.dim),
    span(facts, look.ramp(one.usage ?? 0)),
  ];
}

function drawProcesses(frame: Frame, { width, height }: Size, look: Look, { view, listing }: Processes): readonly Line[] {
  if (!known(frame.sample.process)) return drawLack(frame.sample.process, 'processes', width, look).slice(0, height);
  const prompt = drawPrompt(view, listing, width, look);
  const scale = { cores: view.ofMachine ? coresOf(frame) : 1 };
  const table = drawTable(view, listing, scale, { width, height: height - prompt.length }, look);
  return [...prompt, ...table];
}

function coresOf(frame: Frame): number {
  return Math.max(1, known(frame.sample.cpu)?.cores.filter((core) => core.online).length ?? 1);
}

/** The query while it is typed or in force, and what is wrong with it. */
function drawPrompt(view: ProcessView, { problem, rows, total }: Listing, width: number, look: Look): readonly Line[] {
  if (!view.editing && view.query === '') return [];
  const { key, dim, critical } = look.theme;
  const cursor = view.editing ? [{ text: ' ', inverse: true }] : [];
  const found = problem
    ? span(`  at ${problem.at + 1}: ${problem.problem}`, critical)
    : span(`  ${rows.length} of ${total}`, dim);
  return [fitLine([span('/ ', key), ...drawQuery(view.query, problem?.at, look), ...cursor, found], width)];
}

/** The query, with a mark where it goes wrong. */
function drawQuery(query: string, wrong: number | undefined, { theme: { text, critical } }: Look): Line {
  if (wrong === undefined || wrong >= query.length) return [span(printable(query), text)];
  const [character = ''] = query.slice(wrong);
  return [
    span(printable(query.slice(0, wrong)), text),
    { ...span(printable(character), critical), inverse: true },
    span(printable(query.slice(wrong + character.length)), text),
  ];
}

function drawTable(
  view: ProcessView,
  { rows, ids }: Listing,
  scale: CpuScale,
  { width, height }: { width: number; height: number },
  look: Look,
) {
  const { columns, command } = columnsFor(width);
  const room = Math.max(0, height - 1);
  const start = windowStart(view, { ids, height: room });
  const head = drawHead(view, columns, scale, width, look);
  const shown = rows.slice(start, start + room);
  return [head, ...shown.map((row) => drawRow(row, columns, command, scale, marksOf(row, view), look))];
}

/** The head tells what the list is sorted by, and which way. */
function drawHead(view: ProcessView, columns: readonly Column[], scale: CpuScale, width: number, look: Look): Line {
  const { dim, title } = look.theme;
  const mark = view.reversed ? '▲' : '▼';
  const heads = columns.flatMap((column) => {
    const name = typeof column.head === 'string' ? column.head : column.head(scale);
    const sorted = column.sort === view.sort;
    const text = sorted && name.length < column.width ? `${name}${mark}` : name;
    return [{ ...span(fill(text, column), sorted ? title : dim), bold: sorted }, span(' ')];
  });
  const byName = view.sort === 'name';
  return fitLine([...heads, { ...span(`COMMAND${byName ? mark : ''}`, byName ? title : dim), bold: byName }], width);
}

interface Marks {
  readonly selected: boolean;
  /** Between the columns and the command: without colours there is no inverse. */
  readonly mark: string;
}

function marksOf({ id }: ListedRow, { selected, tagged }: ProcessView): Marks {
  const isSelected = id === selected;
  const isTagged = tagged.has(id);
  return { selected: isSelected, mark: isTagged ? (isSelected ? '●' : '✓') : isSelected ? '▸' : ' ' };
}

function drawRow(row: ListedRow, columns: readonly Column[], room: number, scale: CpuScale, marks: Marks, look: Look): Line {
  const { selected } = marks;
  const mark = (i: number) => (i === columns.length - 1 ? span(marks.mark, look.theme.key) : span(' '));
  const cells = columns.flatMap((column, i) => [drawCell(column, row, look, scale), mark(i)]);
  const line: Line = [...cells, span(row.prefix, look.theme.border), ...drawCommand(row, look)];
  const width = columns.reduce((sum, column) => sum + column.width + 1, 0) + room;
  const fitted = fitLine(line, width);
  return selected ? [{ text: fitted.map((part) => part.text).join(''), inverse: true }] : fitted;
}

/** The program's name stands out from its path and its arguments. */
function drawCommand({ name, command, note }: ListedRow, look: Look): Line {
  const { text, dim, title } = look.theme;
  const tail = note ? [span(`  ${note}`, dim)] : [];
  const line = command === undefined ? undefined : printable(command);
  if (line === undefined) return [span(printable(name), dim), ...tail];
  const [program = ''] = line.split(' ', 1);
  const slash = program.lastIndexOf('/') + 1;
  return [span(program.slice(0, slash), dim), span(program.slice(slash), title), span(line.slice(program.length), text), ...tail];
}
