/**
 * Ink's frame, made cheap.
 *
 * Ink draws each frame as if it were the first. Its output stage takes every text apart into cells, twice, puts the cells into
 * a grid, turns the grid into text, and forgets all it learned; its layout measures and cleans every text anew; and it writes
 * the whole screen when one digit changed. For a screen of 160×48 that is most of what a monitor costs, though from one second
 * to the next half the texts stay as they are. The files of this room stand in for modules of Ink's when the program is
 * bundled (`.config/frugal-ink.js` swaps them in), and give the same cells:
 *
 * - `output.ts` for `output.js`: texts are taken apart once into stretches of one style (`line.ts`, `style.ts`), remembered
 *   while frames use them (`recall.ts`); a row is made of its pieces' stretches, and kept where its pieces are the last frame's;
 * - `sanitize.ts` for `sanitize-ansi.js`, `width.ts` for `string-width`, `measure.ts` for `measure-text.js`: the same memory;
 * - `log-update.ts` for `log-update.js`: only the rows that changed are written, and of them what differs;
 * - whoever has lines already hands Ink a name of them instead of a text (`nameLines`), which all of these know, so that nothing
 *   is put together only to be taken apart; `wrap.ts` for `wrap-text.js` spells names out where Ink would cut one;
 * - `yoga.ts` and `flex.ts` for `yoga-layout`: the little that is laid out by boxes needs no WebAssembly.
 *
 * All this is done for the plain texts that a screen consists of: characters of one cell each, in SGR styles, that don't
 * overlap. A row with anything else (wide characters, links, texts above each other) is handed to Ink's own code.
 *
 * It is written against one version of Ink, and the build fails with another one: compare the modules named above, then run
 * test/ui/ink, which draws the same through both and compares cells. `SYSMON_PLAIN_INK=1 node .config/build.js` builds with
 * Ink as it is.
 */
import InkOutput from '../../../node_modules/ink/build/output.js';
import { type StyledLine, simpleLines } from './line.ts';
import { endFrame } from './recall.ts';
import { PLAIN_STYLE } from './style.ts';
import { widestOf } from './width.ts';

type Transformer = (line: string, index: number) => string;
type Clip = Parameters<InkOutput['clip']>[0];

/** What one write leaves on one row. */
interface Piece {
  /** Where it begins, and what is there; without a line it is Ink's to draw. */
  readonly x: number;
  readonly line: StyledLine | undefined;
  /** The write as it was asked for. */
  readonly write: { readonly x: number; readonly y: number; readonly text: string; readonly transformers: Transformer[] };
  readonly clip: Clip | undefined;
}

type Row = Piece[];

/** A row as text, without blanks at its end; and as a line, blanks and all, where it consists of one. */
export interface DrawnRow {
  readonly text: string;
  readonly line: StyledLine | undefined;
}

interface DrawnFrame {
  readonly width: number;
  readonly pieces: readonly Row[];
  readonly rows: readonly DrawnRow[];
  readonly text: string;
}

/** The last frame: rows with the same pieces read the same. */
let drawn: DrawnFrame = { width: 0, pieces: [], rows: [], text: '' };

/** The rows that a text consists of, where it is the last frame's. */
export function drawnRows(text: string): readonly DrawnRow[] | undefined {
  return text === drawn.text ? drawn.rows : undefined;
}

/** Stands in for Ink's class of this name. */
export class Output implements Pick<InkOutput, 'width' | 'height' | 'write' | 'clip' | 'unclip' | 'get'> {
  width: number;
  height: number;
  readonly #rows: Row[];
  readonly #clips: Clip[] = [];

  constructor({ width, height }: { width: number; height: number }) {
    this.width = width;
    this.height = height;
    this.#rows = Array.from({ length: height }, () => []);
  }

  write(x: number, y: number, text: string, { transformers }: { transformers: Transformer[] }): void {
    if (text === '') return;
    const clip = this.#clips.at(-1);
    const write = { x, y, text, transformers };
    const lines = simpleLines(text);
    if (!lines) {
      this.#leave(write, clip);
      return;
    }
    const [from, to] = clippedColumns(clip);
    const start = Math.max(x, from);
    const [top, bottom] = clippedRows(clip);
    if (from >= to || top >= bottom) return;
    // Beside the clip by more than touching it Ink doesn't call transformers.
    if (to !== Number.POSITIVE_INFINITY && (x > to || x + widestOf(lines) < from)) return;
    for (let i = 0; i < lines.length; i += 1) {
      const row = this.#rows[y + i];
      const line = lines[i];
      if (!row || !line || y + i < top || y + i >= bottom) continue;
      const shown = transform(line.slice(from - x, to - x), transformers, i);
      if (shown?.width !== 0) row.push({ x: start, line: shown, write, clip });
    }
  }

