import type { Clock } from '../platform/clock.ts';
import type { Seconds } from '../units/quantity.ts';
import type { Reading, Source } from './reading.ts';
import { deriveSample, type Sample } from './sample.ts';

/** The second reading comes this soon, so that rates are there at once and not after a whole interval. */
const PRIMING: Seconds = 0.5;

export interface Sampler {
  /** Starts, or goes on after `stop`. */
  start(): void;
  /** A reading under way is dropped. */
  stop(): void;
  readonly interval: Seconds;
  /** Changes the pace from the running interval on. */
  setInterval(interval: Seconds): void;
}

export interface SamplerOptions {
  readonly source: Source;
  readonly clock: Clock;
  readonly interval: Seconds;
  /** How soon the second reading comes: the sooner, the coarser are the first rates. */
  readonly priming?: Seconds | undefined;
  onSample(sample: Sample): void;
  /** A recording is over, or reading broke for good. Called once, and not after `stop`. */
  onEnd(error?: unknown): void;
}

/** The one loop: reads, derives, hands on, and keeps to a grid of intervals however long a reading takes. */
export function createSampler({ source, clock, interval, priming = PRIMING, onSample, onEnd }: SamplerOptions): Sampler {
  let pace = interval;
  let before: { readonly reading: Reading; readonly sample: Sample } | undefined;
  /** How far apart the last reading and the next may be by what was asked for: a changed pace or a slow reading is no gap. */
  let longest = interval;
  let due = 0;
  /** The loop that runs; another one after each start, so that what the one before still awaits is dropped. */
  let loop: symbol | undefined;
  /** The reading under way: there are never two, not even across a stop and a start. */
  let underway: Promise<Reading | undefined> | undefined;
  /** The timer of the next reading; absent while one is under way. */
  let timer: { readonly cancel: () => void } | undefined;

  return {
    start() {
      if (loop !== undefined) return;
      due = clock.monotonic();
      loop = Symbol();
      void tick(loop);
    },
    stop,
    get interval() {
      return pace;
    },
    setInterval(next) {
      longest = Math.max(longest, next);
      const change = next - pace;
      pace = next;
      if (loop === undefined || timer === undefined) return;
      due = Math.max(due + change, clock.monotonic());
      schedule(loop);
    },
  };

  async function tick(current: symbol): Promise<void> {
    timer = undefined;
    const began = clock.monotonic();
    try {
      const reading = await read();
      if (loop !== current) return;
      if (reading === undefined) return end();
      const primed = before !== undefined;
      const sample = deriveSample(reading, before, source.recorded ? Infinity : longest);
      before = { reading, sample };
      onSample(sample);
      if (loop !== current) return;
      longest = Math.max(pace, clock.monotonic() - began);
      due = primed ? nextOnGrid(began) : began + Math.min(pace, priming);
      schedule(current);
    } catch (error) {
      if (loop === current) end(error);
    }
  }

  function read(): Promise<Reading | undefined> {
    underway ??= source.read().finally(() => {
      underway = undefined;
    });
    return underway;
  }

  /** What was missed is not caught up with, and after a late reading the next one is not so near that its rates say nothing. */
  function nextOnGrid(began: Seconds): Seconds {
    const earliest = Math.max(clock.monotonic(), began + pace / 2);
    const missed = Math.max(0, Math.ceil((earliest - due - pace) / pace));
    return due + (1 + missed) * pace;
  }

  function schedule(current: symbol) {
    timer?.cancel();
    timer = { cancel: clock.after(Math.max(0, due - clock.monotonic()), () => void tick(current)) };
  }

  function stop() {
    loop = undefined;
    timer?.cancel();
    timer = undefined;
  }

  function end(error?: unknown) {
    stop();
    onEnd(error);
  }
}
