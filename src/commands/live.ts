import os from 'node:os';
import { openConfiguration } from '../config/configuration.ts';
import type { Sources } from '../config/resolve.ts';
import type { Settings } from '../config/settings.ts';
import { listThemes } from '../config/theme/load.ts';
import { replaceFile, saveSnapshot, screenshotFileName } from '../exporters/save.ts';
import { systemClock } from '../platform/clock.ts';
import { BATTERY_INTERVAL, isOnBattery } from '../sampling/battery-pace.ts';
import type { ScreenServices } from '../ui/useIntents.ts';
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

/** The full-screen view, or plain lines in its place, until the user quits. React and Ink are loaded here, and only here. */
export async function runLive({ flags, environment, ...options }: LiveOptions, outside: Outside): Promise<void> {
  const colorings = createColorings(environment);
  const configuration = await openConfiguration({ flags, environment }, { write: replaceFile, check: colorings.load });
  if (configuration.inForce.get().settings.linear) {
    return (await import('./linear.ts')).runLinear(configuration, options, outside);
  }
  const { openScreen } = await import('../ui/screen.tsx');
  const settingsNow = () => configuration.inForce.get().settings;
  const settings = settingsNow();
  const interval = settings.interval ?? options.defaultInterval;
  const { monitor, over, inspect, recorded } = openSession({ settings, settingsNow, interval, thrifty: 'screen' });
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
  const screen = openScreen(monitor, services, outside.streams);
  outside.onTerminalTaken(screen.close);
  outside.onContinue(screen.redraw);
  let seen = 0;
  monitor.frames.subscribe(() => {
    if (monitor.frames.get()?.sample.moment.elapsed !== undefined) seen += 1;
    if (seen === options.count) screen.close();
  });
  configuration.inForce.subscribe(followInterval);
  monitor.frames.subscribe(followInterval);
  const unfollow = followConfiguration(configuration, systemClock);
  monitor.sampler.start();
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
