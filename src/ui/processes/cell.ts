import type { ColumnName } from '../../config/settings.ts';
import type { SortKey } from '../../processes/order.ts';
import { padCells, padCellsStart, printable, truncateCells } from '../../units/cells.ts';
import { formatBytesExactly } from '../../units/format.ts';
import type { Bytes } from '../../units/quantity.ts';
import { sameItems } from '../../units/remember-last.ts';
import { type Line, type Span, span, telling } from '../draw/line.ts';
import type { Look } from '../look.ts';
import type { RecentCpu } from './recent-cpu.ts';
import type { ListedRow } from './row.ts';

/** A column of fixed width. The command, which takes the rest, is none. */
export interface Column {
  /** With the unit, where there is one. */
  readonly head: string | ((cores: number) => string);
  /** What it tells, for whoever chooses columns. */
  readonly meaning: string;
  /** The same, in the catalogue of metrics. */
  readonly tells: string;
  readonly width: number;
  readonly sort?: SortKey;
  readonly align: 'left' | 'right';
  /** What its cell follows from, beside the look: cells of one row and equal values look the same. */
  of(row: ListedRow, context: CellContext): CellValue;
  /** What it shows of a row: exactly as wide as the column. */
  draw(row: ListedRow, context: CellContext): Line;
}

export type FixedColumnName = Exclude<ColumnName, 'command'>;

/** What cells follow from, besides their row. */
export interface CellContext {
  readonly look: Look;
  /** Cores of the machine, where shares of CPU are of it as a whole; 1 where they are of one core. */
  readonly cores: number;
  /** What the row's processes used at the last samples. */
  readonly recent: RecentCpu;
}

export type CellValue = string | number | undefined | RecentCpu;

/** Whether cells of these values look the same. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && sameItems(a, b));
}

/** The head, as far as it fits with the mark of what the list is sorted by. */
export function headOf({ head, width }: Pick<Column, 'head' | 'width'>, cores: number, mark = ''): string {
  const name = typeof head === 'string' ? head : head(cores);
  return name.length < width ? name + mark : name;
}

export function fill(text: string, { width, align }: Pick<Column, 'width' | 'align'>): string {
  return align === 'right' ? padCellsStart(text, width) : padCells(text, width);
}

type Facts = Pick<Column, 'head' | 'width' | 'meaning' | 'tells' | 'sort'>;

type Value = string | number | undefined;

/** A column whose cells follow from one value each. */
export function valueColumn<V extends Value>(
  facts: Omit<Column, 'of' | 'draw'>,
  of: (row: ListedRow, context: CellContext) => V,
  draw: (value: V, look: Look) => Span,
): Column {
  return {
    ...facts,
    of,
    draw(row, context) {
      const { text, color } = draw(of(row, context), context.look);
      return [telling(span(fill(truncateCells(printable(text), facts.width), facts), color), facts.tells, row.id)];
    },
  };
}

/** A number that doesn't weigh: a dash where it isn't known. */
export function numberColumn(facts: Facts, of: (row: ListedRow) => Value): Column {
  return valueColumn({ ...facts, align: 'right' }, of, (value, look) => span(String(value ?? UNKNOWN), look.theme.dim));
}

/** A text; a dash where it isn't known. */
export function textColumn(facts: Facts, of: (row: ListedRow) => string | undefined): Column {
  return valueColumn({ ...facts, align: 'left' }, of, (value, look) => span(value ?? UNKNOWN, look.theme.text));
}

/** A size, stronger the more it is, so that the eye finds a gigabyte in a column. */
export function sizeColumn(facts: Facts, of: (row: ListedRow) => Bytes | undefined): Column {
  return valueColumn({ ...facts, align: 'right' }, of, (value, look) =>
    drawWeighed(value, look, [2 ** 20, 100 * 2 ** 20, 2 ** 30]),
  );
}

/** Bytes a second, the same way; or that it may not be known. */
export function rateColumn(facts: Facts, of: (row: ListedRow) => number | undefined): Column {
  return valueColumn(
    { ...facts, align: 'right' },
    (row) => of(row) ?? (row.restricted ? DENIED : undefined),
    (value, look) => (value === DENIED ? span(DENIED, look.theme.dim) : drawWeighed(value, look, [1, 2 ** 20, 50 * 2 ** 20])),
  );
}

const UNKNOWN = '–';
/** Of what only its owner and root may know. */
export const DENIED = 'denied' as const;

/** From which sizes on it is told as usual, stands out, and warns. */
type Weights = readonly [usual: number, much: number, very: number];

function drawWeighed(value: number | undefined, { theme }: Look, [usual, much, very]: Weights) {
  const color =
    value === undefined || value < usual ? theme.dim : value < much ? theme.text : value < very ? theme.title : theme.warn;
  return span(formatBytesExactly(value), color);
}
