import inkLogUpdate, { type LogUpdate } from '../../../node_modules/ink/build/log-update.js';
import { stringWidth } from './width.ts';

type Create = typeof inkLogUpdate.create;
type Screen = { readonly rows: readonly string[]; readonly columns: number | undefined; readonly height: number | undefined };

/**
 * Writes frames to the terminal. Stands in for Ink's object of this name and leaves all to it but one case: a frame of as many
 * rows as the one that is on a terminal of the same size. Of that only the rows that differ are written, each over the old one.
 */
export const logUpdate = { create };

function create(stream: Parameters<Create>[0], options?: Parameters<Create>[1]): LogUpdate {
  const ink = inkLogUpdate.create(stream, options);
  /** What stands on the terminal; undefined where that is not known. */
  let screen: Screen | undefined;

  const shown = (text: string): Screen => ({ rows: text.split('\n'), columns: stream.columns, height: stream.rows });
  const forget = (act: () => void) => () => {
    screen = undefined;
    act();
  };

  function render(text: string): boolean {
    const before = screen;
    screen = shown(text);
    if (!before || !isSameSize(before, screen) || ink.getCursorPosition()) return ink(text);
    // Rows can be the same where the cursor was asked for: Ink places it.
    const changes = drawChanges(before.rows, screen.rows, stream.columns ?? 0);
    if (changes === '') return ink(text);
    stream.write(changes);
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
  });
}

function isSameSize(a: Screen, b: Screen): boolean {
  return a.rows.length === b.rows.length && a.columns === b.columns && a.height === b.height;
}

/** From the last row, up to each row that changed, and back to the last one. */
function drawChanges(before: readonly string[], after: readonly string[], columns: number): string {
  let changes = '';
  const last = after.length - 1;
  let at = last;
  for (const [y, row] of after.entries()) {
    if (row === before[y]) continue;
    // Erasing after a row that fills the width would take its last character.
    changes += moveTo(at, y) + row + (stringWidth(row) < columns ? ERASE_REST : '');
    at = y;
  }
  return changes === '' ? '' : changes + moveTo(at, last);
}

const ERASE_REST = '\x1b[K';

/** To the first column of another row, or of the same. */
function moveTo(from: number, to: number): string {
  if (to === from) return '\r';
  return to > from ? `\x1b[${to - from}E` : `\x1b[${from - to}F`;
}
