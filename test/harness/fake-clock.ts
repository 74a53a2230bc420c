import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../src/platform/clock.ts';

export interface FakeClock extends Clock {
  /** Moves time on, firing what falls due in order; everything that follows from it has happened when this resolves. */
  advance(seconds: number): Promise<void>;
  /** The machine sleeps: the wall clock and the time since boot move, the monotonic clock and the timers stand still. */
  suspend(seconds: number): void;
  /** Time since boot, sleep included. */
  sinceBoot(): number;
}

/** 2026-11-22T14:00:00Z. */
const START = Date.UTC(2026, 10, 22, 14);

/** A clock that moves only when told. */
export function createFakeClock(): FakeClock {
  const timers = new Set<{ readonly due: number; readonly callback: () => void }>();
  let monotonic = 1000;
  let slept = 0;

  function nextBy(end: number) {
    let next: { readonly due: number; readonly callback: () => void } | undefined;
    for (const timer of timers) if (timer.due <= end && (next === undefined || timer.due < next.due)) next = timer;
    return next;
  }

  return {
    now: () => Math.round(START + (monotonic - 1000 + slept) * 1000),
    monotonic: () => monotonic,
    sinceBoot: () => monotonic + slept,
    after(delay, callback) {
      const timer = { due: monotonic + delay, callback };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    async advance(seconds) {
      // Sums of decimal fractions miss each other by a hair: a timer due at the very end fires.
      const end = monotonic + seconds + 1e-9;
      await turn();
      for (let timer = nextBy(end); timer; timer = nextBy(end)) {
        timers.delete(timer);
        monotonic = Math.max(monotonic, timer.due);
        timer.callback();
        await turn();
      }
      monotonic = Math.max(monotonic, end - 1e-9);
    },
    suspend(seconds) {
      slept += seconds;
    },
  };
}
