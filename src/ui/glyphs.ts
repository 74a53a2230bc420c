import { asciiGraph, brailleGraph, type GraphGlyphs } from './graph-glyphs.ts';

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
  readonly graph: GraphGlyphs;
  readonly border: Border;
}

export interface Border {
  readonly topLeft: string;
  readonly top: string;
  readonly topRight: string;
  readonly left: string;
  readonly right: string;
  /** Instead of the right border, where what is seen of a list stands in it. */
  readonly thumb: string;
  readonly bottomLeft: string;
  readonly bottom: string;
  readonly bottomRight: string;
}

/** @param shaded whether colours tell the empty part of a bar from the filled one, and stay behind it. */
export function unicodeGlyphs(shaded: boolean, graph: GraphGlyphs = brailleGraph): Glyphs {
  return {
    bar: '■',
    track: shaded ? '■' : '·',
    // Squares as those of bars: blocks would grow together with the line above.
    user: '■',
    system: '▣',
    iowait: '□',
    steal: '▨',
    levels: ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'],
    graph,
    border: {
      topLeft: '╭',
      top: '─',
      topRight: '╮',
      left: '│',
      right: '│',
      thumb: '┃',
      bottomLeft: '╰',
      bottom: '─',
      bottomRight: '╯',
    },
  };
}

export const asciiGlyphs: Glyphs = {
  bar: '|',
  track: '.',
  user: '|',
  system: '#',
  iowait: 'w',
  steal: '$',
  levels: ['.', ':', '-', '=', '+', '*', '%', '#'],
  graph: asciiGraph,
  border: {
    topLeft: '+',
    top: '-',
    topRight: '+',
    left: '|',
    right: '|',
    thumb: '#',
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
  '◂': '<',
  '’': "'",
  '¹': '1',
  '²': '2',
  '³': '3',
  '⁴': '4',
  '⁵': '5',
  '┊': '/',
  '╌': '-',
  '●': '*',
  '•': '=',
  '○': 'o',
  '✓': '+',
};

/** The text in ASCII, cell for cell. */
export function toAscii(text: string, widthOf: (character: string) => number): string {
  if (ASCII.test(text)) return text;
  return [...graphemes.segment(text)].map(({ segment }) => ASCII_FOR[segment] ?? spell(segment, widthOf(segment))).join('');
}

const ASCII = /^[\x20-\x7e]*$/;
const graphemes = new Intl.Segmenter();

/** A letter with marks is the letter; what no sign stands for is told by how wide it is. */
function spell(segment: string, width: number): string {
  const first = segment.charAt(0);
  return ASCII.test(first) ? first.padEnd(width) : '?'.repeat(width);
}
