import { type MetricName, metricNames, metrics, type ReadingOf } from '../metrics/index.ts';
import type { Reader, System } from '../metrics/metric.ts';
import { failed, type Outcome, unavailable } from '../metrics/outcome.ts';
import { type Answer, createInquiry } from '../platform/inquiry.ts';
import { keepOpen } from '../platform/kept-door.ts';
import { formatDuration } from '../units/format.ts';
import type { EpochMs, Seconds } from '../units/quantity.ts';

/** What the operating system gave at one instant: counters cumulative, nothing computed. */
export interface Reading {
  readonly time: EpochMs;
  /** The monotonic clock, for rates. Stands still while the machine sleeps. */
  readonly monotonic: Seconds;
  /** Time since boot, sleep included; what it gains on `monotonic` was slept. Absent where the system doesn't tell. */
  readonly sinceBoot?: Seconds;
  readonly parts: Parts;
}

export type Parts = { readonly [K in MetricName]: Part<ReadingOf<K>> };

export interface Part<R> {
  /** When it was read, by the monotonic clock: earlier than the reading's where a metric has a pace of its own. */
  readonly at: Seconds;
  readonly outcome: Outcome<R>;
}

export type PlatformName = 'linux' | 'portable';

/** Where readings come from: the running system, or a recording, which ends. */
export interface Source {
  /**
   * The next reading; undefined when a recording is over. Whatever a metric's reader throws is in the reading.
   * @throws where there can't be a reading at all: a recording that doesn't tell its time.
   */
  read(): Promise<Reading | undefined>;
  /** Its readings are as far apart as they were recorded, not as is asked for now: no distance is a gap. */
  readonly recorded?: true;
}

export interface SourceSystem extends System {
  sinceBoot(): Seconds | undefined;
  /** Goes to the next instant of a recording; false when there is none. */
  advance?(): boolean;
}

/** Opens every metric's reader on a system; each `read()` asks those whose pace is due. */
export function createSource(system: SourceSystem, platform: PlatformName): Source {
  const door = keepOpen(system.door, system.local);
  const slots = metricNames.map((name) => createSlot(name, { ...system, door }, platform));
  let begun = false;
  return {
    ...(system.advance && { recorded: true as const }),
    async read() {
      if (begun && system.advance && !system.advance()) return undefined;
      begun = true;
      door.next();
      const time = system.clock.now();
      const monotonic = system.clock.monotonic();
      const sinceBoot = system.sinceBoot();
      const parts = Object.fromEntries(await Promise.all(slots.map((slot) => slot(monotonic)))) as Parts;
      return { time, monotonic, ...(sinceBoot !== undefined && { sinceBoot }), parts };
    },
  };
}

/** Readers are asked a little early rather than a whole interval late. */
const EARLY: Seconds = 0.05;

/** A reader that takes longer is waited for no more, until it answers: one tool that hangs must not stop the rest. */
const PATIENCE: Seconds = 5;

function createSlot(name: MetricName, system: System, platform: PlatformName) {
  const reader = metrics[name][platform] as Reader<unknown> | undefined;
  const inquiry = createInquiry(system.clock, { limit: PATIENCE }, openReader(reader, system));
  let last: Part<unknown> | undefined;
  return async (now: Seconds): Promise<readonly [MetricName, Part<unknown>]> => {
    if (last === undefined || now - last.at >= (reader?.pace ?? 0) - EARLY) {
      last = { at: now, outcome: outcomeOf(await inquiry()) };
    }
    return [name, last];
  };
}

/** Opens a reader when it is first asked, and again as long as opening fails. */
function openReader(reader: Reader<unknown> | undefined, system: System): () => Promise<Outcome<unknown>> {
  let read: (() => Outcome<unknown> | Promise<Outcome<unknown>>) | undefined;
  return async () => {
    if (reader === undefined) return unavailable('not read on this system');
    read ??= reader.open(system);
    return read();
  };
}

function outcomeOf(answer: Answer<Outcome<unknown>>): Outcome<unknown> {
  switch (answer.state) {
    case 'answered':
      return answer.value;
    case 'refused':
      return failed(answer.error);
    case 'silent':
      return failed(`no answer for ${formatDuration(answer.for)}`);
  }
}
