import { cellWidth } from '../../units/cells.ts';
import { fitLine, type Line, type Span } from '../draw/line.ts';
import { fixedColor } from '../theme/fixed-colors.ts';

/** What stands at one place of the screen, with its colours as they are seen. */
export interface Cell {
  readonly column: number;
  readonly row: number;
  /** One character as people count them. */
  readonly glyph: string;
  /** Cells it takes: 1, or 2. */
  readonly width: number;
  readonly color: string;
  readonly background: string;
  readonly bold: boolean;
}

/** A drawing's colours where a span names none. */
export interface Ground {
  readonly foreground: string;
  readonly background: string;
}

/** All cells of the lines, from left to right, each line exactly `width` of them wide. */
export function cellsOf(lines: readonly Line[], width: number, ground: Ground): readonly Cell[] {
  return lines.flatMap((line, row) => cellsOfLine(fitLine(line, width), row, ground));
}

const graphemes = new Intl.Segmenter();

function cellsOfLine(line: Line, row: number, ground: Ground): readonly Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const part of line) {
    const style = styleOf(part, ground);
    for (const { segment: glyph } of graphemes.segment(part.text)) {
      const width = cellWidth(glyph);
      // What takes no cell has nothing to stand on.
      if (width > 0) cells.push({ column, row, glyph, width, ...style });
      column += width;
    }
  }
  return cells;
}

function styleOf({ color, background, bold = false, inverse }: Span, ground: Ground) {
  const front = color === undefined ? ground.foreground : toHex(color);
  const back = background === undefined ? ground.background : toHex(background);
  return inverse ? { color: back, background: front, bold } : { color: front, background: back, bold };
}

/** A terminal's sixteen colours are its own; a picture has to choose. */
const NAMED: Readonly<Record<string, string>> = {
  black: '#1c1c1c',
  red: '#d75f5f',
  green: '#5faf5f',
  yellow: '#d7af5f',
  blue: '#5f87d7',
  magenta: '#af87d7',
  cyan: '#5fafaf',
  white: '#d0d0d0',
  faint: '#808080',
  gray: '#808080',
  grey: '#808080',
  blackBright: '#808080',
  redBright: '#ff8787',
  greenBright: '#87d787',
  yellowBright: '#ffd787',
  blueBright: '#87afff',
  magentaBright: '#d7afff',
  cyanBright: '#87d7d7',
  whiteBright: '#ffffff',
};

/** Of "#rrggbb", a name, or "ansi256(N)". */
function toHex(color: string): string {
  const index = /^ansi256\((\d+)\)$/.exec(color)?.[1];
  return index === undefined ? (NAMED[color] ?? color) : fixedColor(Number(index));
}
