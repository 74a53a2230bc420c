import inkLogUpdate, { type LogUpdate } from '../../../node_modules/ink/build/log-update.js';
import { bsu, esu } from '../../../node_modules/ink/build/write-synchronized.js';
import { type StyledLine, simpleLines } from './line.ts';
import { type DrawnRow, drawnRows } from './output.ts';
import { stringWidth } from './width.ts';

type Create = typeof inkLogUpdate.create;

interface Screen {
  readonly text: string;
  readonly rows: readonly DrawnRow[];
  readonly columns: number | undefined;
  readonly height: number | undefined;
}

/**
 * Writes frames to the terminal. Stands in for Ink's object of this name and leaves all to it but two cases. Of a frame of as many
 * rows as the one that is on a terminal of the same size only what differs is written, over what was there, and at once. One that
 * is too wide by now isn't written.
 */
export const logUpdate = { create };

function create(stream: Parameters<Create>[0], options?: Parameters<Create>[1]): LogUpdate {
  const ink = inkLogUpdate.create(stream, options);
  /** What stands on the terminal; undefined where that is not known. */
  let screen: Screen | undefined;

  /** What was asked about, or shown, last. */
  let latest: Screen | undefined;

  const shown = (text: string): Screen => {
    const { columns, rows: height } = stream;
    if (latest?.text === text && latest.columns === columns && latest.height === height) return latest;
    latest = { text, rows: drawnRows(text) ?? rowsOf(text), columns, height };
    return latest;
  };
  const forget = (act: () => void) => () => {
    screen = undefined;
    act();
  };

  function render(text: string): boolean {
    const before = screen;
    const next = shown(text);
    const sameSize = before !== undefined && isSameSize(before, next);
    if (!sameSize && isTooWide(next)) return false;
    screen = next;
    if (!sameSize || ink.getCursorPosition()) return ink(text);
    // Rows can be the same where the cursor was asked for: Ink places it.
    const changes = drawChanges(before, next);
    if (changes === '') return ink(text);
    stream.write(stream.isTTY ? bsu + changes + esu : changes);
    ink.sync(text);
    return true;
  }

  return Object.assign(render, {
    ...ink,
    clear: forget(ink.clear),
    done: forget(ink.done),
    reset: forget(ink.reset),
    sync(text: string) {
      screen = shown(text);
      ink.sync(text);
    },
    // Whether Ink is to begin and end the terminal's synchronised output, by two more writes.
    willRender(text: string) {
      const next = shown(text);
      if (screen && isSameSize(screen, next) && !ink.getCursorPosition()) return false;
      return !isTooWide(next) && ink.willRender(text);
    },
  });
}

/**
 * Right after the terminal became narrower Ink draws once more what stood there; its rows would be wrapped, and nobody would
 * know what stands where. The frame for the new width follows at once.
 */
function isTooWide({ rows, columns = Number.POSITIVE_INFINITY }: Screen): boolean {
  return rows.some(({ text, line }) => (line?.width ?? stringWidth(text)) > columns);
}

function isSameSize(a: Screen, b: Screen): boolean {
  return a.rows.length === b.rows.length && a.columns === b.columns && a.height === b.height;
}

function rowsOf(text: string): readonly DrawnRow[] {
  return text.split('\n').map((row) => ({ text: row, line: undefined }));
}

/** From the last row, up to each row that changed, and back to the last one. */
function drawChanges(before: Screen, { rows, columns = 0 }: Screen): string {
  let changes = '';
  const last = rows.length - 1;
  let at = last;
  rows.forEach((row, y) => {
    const old = before.rows[y];
    if (row === old || row.text === old?.text) return;
    changes += moveTo(at, y) + drawRow(old, row, columns);
    at = y;
  });
  return changes === '' ? '' : changes + moveTo(at, last);
}

/** What differs, where both rows are known by their stretches and as wide; else all of it. */
function drawRow(before: DrawnRow | undefined, row: DrawnRow, columns: number): string {
  const old = before && lineOf(before);
  const line = lineOf(row);
  if (line && old && line.width === old.width && line.width <= columns) return line.over(old);
  // Erasing after a row that fills the width would take its last character.
  return row.text + (stringWidth(row.text) < columns ? ERASE_REST : '');
}

function lineOf({ text, line }: DrawnRow): StyledLine | undefined {
  return line ?? simpleLines(text)?.[0];
}

const ERASE_REST = '\x1b[K';

/** To the first column of another row, or of the same. */
function moveTo(from: number, to: number): string {
  if (to === from) return '\r';
  return to > from ? `\x1b[${to - from}E` : `\x1b[${from - to}F`;
}
