import { ONE_CELL } from '../../units/one-cell.ts';
import { createRecall } from './recall.ts';
import { PLAIN_STYLE, type Style } from './style.ts';

/** One line of a text: stretches of one style each, of characters that take one cell each. */
export class StyledLine {
  readonly texts: readonly string[];
  readonly styles: readonly Style[];
  /** Cells. */
  readonly width: number;
  #encoded: string | undefined;
  #isPlain: boolean | undefined;
  #slices: Map<string, StyledLine> | undefined;

  constructor(texts: readonly string[], styles: readonly Style[]) {
    this.texts = texts;
    this.styles = styles;
    let width = 0;
    for (let i = 0; i < texts.length; i += 1) width += texts[i]?.length ?? 0;
    this.width = width;
  }

  /** Whether it is made of nothing but characters of one cell each; else its width and its slices mean nothing. */
  get isPlain(): boolean {
    this.#isPlain ??= PLAIN.test(this.texts.join(''));
    return this.#isPlain;
  }

  /** As text, beginning and ending in the terminal's own style. */
  get encoded(): string {
    this.#encoded ??= encodeLine(this);
    return this.#encoded;
  }

  /**
   * What makes this line of another one of the same width, from its first column on and in the terminal's own style at both ends:
   * what stays is skipped.
   */
  over(before: StyledLine): string {
    return drawOver(before, this);
  }

  /** The cells `from` up to and without `to`: the same object each time. */
  slice(from: number, to: number): StyledLine {
    if (from <= 0 && to >= this.width) return this;
    const key = `${from} ${to}`;
    this.#slices ??= new Map();
    const slice = this.#slices.get(key) ?? sliceLine(this, from, to);
    this.#slices.set(key, slice);
    return slice;
  }
}

/** The lines of a text that holds plain characters and SGR sequences; undefined for every other text, which is left to Ink. */
export function simpleLines(text: string): readonly StyledLine[] | undefined {
  return linesOf(text) ?? undefined;
}

/**
 * A short text that stands for plain lines, each beginning and ending in the terminal's own style. Whatever Ink does to a text
 * before it is drawn costs next to nothing then, and nobody has to take the lines apart.
 */
export function nameLines(lines: readonly StyledLine[]): string {
  named += 1;
  const name = `${NAME}${named}`;
  linesOf.know(name, lines);
  return name;
}

/** Nothing that is drawn holds a control character. */
const NAME = '\x10';
let named = 0;

/** The lines that a text is the name of. */
export function namedLines(text: string): readonly StyledLine[] | undefined {
  return text.startsWith(NAME) ? simpleLines(text) : undefined;
}

/** The text itself, where it is the name of lines. */
export function spellOut(text: string): string {
  return (
    namedLines(text)
      ?.map((line) => line.encoded)
      .join('\n') ?? text
  );
}

const linesOf = createRecall(parseLines);

const PLAIN = new RegExp(`^[${ONE_CELL}]*$`);

/** Anything but characters of one cell, newlines, and whole SGR sequences. */
export const EXOTIC = new RegExp(`[^\\n\\x1b${ONE_CELL}]|\\x1b(?!\\[[\\d;]*m)`);

function parseLines(text: string): readonly StyledLine[] | null {
  if (EXOTIC.test(text)) return null;
  const lines: StyledLine[] = [];
  let style = PLAIN_STYLE;
  for (const line of text.split('\n')) {
    const parsed = style === PLAIN_STYLE ? plainlyBegun(line) : parseLine(line, style);
    lines.push(parsed.line);
    style = parsed.end;
  }
  return lines;
}

interface Parsed {
  readonly line: StyledLine;
  /** The style that the next line begins in. */
  readonly end: Style;
}

/** Of a text of many lines, the most are those of the last frame. */
const plainlyBegun = createRecall((line) => parseLine(line, PLAIN_STYLE));

