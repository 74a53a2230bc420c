import type { Ratio, Seconds } from '../units/quantity.ts';

/** What amounts are stepped through by keys, in ascending order. In force may be any other, too. */
export const paces: readonly Seconds[] = [0.1, 0.2, 0.5, 1, 2, 5, 10, 30, 60, 300, 900, 3600];
export const shares: readonly Ratio[] = Array.from({ length: 20 }, (_, i) => (i + 1) / 20);
export const counts: readonly number[] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/** The next larger or smaller one; undefined where there is none beyond. */
export function nextStep(steps: readonly number[], now: number, by: 1 | -1): number | undefined {
  return by > 0 ? steps.find((step) => step > now) : steps.findLast((step) => step < now);
}
