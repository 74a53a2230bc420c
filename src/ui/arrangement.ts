import type { PanelName, Plan } from '../config/settings.ts';
import { known } from '../metrics/outcome.ts';
import type { Frame } from '../monitor.ts';
import { rememberLast } from '../units/remember-last.ts';
import { bannerRows } from './banner.ts';
import { arrange, orderOf } from './hiding.ts';
import type { Band, Demands, Layout, Place } from './layout.ts';
import { panels } from './panels/index.ts';
import type { Size } from './panels/panel.ts';
import { promptRows } from './processes/prompt.ts';
import { isInUse } from './processes/view.ts';
import type { ScreenState } from './screen-state.ts';

/** Rows between header and footer that alerts leave to the panels. */
export function bodyHeight(frame: Frame, height: number): number {
  return height - 2 - bannerRows(frame.alerts.firing, height);
}

/** Where the visible panels stand in a body of this size. */
export function layoutOf(frame: Frame, { visible, layouts, layout, processes }: Arranged, { width, height }: Size): Layout {
  return arrangeFrame(frame, layouts[layout] ?? 'flow', visible, isInUse(processes), processes.kernelThreads, width, height);
}

/** Asked by all who draw, attend or point in a frame. */
const arrangeFrame = rememberLast(
  (
    frame: Frame,
    plan: Plan,
    visible: readonly PanelName[],
    inUse: boolean,
    kernelThreads: boolean,
    width: number,
    height: number,
  ): Layout => {
    const rows = panels.flatMap((panel) => {
      const { least, most, enough = most } = panel.demand(frame, { kernelThreads });
      return [least, enough, most];
    });
    return arrangePanels(plan, visible, width, height, orderBy(plan, inUse, silentIn(frame)), ...rows);
  },
);

/** From frame to frame panels hardly ever ask for something else. */
const arrangePanels = rememberLast(
  (plan: Plan, visible: readonly PanelName[], width: number, height: number, order: readonly PanelName[], ...rows: number[]) => {
    const demands = panels.map(({ name }, i) => [name, { least: rows[3 * i], enough: rows[3 * i + 1], most: rows[3 * i + 2] }]);
    return arrange(plan, { width, height }, visible, Object.fromEntries(demands) as Demands, order);
  },
);

/** The panels, the most important one first. */
export function orderIn(frame: Frame, { layouts, layout, processes }: Arranged): readonly PanelName[] {
  return orderBy(layouts[layout] ?? 'flow', isInUse(processes), silentIn(frame));
}

const orderBy = rememberLast((plan: Plan, inUse: boolean, silent: string) =>
  orderOf(plan, inUse ? 'processes' : undefined, silent.split(' ') as PanelName[]),
);

/** The names of the panels that have nothing to tell. */
function silentIn({ sample }: Frame): string {
  const silent = panels.filter(({ metrics }) => metrics.every((metric) => sample[metric].state !== 'ok'));
  return silent.map(({ name }) => name).join(' ');
}

/** What the places of panels follow from. */
type Arranged = Pick<ScreenState, 'visible' | 'layouts' | 'layout' | 'processes'>;

/** The panels that are seen on a screen of this size: not those for which there is no room. */
export function panelsInSight(state: Arranged, frame: Frame, screen: Size): readonly PanelName[] {
  const layout = layoutOf(frame, state, { width: screen.width, height: bodyHeight(frame, screen.height) });
  return layout.kind === 'compact' ? state.visible : placedIn(layout.bands);
}

/** The panels that stand in these bands. */
export function placedIn(bands: readonly Band[]): readonly PanelName[] {
  return bands.flat(2).map(({ panel }) => panel);
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
export function listSize(state: ScreenState, frame: Frame, screen: Size): Size | undefined {
  const { zoomed, focus, processes } = state;
  const body = { width: screen.width, height: bodyHeight(frame, screen.height) };
  const panel = panelSize();
  const lack = known(frame.sample.process)?.hidden;
  return panel && { width: panel.width - 4, height: Math.max(1, panel.height - 3 - promptRows(processes, lack)) };

  function panelSize(): Size | undefined {
    if (zoomed) return focus === 'processes' ? body : undefined;
    const layout = layoutOf(frame, state, body);
    return layout.kind === 'compact' ? undefined : layout.bands.flat(2).find((place) => place.panel === 'processes');
  }
}