function parseLine(line: string, begin: Style): Parsed {
  const texts: string[] = [];
  const styles: Style[] = [];
  let style = begin;
  for (let at = 0; at < line.length; ) {
    const sequence = line.indexOf('\x1b', at);
    const end = sequence < 0 ? line.length : sequence;
    if (end > at) {
      texts.push(line.slice(at, end));
      styles.push(style);
    }
    if (sequence < 0) break;
    at = line.indexOf('m', sequence) + 1;
    style = style.after(line.slice(sequence, at));
  }
  return { line: new StyledLine(texts, styles), end: style };
}

function encodeLine({ texts, styles }: StyledLine): string {
  let encoded = '';
  let style = PLAIN_STYLE;
  for (let i = 0; i < styles.length; i += 1) {
    const next = styles[i] as Style;
    encoded += style.to(next) + texts[i];
    style = next;
  }
  return encoded + style.to(PLAIN_STYLE);
}

function sliceLine(line: StyledLine, from: number, to: number): StyledLine {
  const texts: string[] = [];
  const styles: Style[] = [];
  let column = 0;
  for (const [i, style] of line.styles.entries()) {
    const text = line.texts[i] ?? '';
    const part = text.slice(Math.max(0, from - column), Math.max(0, to - column));
    column += text.length;
    if (part === '') continue;
    texts.push(part);
    styles.push(style);
  }
  return new StyledLine(texts, styles);
}

/** Fewer cells than this are written again: to skip them takes as many bytes. */
const LEAST_SKIPPED = 8;

/** Compares stretches, not cells: what changes is a number, or a graph. */
function drawOver(before: StyledLine, line: StyledLine): string {
  const { texts, styles } = line;
  let drawn = '';
  let style = PLAIN_STYLE;
  // What stays, until it is known whether to skip it: from which stretch on, from which of its cells on, and how many cells.
  let stays = 0;
  let staysAt = 0;
  let cellsStay = 0;
  let old = 0;
  let from = 0;
  for (let i = 0; i < styles.length; i += 1) {
    const next = styles[i] as Style;
    const text = texts[i] as string;
    for (let at = 0; at < text.length; ) {
      const oldText = before.texts[old] ?? '';
      const cells = Math.max(1, Math.min(text.length - at, oldText.length - from));
      if (before.styles[old] === next && isSameText(text, at, oldText, from, cells)) {
        if (cellsStay === 0) {
          stays = i;
          staysAt = at;
        }
        cellsStay += cells;
      } else {
        if (cellsStay >= LEAST_SKIPPED) drawn += `\x1b[${cellsStay}C`;
        else if (cellsStay > 0) {
          drawn += encodeCells(line, style, stays, staysAt, cellsStay);
          style = styles[at > 0 ? i : i - 1] as Style;
        }
        drawn += style.to(next) + (cells === text.length ? text : text.slice(at, at + cells));
        style = next;
        cellsStay = 0;
      }
      at += cells;
      from += cells;
      if (from >= oldText.length) {
        old += 1;
        from = 0;
      }
    }
  }
  return drawn + style.to(PLAIN_STYLE);
}

function isSameText(text: string, at: number, oldText: string, from: number, cells: number): boolean {
  if (cells === text.length) return cells === oldText.length ? text === oldText : oldText.startsWith(text, from);
  return oldText.startsWith(text.slice(at, at + cells), from);
}

/** So many cells from a cell of a stretch on, in a terminal that is set to this style. */
function encodeCells({ texts, styles }: StyledLine, style: Style, from: number, at: number, cells: number): string {
  let encoded = '';
  let last = style;
  let left = cells;
  for (let i = from; left > 0; i += 1) {
    const start = i === from ? at : 0;
    const part = (texts[i] as string).slice(start, start + left);
    encoded += last.to(styles[i] as Style) + part;
    last = styles[i] as Style;
    left -= part.length;
  }
  return encoded;
}
