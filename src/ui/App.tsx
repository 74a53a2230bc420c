import { useWindowSize } from 'ink';
import { useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Settings } from '../config/settings.ts';
import { beginPursuit } from '../control/pursuit.ts';
import { createKeymap } from '../keymap/keymap.ts';
import { known } from '../metrics/outcome.ts';
import type { Frame, Monitor } from '../monitor.ts';
import { createStore, type Store } from '../sampling/store.ts';
import { attentionOf } from './attention.ts';
import { canAsk, type Scene } from './composition.ts';
import { askFacts } from './detail/inspection.ts';
import { settingsChanged } from './follow-settings.ts';
import { LookContext } from './LookContext.ts';
import { createLook, type Look } from './look.ts';
import type { MouseReport } from './mouse.ts';
import { keepFocus } from './panel-focus.ts';
import type { Pastes } from './paste-input.ts';
import { point } from './point.ts';
import { paste, press, type Step } from './press.ts';
import { createLister } from './processes/listing.ts';
import { createPlace } from './processes/place.ts';
import type { Focus, Mouse } from './report-input.ts';
import { Scenery } from './Scenery.tsx';
import { initialState, type News, type ScreenState } from './screen-state.ts';
import { encodeScreenshot } from './screenshot.ts';
import type { ScreenServices, Screenshot } from './services.ts';
import { NOTHING_SEEN, type Situation, sceneOf, situationOf, type Vantage } from './situation.ts';
import { type ErrandOutcome, useErrands } from './useErrands.ts';
import { useEvents } from './useEvents.ts';
import { useFrame } from './useFrame.ts';
import { useKeys } from './useKeys.ts';
import { useMouse } from './useMouse.ts';
import { usePasted } from './usePasted.ts';
import { useRest } from './useRest.ts';
import { useSelectionInSight } from './useSelectionInSight.ts';

export interface AppProps {
  readonly monitor: Monitor;
  readonly settings: Pick<Settings, 'panels' | 'preset' | 'layouts' | 'processColumns' | 'keys' | 'readonly'>;
  readonly look: Look;
  readonly services: ScreenServices;
  /** Absent: the terminal's own. */
  readonly mouse?: Mouse | undefined;
  /** Absent: the screen never rests. */
  readonly focus?: Focus | undefined;
  /** Whether the screen rests: fewer frames come. */
  readonly resting: Store<boolean>;
  readonly pastes: Pick<Pastes, 'subscribe'>;
  /** Hands out how to draw everything anew. */
  onRedraw(redraw: () => void): void;
}

/** Seconds that a message stays. */
const MESSAGE_LENGTH = 6;

/** Where there is no room for a question, nothing is done that takes one. */
const UNASKED = { off: 'too small a terminal to act in' };

/** The live view: the state of the screen, what keys, mouse and pastes make of it, and what is drawn of it. */
export function App({ monitor, settings, look: usual, services, mouse, focus, resting, pastes, onRedraw }: AppProps) {
  const { columns: width, rows: height } = useWindowSize();
  const live = useFrame(monitor);
  // Keys may come faster than renders: what one means follows from the state that the one before left.
  const [store] = useState(() => createStore(initialState(settings.panels, settings.processColumns, settings)));
  const state = useSyncExternalStore(store.subscribe, store.get);
  const [list] = useState(() => createLister(services.user));
  const [placeOf] = useState(createPlace);
  const keymap = useMemo(() => createKeymap(settings.keys, settings.readonly), [settings.keys, settings.readonly]);
  const look = useMemo(() => ({ ...usual, span: state.span }), [usual, state.span]);

  const carryOut = useErrands(
    monitor,
    services,
    [mouse, focus].flatMap((one) => one ?? []),
    takeScreenshot,
  );
  useLayoutEffect(() => onRedraw(() => void carryOut({ type: 'redraw' }, undefined)));

  useKeys(keymap, (key) => take(press(store.get(), key, keymap, situation)));
  useMouse(mouse, pointed, take);
  const isResting = useRest(resting, focus);
  usePasted(pastes, (pasted) => take(paste(store.get(), pasted, keymap, situation)));

  useEffect(() => {
    const frame = state.paused ?? live;
    if (frame) monitor.attend(attentionOf(state, frame, list(frame.sample.process, state.processes), { width, height }));
  }, [monitor, state, live, list, width, height]);

  useEvents(store, { monitor, settings, services, keymap, live, tell });

  function pointed(event: MouseReport): Step {
    const current = store.get();
    const scene = scenery(current);
    if (scene === undefined) return { state: current };
    const step = point(scene, event, look, situation());
    return { ...step, state: keepFocus(current, scene.state, step.state) };
  }

  function take(step: Step) {
    const frame = step.state.paused ?? live;
    const changes = settingsChanged(store.get(), step.state);
    store.set(inspected(step.state));
    if (changes) void report(carryOut({ type: 'configure', changes }, frame));
    if (step.news) tell(step.news);
    for (const errand of step.errands ?? []) void report(carryOut(errand, frame));
  }

  function vantageOf(now: Frame): Vantage {
    const onBattery = services.onBattery?.() ?? false;
    const { interval } = monitor.sampler;
    return { live: now, width, height, keymap, look, list, placeOf, interval, resting: isResting, onBattery };
  }

  function scenery(current: ScreenState): Scene | undefined {
    return live && sceneOf(current, vantageOf(live));
  }

  function situation(): Situation {
    // A key that answers the first picture may find this as it was before that.
    const now = live ?? monitor.frames.get();
    const roomy = canAsk({ width, height });
    return {
      ...(now ? situationOf(store.get(), vantageOf(now)) : { ...NOTHING_SEEN, roomy }),
      control: roomy ? services.control : UNASKED,
      inForce: services.configuration.inForce.get,
      ownThemes: () => services.ownThemes?.() ?? [],
    };
  }

  /** A detail that was just opened is asked for at once. */
  function inspected(next: ScreenState): ScreenState {
    const { detail } = next;
    return detail && !detail.facts ? { ...next, detail: askFacts(detail, services.inspect) } : next;
  }

  async function report(outcome: Promise<ErrandOutcome>) {
    const { news, deeds = [] } = await outcome;
    if (news) tell(news);
    const listed = monitor.frames.get()?.sample.process;
    const pursuit = beginPursuit(deeds, listed && known(listed)?.all);
    if (pursuit) store.set({ ...store.get(), pursuits: [...store.get().pursuits, pursuit] });
  }

  function tell(news: News) {
    const now = monitor.frames.get()?.sample.moment.monotonic ?? 0;
    store.set({ ...store.get(), message: { ...news, until: now + MESSAGE_LENGTH } });
  }

  /** In all colours, whatever the terminal has. */
  function takeScreenshot(): Screenshot | undefined {
    const scene = scenery(store.get());
    return (
      scene && {
        svg: encodeScreenshot(scene, { ...createLook(look, 3, look.palette), span: look.span }),
        time: scene.frame.sample.moment.time,
      }
    );
  }

  const scene = scenery(state);
  useSelectionInSight(store, scene);
  if (scene === undefined) return null;
  return (
    <LookContext value={look}>
      <Scenery scene={scene} />
    </LookContext>
  );
}
