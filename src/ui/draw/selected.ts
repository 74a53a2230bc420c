import type { Look } from '../look.ts';
import type { Line } from './line.ts';

/** The line as the selected one of a list, on ground of its own; inverse, where there are too few colours for that. */
export function drawSelected(line: Line, { theme }: Look): Line {
  const text = line.map((part) => part.text).join('');
  // In one colour: those of the parts are made for another background.
  return [theme.selection ? { text, color: theme.selected, background: theme.selection, bold: true } : { text, inverse: true }];
}
