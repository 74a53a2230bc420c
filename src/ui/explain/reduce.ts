import type { Action } from '../../keymap/action.ts';
import type { ScreenState } from '../screen-state.ts';
import type { Situation } from '../situation.ts';
import { type Area, meantValue, type ShownValue, type ValueId } from './shown.ts';
import { type Way, walk, walkAreas } from './walk.ts';

/** What is explained, and how far that is scrolled. */
export interface Explained extends ValueId {
  /** Where it stood when it was chosen. */
  readonly x: number;
  readonly y: number;
  readonly scroll: number;
}

/** Lines that a page of an explanation moves. */
const PAGE = 4;

/** Begins with the first value of the detail that is open, or of the focused panel; the same state where nothing on the screen tells a value. */
export function beginExplaining(state: ScreenState, { values }: Situation): ScreenState {
  const uncovered = { ...state, overlay: undefined };
  const shown = values(uncovered).filter(({ beyond }) => beyond === undefined);
  const first = shown.find(({ area }) => area === (state.detail ? 'detail' : state.focus)) ?? shown[0];
  return first ? explain(uncovered, first) : state;
}

/** With the value in sight. */
export function explain(state: ScreenState, { tells, item, area, x, y, beyond }: ShownValue): ScreenState {
  const explained = { tells, item, area, x, y: beyond?.y ?? y, scroll: 0 };
  const focus = area === 'header' || area === 'detail' ? state.focus : area;
  return { ...state, explained, focus, scroll: beyond?.scroll ?? state.scroll };
}

/** Pure: what keys mean while a value is explained; undefined where they mean what they always do. */
export function reduceExplained(state: ScreenState, action: Action, situation: Situation): ScreenState | undefined {
  const { explained } = state;
  if (explained === undefined) return undefined;
  switch (action.type) {
    case 'explain':
    case 'back':
      return { ...state, explained: undefined };
    case 'walk':
    // The arrows of those whose hands know btop.
    case 'sortNext':
      return toValue((values, from) => walk(values, from, action.by < 0 ? 'left' : 'right'));
    case 'moveFocus':
      return toValue((values, from) => walkAreas(values, from, areasOf(state), action.by));
    case 'scroll': {
      const { by } = action;
      if (by !== 'page' && by !== 'pageBack') return toValue((values, from) => walk(values, from, WAYS[by]));
      return scrollExplanation(state, by === 'page' ? PAGE : -PAGE, situation);
    }
    default:
      return undefined;
  }

  function toValue(step: (values: readonly ShownValue[], from: ShownValue) => ShownValue): ScreenState {
    const values = situation.values(state);
    const inSight = values.filter(({ beyond }) => beyond === undefined);
    const from = explained && meantValue(inSight, explained);
    return from ? explain(state, step(values, from)) : state;
  }
}

const WAYS: Readonly<Record<'line' | 'lineBack' | 'start' | 'end', Way>> = {
  line: 'down',
  lineBack: 'up',
  start: 'first',
  end: 'last',
};

/** By so many lines, as far as there are any. */
export function scrollExplanation(
  state: ScreenState,
  by: number,
  { explanationEnd: end = 0 }: Pick<Situation, 'explanationEnd'>,
): ScreenState {
  if (state.explained === undefined) return state;
  const scroll = Math.min(end, Math.max(0, Math.min(state.explained.scroll, end) + by));
  return { ...state, explained: { ...state.explained, scroll } };
}

/** In the order in which Tab goes through them. */
function areasOf({ visible, detail }: ScreenState): readonly Area[] {
  return detail ? ['detail', 'header'] : [...visible, 'header'];
}
