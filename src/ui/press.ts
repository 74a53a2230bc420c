import { type Action, isActing, isIntent } from '../keymap/action.ts';
import type { Keymap } from '../keymap/keymap.ts';
import { beginActing } from './acting/acting.ts';
import type { Errand } from './errand.ts';
import { typeFind } from './processes/find.ts';
import { typeQuery } from './processes/view.ts';
import { type News, reduceScreen, type ScreenState, type Situation } from './screen-state.ts';

/** What a key leads to: how the screen is from now on, and what is to be done outside of it. */
export interface Step {
  readonly state: ScreenState;
  readonly errands?: readonly Errand[];
  readonly news?: News;
}

/** Pure: a key goes to the dialog, or into the query that is typed, or means what the keymap says. */
export function press(state: ScreenState, key: string, keymap: Keymap, situation: () => Situation): Step {
  if (isAlways(key, keymap)) return act(state, key, keymap, situation);
  const { dialog, processes } = state;
  if (dialog) {
    const frame = state.paused ?? situation().frame;
    if (frame === undefined) return { state };
    const { dialog: next, view = processes, ...rest } = dialog.press(key, frame, processes);
    return { state: { ...state, dialog: next, processes: view }, ...rest };
  }
  if (processes.editing) return { state: { ...state, processes: typeQuery(processes, key) } };
  if (processes.find.open) return { state: { ...state, processes: typeFind(processes, key, situation().listed) } };
  return act(state, key, keymap, situation);
}

/** No dialog takes these where they have a key with Ctrl: whoever wants out, gets out. */
const ALWAYS: ReadonlySet<string> = new Set<Action['type']>(['quit', 'suspend', 'redraw']);

function isAlways(key: string, keymap: Keymap): boolean {
  return key.startsWith('ctrl+') && ALWAYS.has(keymap.actionFor(key)?.type ?? '');
}

function act(state: ScreenState, key: string, keymap: Keymap, situation: () => Situation): Step {
  const action = keymap.actionFor(key);
  if (action === undefined) return { state };
  const now = situation();
  if (isIntent(action)) return { state: reduceScreen(state, action, now), errands: [action] };
  if (!isActing(action)) return { state: reduceScreen(state, action, now) };
  // What is shown is what is meant, paused or not; who it is by then is looked at again before anything is done.
  const frame = state.paused ?? now.frame;
  return frame ? beginActing(state, action, { ...now, frame }) : { state };
}
