import chalk, { type ForegroundColorName } from 'chalk';
import type { Line, Span } from './line.ts';

/** The line as text with escape sequences for its styles, as many colours as chalk was told that there are. */
export function encodeAnsi(line: Line): string {
  let text = '';
  for (const part of line) text += painterFor(part)(part.text);
  return text;
}

type Painter = (text: string) => string;

/** Themes have some dozens of styles; putting one together costs more than painting with it. */
const painters = new Map<string, Painter>();

function painterFor(part: Span): Painter {
  const { color, background, bold, inverse } = part;
  if (!color && !background && !bold && !inverse) return unchanged;
  const key = `${chalk.level} ${color} ${background} ${bold} ${inverse}`;
  let painter = painters.get(key);
  if (!painter) {
    painter = createPainter(part);
    painters.set(key, painter);
  }
  return painter;
}

const unchanged: Painter = (text) => text;

function createPainter({ color, background, bold, inverse }: Span): Painter {
  let style = chalk;
  if (color) style = color.startsWith('#') ? style.hex(color) : style[color as ForegroundColorName];
  if (background) style = background.startsWith('#') ? style.bgHex(background) : style[backgroundName(background)];
  if (bold) style = style.bold;
  if (inverse) style = style.inverse;
  return style;
}

function backgroundName(color: string): `bg${Capitalize<ForegroundColorName>}` {
  return `bg${color.charAt(0).toUpperCase()}${color.slice(1)}` as `bg${Capitalize<ForegroundColorName>}`;
}
