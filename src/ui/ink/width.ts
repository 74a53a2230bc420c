import plainStringWidth, { type Options } from 'string-width';
import { EXOTIC, knownLine } from './line.ts';
import { createRecall } from './recall.ts';

/** How many cells a text takes. Stands in for the package string-width wherever it is used, with the same answers. */
export function stringWidth(text: string, options?: Options): number {
  return options === undefined ? (knownLine(text)?.width ?? widthOf(text)) : plainStringWidth(text, options);
}

const widthOf = createRecall((text) =>
  EXOTIC.test(text) || text.includes('\n') ? plainStringWidth(text) : text.replaceAll(SGR, '').length,
);

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is what SGR sequences begin with.
const SGR = /\x1b\[[\d;]*m/g;
