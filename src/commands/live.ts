import os from 'node:os';
import { openConfiguration } from '../config/configuration.ts';
import type { Sources } from '../config/resolve.ts';
import type { Settings } from '../config/settings.ts';
import { listThemes } from '../config/theme/load.ts';
import { replaceFile, saveSnapshot, screenshotFileName } from '../exporters/save.ts';
import { systemClock } from '../platform/clock.ts';
import { BATTERY_INTERVAL, isOnBattery } from '../sampling/battery-pace.ts';
import type { Screen } from '../ui/screen.tsx';
import type { ScreenServices } from '../ui/services.ts';
import type { Seconds } from '../units/quantity.ts';
import { createColorings } from './coloring.ts';
import { CONTROL_OFF, openControl } from './control.ts';
import { followConfiguration } from './follow-configuration.ts';
import type { Outside } from './outside.ts';
import { saveFrame } from './save-frame.ts';
import { openSession } from './session.ts';

export interface LiveOptions extends Pick<Sources, 'flags' | 'environment'> {
  /** The interval where none is configured. */
  readonly defaultInterval: Seconds;
  /** Quit after so many samples. */
  readonly count?: number;
}

/** The first rates come after so much time: 20 ticks of the kernel's clock. */
const FIRST_RATES: Seconds = 0.2;

/** The full-screen view, or plain lines in its place, until the user quits. React and Ink are loaded here, and only here. */
export async function runLive({ flags, environment, ...options }: LiveOptions, outside: Outside): Promise<void> {
  const colorings = createColorings(environment);
  const configuration = await openConfiguration({ flags, environment }, { write: replaceFile, check: colorings.load });
  if (configuration.inForce.get().settings.linear) {
    return (await import('./linear.ts')).runLinear(configuration, options, outside);
  }
  const settingsNow = () => configuration.inForce.get().settings;
  const settings = settingsNow();
  const interval = settings.interval ?? options.defaultInterval;
  const { monitor, over, inspect, recorded } = openSession({
    settings,
    settingsNow,
    interval,
    priming: FIRST_RATES,
    thrifty: 'screen',
  });
  // Who has said how often, or what it may cost, has it so on a battery, too.
  const isSparing = () => {
    const { interval: chosen, budget } = settingsNow();
    const sample = monitor.frames.get()?.sample;
    return chosen === undefined && budget === undefined && !recorded && sample !== undefined && isOnBattery(sample);
  };
  const followInterval = () => {
    const usual = isSparing() ? BATTERY_INTERVAL : options.defaultInterval;
    const next = settingsNow().interval ?? usual;
    if (next !== monitor.sampler.interval) monitor.sampler.setInterval(next);
  };
  const control = openControl(settings, outside);
  let seen = 0;
  let screen: Screen | undefined;
  monitor.frames.subscribe(() => {
    if (monitor.frames.get()?.sample.moment.elapsed !== undefined) seen += 1;
    if (seen === options.count) screen?.close();
  });
  // The first reading is taken while what draws is loaded: rates come all the sooner.
  monitor.sampler.start();
  const { openScreen } = await import('../ui/screen.tsx');
  const services: ScreenServices = {
    save: (frame) => saveFrame(frame, settingsNow()),
    saveScreenshot: ({ svg, time }) => saveSnapshot(settingsNow().snapshotFolder, screenshotFileName(time), svg),
    stop: outside.stop,
    ...ownUser(settings),
    coloring: ({ theme }) => colorings.get(theme),
    write: outside.write,
    ownThemes: listThemes,
    inspect,
    onBattery: isSparing,
    get control() {
      return settingsNow().readonly ? CONTROL_OFF : control;
    },
    configuration,
  };
  outside.onContinue(() => screen?.redraw());
  screen = openScreen(monitor, services, outside.streams);
  outside.onTerminalTaken(screen.close);
  if (options.count !== undefined && seen >= options.count) screen.close();
  configuration.inForce.subscribe(followInterval);
  monitor.frames.subscribe(followInterval);
  const unfollow = followConfiguration(configuration, systemClock);
  try {
    // A recording that is over stays on the screen; a reading that broke for good does not.
    await Promise.race([screen.done, over.then(() => screen.done)]);
  } finally {
    unfollow();
    monitor.sampler.stop();
    screen.close();
  }
}

/** The user that we run as; nothing where the processes are those of another system, and for one without a name. */
function ownUser({ root }: Settings): { readonly user?: string } {
  if (root !== undefined) return {};
  try {
    return { user: os.userInfo().username };
  } catch {
    return {};
  }
}