  /** Leaves all rows that a text can reach to Ink. */
  #leave(write: Piece['write'], clip: Clip | undefined): void {
    const [top, bottom] = clippedRows(clip);
    const count = write.text.split('\n').length;
    for (let y = Math.max(write.y, top); y < Math.min(write.y + count, bottom); y++) {
      this.#rows[y]?.push({ x: write.x, line: undefined, write, clip });
    }
  }

  clip(clip: Clip): void {
    const outer = this.#clips.at(-1);
    this.#clips.push(
      outer
        ? {
            x1: tighter(Math.max, outer.x1, clip.x1),
            x2: tighter(Math.min, outer.x2, clip.x2),
            y1: tighter(Math.max, outer.y1, clip.y1),
            y2: tighter(Math.min, outer.y2, clip.y2),
          }
        : clip,
    );
  }

  unclip(): void {
    this.#clips.pop();
  }

  get(): { output: string; height: number } {
    const width = this.width;
    const before = drawn.width === width ? drawn : undefined;
    const rows = this.#rows.map((pieces, y) => {
      const known = before?.rows[y];
      return known && sameRow(pieces, before.pieces[y]) ? known : drawRow(pieces, y, width);
    });
    drawn = { width, pieces: this.#rows, rows, text: rows.map((row) => row.text).join('\n') };
    endFrame();
    return { output: drawn.text, height: rows.length };
  }
}

/** Ink cuts columns only where both sides are bounded. */
function clippedColumns(clip: Clip | undefined): readonly [number, number] {
  if (clip?.x1 === undefined || clip.x2 === undefined) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return [clip.x1, clip.x2];
}

function clippedRows(clip: Clip | undefined): readonly [number, number] {
  if (clip?.y1 === undefined || clip.y2 === undefined) return [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return [clip.y1, clip.y2];
}

function tighter(pick: (a: number, b: number) => number, a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : pick(a, b);
}

/** The line after the transformers; undefined where it is no longer one plain line. */
function transform(line: StyledLine, transformers: readonly Transformer[], index: number): StyledLine | undefined {
  if (transformers.length === 0) return line;
  let text = line.encoded;
  for (const transformer of transformers) text = transformer(text, index);
  if (text === line.encoded) return line;
  const lines = simpleLines(text);
  return lines?.length === 1 ? lines[0] : undefined;
}

function sameRow(row: Row, before: Row | undefined): boolean {
  return before !== undefined && row.length === before.length && row.every((piece, i) => samePiece(piece, before[i]));
}

function samePiece(a: Piece, b: Piece | undefined): boolean {
  if (b === undefined || a.line !== b.line || a.x !== b.x) return false;
  return a.line !== undefined || sameWrite(a, b);
}

function sameWrite(a: Piece, b: Piece): boolean {
  const { transformers } = b.write;
  return (
    a.write.text === b.write.text &&
    a.write.y === b.write.y &&
    a.clip?.x1 === b.clip?.x1 &&
    a.clip?.x2 === b.clip?.x2 &&
    a.clip?.y1 === b.clip?.y1 &&
    a.clip?.y2 === b.clip?.y2 &&
    a.write.transformers.length === transformers.length &&
    a.write.transformers.every((transformer, i) => transformer === transformers[i])
  );
}

function drawRow(row: Row, y: number, width: number): DrawnRow {
  const [first] = row;
  if (row.length === 1 && first?.line && first.x === 0 && first.line.width <= width) {
    return { text: first.line.encoded.trimEnd(), line: first.line };
  }
  const pieces = [...row].sort((a, b) => a.x - b.x);
  let text = '';
  let style = PLAIN_STYLE;
  let column = 0;
  for (const { x, line } of pieces) {
    if (!line || !(x >= column) || x + line.width > width) return { text: drawByInk(row, y, width), line: undefined };
    if (x > column) {
      text += style.to(PLAIN_STYLE) + ' '.repeat(x - column);
      style = PLAIN_STYLE;
    }
    const { texts, styles } = line;
    for (let i = 0; i < texts.length; i++) {
      const next = styles[i] ?? PLAIN_STYLE;
      if (next !== style) text += style.to(next);
      text += texts[i];
      style = next;
    }
    column = x + line.width;
  }
  return { text: (text + style.to(PLAIN_STYLE)).trimEnd(), line: undefined };
}

/** The row as the only one of a screen of Ink's. */
function drawByInk(row: Row, y: number, width: number): string {
  const output = new InkOutput({ width, height: 1 });
  for (const { x, line, write, clip } of row) {
    // What was taken apart is cut and transformed already; its whole text, for each of its rows, would cost the square of them.
    if (line) {
      output.write(x, 0, line.encoded, { transformers: [] });
      continue;
    }
    if (clip) output.clip({ ...clip, y1: above(clip.y1, y), y2: above(clip.y2, y) });
    output.write(write.x, write.y - y, write.text, { transformers: write.transformers });
    if (clip) output.unclip();
  }
  return output.get().output;
}

function above(bound: number | undefined, y: number): number | undefined {
  return bound === undefined ? undefined : bound - y;
}
