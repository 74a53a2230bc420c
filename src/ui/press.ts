import { type Action, type Intent, isIntent } from '../keymap/action.ts';
import type { Keymap } from '../keymap/keymap.ts';
import { typeQuery } from './processes/view.ts';
import { reduceScreen, type ScreenState, type Situation } from './screen-state.ts';

/** What a key leads to: how the screen is from now on, and what is to be done outside of it. */
export interface Step {
  readonly state: ScreenState;
  readonly intents: readonly Intent[];
}

/** Pure: a key goes to the dialog, or into the query that is typed, or means what the keymap says. */
export function press(state: ScreenState, key: string, keymap: Keymap, situation: () => Situation): Step {
  if (isAlways(key, keymap)) return act(state, key, keymap, situation);
  const { dialog, processes } = state;
  if (dialog) {
    const frame = state.paused ?? situation().frame;
    if (frame === undefined) return { state, intents: [] };
    const { dialog: next, view = processes, intents = [] } = dialog.press(key, frame, processes);
    return { state: { ...state, dialog: next, processes: view }, intents };
  }
  if (processes.editing) return { state: { ...state, processes: typeQuery(processes, key) }, intents: [] };
  return act(state, key, keymap, situation);
}

/** No dialog takes these where they have a key with Ctrl: whoever wants out, gets out. */
const ALWAYS: ReadonlySet<string> = new Set<Action['type']>(['quit', 'suspend', 'redraw']);

function isAlways(key: string, keymap: Keymap): boolean {
  return key.startsWith('ctrl+') && ALWAYS.has(keymap.actionFor(key)?.type ?? '');
}

function act(state: ScreenState, key: string, keymap: Keymap, situation: () => Situation): Step {
  const action = keymap.actionFor(key);
  if (action === undefined) return { state, intents: [] };
  return { state: reduceScreen(state, action, situation()), intents: isIntent(action) ? [action] : [] };
}
