import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../src/platform/clock.ts';
import type { Seconds } from '../../src/units/quantity.ts';

/** 2026-11-22T14:00:00Z. */
const START = Date.UTC(2026, 10, 22, 14);

/** Time of this whole process, which moves when it is told to: for the monitor's clock as for what Ink waits between frames. */
export interface OwnTime {
  readonly clock: Clock;
  /** Moves on, step by step to what falls due; what follows from it has happened when this resolves. */
  advance(seconds: Seconds): Promise<void>;
}

export function takeTime(): OwnTime {
  let monotonic: Seconds = 0;
  const timers = new Set<{ readonly due: Seconds; readonly callback: () => void }>();
  const after = (delay: Seconds, callback: () => void) => {
    const timer = { due: monotonic + delay, callback };
    timers.add(timer);
    return () => void timers.delete(timer);
  };
  Date.now = () => START + Math.round(monotonic * 1000);
  const setTimer = (callback: () => void, delay = 0) => ({ cancel: after(delay / 1000, callback), unref() {}, ref() {} });
  const clearTimer = (timer?: { cancel?: () => void }) => timer?.cancel?.();
  Object.assign(globalThis, { setTimeout: setTimer, clearTimeout: clearTimer });

  return {
    clock: { now: Date.now, monotonic: () => monotonic, after },
    async advance(seconds) {
      // Sums of decimal fractions miss each other by a hair.
      const end = monotonic + seconds + 1e-6;
      for (let timer = nextBy(end); timer; timer = nextBy(end)) {
        timers.delete(timer);
        monotonic = Math.max(monotonic, timer.due);
        timer.callback();
        await settle();
      }
      monotonic = Math.max(monotonic, end - 1e-6);
    },
  };

  function nextBy(end: Seconds) {
    let next: { readonly due: Seconds; readonly callback: () => void } | undefined;
    for (const timer of timers) if (timer.due <= end && (next === undefined || timer.due < next.due)) next = timer;
    return next;
  }
}

/** Answers come in microtasks, what React puts off in turns of the loop: nothing here waits for more than a few. */
async function settle(): Promise<void> {
  for (let i = 0; i < 4; i += 1) await turn();
}
