import type { PanelName } from '../config/settings.ts';
import { importance } from './rows-layout.ts';
import type { ScreenState } from './screen-state.ts';

/** Where the panel with the focus isn't in sight, the most important one that is has it. */
export function focusInSight(state: ScreenState, inSight: readonly PanelName[]): ScreenState {
  const { focus, zoomed } = state;
  if (zoomed || focus === undefined || inSight.includes(focus)) return state;
  return { ...state, focus: importance.find((panel) => inSight.includes(panel)) ?? focus };
}

/**
 * The state after a step that was taken from what was seen: where that didn't mean the focus, it stays the one that it was,
 * and is back as soon as there is room for its panel.
 */
export function keepFocus(before: ScreenState, seen: ScreenState, after: ScreenState): ScreenState {
  const isMeant = after.focus !== seen.focus || after.zoomed || after.focus === before.focus;
  return isMeant ? after : { ...after, focus: before.focus };
}
