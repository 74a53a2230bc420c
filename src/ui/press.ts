import { type Action, isActing, isIntent } from '../keymap/action.ts';
import type { Keymap } from '../keymap/keymap.ts';
import { formatDuration } from '../units/format.ts';
import { beginActing } from './acting/acting.ts';
import type { DialogStep } from './dialog.ts';
import { neighbourSpan } from './draw/time-axis.ts';
import type { Errand } from './errand.ts';
import { lineOf } from './paste.ts';
import { pasteFind, typeFind } from './processes/find.ts';
import { typeQuery, withQuery } from './processes/view.ts';
import { reduceScreen } from './reduce-screen.ts';
import { hasGraphs, type News, type ScreenState } from './screen-state.ts';
import type { Situation } from './situation.ts';

/** What a key leads to: how the screen is from now on, and what is to be done outside of it. */
export interface Step {
  readonly state: ScreenState;
  readonly errands?: readonly Errand[];
  readonly news?: News;
}

/** Pure: a key goes to the dialog, or into the query that is typed, or means what the keymap says. */
export function press(state: ScreenState, key: string, keymap: Keymap, situation: () => Situation): Step {
  if (isAlways(key, keymap) || takesPicture(key, keymap)) return act(state, key, keymap, situation);
  const { dialog, processes } = state;
  if (dialog) {
    const { frame: live, roomy } = situation();
    const frame = state.paused ?? live;
    // Nobody answers what can't be seen; leaving it does no harm.
    if (frame === undefined || (!roomy && key !== 'escape')) return { state };
    return answerDialog(state, dialog.press(key, frame, processes));
  }
  if (processes.editing) return { state: { ...state, processes: typeQuery(processes, key) } };
  if (processes.find.open) return { state: { ...state, processes: typeFind(processes, key, situation().listed) } };
  return act(state, key, keymap, situation);
}

/** Pure: what is pasted goes where text is typed, and nowhere else: it is no keys. */
export function paste(state: ScreenState, pasted: string, keymap: Keymap, situation: () => Situation): Step {
  const { dialog, processes } = state;
  const text = lineOf(pasted);
  if (dialog) return { state: { ...state, dialog: dialog.paste?.(text) ?? dialog } };
  if (processes.editing) return { state: { ...state, processes: withQuery(processes, processes.query + text) } };
  if (processes.find.open) return { state: { ...state, processes: pasteFind(processes, text, situation().listed) } };
  const filter = keymap.keyFor('filter');
  const where = filter === undefined ? '' : `; ${filter} begins a filter to paste into`;
  return { state, news: { text: `what is pasted is not taken for keys${where}`, tone: 'bad' } };
}

/** What a dialog's answer leads to. */
export function answerDialog(state: ScreenState, { dialog, view = state.processes, ...rest }: DialogStep): Step {
  return { state: { ...state, dialog, processes: view }, ...rest };
}

/** Does an action, whoever asks for it. */
export function perform(state: ScreenState, action: Action, situation: Situation): Step {
  if (isIntent(action)) return { state: reduceScreen(state, action, situation), errands: [action] };
  if (action.type === 'walkLayouts') {
    const next = reduceScreen(state, action, situation);
    return next.layout === state.layout
      ? { state: next }
      : { state: next, news: { text: `layout ${next.layout}`, tone: 'good' } };
  }
  if (action.type === 'zoomTime') {
    const next = reduceScreen(state, action, situation);
    const news = tellSpan(next, situation);
    return { state: next, ...(news && { news }) };
  }
  if (!isActing(action)) return { state: reduceScreen(state, action, situation) };
  // What is shown is what is meant, paused or not; who it is by then is looked at again before anything is done.
  const frame = state.paused ?? situation.frame;
  return frame ? beginActing(state, action, { ...situation, frame }) : { state };
}

/** The time that graphs span by now, or why none has changed. */
function tellSpan(state: ScreenState, { inSight }: Situation): News | undefined {
  const { span, overlay, detail } = state;
  if (overlay) return undefined;
  if (detail) return { text: 'these graphs span all that was seen of the process', tone: 'bad' };
  if (!hasGraphs(state, inSight)) return { text: 'no graph is in sight whose time could change', tone: 'bad' };
  if (span === undefined) return { text: 'graphs have a column for each sample', tone: 'good' };
  const end = span === neighbourSpan(span, -1) ? ', the shortest' : neighbourSpan(span, 1) === undefined ? ', the longest' : '';
  return { text: `graphs span ${formatDuration(span)}${end}`, tone: 'good' };
}

/** No dialog takes these where they have a key with Ctrl: whoever wants out, gets out. */
const ALWAYS: ReadonlySet<string> = new Set<Action['type']>(['quit', 'suspend', 'redraw']);

function isAlways(key: string, keymap: Keymap): boolean {
  return key.startsWith('ctrl+') && ALWAYS.has(keymap.actionFor(key)?.type ?? '');
}

/** Of a dialog, and of what is being typed, too, where the key is none that types. */
function takesPicture(key: string, keymap: Keymap): boolean {
  return /^(f\d|ctrl\+|alt\+)/.test(key) && keymap.actionFor(key)?.type === 'screenshot';
}

function act(state: ScreenState, key: string, keymap: Keymap, situation: () => Situation): Step {
  const action = keymap.actionFor(key);
  return action === undefined ? { state } : perform(state, action, situation());
}
