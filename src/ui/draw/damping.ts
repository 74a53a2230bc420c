/** So many samples out of range make a scale follow. */
const PATIENCE = 5;
/** They may come in bursts: what was out of range is remembered for so many samples. */
const MEMORY = 30;
/** A scale follows downwards after so many samples: what comes once a minute doesn't move it twice a minute. */
const CALM = 60;

/** How far the scale of values that know no limit has followed them, from the first of them on. */
export interface Damping {
  /** How many values there were. */
  readonly count: number;
  readonly peak: number;
  readonly top: number;
  /** Those out of range that are remembered, and where each was. */
  readonly above: readonly Place[];
  /** How many in a row are far below the top, and their sum. */
  readonly low: number;
  readonly lowSum: number;
}

interface Place {
  readonly at: number;
  readonly value: number;
}

/** @param floor the top never goes below this. */
export function beginDamping(floor: number): Damping {
  return { count: 0, peak: floor, top: floor, above: [], low: 0, lowSum: 0 };
}

/**
 * Damped both ways so that the axis doesn't jump: it grows after five samples above it among thirty, to 1.3 times their mean, and
 * shrinks after sixty in a row below a tenth of it, to 3 times their mean.
 */
export function follow(before: Damping, value: number | undefined, floor: number): Damping {
  const count = before.count + 1;
  if (value === undefined) return { ...before, count };
  const { top } = before;
  const peak = Math.max(before.peak, value);
  const recent = before.above.filter(({ at }) => at > count - MEMORY);
  const above = value > top ? [...recent, { at: count, value }] : recent;
  const calm = { low: 0, lowSum: 0 };
  if (above.length === PATIENCE) {
    const mean = above.reduce((sum, one) => sum + one.value, 0) / PATIENCE;
    return { count, peak, top: Math.max(floor, 1.3 * mean), above: [], ...calm };
  }
  const isLow = value < top / 10 && top > floor;
  const low = isLow ? { low: before.low + 1, lowSum: before.lowSum + value } : calm;
  if (low.low === CALM) return { count, peak, top: Math.max(floor, (3 * low.lowSum) / CALM), above, ...calm };
  return { count, peak, top, above, ...low };
}

/** The top of the graph. While little is known, nothing is cut off. */
export function dampedTop({ count, peak, top }: Damping): number {
  return count < MEMORY ? peak : top;
}
