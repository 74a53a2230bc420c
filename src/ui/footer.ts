import type { PanelName } from '../config/settings.ts';
import type { Action } from '../keymap/action.ts';
import { keyLabel } from '../keymap/key-label.ts';
import type { Keymap } from '../keymap/keymap.ts';
import { cellWidth, printable } from '../units/cells.ts';
import { rememberLast } from '../units/remember-last.ts';
import { type Line, lineWidth, span, spreadLine } from './draw/line.ts';
import type { Look } from './look.ts';
import { drawTyped } from './processes/prompt.ts';
import { isExplaining, type ScreenState } from './screen-state.ts';

/** A key that the footer tells of. */
interface Offer {
  readonly line: Line;
  readonly action: Action;
}

/**
 * While a query is typed, the query; the news, as long as there are any; else the keys, as many as fit, and the note at the
 * right end.
 */
export function drawFooter(state: ScreenState, now: number, width: number, keymap: Keymap, look: Look, note: Line = []): Line {
  const words = drawWords(state, now, width, look);
  if (words) return words;
  const keys = joinOffers(offersOf(state, widthBeside(note, width), keymap, look));
  return note.length === 0 ? keys : spreadLine(keys, note, width);
}

const joinOffers = rememberLast((offers: readonly Offer[]): Line => offers.flatMap(({ line }) => line));

/** What the key at this column of the footer does; undefined where none stands. */
export function footerActionAt(
  x: number,
  state: ScreenState,
  now: number,
  width: number,
  keymap: Keymap,
  look: Look,
  note: Line = [],
): Action | undefined {
  if (drawWords(state, now, width, look)) return undefined;
  let end = 0;
  return offersOf(state, widthBeside(note, width), keymap, look).find(({ line }) => {
    end += lineWidth(line);
    return x < end;
  })?.action;
}

/** The key that a click at this column of a dialog's hint presses; undefined where none stands, or a message before it. */
export function hintKeyAt(x: number, state: ScreenState, now: number): string | undefined {
  const { dialog } = state;
  if (dialog?.hintKeys === undefined || isTold(state, now)) return undefined;
  let next = MARGIN.length;
  const part = dialog.hint.split(BETWEEN).find((text) => {
    const from = next;
    next += cellWidth(text) + BETWEEN.length;
    return x >= from && x < from + cellWidth(text);
  });
  return part === undefined ? undefined : dialog.hintKeys[part];
}

const MARGIN = ' ';
const BETWEEN = ', ';

function isTold({ message }: ScreenState, now: number): boolean {
  return message !== undefined && now < message.until;
}

/** What the note leaves to the keys. */
function widthBeside(note: Line, width: number): number {
  return note.length === 0 ? width : width - lineWidth(note) - 1;
}

/** While a value is explained. */
const HINT = 'Esc back  arrows others  Tab panel  PgDn more';

/** What stands in place of the keys. */
function drawWords(state: ScreenState, now: number, width: number, look: Look): Line | undefined {
  const { editing, query, find } = state.processes;
  const told = isTold(state, now);
  if (state.dialog && !told) return [span(`${MARGIN}${state.dialog.hint}`, look.theme.text)];
  if (editing) return drawTyping(' / ', query, '  Enter keeps it, Esc clears it', width, look);
  if (find.open) return drawTyping(' find ', find.query, '  Enter next, ↑ before, Esc leaves', width, look);
  if (isExplaining(state) && !told) return [span(` ${HINT}`, look.theme.text)];
  if (state.message && told) {
    return [span(` ${printable(state.message.text)}`, state.message.tone === 'good' ? look.theme.ok : look.theme.critical)];
  }
  return undefined;
}

function offersOf(state: ScreenState, width: number, keymap: Keymap, look: Look): readonly Offer[] {
  const covered = Boolean(state.overlay || state.detail || state.zoomed);
  return offer(state.visible, state.paused !== undefined, covered, width, keymap, look);
}

/** The same from frame to frame. */
const offer = rememberLast(offerKeys);

function offerKeys(
  visible: readonly PanelName[],
  paused: boolean,
  covered: boolean,
  width: number,
  keymap: Keymap,
  look: Look,
): readonly Offer[] {
  const { key, text, dim } = look.theme;
  // The borders of those that are shown have their keys.
  const isShown = (panel: PanelName) => visible.includes(panel);
  const offers = keymap.bindings
    .filter(({ label, action }) => label !== undefined && !(action.type === 'togglePanel' && isShown(action.panel)))
    .map(({ keys, label = '', action }): Offer => {
      const off = action.type === 'togglePanel';
      const name = action.type === 'pause' && paused ? 'resume' : label;
      const line = [span(` ${keyLabel(keys[0] ?? '')} `, key), span(off ? `(${name})` : name, off ? dim : text), span(' ')];
      return { line, action };
    });
  const back = covered ? keymap.keyFor('back') : undefined;
  if (back) {
    offers.unshift({ line: [span(` ${back} `, key), span('back', text), span(' ')], action: { type: 'back' } });
  }
  let left = width;
  const tooMany = offers.findIndex(({ line }) => {
    left -= lineWidth(line);
    return left < 0;
  });
  return tooMany < 0 ? offers : offers.slice(0, tooMany);
}

function drawTyping(sign: string, typed: string, hint: string, width: number, look: Look): Line {
  const { key, dim } = look.theme;
  const room = width - sign.length - 1;
  const shown = drawTyped(typed, Math.max(Math.floor(room / 2), room - hint.length), look);
  return [span(sign, key), ...shown, { text: ' ', inverse: true }, span(hint, dim)];
}
