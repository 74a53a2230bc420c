import type { Look } from '../look.ts';
import type { Line } from './line.ts';

/** The line as the selected one of a list, on ground of its own; inverse, where there are too few colours for that. */
export function drawSelected(line: Line, { theme }: Look): Line {
  // In one colour: those of the parts are made for another background.
  const style = theme.selection
    ? { color: theme.selected, background: theme.selection, bold: true }
    : { color: undefined, background: undefined, bold: false, inverse: true };
  return line.map((part) => ({ ...part, ...style }));
}
