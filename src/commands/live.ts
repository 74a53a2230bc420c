import os from 'node:os';
import type { Settings } from '../config/settings.ts';
import { encodeJson } from '../exporters/json.ts';
import { saveSnapshot, screenshotFileName, snapshotFileName } from '../exporters/save.ts';
import type { Coloring } from '../ui/theme/coloring.ts';
import type { ScreenServices } from '../ui/useIntents.ts';
import { openControl } from './control.ts';
import type { Outside } from './outside.ts';
import { openSession, type SessionOptions } from './session.ts';

export interface LiveOptions extends SessionOptions {
  /** Quit after so many samples. */
  readonly count?: number;
  readonly coloring: Coloring;
}

/** The full-screen view, until the user quits. React and Ink are loaded here, and only here. */
export async function runLive(options: LiveOptions, outside: Outside): Promise<void> {
  const { openScreen } = await import('../ui/screen.tsx');
  const { monitor, over, inspect } = openSession(options);
  const services: ScreenServices = {
    save: ({ sample, alerts }) =>
      saveSnapshot(
        options.settings.snapshotFolder,
        snapshotFileName(sample.moment.time),
        encodeJson({ sample, alerts }, options.settings),
      ),
    saveScreenshot: ({ svg, time }) => saveSnapshot(options.settings.snapshotFolder, screenshotFileName(time), svg),
    stop: outside.stop,
    ...ownUser(options.settings),
    coloring: options.coloring,
    write: outside.write,
    inspect,
    control: openControl(options.settings, outside),
  };
  const screen = openScreen(monitor, options.settings, services, outside.streams);
  outside.onTerminalTaken(screen.close);
  outside.onContinue(screen.redraw);
  let seen = 0;
  monitor.frames.subscribe(() => {
    if (monitor.frames.get()?.sample.moment.elapsed !== undefined) seen += 1;
    if (seen === options.count) screen.close();
  });
  monitor.sampler.start();
  try {
    // A recording that is over stays on the screen; a reading that broke for good does not.
    await Promise.race([screen.done, over.then(() => screen.done)]);
  } finally {
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
