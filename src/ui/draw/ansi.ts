import chalk, { type ChalkInstance, type ForegroundColorName } from 'chalk';
import { StyledLine, simpleLines } from '../ink/line.ts';
import { PLAIN_STYLE, type Style } from '../ink/style.ts';
import { type Line, type Span, sameLine, span, spellLine } from './line.ts';

/** Styles the lines of one frame after the other: what looks as it did in the frame before, at its place, is the very same object. */
export function createStyler(): (lines: readonly Line[], ascii: boolean) => readonly StyledLine[] {
  let before: { readonly lines: readonly Line[]; readonly rows: readonly StyledLine[] } = { lines: [], rows: [] };
  let how = '';
  return (lines, ascii) => {
    if (how !== `${chalk.level} ${ascii}`) before = { lines: [], rows: [] };
    how = `${chalk.level} ${ascii}`;
    const rows = lines.map((line, i) => {
      const known = before.rows[i];
      return known && sameLine(line, before.lines[i]) ? known : styleRow(line, ascii);
    });
    before = { lines, rows };
    return rows;
  };
}

function styleRow(line: Line, ascii: boolean): StyledLine {
  const row = styleLine(ascii ? spellLine(line) : line);
  // A row without text would take no room.
  return row.width === 0 ? styleLine([span(' ')]) : row;
}

/** The line in stretches of one style each, in as many colours as chalk was told that there are. */
export function styleLine(line: Line): StyledLine {
  const texts: string[] = [];
  const styles: Style[] = [];
  let last: Style | undefined;
  for (let i = 0; i < line.length; i += 1) {
    const part = line[i];
    if (part === undefined || part.text === '') continue;
    const style = styleOf(part);
    if (style === last) {
      texts[texts.length - 1] += part.text;
      continue;
    }
    texts.push(part.text);
    styles.push(style);
    last = style;
  }
  return new StyledLine(texts, styles);
}

/** Themes have some dozens of styles; putting one together costs more than using it. Most are a colour and nothing else. */
let depth = chalk.level;
const colored = new Map<string, Style>();
const others = new Map<string, Style>();

function styleOf(part: Span): Style {
  if (depth !== chalk.level) {
    depth = chalk.level;
    colored.clear();
    others.clear();
  }
  const { color, background, bold, inverse } = part;
  if (background || bold || inverse) return remembered(others, `${color} ${background} ${bold} ${inverse}`, part);
  return color ? remembered(colored, color, part) : PLAIN_STYLE;
}

function remembered(known: Map<string, Style>, key: string, part: Span): Style {
  let style = known.get(key);
  if (!style) {
    style = simpleLines(painter(part)('x'))?.[0]?.styles[0] ?? PLAIN_STYLE;
    known.set(key, style);
  }
  return style;
}

function painter({ color, background, bold, inverse }: Span): (text: string) => string {
  let style = chalk;
  if (color) style = inColor(style, color);
  if (background) style = onColor(style, background);
  if (bold && !hasPaleTwin(color)) style = style.bold;
  if (inverse) style = style.inverse;
  return style;
}

/**
 * Of a terminal's sixteen colours many draw a bold one as its bright twin. That of red is a red; the others' are too pale on light
 * ground, and greys where the sixteen are Solarized's. Bright magenta stands among them, and looks as they do.
 */
function hasPaleTwin(color: string | undefined): boolean {
  return color !== undefined && /^(green|yellow|blue|magenta|magentaBright|cyan)$/.test(color);
}

function inColor(style: ChalkInstance, color: string): ChalkInstance {
  if (color.startsWith('#')) return style.hex(color);
  if (color === 'faint') return style.dim;
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
