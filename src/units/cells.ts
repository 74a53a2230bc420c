import stringWidth from 'string-width';
import { ONE_CELL } from './one-cell.ts';

/** How many cells a terminal gives to a text: wide characters take two, combining ones none. */
export function cellWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  if (text.length <= LONG) return stringWidth(text);
  return (text.match(PIECES) ?? []).reduce((width, piece) => width + stringWidth(piece), 0);
}

/** Parting a text into its characters takes the square of its length: a long one is measured piece by piece, parted at blanks. */
const LONG = 256;
const PIECES = /.{1,255}(?: |$)|.{1,256}/gsu;

const PLAIN = new RegExp(`^[${ONE_CELL}]*$`);

/** At most `width` cells of a text, with an ellipsis where something was cut. */
export function truncateCells(long: string, width: number): string {
  const text = long.slice(0, mostUnits(width));
  if (text.length === long.length && cellWidth(text) <= width) return text;
  if (width <= 0) return '';
  if (PLAIN.test(text)) return `${text.slice(0, width - 1)}…`;
  let kept = '';
  let left = width - 1;
  for (const { segment } of graphemes.segment(text)) {
    const cells = cellWidth(segment);
    if (cells > left) break;
    kept += segment;
    left -= cells;
  }
  return `${kept}…`;
}

/** At most `width` cells of a text's end, with an ellipsis where something was cut before it. */
export function truncateCellsStart(long: string, width: number): string {
  const text = long.slice(-mostUnits(width));
  if (text.length === long.length && cellWidth(text) <= width) return text;
  if (width <= 0) return '';
  let kept = '';
  let left = width - 1;
  for (const { segment } of [...graphemes.segment(text)].reverse()) {
    const cells = cellWidth(segment);
    if (cells > left) break;
    kept = segment + kept;
    left -= cells;
  }
  return `…${kept}`;
}

/**
 * Code units that so many cells may take, with all their marks. Measuring takes the square of the length where not all is plain,
 * and a command line may have a megabyte of which nobody sees more than this.
 */
export function mostUnits(width: number): number {
  return 16 * Math.max(0, width) + 64;
}

const graphemes = new Intl.Segmenter();

export function padCells(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cellWidth(text)));
}

export function padCellsStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - cellWidth(text))) + text;
}

/** Text from the system as it may be shown: what could move the cursor, turn the writing round or break a line is replaced. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '�');
}
