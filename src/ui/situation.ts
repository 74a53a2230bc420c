import type { InForce } from '../config/configuration.ts';
import type { PanelName } from '../config/settings.ts';
import type { Control, ControlOff } from '../control/control.ts';
import type { Frame } from '../monitor.ts';
import { bodyHeight, listHeight, panelsInSight } from './arrangement.ts';
import { canAsk, coverLines, type Scene } from './composition.ts';
import { historyFor } from './draw/time-axis.ts';
import { explanationEnd } from './explain/hit.ts';
import { reachableValues } from './explain/reachable.ts';
import type { ShownValue } from './explain/shown.ts';
import type { Look } from './look.ts';
import { focusInSight } from './panel-focus.ts';
import { panelNamed } from './panels/index.ts';
import { type createLister, EMPTY_LISTING, type Listing } from './processes/listing.ts';
import type { createPlace } from './processes/place.ts';
import type { Listed } from './processes/view.ts';
import { isExplaining, type ScreenState } from './screen-state.ts';

/** What an action is done upon. */
export interface Situation {
  readonly frame: Frame | undefined;
  /** The panels that are seen; absent: all that are shown. */
  readonly inSight?: readonly PanelName[];
  /** Rows that a page has, and the last that can be scrolled to. */
  readonly page: number;
  readonly end: number;
  /** The last line to which what is said of a value can be scrolled. */
  readonly explanationEnd?: number;
  /** The values that a state shows, or would show if it were scrolled. */
  values(state: ScreenState): readonly ShownValue[];
  /** What the list of processes shows. */
  readonly listed: Listed & Pick<Listing, 'rows'>;
  readonly control: Control | ControlOff;
  /** Whether there is room for a dialog to be seen. */
  readonly roomy: boolean;
  /** The configuration by now. */
  inForce(): InForce;
  /** The names of one's own themes. */
  ownThemes(): readonly string[];
}

/** What is seen of a state, and what a key does to it, follows from this: the machine now, the terminal, what is in force. */
export interface Vantage extends Omit<Scene, 'state' | 'frame' | 'processes'> {
  readonly look: Look;
  readonly list: ReturnType<typeof createLister>;
  readonly placeOf: ReturnType<typeof createPlace>;
}

/** What is on the screen. */
export function sceneOf(current: ScreenState, { look: _, list, placeOf, ...rest }: Vantage): Scene {
  const frame = current.paused ?? rest.live;
  const processes = { view: current.processes, listing: list(frame.sample.process, current.processes) };
  placeOf(current.processes, processes.listing.ids);
  const state = focusInSight(current, panelsInSight(current, frame, rest));
  const history = historyFor(frame, current.span);
  // The very same frame, where it is: much is remembered of it.
  return { ...rest, state, frame: history === frame.history ? frame : { ...frame, history }, processes };
}

/** What of a situation the screen tells; the rest is who may do what. */
export type Seen = Omit<Situation, 'control' | 'inForce' | 'ownThemes'>;

/** What an action is done upon, as far as the screen tells. */
export function situationOf(current: ScreenState, vantage: Vantage): Seen {
  const { live, width, height, keymap, look, list, placeOf } = vantage;
  const frame = current.paused ?? live;
  const rows = bodyHeight(frame, height);
  const cover = coverLines(current, frame, { width, height: rows }, keymap, look);
  // A bound for all that the panel may list; the panel itself knows where it ends.
  const panelEnd = current.zoomed && current.focus ? panelNamed(current.focus).demand(frame, current.processes).most : 0;
  const listing = list(frame.sample.process, current.processes);
  return {
    frame: live,
    inSight: panelsInSight(current, frame, vantage),
    page: Math.max(1, height - 6),
    end: cover ? Math.max(0, cover.length - (rows - 2)) : panelEnd,
    explanationEnd: isExplaining(current) ? explanationEnd(sceneOf(current, vantage), look) : 0,
    listed: { ...listing, height: listHeight(current, frame, width, height), place: placeOf(current.processes, listing.ids) },
    roomy: canAsk(vantage),
    values: (shown) => reachableValues(sceneOf(shown, vantage), look),
  };
}

/** The same before there is anything to be seen. */
export const NOTHING_SEEN: Omit<Seen, 'roomy'> = {
  frame: undefined,
  page: 1,
  end: 0,
  listed: { ...EMPTY_LISTING, height: 1 },
  values: () => [],
};
