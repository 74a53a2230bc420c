import type { PanelName } from '../config/settings.ts';
import type { Action } from '../keymap/action.ts';
import { keyLabel } from '../keymap/key-label.ts';
import type { Keymap } from '../keymap/keymap.ts';
import { printable } from '../units/cells.ts';
import { rememberLast } from '../units/remember-last.ts';
import type { Hint } from './dialog.ts';
import { type Line, lineWidth, span, spreadLine } from './draw/line.ts';
import type { Look } from './look.ts';
import { drawTyped } from './processes/prompt.ts';
import { isExplaining, type ScreenState } from './screen-state.ts';

/** What the footer is drawn of. */
export interface Footing {
  readonly state: ScreenState;
  /** Monotonic, in seconds. */
  readonly now: number;
  readonly width: number;
  readonly keymap: Keymap;
  /** Whether a dialog has room to be seen. */
  readonly canAsk: boolean;
  /** Whether what is typed stands above the list. */
  readonly isTypedInSight: boolean;
  /** At the right end, beside the keys. */
  readonly note: Line;
}

/** A key that the footer tells of, and what a click there does, if anything: what the key does, or a press of it. */
interface Offer {
  readonly line: Line;
  readonly action?: Action;
  readonly press?: string | undefined;
}

/**
 * While something is typed, that, if it stands nowhere else, and what ends it; the news, as long as there are any; else the
 * keys, as many as fit, and the note at the right end.
 */
export function drawFooter(footing: Footing, look: Look): Line {
  const words = drawWords(footing, look);
  if (words) return words;
  const keys = joinOffers(offersOf(footing, look));
  return hasNote(footing) ? spreadLine(keys, footing.note, footing.width) : keys;
}

const joinOffers = rememberLast((offers: readonly Offer[]): Line => offers.flatMap(({ line }) => line));

/** The key at this column of the footer; undefined where none stands. */
export function offerAt(x: number, footing: Footing, look: Look): Offer | undefined {
  if (drawWords(footing, look)) return undefined;
  let end = 0;
  return offersOf(footing, look).find(({ line }) => {
    end += lineWidth(line);
    return x < end;
  });
}

/** What stands in place of the keys. */
function drawWords({ state, now, width, canAsk, isTypedInSight }: Footing, look: Look): Line | undefined {
  const { message } = state;
  const { editing, query, find } = state.processes;
  const isTold = message !== undefined && now < message.until;
  if (state.dialog && !isTold) return canAsk ? undefined : [span(UNASKABLE, look.theme.text)];
  if (isTypedInSight && (editing || find.open)) return drawHints(editing ? QUERY_HINTS : FIND_HINTS, look);
  if (editing) return drawTyping(' / ', query, QUERY_HINTS, width, look);
  if (find.open) return drawTyping(' find ', find.query, FIND_HINTS, width, look);
  if (isTold) return [span(` ${printable(message.text)}`, message.tone === 'good' ? look.theme.ok : look.theme.critical)];
  return undefined;
}

const UNASKABLE = ' too small to ask: Esc leaves';

const QUERY_HINTS: readonly Hint[] = [
  { keys: 'Enter', text: 'keep' },
  { keys: 'Esc', text: 'clear' },
];
const FIND_HINTS: readonly Hint[] = [
  { keys: 'Enter', text: 'next' },
  { keys: '↑', text: 'before' },
  { keys: 'Esc', text: 'leave' },
];

function drawTyping(sign: string, typed: string, hints: readonly Hint[], width: number, look: Look): Line {
  const { key } = look.theme;
  const offered: Line = [span(' '), ...drawHints(hints, look)];
  const room = width - sign.length - 1;
  const shown = drawTyped(typed, Math.max(Math.floor(room / 2), room - lineWidth(offered)), look);
  return [span(sign, key), ...shown, { text: ' ', inverse: true }, ...offered];
}

