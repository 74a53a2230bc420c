import { createConfiguration } from '../../src/config/configuration.ts';
import type { Changes } from '../../src/config/option-list.ts';
import type { Deed } from '../../src/control/deed.ts';
import { beginPursuit } from '../../src/control/pursuit.ts';
import { signalsOn } from '../../src/control/signal.ts';
import { describeError } from '../../src/errors.ts';
import { createKeymap, type Keymap } from '../../src/keymap/keymap.ts';
import { known, ok } from '../../src/metrics/outcome.ts';
import type { Frame } from '../../src/monitor.ts';
import type { Sample } from '../../src/sampling/sample.ts';
import { builtIn, dark } from '../../src/themes/built-in/index.ts';
import { observe } from '../../src/ui/acting/observe.ts';
import { listSize } from '../../src/ui/arrangement.ts';
import { attentionOf } from '../../src/ui/attention.ts';
import { canAsk, type Scene } from '../../src/ui/composition.ts';
import { askFacts, continueInspection } from '../../src/ui/detail/inspection.ts';
import type { Errand } from '../../src/ui/errand.ts';
import { followSettings, settingsChanged } from '../../src/ui/follow-settings.ts';
import { createLook, type Look } from '../../src/ui/look.ts';
import type { MouseReport } from '../../src/ui/mouse.ts';
import { keepFocus } from '../../src/ui/panel-focus.ts';
import type { Size } from '../../src/ui/panels/panel.ts';
import { point } from '../../src/ui/point.ts';
import { paste, press, type Step } from '../../src/ui/press.ts';
import { createLister } from '../../src/ui/processes/listing.ts';
import { createPlace } from '../../src/ui/processes/place.ts';
import { keepInSight } from '../../src/ui/processes/view.ts';
import { initialState, type News, type ScreenState } from '../../src/ui/screen-state.ts';
import { encodeScreenshot } from '../../src/ui/screenshot.ts';
import { type Situation, sceneOf, situationOf, type Vantage } from '../../src/ui/situation.ts';
import type { Depth } from '../../src/ui/theme/theme.ts';
import { detailOf } from '../ui/detail/details.ts';
import { createFakeClock } from './fake-clock.ts';
import { defaults } from './machine.ts';
import { createScriptedMonitor } from './monitor.ts';

/** Goes through the screen as the app does, with neither terminal nor React: what happens, and what is on the screen then. */
export interface Walker {
  scene(): Scene;
  look(): Look;
  /** The same look, of which nothing was drawn before. */
  freshLook(): Look;
  key(key: string): void;
  mouse(report: MouseReport): void;
  paste(text: string): void;
  resize(size: Size): void;
  /** A second later. */
  sample(write: (blank: Sample) => Sample): Promise<void>;
  /** The machine sleeps. */
  sleep(seconds: number): void;
  configure(changes: Changes): void;
  colors(depth: Depth): void;
}

