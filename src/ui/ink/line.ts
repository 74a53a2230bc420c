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
  #slices: Map<string, StyledLine> | undefined;

  constructor(texts: readonly string[], styles: readonly Style[]) {
    this.texts = texts;
    this.styles = styles;
    let width = 0;
    for (const text of texts) width += text.length;
    this.width = width;
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
 * Tells beforehand what lines a text consists of, each beginning and ending in the terminal's own style: who wrote it knows, and it
 * need not be taken apart.
 */
export function foretell(text: string, lines: readonly StyledLine[]): void {
  linesOf.know(
    text,
    lines.map((line) => plainlyBegun.know(line.encoded, { line, end: PLAIN_STYLE }).line),
  );
}

/** A line that begins in the terminal's own style, where one was drawn that reads so. */
export function knownLine(line: string): StyledLine | undefined {
  return plainlyBegun.known(line)?.line;
}

const linesOf = createRecall(parseLines);

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
  for (const [i, next] of styles.entries()) {
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
function drawOver(before: StyledLine, { texts, styles }: StyledLine): string {
  let drawn = '';
  let style = PLAIN_STYLE;
  // What stays, until it is known whether to skip it.
  let stays = { text: '', style, cells: 0 };
  let old = 0;
  let from = 0;
  for (const [i, next] of styles.entries()) {
    const text = texts[i] ?? '';
    for (let at = 0; at < text.length; ) {
      const oldText = before.texts[old] ?? '';
      const cells = Math.max(1, Math.min(text.length - at, oldText.length - from));
      const part = cells === text.length ? text : text.slice(at, at + cells);
      if (before.styles[old] === next && oldText.startsWith(part, from)) {
        stays = { text: stays.text + stays.style.to(next) + part, style: next, cells: stays.cells + cells };
      } else {
        if (stays.cells >= LEAST_SKIPPED) {
          drawn += `\x1b[${stays.cells}C`;
        } else {
          drawn += stays.text;
          style = stays.style;
        }
        drawn += style.to(next) + part;
        style = next;
        stays = { text: '', style, cells: 0 };
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
