/** The characters that pictures are made of. */
export interface Glyphs {
  /** A filled and an empty cell of a bar. */
  readonly bar: string;
  readonly track: string;
  /** Segments of a CPU bar where there is no colour. */
  readonly user: string;
  readonly system: string;
  readonly iowait: string;
  readonly steal: string;
  /** One cell for one share, lowest first. */
  readonly levels: readonly string[];
  readonly graph: {
    /** Values that a cell holds beside each other. */
    readonly perCell: 1 | 2;
    /** Steps of height in a cell. */
    readonly levels: number;
    /** The cell whose left and right values are this many steps high. */
    glyph(left: number, right: number): string;
  };
  readonly border: Border;
}

export interface Border {
  readonly topLeft: string;
  readonly top: string;
  readonly topRight: string;
  readonly left: string;
  readonly right: string;
  readonly bottomLeft: string;
  readonly bottom: string;
  readonly bottomRight: string;
}

/** Dots of a braille cell from the bottom up, left and right; Unicode block U+2800. */
const LEFT_DOTS = [0, 0x40, 0x44, 0x46, 0x47];
const RIGHT_DOTS = [0, 0x80, 0xa0, 0xb0, 0xb8];

export function brailleGlyphs(colored: boolean): Glyphs {
  return {
    bar: '■',
    track: colored ? '■' : '·',
    user: '█',
    system: '▓',
    iowait: '░',
    steal: '▒',
    levels: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
    graph: {
      perCell: 2,
      levels: 4,
      glyph: (left, right) =>
        left === 0 && right === 0 ? ' ' : String.fromCodePoint(0x2800 + (LEFT_DOTS[left] ?? 0) + (RIGHT_DOTS[right] ?? 0)),
    },
    border: {
      topLeft: '╭',
      top: '─',
      topRight: '╮',
      left: '│',
      right: '│',
      bottomLeft: '╰',
      bottom: '─',
      bottomRight: '╯',
    },
  };
}

const ASCII_STEPS = [' ', '.', ':', '|'];

export const asciiGlyphs: Glyphs = {
  bar: '|',
  track: '.',
  user: '|',
  system: '#',
  iowait: 'w',
  steal: '$',
  levels: ['.', ':', '-', '=', '+', '*', '%', '#'],
  graph: { perCell: 1, levels: 3, glyph: (level) => ASCII_STEPS[level] ?? ' ' },
  border: {
    topLeft: '+',
    top: '-',
    topRight: '+',
    left: '|',
    right: '|',
    bottomLeft: '+',
    bottom: '-',
    bottomRight: '+',
  },
};

const ASCII_FOR: Readonly<Record<string, string>> = {
  '–': '-',
  '−': '-',
  '…': '~',
  '·': '-',
  '°': ' ',
  '↓': 'v',
  '↑': '^',
  '←': '<',
  '→': '>',
  '■': '#',
  '█': '#',
  '─': '-',
  '│': '|',
  '┤': '|',
  '┼': '+',
  '├': '|',
  '└': '`',
  '╭': '.',
  '╮': '.',
  '╰': "'",
  '╯': "'",
  '╴': '-',
  '╶': '-',
  '×': 'x',
  µ: 'u',
  '▲': '^',
  '▼': 'v',
  '▸': '>',
  '’': "'",
  '¹': '1',
  '²': '2',
  '³': '3',
  '⁴': '4',
  '⁵': '5',
  '●': '*',
  '•': '=',
  '○': 'o',
  '✓': '+',
};

/** The text in ASCII, cell for cell. */
export function toAscii(text: string, widthOf: (character: string) => number): string {
  return text.replace(/[^\x20-\x7e]/gu, (character) => ASCII_FOR[character] ?? '?'.repeat(widthOf(character)));
}
