import { type MetricName, metricNames, metrics, type ReadingOf } from '../metrics/index.ts';
import type { Reader, System } from '../metrics/metric.ts';
import { failed, type Outcome, unavailable } from '../metrics/outcome.ts';
import type { Door } from '../platform/door.ts';
import { type Answer, createInquiry } from '../platform/inquiry.ts';
import { keepOpen } from '../platform/kept-door.ts';
import { formatDuration } from '../units/format.ts';
import type { EpochMs, Seconds } from '../units/quantity.ts';
import { type Books, createBooks } from './books.ts';
import type { Ration, Task, Thrift } from './governor.ts';

/** What the operating system gave at one instant: counters cumulative, nothing computed. */
export interface Reading {
  readonly time: EpochMs;
  /** The monotonic clock, for rates. Stands still while the machine sleeps. */
  readonly monotonic: Seconds;
  /** Time since boot, sleep included; what it gains on `monotonic` was slept. Absent where the system doesn't tell. */
  readonly sinceBoot?: Seconds;
  readonly parts: Parts;
  /** What the budget has led to; absent where there is none. */
  readonly thrift?: Thrift;
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
  /** @param through the door of the readings, where what is read anyway costs nothing more. */
  sinceBoot(through?: Pick<Door, 'read'>): Seconds | undefined;
  /** CPU time of this very process up to now, of all its threads. Absent: what readings cost isn't known, and no budget holds. */
  cpuTime?(): Seconds;
  /** Goes to the next instant of a recording; false when there is none. */
  advance?(): boolean;
}

/**
 * Opens every metric's reader on a system; each `read()` asks those whose pace is due.
 * @param rationNow what may be spent, as of now; undefined for whatever it takes.
 */
export function createSource(
  system: SourceSystem,
  platform: PlatformName,
  rationNow: () => Ration | undefined = () => undefined,
): Source {
  const door = keepOpen(system.door, system.local);
  const usual = (task: Task) => (task === 'screen' ? 0 : (readerOf(task, platform)?.pace ?? 0));
  const books = createBooks(system.cpuTime, usual, rationNow);
  const slots = metricNames.map((name) => ({ name, ask: createSlot(name, { ...system, door }, platform, books) }));
  let begun = false;
  return {
    ...(system.advance && { recorded: true as const }),
    async read() {
      if (begun && system.advance && !system.advance()) return undefined;
      begun = true;
      door.next();
      const time = system.clock.now();
      const monotonic = system.clock.monotonic();
      const sinceBoot = system.sinceBoot(door);
      const parts = (await readAll(monotonic)) as Parts;
      const thrift = books.settle(monotonic);
      return { time, monotonic, ...(sinceBoot !== undefined && { sinceBoot }), parts, ...(thrift && { thrift }) };
    },
  };

  /** All are asked before any answer is waited for. */
  async function readAll(now: Seconds): Promise<Readonly<Record<string, Part<unknown>>>> {
    const answers = slots.map(({ ask }) => ask(now));
    const parts: Record<string, Part<unknown>> = {};
    for (const [i, { name }] of slots.entries()) {
      const answer = answers[i] as Part<unknown> | Promise<Part<unknown>>;
      parts[name] = answer instanceof Promise ? await answer : answer;
    }
    return parts;
  }
}

/** Readers are asked a little early rather than a whole interval late. */
const EARLY: Seconds = 0.05;

/** A reader that takes longer is waited for no more, until it answers: one tool that hangs must not stop the rest. */
const PATIENCE: Seconds = 5;

function createSlot(name: MetricName, system: System, platform: PlatformName, books: Books) {
  const reader = readerOf(name, platform);
  const inquiry = createInquiry(system.clock, { limit: PATIENCE }, openReader(reader, system));
  let last: Part<unknown> | undefined;
  return (now: Seconds): Part<unknown> | Promise<Part<unknown>> => {
    const pace = Math.max(reader?.pace ?? 0, books.paceOf(name));
    if (last !== undefined && now - last.at < pace - EARLY) return last;
    const answer = books.charge(name, inquiry);
    return answer instanceof Promise ? answer.then((later) => take(now, later)) : take(now, answer);
  };

  function take(at: Seconds, answer: Answer<Outcome<unknown>>): Part<unknown> {
    last = { at, outcome: outcomeOf(answer) };
    return last;
  }
}

function readerOf(name: MetricName, platform: PlatformName): Reader<unknown> | undefined {
  return metrics[name][platform];
}

/** Opens a reader when it is first asked, and again as long as opening fails. */
function openReader(reader: Reader<unknown> | undefined, system: System): () => Outcome<unknown> | Promise<Outcome<unknown>> {
  let read: (() => Outcome<unknown> | Promise<Outcome<unknown>>) | undefined;
  return () => {
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
