import { NO_ALERTS } from '../../src/alerts/alert.ts';
import { panelNames } from '../../src/config/settings.ts';
import { createKeymap } from '../../src/keymap/keymap.ts';
import type { Frame } from '../../src/monitor.ts';
import { createTracks } from '../../src/processes/track.ts';
import type { Scene } from '../../src/ui/composition.ts';
import { listProcesses } from '../../src/ui/processes/listing.ts';
import { initialState, type ScreenState } from '../../src/ui/screen-state.ts';
import type { Situation } from '../../src/ui/situation.ts';
import { type Contents, sampleAt } from './sample.ts';

/** A frame without a past. */
export function frameAt(seconds: number, contents?: Contents): Frame {
  return { sample: sampleAt(seconds, contents), history: [], alerts: NO_ALERTS, tracks: createTracks() };
}

/** What is on a screen of this size: all panels, unless the state says otherwise. */
export function sceneOf(
  frame: Frame,
  [width, height]: readonly [number, number],
  state: ScreenState = initialState(panelNames),
): Scene {
  const processes = { view: state.processes, listing: listProcesses(frame.sample.process, state.processes) };
  return { state, frame, live: frame, processes, keymap: createKeymap(), width, height, interval: 1 };
}

/** What an action is done upon, with nothing listed and nothing that may be acted on unless the test says so. */
export function situationWith(changes: Partial<Situation>): Situation {
  return {
    frame: undefined,
    page: 10,
    end: 25,
    listed: { ids: [], height: 3, find: () => new Set<string>(), rows: () => [] },
    control: { off: 'not in this test' },
    roomy: true,
    values: () => [],
    ownThemes: () => [],
    inForce: () => {
      throw new Error('not in this test');
    },
    ...changes,
  };
}
