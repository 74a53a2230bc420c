import type { EpochMs, Seconds } from '../units/quantity.ts';

/** Time, as the one thing that tests replace. */
export interface Clock {
  /** The wall clock. */
  now(): EpochMs;
  /** A clock that never goes back; its origin means nothing. Stands still while the machine sleeps. */
  monotonic(): Seconds;
  /** Calls back once after `delay` seconds; the returned function cancels. */
  after(delay: Seconds, callback: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now() / 1000,
  after(delay, callback) {
    const timer = setTimeout(callback, delay * 1000);
    return () => clearTimeout(timer);
  },
};

/** Waits for nothing, so that a recording is over as soon as it is read. */
export const hastyClock: Clock = { ...systemClock, after: (_delay, callback) => systemClock.after(0, callback) };

/** The answer, or `late()` where it takes longer than `limit` seconds. The question itself can't be called back. */
export function within<T>(clock: Clock, limit: Seconds, answer: Promise<T>, late: () => T): Promise<T> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(limit, () => resolve(late()));
    answer.then(resolve, reject).finally(cancel);
  });
}
