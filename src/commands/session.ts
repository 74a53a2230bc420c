import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createWatch } from '../alerts/watch.ts';
import type { Settings } from '../config/settings.ts';
import { OperationError, UsageError } from '../errors.ts';
import { type Attention, createAttention, isReadClosely } from '../metrics/process/attention.ts';
import { type Inspect, inspectNothing } from '../metrics/process/detail/detail.ts';
import { createInspect } from '../metrics/process/detail/linux.ts';
import { createMonitor, type Frame, type Monitor } from '../monitor.ts';
import { hastyClock, systemClock } from '../platform/clock.ts';
import { isRecording, recordedSystem } from '../platform/recording.ts';
import { runningSystem } from '../platform/running.ts';
import { createFilter } from '../sampling/filter.ts';
import type { Ration } from '../sampling/governor.ts';
import { createSource, type PlatformName, type SourceSystem } from '../sampling/reading.ts';
import type { Sample } from '../sampling/sample.ts';
import type { Seconds } from '../units/quantity.ts';

/** What is watched, and how often: the same for every command. */
export interface SessionOptions {
  readonly settings: Settings;
  /** The settings as they are by now, where they can change on the way. */
  readonly settingsNow?: () => Settings;
  readonly interval: Seconds;
  /** How soon the second reading comes. */
  readonly priming?: Seconds;
  /** What is looked at closely from the start; nothing where it isn't given. */
  readonly attention?: Attention;
  /** A recording is read as fast as can be, not at the interval's pace. */
  readonly hasty?: boolean;
  /** The budget holds, for reading alone or for a screen, too: where people are told what is done less often for that. */
  readonly thrifty?: 'readings' | 'screen';
}

export interface Session {
  readonly monitor: Monitor;
  /** Whether the system is a recording, which ends. */
  readonly recorded: boolean;
  /** Asks one process for all that can be known of it. */
  readonly inspect: Inspect;
  /** Resolves when a recording is over; rejects where reading broke for good. Never, for a running system. */
  readonly over: Promise<void>;
}

/** @throws UsageError where the root is no system's. */
export function openSession(options: SessionOptions): Session {
  const { settings, settingsNow = () => settings, interval, priming, attention: first, hasty = false, thrifty } = options;
  const { root, platform } = settings;
  const attention = createAttention(first, () => settingsNow().rules.some(({ metric }) => isReadClosely(metric)));
  const system = { ...openSystem(root), attention: attention.get };
  let end: (error?: unknown) => void = () => {};
  const over = new Promise<void>((resolve, reject) => {
    end = (error) => (error === undefined ? resolve() : reject(error));
  });
  const recorded = system.advance !== undefined;
  const read = choosePlatform(platform, root);
  const monitor: Monitor = createMonitor({
    source: createSource(system, read, () => rationOf(thrifty, settingsNow(), monitor.sampler.interval)),
    clock: hasty && recorded ? hastyClock : systemClock,
    interval,
    priming,
    attention,
    filter: followSettings(settingsNow),
    watch: createWatch(() => settingsNow().rules),
    onEnd: end,
  });
  return { monitor, recorded, over, inspect: read === 'linux' ? createInspect(system) : inspectNothing };
}

function rationOf(thrifty: SessionOptions['thrifty'], { budget }: Settings, interval: Seconds): Ration | undefined {
  return thrifty === undefined || budget === undefined ? undefined : { budget, interval, screen: thrifty === 'screen' };
}

/** The filter that the settings of the moment ask for. */
function followSettings(settingsNow: () => Settings): (sample: Sample) => Sample {
  let settings = settingsNow();
  let filter = createFilter(settings);
  return (sample) => {
    const now = settingsNow();
    if (now !== settings) filter = createFilter(now);
    settings = now;
    return filter(sample);
  };
}

function openSystem(root: string | undefined): SourceSystem {
  if (root === undefined) return runningSystem();
  if (isRecording(root)) return recordedSystem(root);
  if (existsSync(path.join(root, 'proc', 'stat'))) return runningSystem(path.resolve(root));
  throw new UsageError(
    `--root ${root}: there is no proc/stat in it; give the folder at which a Linux system has its /, or a recording`,
  );
}

/** Decided here, once: nothing else asks which system this is. */
export function choosePlatform(asked: Settings['platform'], root: string | undefined): PlatformName {
  if (asked !== 'auto') return asked;
  return root !== undefined || os.platform() === 'linux' ? 'linux' : 'portable';
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
export function firstFrame(session: Session): Promise<Frame> {
  return frameAfter(session, 1);
}

/** The frame after so many samples with rates; a recording that has fewer gives its last. */
export async function frameAfter(session: Session, count: number): Promise<Frame> {
  let last: Frame | undefined;
  let seen = 0;
  for await (const frame of framesOf(session)) {
    last = frame;
    seen += 1;
    if (seen >= count) break;
  }
  if (last) return last;
  throw new OperationError('the recording has only one instant; rates need two');
}

function hasRates({ sample }: Frame): boolean {
  return sample.moment.elapsed !== undefined || sample.moment.gap !== undefined;
}
