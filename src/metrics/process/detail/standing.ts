import type { Seconds } from '../../../units/quantity.ts';

/** An answer that costs the kernel much: it stands for a while. */
export interface Standing<T> {
  readonly at: Seconds;
  readonly answer: T;
}

/** The answer before, as long as it is younger than `pace`; else a new one. */
export function askAgain<T>(before: Standing<T> | undefined, at: Seconds, pace: Seconds, ask: () => T): Standing<T> {
  return before && at - before.at < pace ? before : { at, answer: ask() };
}
