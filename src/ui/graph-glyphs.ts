/** What graphs are made of: cells that hold a value or two, each so many steps high. */
export interface GraphGlyphs {
  /** Values that a cell holds beside each other. */
  readonly perCell: 1 | 2;
  /** Steps of height in a cell. */
  readonly levels: number;
  /** Cells that stand on their floor, by the steps of the left value × (levels + 1) + those of the right one. */
  readonly standing: readonly string[];
  /** The same, hanging from their ceiling. */
  readonly hanging: readonly string[];
  /** Which of those hanging are drawn inverse: what they leave out is what is seen. Absent: none. */
  readonly inverse?: readonly boolean[];
  /** A thin line at a step, lowest first: a threshold where nothing else is. */
  readonly line: readonly string[];
  /** The line where the values go beyond it: cut out of a full cell, lowest step first; absent: it can't be. */
  readonly cut?: readonly Cut[];
  /** The floor before anything was known, fainter than the lowest step; a space where there is nothing fainter. */
  readonly floor: string;
  /** Where a hole in the values begins, and the floor of what follows of it. */
  readonly hole: string;
  readonly holeFloor: string;
}

/** What to take out of a cell, by its left and its right value. */
export interface Cut {
  readonly left: number;
  readonly right: number;
}

/** Dots of a braille cell from the bottom up, by their bits; Unicode block U+2800. */
const LEFT = [0x40, 0x04, 0x02, 0x01];
const RIGHT = [0x80, 0x20, 0x10, 0x08];

export const brailleGraph: GraphGlyphs = {
  perCell: 2,
  levels: 4,
  standing: brailleCells(LEFT, RIGHT),
  hanging: brailleCells(LEFT.toReversed(), RIGHT.toReversed()),
  line: LEFT.map((bit, i) => braille(bit + (RIGHT[i] ?? 0))),
  cut: LEFT.map((left, i) => ({ left, right: RIGHT[i] ?? 0 })),
  floor: '⢀',
  hole: '┊',
  holeFloor: '╌',
};

/**
 * Unicode has every eighth from below, but from above only one and four that fonts know (the others, U+1FB82 and on, most lack):
 * the rest are eighths from below with ink and ground exchanged.
 */
export const blockGraph: GraphGlyphs = {
  perCell: 1,
  levels: 8,
  standing: [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
  hanging: [' ', '▔', '▆', '▅', '▀', '▃', '▂', '▁', '█'],
  inverse: [false, false, true, true, false, true, true, true, false],
  line: ['▁', '─', '─', '─', '─', '─', '─', '▔'],
  floor: '.',
  hole: '┊',
  holeFloor: '╌',
};

export const asciiGraph: GraphGlyphs = {
  perCell: 1,
  levels: 3,
  standing: [' ', '.', ':', '|'],
  hanging: [' ', "'", ':', '|'],
  line: ['_', '-', '-'],
  floor: ' ',
  hole: '/',
  holeFloor: '-',
};

function brailleCells(left: readonly number[], right: readonly number[]): readonly string[] {
  const dots = (bits: readonly number[], steps: number) => bits.slice(0, steps).reduce((sum, bit) => sum + bit, 0);
  return Array.from({ length: 25 }, (_, i) => (i === 0 ? ' ' : braille(dots(left, Math.floor(i / 5)) + dots(right, i % 5))));
}

function braille(bits: number): string {
  return String.fromCodePoint(0x2800 + bits);
}
