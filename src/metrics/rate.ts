import type { Seconds } from '../units/quantity.ts';

const WRAP = 2 ** 32;

/**
 * Growth of a counter a second. Undefined, never zero, where nothing is known: no reading before, no time between,
 * or a counter that went down (the device was replaced or reset). The exception is the wrap of a 32-bit counter:
 * it was in the upper half of its range and is in the lower half now.
 */
export function rate(now: number | undefined, before: number | undefined, elapsed: Seconds): number | undefined {
  const growth = increase(now, before);
  return growth === undefined || elapsed <= 0 ? undefined : growth / elapsed;
}

/** How much a counter grew; undefined where that is not known. */
export function increase(now: number | undefined, before: number | undefined): number | undefined {
  if (now === undefined || before === undefined) return undefined;
  if (now >= before) return now - before;
  const wrapped = before >= WRAP / 2 && before < WRAP && now < WRAP / 2;
  return wrapped ? now + WRAP - before : undefined;
}

/** Whether a counter went down. */
export function isLess(now: number | undefined, before: number | undefined): boolean {
  return now !== undefined && before !== undefined && now < before;
}

/** The sum of what is known; undefined where nothing is. */
export function sum(values: Iterable<number | undefined>): number | undefined {
  let total: number | undefined;
  for (const value of values) if (value !== undefined) total = (total ?? 0) + value;
  return total;
}

/** part / whole, undefined where there is no whole. */
export function share(part: number | undefined, whole: number | undefined): number | undefined {
  if (part === undefined || whole === undefined || whole <= 0) return undefined;
  return Math.min(Math.max(part / whole, 0), 1);
}
