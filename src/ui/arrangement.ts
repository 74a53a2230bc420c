import type { PanelName } from '../config/settings.ts';
import type { Frame } from '../monitor.ts';
import { bannerRows } from './banner.ts';
import { arrange, type Demand, type Layout } from './layout.ts';
import { panels } from './panels/index.ts';
import { promptRows } from './processes/prompt.ts';
import type { ScreenState } from './screen-state.ts';

/** Rows between header and footer that alerts leave to the panels. */
export function bodyHeight(frame: Frame, height: number): number {
  return height - 2 - bannerRows(frame.alerts.firing, height);
}

/** Where the visible panels stand in a body of this size. */
export function layoutOf(frame: Frame, visible: readonly PanelName[], width: number, height: number): Layout {
  const demand = Object.fromEntries(panels.map((panel) => [panel.name, panel.demand(frame)])) as Record<PanelName, Demand>;
  return arrange(width, height, visible, demand);
}

/** How many processes the list has room for: below its border, its query and its head. */
export function listHeight(
  { visible, zoomed, focus, processes }: ScreenState,
  frame: Frame,
  width: number,
  height: number,
): number {
  const body = bodyHeight(frame, height);
  return Math.max(1, panelHeight() - 3 - promptRows(processes));

  function panelHeight(): number {
    if (zoomed && focus === 'processes') return body;
    const layout = layoutOf(frame, visible, width, body);
    if (layout.kind === 'compact') return 0;
    return layout.bands.flat(2).find((place) => place.panel === 'processes')?.height ?? 0;
  }
}
