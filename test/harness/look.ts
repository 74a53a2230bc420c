import type { Line } from '../../src/ui/draw/line.ts';
import { createLook } from '../../src/ui/look.ts';
import { defaults } from './machine.ts';

/** Without colours, so that all is told by glyphs; and with all of them. */
export const plain = createLook(defaults, 0);
export const colored = createLook(defaults, 3);
export const ascii = createLook({ ...defaults, ascii: true }, 0);
export const blocks = createLook({ ...defaults, graph: 'block' }, 0);

export function textOf(line: Line): string {
  return line.map(({ text }) => text).join('');
}

export function textsOf(lines: readonly Line[]): readonly string[] {
  return lines.map(textOf);
}
