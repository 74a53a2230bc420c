import type { Changes } from '../config/option-list.ts';
import { panelsOf } from '../config/plan.ts';
import type { PanelName, Settings } from '../config/settings.ts';
import { focusAtFirst } from './panel-focus.ts';
import { type ProcessView, withColumns } from './processes/view.ts';
import type { ScreenState } from './screen-state.ts';

/** The state when the settings have changed; the same one where they say what is so already. */
export function followSettings(
  state: ScreenState,
  { panels, layouts, preset, processColumns }: Pick<Settings, 'panels' | 'layouts' | 'preset' | 'processColumns'>,
): ScreenState {
  const { visible, focus, processes } = state;
  const sameLayout = layouts === state.layouts && preset === state.layout && panels.join() === visible.join();
  const view = followColumns(processes, processColumns);
  if (sameLayout && view === processes) return state;
  const next = { ...state, layouts, layout: preset, visible: panels, processes: view };
  return focus && panels.includes(focus) ? next : { ...next, focus: focusAtFirst(layouts[preset], panels), zoomed: false };
}

function followColumns(view: ProcessView, columns: ProcessView['columns']): ProcessView {
  return columns?.join() === view.columns?.join() ? view : withColumns(view, columns);
}

/** What a step on the screen changes of the settings. */
export function settingsChanged(before: ScreenState, after: ScreenState): Changes | undefined {
  const preset = after.layout !== before.layout && { preset: after.layout };
  const panels = after.visible !== before.visible && { panels: panelsByHand(after) };
  const columns = after.processes.columns !== before.processes.columns && { processColumns: after.processes.columns };
  return preset || panels || columns ? { ...preset, ...panels, ...columns } : undefined;
}

/** The panels that are shown, where those aren't just the layout's. */
function panelsByHand({ visible, layouts, layout }: ScreenState): readonly PanelName[] | undefined {
  return visible.join() === panelsOf(layouts[layout]).join() ? undefined : visible;
}
