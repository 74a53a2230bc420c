import plainStringWidth, { type Options } from 'string-width';
import { EXOTIC, namedLines, type StyledLine } from './line.ts';
import { createRecall } from './recall.ts';

/** How many cells a text takes. Stands in for the package string-width wherever it is used, with the same answers. */
export function stringWidth(text: string, options?: Options): number {
  return options === undefined ? widthOf(text) : plainStringWidth(text, options);
}

const widthOf = createRecall((text) => {
  const lines = namedLines(text);
  if (lines) return widestOf(lines);
  return EXOTIC.test(text) || text.includes('\n') ? plainStringWidth(text) : text.replaceAll(SGR, '').length;
});

/** Of a text with several lines, which string-width would add up. */
export function widestOf(lines: readonly StyledLine[]): number {
  return lines.reduce((widest, { width }) => Math.max(widest, width), 0);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what SGR sequences begin with.
const SGR = /\x1b\[[\d;]*m/g;
