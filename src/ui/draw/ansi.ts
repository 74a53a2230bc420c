import chalk, { type ChalkInstance, type ForegroundColorName } from 'chalk';
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
  if (color) style = inColor(style, color);
  if (background) style = onColor(style, background);
  if (bold) style = style.bold;
  if (inverse) style = style.inverse;
  return style;
}

function inColor(style: ChalkInstance, color: string): ChalkInstance {
  if (color.startsWith('#')) return style.hex(color);
  const index = indexOf(color);
  return index === undefined ? style[color as ForegroundColorName] : style.ansi256(index);
}

function onColor(style: ChalkInstance, color: string): ChalkInstance {
  if (color.startsWith('#')) return style.bgHex(color);
  const index = indexOf(color);
  return index === undefined ? style[backgroundName(color)] : style.bgAnsi256(index);
}

/** The number of one of 256 colours, which are written as Ink does. */
function indexOf(color: string): number | undefined {
  const digits = /^ansi256\((\d+)\)$/.exec(color)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function backgroundName(color: string): `bg${Capitalize<ForegroundColorName>}` {
  return `bg${color.charAt(0).toUpperCase()}${color.slice(1)}` as `bg${Capitalize<ForegroundColorName>}`;
}
