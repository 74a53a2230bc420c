import { cellWidth, mostUnits, padCells, truncateCells } from '../../units/cells.ts';
import { toAscii } from '../glyphs.ts';

/**
 * Text in one style. Colours come from the theme; absent: the terminal's own. Those of a frame are hundreds, which are compared and
 * styled each second: made by `span`, `strong` and `telling` all have the same shape, which V8 reads several times as fast.
 */
export interface Span {
  readonly text: string;
  readonly color?: string | undefined;
  readonly background?: string | undefined;
  readonly bold?: boolean | undefined;
  readonly inverse?: boolean | undefined;
  /** The value that it tells, for whoever asks what that is: as `ui/explain/told.ts` reads it. */
  readonly tells?: string | undefined;
  /** Of which item of a list. */
  readonly item?: string | undefined;
}

/** One row of the screen, or a part of one. */
export type Line = readonly Span[];

export const NOTHING: Line = [];

export function span(text: string, color?: string): Span {
  return { text, color, background: undefined, bold: undefined, inverse: undefined, tells: undefined, item: undefined };
}

/** In bold. */
export function strong(text: string, color?: string, tells?: string, item?: string): Span {
  return { text, color, background: undefined, bold: true, inverse: undefined, tells, item };
}

/** The text as one that tells a value: by its name in the catalogue of metrics, and by the item of its list. */
export function telling({ text, color, background, bold, inverse }: Span, tells: string, item?: string): Span {
  return { text, color, background, bold, inverse, tells, item };
}

export function lineWidth(line: Line): number {
  let width = 0;
  for (let i = 0; i < line.length; i += 1) width += cellWidth((line[i] as Span).text);
  return width;
}

/** Whether two lines look the same. */
export function sameLine(a: Line, b: Line | undefined): boolean {
  if (a === b) return true;
  if (b === undefined || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) {
    if (a[i] !== b[i] && !sameSpan(a[i] as Span, b[i] as Span)) return false;
  }
  return true;
}

/** Whether two lines look the same and tell the same: one can stand for the other. */
export function equalLine(a: Line, b: Line | undefined): boolean {
  if (a === b) return true;
  if (b === undefined || a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) {
    const one = a[i] as Span;
    const other = b[i] as Span;
    if (one !== other && !(sameSpan(one, other) && one.tells === other.tells && one.item === other.item)) return false;
  }
  return true;
}

function sameSpan(a: Span, b: Span): boolean {
  return (
    a.text === b.text && a.color === b.color && a.background === b.background && a.bold === b.bold && a.inverse === b.inverse
  );
}

/** The line, exactly `width` cells wide: cut with an ellipsis, or filled with spaces. */
export function fitLine(line: Line, width: number): Line {
  const fitted: Span[] = [];
  fitInto(fitted, line, width);
  return fitted;
}

/** The same, between two others. */
export function fitBetween(begin: Span, line: Line, end: Span, width: number): Line {
  const fitted = [begin];
  fitInto(fitted, line, width);
  fitted.push(end);
  return fitted;
}

function fitInto(fitted: Span[], line: Line, width: number): void {
  let left = Math.max(0, width);
  for (let i = 0; i < line.length; i += 1) {
    const part = line[i] as Span;
    const cells = part.text.length > mostUnits(left) ? Number.POSITIVE_INFINITY : cellWidth(part.text);
    if (cells > left) {
      fitted.push({ ...part, text: padCells(truncateCells(part.text, left), left) });
      return;
    }
    fitted.push(part);
    left -= cells;
  }
  if (left > 0) fitted.push(span(' '.repeat(left)));
}

/** `left` at the left edge and `right` at the right one; where both don't fit, `right` goes. */
export function spreadLine(left: Line, right: Line, width: number, fill: Span = span(' ')): Line {
  const space = width - lineWidth(left) - lineWidth(right);
  if (space < 1) return fitLine(left, width);
  return [...left, { ...fill, text: fill.text.repeat(space) }, ...right];
}

/** As many of the parts, in order of importance, as fit into the width; `gap` stands between them. */
export function joinWhatFits(parts: readonly Line[], width: number, gap = '  '): Line {
  const joined: Span[] = [];
  let left = width;
  for (const part of parts) {
    const separator = joined.length > 0 ? gap : '';
    const cells = lineWidth(part) + separator.length;
    if (lineWidth(part) === 0) continue;
    if (cells > left) break;
    if (separator) joined.push(span(separator));
    joined.push(...part);
    left -= cells;
  }
  return joined;
}

/** Places blocks of equal height beside each other. */
export function beside(blocks: readonly (readonly Line[])[], height: number, gap = ''): readonly Line[] {
  const between = gap ? span(gap) : undefined;
  const lines: Line[] = [];
  for (let row = 0; row < height; row += 1) lines.push(joinRow(blocks, row, between));
  return lines;
}

function joinRow(blocks: readonly (readonly Line[])[], row: number, between: Span | undefined): Line {
  const joined: Span[] = [];
  for (let i = 0; i < blocks.length; i += 1) {
    if (between && i > 0) joined.push(between);
    const part = blocks[i]?.[row];
    if (part) for (let at = 0; at < part.length; at += 1) joined.push(part[at] as Span);
  }
  return joined;
}

/** The same, frame after frame: a row of the very same parts as in the frame before is the very same line. */
export function createBeside(): (blocks: readonly (readonly Line[])[], height: number) => readonly Line[] {
  let before: { readonly blocks: readonly (readonly Line[])[]; readonly lines: readonly Line[] } = { blocks: [], lines: [] };
  return (blocks, height) => {
    const lines: Line[] = [];
    for (let row = 0; row < height; row += 1) {
      const known = before.lines[row];
      lines.push(known && sameParts(blocks, before.blocks, row) ? known : joinRow(blocks, row, undefined));
    }
    before = { blocks, lines };
    return lines;
  };
}

function sameParts(a: readonly (readonly Line[])[], b: readonly (readonly Line[])[], row: number): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i]?.[row] !== b[i]?.[row]) return false;
  return true;
}

/** The line in ASCII, cell for cell. */
export function spellLine(line: Line): Line {
  return line.map((part) => ({ ...part, text: toAscii(part.text, cellWidth) }));
}
