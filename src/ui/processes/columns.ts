import type { SortKey } from '../../processes/order.ts';
import { padCells, padCellsStart, printable, truncateCells } from '../../units/cells.ts';
import { formatBytesShort } from '../../units/format.ts';
import { type Span, span } from '../draw/line.ts';
import type { Look } from '../look.ts';
import type { ListedRow } from './listing.ts';

/** How shares of CPU are told. */
export interface CpuScale {
  /** Cores of the machine, where shares are of it as a whole; 1 where they are of one core. */
  readonly cores: number;
}

export interface Column {
  readonly head: string | ((scale: CpuScale) => string);
  readonly width: number;
  readonly sort?: SortKey;
  readonly align: 'left' | 'right';
  draw(row: ListedRow, look: Look, scale: CpuScale): Span;
}

/** "1.2 %" and "100 %" of a core, without the sign: the head has it. */
function percent(ratio: number | undefined): string {
  if (ratio === undefined) return '–';
  const value = ratio * 100;
  return value >= 99.95 ? value.toFixed(0) : value.toFixed(1);
}

/** "1:05", "2:03:10", "9d04h", "1234d". */
function cpuTime(seconds: number | undefined): string {
  if (seconds === undefined) return '–';
  const whole = Math.floor(seconds);
  const two = (value: number) => String(value).padStart(2, '0');
  if (whole >= 1000 * 86_400) return `${Math.floor(whole / 86_400)}d`;
  if (whole >= 86_400) return `${Math.floor(whole / 86_400)}d${two(Math.floor(whole / 3600) % 24)}h`;
  if (whole >= 3600) return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return `${Math.floor(whole / 60)}:${two(whole % 60)}`;
}

/** "148", "9999", "12k". */
function shortCount(count: number | undefined): string {
  if (count === undefined) return '–';
  return count < 10_000 ? String(count) : `${Math.floor(count / 1000)}k`;
}

/** Light for little, strong for much, so that the eye finds a gigabyte in a column. */
function byWeight(bytes: number, look: Look): string | undefined {
  if (bytes >= 1024 ** 3) return look.theme.warn;
  return bytes >= 100 * 1024 ** 2 ? look.theme.title : bytes >= 1024 ** 2 ? look.theme.text : look.theme.dim;
}

/** In the order of importance: what comes last leaves first where there is no room. */
const byImportance: readonly Column[] = [
  {
    head: ({ cores }) => (cores === 1 ? 'CPU%' : cores < 100 ? `CPU%/${cores}` : `%/${cores}`),
    width: 8,
    sort: 'cpu',
    align: 'right',
    draw: ({ usage }, look, { cores }) =>
      span(percent(usage === undefined ? undefined : usage / cores), look.ramp((usage ?? 0) / cores)),
  },
  {
    head: 'PID',
    width: 7,
    sort: 'pid',
    align: 'right',
    draw: ({ pid, count }, look) => span(pid === undefined ? `×${count}` : String(pid), look.theme.dim),
  },
  {
    head: 'MEM%',
    width: 5,
    sort: 'memory',
    align: 'right',
    draw: ({ memoryUsage }, look) => span(percent(memoryUsage), look.ramp((memoryUsage ?? 0) * 2)),
  },
  {
    head: 'RSS',
    width: 6,
    sort: 'memory',
    align: 'right',
    draw: ({ resident }, look) => span(formatBytesShort(resident), byWeight(resident, look)),
  },
  {
    head: 'USER',
    width: 9,
    sort: 'user',
    align: 'left',
    draw: ({ user }, look) => span(user ?? '–', look.theme.text),
  },
  {
    head: 'TIME',
    width: 8,
    sort: 'time',
    align: 'right',
    draw: ({ cpuTime: time }, look) => span(cpuTime(time), look.theme.text),
  },
  {
    head: 'S',
    width: 1,
    sort: 'state',
    align: 'left',
    draw: ({ state }, look) =>
      span(state ?? ' ', state === 'R' ? look.theme.ok : state === 'D' || state === 'Z' ? look.theme.warn : look.theme.dim),
  },
  {
    head: 'THR',
    width: 4,
    sort: 'threads',
    align: 'right',
    draw: ({ threads }, look) => span(shortCount(threads), look.theme.dim),
  },
  {
    head: 'NI',
    width: 3,
    sort: 'nice',
    align: 'right',
    draw: ({ nice }, look) => span(nice === undefined ? '–' : String(nice), look.theme.dim),
  },
];

/** As they stand from left to right; the command comes last, with the rest of the room. */
const PLACES = ['PID', 'USER', 'S', 'NI', 'THR', 'TIME', 'RSS', 'MEM%', 'CPU%'];
/** What a command gets before all columns but the first two; and before those, too. */
const MOST_COMMAND = 28;
const LEAST_COMMAND = 14;

export function columnsFor(width: number): { readonly columns: readonly Column[]; readonly command: number } {
  let room = width;
  const fitting = byImportance.filter((column, i) => {
    if (room - column.width - 1 < (i < 2 ? LEAST_COMMAND : MOST_COMMAND)) return false;
    room -= column.width + 1;
    return true;
  });
  const place = (column: Column) => PLACES.indexOf(typeof column.head === 'string' ? column.head : 'CPU%');
  return { columns: fitting.toSorted((a, b) => place(a) - place(b)), command: room };
}

/** What a column shows of a row: exactly as wide as the column. */
export function drawCell(column: Column, row: ListedRow, look: Look, scale: CpuScale): Span {
  const cell = column.draw(row, look, scale);
  return { ...cell, text: fill(truncateCells(printable(cell.text), column.width), column) };
}

export function fill(text: string, { width, align }: Pick<Column, 'width' | 'align'>): string {
  return align === 'right' ? padCellsStart(text, width) : padCells(text, width);
}