export async function createWalker(first: (blank: Sample) => Sample): Promise<Walker> {
  const clock = createFakeClock();
  let write = first;
  const monitor = createScriptedMonitor(clock, (_, blank) => write(blank), defaults.rules);
  const configuration = createConfiguration({ flags: {}, environment: {}, home: '/home/ada' }, { write: async () => {} });
  const list = createLister('ada');
  const placeOf = createPlace();
  let settings = configuration.inForce.get().settings;
  let state = initialState(settings.panels, settings.processColumns, settings);
  let screen: Size = { width: 160, height: 48 };
  let depth: Depth = 3;
  /** The height that the list had. */
  let listed: number | undefined;
  let keymap: Keymap = createKeymap(settings.keys, settings.readonly);
  let look = freshLook();
  configuration.inForce.subscribe(() => {
    settings = configuration.inForce.get().settings;
    keymap = createKeymap(settings.keys, settings.readonly);
    look = freshLook();
    state = followSettings(state, settings);
  });
  monitor.sampler.start();
  await clock.advance(1);
  const live = (): Frame => {
    const frame = monitor.frames.get();
    if (frame === undefined) throw new Error('there is no sample yet');
    return frame;
  };

  return {
    scene: () => sceneOf(state, vantage()),
    look: () => ({ ...look, span: state.span }),
    freshLook: () => ({ ...freshLook(), span: state.span }),
    key: (key) => take(press(state, key, keymap, situation)),
    mouse(report) {
      const scene = sceneOf(state, vantage());
      const step = point(scene, report, look, situation());
      take({ ...step, state: keepFocus(state, scene.state, step.state) });
    },
    paste: (text) => take(paste(state, text, keymap, situation)),
    resize(size) {
      screen = size;
      keepSelection();
    },
    async sample(next) {
      write = next;
      await clock.advance(monitor.sampler.interval);
      const frame = live();
      const { detail, paused, ...rest } = state;
      if (detail && !paused) state = { ...rest, paused, detail: continueInspection(detail, frame, inspect) };
      const { state: observed, news } = observe(state, frame, keymap.keyFor('signal'));
      state = observed;
      if (news) tell(news);
      const shown = state.paused ?? frame;
      keepSelection();
      attentionOf(state, shown, list(shown.sample.process, state.processes), screen);
    },
    sleep: clock.suspend,
    configure,
    colors(next) {
      depth = next;
      look = freshLook();
    },
  };

  function keepSelection(): void {
    const { frame, processes, ...scene } = sceneOf(state, vantage());
    const height = listSize(scene.state, frame, screen)?.height;
    if (height === undefined) return;
    state = { ...state, processes: keepInSight(state.processes, { ...processes.listing, height: listed ?? height }, height) };
    listed = height;
  }

  function freshLook(): Look {
    return createLook(settings, depth, builtIn.find(({ name }) => name === settings.theme) ?? dark);
  }

  function take(step: Step): void {
    const changes = settingsChanged(state, step.state);
    state = inspected(step.state);
    keepSelection();
    if (changes) configure(changes);
    if (step.news) tell(step.news);
    for (const errand of step.errands ?? []) carryOut(errand);
  }

  function inspected(next: ScreenState): ScreenState {
    const { detail } = next;
    return detail && !detail.facts ? { ...next, detail: askFacts(detail, inspect) } : next;
  }

  function carryOut(errand: Errand): void {
    switch (errand.type) {
      case 'configure':
        configure(errand.changes);
        return;
      case 'screenshot':
        encodeScreenshot(sceneOf(state, vantage()), { ...createLook(look, 3, look.palette), span: state.span });
        tell({ text: 'saved', tone: 'good' });
        return;
      case 'send': {
        const at = clock.monotonic();
        const deeds = errand.targets.map(
          (target): Deed => ({ target, act: { type: 'signal', signal: errand.signal }, at, outcome: 'done' }),
        );
        const pursuit = beginPursuit(deeds, known(live().sample.process)?.all);
        if (pursuit) state = { ...state, pursuits: [...state.pursuits, pursuit] };
        return;
      }
    }
  }

  function configure(changes: Changes): void {
    try {
      void configuration.change(changes);
      monitor.sampler.setInterval(settings.interval ?? 1);
      keepSelection();
    } catch (error) {
      tell({ text: describeError(error), tone: 'bad' });
    }
  }

  function tell(news: News): void {
    state = { ...state, message: { ...news, until: live().sample.moment.monotonic + 6 } };
  }

  function vantage(): Vantage {
    return { live: live(), keymap, look, list, placeOf, ...screen, interval: monitor.sampler.interval };
  }

  function situation(): Situation {
    return {
      ...situationOf(state, vantage()),
      control: canAsk(screen) && !settings.readonly ? CONTROL : { off: 'not here' },
      inForce: configuration.inForce.get,
      ownThemes: () => ['my-own'],
    };
  }
}

const inspect = () => ok(detailOf());

const CONTROL: Situation['control'] = {
  signals: signalsOn('linux'),
  ownPid: 4242,
  send: () => Promise.reject(new Error('nothing is sent in this test')),
  renice: () => Promise.reject(new Error('nothing is reniced in this test')),
};
