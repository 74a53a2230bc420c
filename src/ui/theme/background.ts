import { type Hex, hexOf, isLight } from '../../themes/color.ts';

/** What is behind the text. */
export type Background = 'dark' | 'light';

/** Asks a terminal for the colour of its background (OSC 11). Some don't answer. */
export const BACKGROUND_QUESTION = '\u001b]11;?\u0007';

/** The background by a terminal's answer, "11;rgb:ffff/ffff/ffff"; undefined where it answers something else. */
export function parseBackground(answer: string): Background | undefined {
  const color = parseColor(answer);
  return color && (isLight(color) ? 'light' : 'dark');
}

/** Each channel has one to four digits, of which all F is full: XParseColor(3). */
function parseColor(answer: string): Hex | undefined {
  const channels = /^11;rgba?:([0-9a-f]{1,4})\/([0-9a-f]{1,4})\/([0-9a-f]{1,4})/i.exec(answer)?.slice(1);
  return channels && hexOf(channels.map((digits) => (255 * Number.parseInt(digits, 16)) / (16 ** digits.length - 1)));
}
