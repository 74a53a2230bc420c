import type { Clock } from '../platform/clock.ts';
import type { Seconds } from '../units/quantity.ts';
import type { Reading, Source } from './reading.ts';
import { deriveSample, type Sample } from './sample.ts';

/** The second reading comes this soon, so that rates are there at once and not after a whole interval. */
const PRIMING: Seconds = 0.5;

export interface Sampler {
  start(): void;
  stop(): void;
  readonly interval: Seconds;
  /** Changes the pace from the running interval on. */
  setInterval(interval: Seconds): void;
}

export interface SamplerOptions {
  readonly source: Source;
  readonly clock: Clock;
  readonly interval: Seconds;
  onSample(sample: Sample): void;
  /** A recording is over, or reading broke for good. */
  onEnd(error?: unknown): void;
}

/** The one loop: reads, derives, hands on, and keeps to a grid of intervals however long a reading takes. */
export function createSampler({ source, clock, interval, onSample, onEnd }: SamplerOptions): Sampler {
  let before: { reading: Reading; sample: Sample } | undefined;
  let pace = interval;
  /** The longest pace since the last reading: changing it must not look like a gap. */
  let longest = interval;
  let due = 0;
  let running = false;
  let cancel = () => {};

  return {
    start() {
      running = true;
      due = clock.monotonic();
      void tick();
    },
    stop() {
      running = false;
      cancel();
    },
    get interval() {
      return pace;
    },
    setInterval(next) {
      due += next - pace;
      pace = next;
      longest = Math.max(longest, next);
      if (running) schedule();
    },
  };

  async function tick(): Promise<void> {
    try {
      const reading = await source.read();
      if (!running) return;
      if (reading === undefined) return end();
      const sample = deriveSample(reading, before, longest);
      const first = before === undefined;
      before = { reading, sample };
      longest = pace;
      due += first ? Math.min(pace, PRIMING) : pace;
      onSample(sample);
      if (running) schedule();
    } catch (error) {
      end(error);
    }
  }

  function schedule() {
    cancel();
    const now = clock.monotonic();
    // Late by whole intervals (slow reading, sleep): go on from now, don't catch up.
    if (due < now) due = now;
    cancel = clock.after(due - now, () => void tick());
  }

  function end(error?: unknown) {
    running = false;
    onEnd(error);
  }
}
