import type { Seconds } from '../units/quantity.ts';

/** The interval that + and − step to; undefined where there is none beyond. */
export function nextPace(now: Seconds, direction: 1 | -1): Seconds | undefined {
  return direction > 0 ? PACES.find((pace) => pace > now) : PACES.findLast((pace) => pace < now);
}

const PACES: readonly Seconds[] = [0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600];
