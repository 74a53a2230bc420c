import stringWidth from 'string-width';
import { ONE_CELL } from './one-cell.ts';

/** How many cells a terminal gives to a text: wide characters take two, combining ones none. */
export function cellWidth(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}

const PLAIN = new RegExp(`^[${ONE_CELL}]*$`);

/** At most `width` cells of a text, with an ellipsis where something was cut. */
export function truncateCells(text: string, width: number): string {
  if (cellWidth(text) <= width) return text;
  if (width <= 0) return '';
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
export function truncateCellsStart(text: string, width: number): string {
  if (cellWidth(text) <= width) return text;
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

const graphemes = new Intl.Segmenter();

export function padCells(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - cellWidth(text)));
}

export function padCellsStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - cellWidth(text))) + text;
}

/** Text from the system as it may be shown: control characters, which could move the cursor, are replaced. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '�');
}