/** Those that fit. */
function offersOf(footing: Footing, look: Look): readonly Offer[] {
  const { state, keymap, note, width } = footing;
  if (state.dialog) return within(offerHints(state.dialog.hints, look), width);
  if (isExplaining(state)) return within(offerExplaining(keymap, look), width);
  const room = hasNote(footing) ? width - lineWidth(note) - 1 : width;
  return offerKeys(state.visible, state.paused !== undefined, frontOf(state), room, keymap, look);
}

function hasNote({ state, note }: Footing): boolean {
  return note.length > 0 && !state.dialog && !isExplaining(state);
}

function offerHints(hints: readonly Hint[], look: Look): readonly Offer[] {
  return hints.map((hint) => ({ line: drawHint(hint, look), press: hint.press }));
}

/** The keys by which one goes from value to value. */
function offerExplaining({ keyFor, bindings }: Keymap, look: Look): readonly Offer[] {
  const offer = (id: string, text: string): readonly Offer[] => {
    const keys = keyFor(id);
    const action = bindings.find((binding) => binding.id === id)?.action;
    return keys && action ? [{ line: drawHint({ keys, text }, look), action }] : [];
  };
  // With some keys it is Shift and an arrow that walks, but while a value is explained the arrow alone does, too.
  const others = { line: drawHint({ keys: 'arrows', text: 'others' }, look) };
  return [...offer('back', 'back'), others, ...offer('focus-next', 'panel'), ...offer('page-down', 'more')];
}

type Front = 'panels' | 'list' | 'panel' | 'detail' | 'overlay';

/** What stands in front of all: it tells which keys do something that is seen. */
function frontOf({ overlay, detail, zoomed, focus }: ScreenState): Front {
  if (overlay) return 'overlay';
  if (detail) return 'detail';
  if (!zoomed) return 'panels';
  return focus === 'processes' ? 'list' : 'panel';
}

const OF_PANELS: readonly Action['type'][] = ['arrange', 'open', 'togglePanel', 'moveFocus', 'walkLayouts', 'zoom'];
const IDLE: Readonly<Record<Front, ReadonlySet<Action['type']>>> = {
  panels: new Set(),
  list: new Set(),
  panel: new Set<Action['type']>(['arrange', 'open', 'signal']),
  detail: new Set(OF_PANELS),
  overlay: new Set<Action['type']>([...OF_PANELS, 'signal']),
};

/** The same from frame to frame. */
const offerKeys = rememberLast(
  (
    visible: readonly PanelName[],
    paused: boolean,
    front: Front,
    width: number,
    { bindings, keyFor }: Keymap,
    look: Look,
  ): readonly Offer[] => {
    const { key, text, dim } = look.theme;
    // The borders of those that are shown have their keys.
    const isShown = (panel: PanelName) => visible.includes(panel);
    const offers = bindings
      .filter(({ label, action }) => label !== undefined && !IDLE[front].has(action.type))
      .filter(({ action }) => !(action.type === 'togglePanel' && isShown(action.panel)))
      .map(({ keys, label = '', action }): Offer => {
        const off = action.type === 'togglePanel';
        const name = action.type === 'pause' && paused ? 'resume' : label;
        return { line: drawKey(keyLabel(keys[0] ?? ''), off ? `(${name})` : name, key, off ? dim : text), action };
      });
    const back = front !== 'panels' ? keyFor('back') : undefined;
    if (back) offers.unshift({ line: drawKey(back, 'back', key, text), action: { type: 'back' } });
    return within(offers, width);
  },
);

function drawHints(hints: readonly Hint[], look: Look): Line {
  return hints.flatMap((hint) => drawHint(hint, look));
}

function drawHint({ keys, text }: Hint, { theme }: Look): Line {
  return drawKey(keys, text, theme.key, theme.text);
}

function drawKey(keys: string, text: string, keyColor: string | undefined, color: string | undefined): Line {
  return [span(` ${keys} `, keyColor), span(text, color), span(' ')];
}

function within(offers: readonly Offer[], width: number): readonly Offer[] {
  let left = width;
  const tooMany = offers.findIndex(({ line }) => {
    left -= lineWidth(line);
    return left < 0;
  });
  return tooMany < 0 ? offers : offers.slice(0, tooMany);
}
