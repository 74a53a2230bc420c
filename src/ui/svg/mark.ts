/** A cell in units of the picture. Twice as high as wide, so that the dots of braille stand on one even grid. */
export const CELL = { width: 8, height: 16 };

/** How a stroke is drawn, as SVG's attributes. */
type Pen = string;

/** A stroke within a cell, from its left upper corner: to the right for so many units, or along a path. */
export interface Mark {
  readonly pen: Pen;
  readonly x: number;
  readonly y: number;
  readonly along: number | string;
}

/**
 * What a glyph is drawn as where fonts differ too much, or leave seams between cells: lines and boxes, blocks, braille.
 * Undefined for what is text.
 */
export function marksOf(glyph: string): readonly Mark[] | undefined {
  const code = glyph.codePointAt(0) ?? 0;
  if (code >= 0x2800 && code <= 0x28ff) return brailleMarks(code - 0x2800);
  return SHAPES.get(glyph);
}

const DOTS: Pen = 'stroke-width="2.6" stroke-linecap="round" stroke-dasharray="0 4" stroke-dashoffset="2"';

/** Bits of Unicode's braille patterns, by row of dots from the top: left, right. */
const DOT_ROWS = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;

/** Dots are dashes without length: rows of them become one stroke. */
function brailleMarks(bits: number): readonly Mark[] {
  return DOT_ROWS.flatMap((row, i) =>
    row.flatMap((bit, side) => (bits & bit ? [{ pen: DOTS, x: side * 4, y: 2 + i * 4, along: 4 }] : [])),
  );
}

/** Half a unit off the middle, where a line of one unit covers whole ones, and is sharp. */
const MIDDLE = { x: 4.5, y: 8.5 };
const THIN: Pen = 'stroke-width="1"';
const HEAVY: Pen = 'stroke-width="2"';

/** Which sides of its cell a line glyph reaches. */
const LINES: Readonly<Record<string, string>> = {
  '─': 'left right',
  '│': 'up down',
  '┌': 'right down',
  '┐': 'left down',
  '└': 'right up',
  '┘': 'left up',
  '├': 'right up down',
  '┤': 'left up down',
  '┬': 'left right down',
  '┴': 'left right up',
  '┼': 'left right up down',
  '╴': 'left',
  '╵': 'up',
  '╶': 'right',
  '╷': 'down',
};

const HEAVY_LINES: Readonly<Record<string, string>> = {
  '━': 'left right',
  '┃': 'up down',
  '╸': 'left',
  '╹': 'up',
  '╺': 'right',
  '╻': 'down',
};

/** From a vertical half to a horizontal one, around the middle. */
const ARCS: Readonly<Record<string, Omit<Mark, 'pen'>>> = {
  '╭': { x: MIDDLE.x, y: 16, along: 'v-4a3.5 3.5 0 0 1 3.5-3.5' },
  '╮': { x: MIDDLE.x, y: 16, along: 'v-4a3.5 3.5 0 0 0-3.5-3.5h-1' },
  '╰': { x: MIDDLE.x, y: 0, along: 'v5a3.5 3.5 0 0 0 3.5 3.5' },
  '╯': { x: MIDDLE.x, y: 0, along: 'v5a3.5 3.5 0 0 1-3.5 3.5h-1' },
};

/** Blocks of eighths: from the bottom ▁ up to █, from the right edge ▉ down to ▏. */
const LOWER = '▁▂▃▄▅▆▇█';
const LEFT = '▏▎▍▌▋▊▉';

/** Which quarters are filled: left upper, right upper, left lower, right lower. */
const QUARTERS: Readonly<Record<string, readonly [number, number, number, number]>> = {
  '▘': [1, 0, 0, 0],
  '▝': [0, 1, 0, 0],
  '▖': [0, 0, 1, 0],
  '▗': [0, 0, 0, 1],
  '▚': [1, 0, 0, 1],
  '▞': [0, 1, 1, 0],
  '▛': [1, 1, 1, 0],
  '▜': [1, 1, 0, 1],
  '▙': [1, 0, 1, 1],
  '▟': [0, 1, 1, 1],
};

const SHADES: Readonly<Record<string, number>> = { '░': 0.25, '▒': 0.5, '▓': 0.75 };

const SHAPES: ReadonlyMap<string, readonly Mark[]> = new Map([
  ...Object.entries(LINES).map(([glyph, sides]) => [glyph, lineMarks(sides, THIN)] as const),
  ...Object.entries(HEAVY_LINES).map(([glyph, sides]) => [glyph, lineMarks(sides, HEAVY)] as const),
  ...Object.entries(ARCS).map(([glyph, arc]) => [glyph, [{ pen: THIN, ...arc }]] as const),
  ...[...LOWER].map((glyph, i) => [glyph, [bar(0, 16 - 2 * (i + 1), 8, 2 * (i + 1))]] as const),
  ...[...LEFT].map((glyph, i) => [glyph, [bar(0, 0, i + 1, 16)]] as const),
  ...Object.entries(QUARTERS).map(([glyph, filled]) => [glyph, quarterMarks(filled)] as const),
  ...Object.entries(SHADES).map(([glyph, opacity]) => [glyph, [shade(opacity)]] as const),
  ['▀', [bar(0, 0, 8, 8)]],
  ['▔', [bar(0, 0, 8, 2)]],
  ['▐', [bar(4, 0, 4, 16)]],
  ['▕', [bar(7, 0, 1, 16)]],
  // Squares of a meter, with a gap between two, and those of its segments where there is no colour.
  ['□', frame(0, 4, 7, 8)],
  ['▣', [...frame(0, 4, 7, 8), bar(2, 6, 3, 4)]],
  ['■', [{ pen: 'stroke-width="8" stroke-dasharray="7 1"', x: 0, y: 8, along: 8 }]],
]);

/** A filled rectangle, as a stroke that is as wide as it is high. */
export function bar(x: number, y: number, width: number, height: number): Mark {
  return { pen: `stroke-width="${height}"`, x, y: y + height / 2, along: width };
}

/** A rectangle's outline, a unit wide. */
function frame(x: number, y: number, width: number, height: number): readonly Mark[] {
  const sides = { y: y + 1, height: height - 2 };
  return [
    bar(x, y, width, 1),
    bar(x, y + height - 1, width, 1),
    bar(x, sides.y, 1, sides.height),
    bar(x + width - 1, sides.y, 1, sides.height),
  ];
}

function shade(opacity: number): Mark {
  const whole = bar(0, 0, CELL.width, CELL.height);
  return { ...whole, pen: `${whole.pen} stroke-opacity="${opacity}"` };
}

function lineMarks(sides: string, pen: Pen): readonly Mark[] {
  const [up, down, left, right] = ['up', 'down', 'left', 'right'].map((side) => sides.split(' ').includes(side));
  const from = left ? 0 : MIDDLE.x;
  const top = up ? 0 : MIDDLE.y;
  return [
    ...(left || right ? [{ pen, x: from, y: MIDDLE.y, along: (right ? CELL.width : MIDDLE.x) - from }] : []),
    ...(up || down ? [{ pen, x: MIDDLE.x, y: top, along: `v${(down ? CELL.height : MIDDLE.y) - top}` }] : []),
  ];
}

function quarterMarks(filled: readonly [number, number, number, number]): readonly Mark[] {
  return filled.flatMap((is, i) => (is ? [bar(4 * (i % 2), i < 2 ? 0 : 8, 4, 8)] : []));
}
