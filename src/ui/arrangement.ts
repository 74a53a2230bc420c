import type { PanelName } from '../config/settings.ts';
import { known } from '../metrics/outcome.ts';
import type { Frame } from '../monitor.ts';
import { bannerRows } from './banner.ts';
import { arrange, type Band, type Demand, type Layout, type Place } from './layout.ts';
import { panels } from './panels/index.ts';
import type { Size } from './panels/panel.ts';
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

/** A panel's place on the screen's body, in cells from its upper left corner. */
export interface Box extends Place {
  readonly x: number;
  readonly y: number;
}

/** Where the panels of these bands stand. */
export function boxesOf(bands: readonly Band[]): readonly Box[] {
  let top = 0;
  return bands.flatMap((band) => {
    let x = 0;
    const boxes = band.flatMap((column) => {
      let y = top;
      const stacked = column.map((place): Box => {
        const box = { ...place, x, y };
        y += place.height;
        return box;
      });
      x += column[0]?.width ?? 0;
      return stacked;
    });
    top = Math.max(...boxes.map(({ y, height }) => y + height));
    return boxes;
  });
}

/** How many processes the list has room for: below its border, its query and its head. */
export function listHeight(state: ScreenState, frame: Frame, width: number, height: number): number {
  return listSize(state, frame, { width, height })?.height ?? 1;
}

/** The room for rows in the list of processes; undefined where there is no table. */
export function listSize({ visible, zoomed, focus, processes }: ScreenState, frame: Frame, screen: Size): Size | undefined {
  const body = { width: screen.width, height: bodyHeight(frame, screen.height) };
  const panel = panelSize();
  const lack = known(frame.sample.process)?.hidden;
  return panel && { width: panel.width - 4, height: Math.max(1, panel.height - 3 - promptRows(processes, lack)) };

  function panelSize(): Size | undefined {
    if (zoomed) return focus === 'processes' ? body : undefined;
    const layout = layoutOf(frame, visible, body.width, body.height);
    return layout.kind === 'compact' ? undefined : layout.bands.flat(2).find((place) => place.panel === 'processes');
  }
}
