import { type Hex, hexOf } from '../../themes/color.ts';

/** Of 256 colours the first sixteen are the terminal owner's to choose; from here on they are the same everywhere. */
export const FIRST_FIXED = 16;
const FIRST_GREY = 232;
const LEVELS = [0, 95, 135, 175, 215, 255];

/** The colour of an index from 16 to 255: a cube of six levels, then a ramp of greys; xterm's, and everybody's since. */
export function fixedColor(index: number): Hex {
  if (index >= FIRST_GREY) {
    const grey = 8 + 10 * (index - FIRST_GREY);
    return hexOf([grey, grey, grey]);
  }
  const cube = index - FIRST_FIXED;
  return hexOf([Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map((at) => LEVELS[at] ?? 0));
}
