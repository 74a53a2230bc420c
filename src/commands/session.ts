import { createWatch } from '../alerts/watch.ts';
import type { Settings } from '../config/settings.ts';
import { OperationError } from '../errors.ts';
import { createMonitor, type Frame, type Monitor } from '../monitor.ts';
import { systemClock } from '../platform/clock.ts';
import { isRecording, recordedSystem } from '../platform/recording.ts';
import { runningSystem } from '../platform/running.ts';
import { createFilter } from '../sampling/filter.ts';
import { createSource, type PlatformName } from '../sampling/reading.ts';
import type { Seconds } from '../units/quantity.ts';

/** What is watched, and how often: the same for every command. */
export interface SessionOptions {
  readonly settings: Settings;
  readonly platform: PlatformName;
  /** Where the system's `/` is, or a recording; absent: the running system. */
  readonly root?: string;
  readonly interval: Seconds;
}

export interface Session {
  readonly monitor: Monitor;
  /** Resolves when a recording is over; rejects where reading broke for good. Never, for a running system. */
  readonly over: Promise<void>;
}

export function openSession({ settings, platform, root, interval }: SessionOptions): Session {
  const system = root !== undefined && isRecording(root) ? recordedSystem(root) : runningSystem(root);
  let end: (error?: unknown) => void = () => {};
  const over = new Promise<void>((resolve, reject) => {
    end = (error) => (error === undefined ? resolve() : reject(error));
  });
  const monitor = createMonitor({
    source: createSource(system, platform),
    clock: systemClock,
    interval,
    filter: createFilter(settings),
    watch: createWatch(settings.rules),
    onEnd: end,
  });
  return { monitor, over };
}

/**
 * The session's frames as they come, from the first that has rates on. Ends with a recording.
 * Whoever is too slow to take each gets the latest, not a growing queue.
 */
export async function* framesOf({ monitor, over }: Session): AsyncGenerator<Frame, void> {
  let wake = () => {};
  let ended = false;
  let failure: unknown;
  let latest: Frame | undefined;
  const finish = (error?: unknown) => {
    ended = true;
    failure = error;
    wake();
  };
  over.then(() => finish(), finish);
  const unsubscribe = monitor.frames.subscribe(() => {
    latest = monitor.frames.get();
    wake();
  });
  monitor.sampler.start();
  try {
    for (;;) {
      if (latest && hasRates(latest)) {
        const frame = latest;
        latest = undefined;
        yield frame;
      } else if (ended) {
        if (failure !== undefined) throw failure;
        return;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    unsubscribe();
    monitor.sampler.stop();
  }
}

/** The first frame with rates. */
export async function firstFrame(session: Session): Promise<Frame> {
  for await (const frame of framesOf(session)) return frame;
  throw new OperationError('the recording has only one instant; rates need two');
}

function hasRates({ sample }: Frame): boolean {
  return sample.moment.elapsed !== undefined || sample.moment.gap !== undefined;
}
