import type { PanelName, Plan } from '../config/settings.ts';
import { orderOf } from './hiding.ts';
import type { ScreenState } from './screen-state.ts';

/** Where nobody has chosen one, the panel that matters most of those that are shown. */
export function focusAtFirst(plan: Plan | undefined, shown: readonly PanelName[]): PanelName | undefined {
  return orderOf(plan ?? 'flow').find((panel) => shown.includes(panel));
}

/** What is typed into has the focus meanwhile; and where the panel that has it isn't in sight, the most important one that is. */
export function focusInSight(state: ScreenState, inSight: readonly PanelName[]): ScreenState {
  const { focus, zoomed, layouts, layout, processes } = state;
  if (zoomed || focus === undefined) return state;
  const isTyping = processes.editing || processes.find.open;
  if (isTyping && focus !== 'processes' && inSight.includes('processes')) return { ...state, focus: 'processes' };
  if (inSight.includes(focus)) return state;
  return { ...state, focus: focusAtFirst(layouts[layout], inSight) ?? focus };
}

/**
 * The state after a step that was taken from what was seen: where that didn't mean the focus, it stays the one that it was,
 * and is back as soon as there is room for its panel.
 */
export function keepFocus(before: ScreenState, seen: ScreenState, after: ScreenState): ScreenState {
  const isMeant = after.focus !== seen.focus || after.zoomed || after.focus === before.focus;
  return isMeant ? after : { ...after, focus: before.focus };
}
