import { cellWidth, mostUnits, padCells, truncateCells } from '../../units/cells.ts';
import { toAscii } from '../glyphs.ts';

/** Text in one style. Colours come from the theme; absent: the terminal's own. */
export interface Span {
  readonly text: string;
  readonly color?: string | undefined;
  readonly background?: string | undefined;
  readonly bold?: boolean;
  readonly inverse?: boolean;
  /** The value that it tells, for whoever asks what that is: as `ui/explain/told.ts` reads it. */
  readonly tells?: string;
  /** Of which item of a list. */
  readonly item?: string;
}

/** One row of the screen, or a part of one. */
export type Line = readonly Span[];

export function span(text: string, color?: string): Span {
  return { text, color };
}

/** The text as one that tells a value: by its name in the catalogue of metrics, and by the item of its list. */
export function telling(part: Span, tells: string, item?: string): Span {
  return item === undefined ? { ...part, tells } : { ...part, tells, item };
}

export function lineWidth(line: Line): number {
  return line.reduce((width, part) => width + cellWidth(part.text), 0);
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

function sameSpan(a: Span, b: Span): boolean {
  return (
    a.text === b.text && a.color === b.color && a.background === b.background && a.bold === b.bold && a.inverse === b.inverse
  );
}

/** The line, exactly `width` cells wide: cut with an ellipsis, or filled with spaces. */
export function fitLine(line: Line, width: number): Line {
  let left = Math.max(0, width);
  const fitted: Span[] = [];
  for (let i = 0; i < line.length; i += 1) {
    const part = line[i] as Span;
    const cells = part.text.length > mostUnits(left) ? Number.POSITIVE_INFINITY : cellWidth(part.text);
    if (cells <= left) {
      fitted.push(part);
      left -= cells;
      continue;
    }
    fitted.push({ ...part, text: padCells(truncateCells(part.text, left), left) });
    return fitted;
  }
  return left > 0 ? [...fitted, span(' '.repeat(left))] : fitted;
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

const NOTHING: Span[] = [];

/** Places blocks of equal height beside each other. */
export function beside(blocks: readonly (readonly Line[])[], height: number, gap = ''): readonly Line[] {
  const between: Line = gap ? [span(gap)] : [];
  return Array.from({ length: height }, (_, row) => {
    const [first = [], ...others] = blocks;
    const line = NOTHING.concat(first[row] ?? []);
    return others.reduce((joined, block) => joined.concat(between, block[row] ?? []), line);
  });
}

/** The line in ASCII, cell for cell. */
export function spellLine(line: Line): Line {
  return line.map((part) => ({ ...part, text: toAscii(part.text, cellWidth) }));
}
