import type { PanelName } from '../config/settings.ts';
import type { Action } from '../keymap/action.ts';
import { explain, scrollExplanation } from './explain/reduce.ts';
import type { ShownValue } from './explain/shown.ts';
import { scrollList, selectRow } from './processes/view.ts';
import type { ScreenState } from './screen-state.ts';
import type { Situation } from './situation.ts';

/** What a click or the wheel asks for: what keys do, and what needs a place that no key names. */
export type Wish = Action | PointerAction;

export type PointerAction =
  | { readonly type: 'focusPanel'; readonly panel: PanelName }
  | { readonly type: 'selectRow'; readonly id: string }
  | { readonly type: 'explainAt'; readonly value: ShownValue }
  | { readonly type: 'dismiss' }
  | { readonly type: 'wheel'; readonly over: Scrollable; readonly by: 1 | -1 };

/** The list of processes, or what covers the panels (an overlay, or a zoomed one), or what is said of a value. */
export type Scrollable = 'list' | 'page' | 'explanation';

/** Rows for a notch of the wheel. */
const NOTCH = 3;

const POINTER: ReadonlySet<Wish['type']> = new Set<PointerAction['type']>([
  'focusPanel',
  'selectRow',
  'explainAt',
  'dismiss',
  'wheel',
]);

export function isPointerAction(wish: Wish): wish is PointerAction {
  return POINTER.has(wish.type);
}

/** Pure: the state after what only the mouse can ask for. */
export function reducePointer(state: ScreenState, action: PointerAction, situation: Situation): ScreenState {
  const { listed, end } = situation;
  switch (action.type) {
    case 'focusPanel':
      return { ...state, focus: action.panel };
    case 'selectRow':
      return { ...state, processes: selectRow(state.processes, listed.ids.indexOf(action.id), listed) };
    case 'explainAt':
      return explain(state, action.value);
    case 'dismiss':
      return { ...state, message: undefined };
    case 'wheel':
      if (action.over === 'explanation') return scrollExplanation(state, action.by, situation);
      if (action.over === 'list') return { ...state, processes: scrollList(state.processes, action.by * NOTCH, listed) };
      return { ...state, scroll: Math.min(end, Math.max(0, Math.min(state.scroll, end) + action.by * NOTCH)) };
  }
}
