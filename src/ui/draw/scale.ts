import type { Series } from './graph.ts';

/** This many samples in a row must be out of range before a scale follows. */
const PATIENCE = 5;

/**
 * The top of a graph whose values know no limit, damped both ways so that the axis doesn't jump: it grows after five
 * samples above it in a row, to 1.3 times their mean, and shrinks after five below a tenth of it, to 3 times their mean.
 * @param floor the top never goes below this.
 */
export function dampedTop(values: Series, floor: number): number {
  let top = floor;
  let above: number[] = [];
  let below: number[] = [];
  for (const value of values) {
    if (value === undefined) continue;
    above = value > top ? [...above, value] : [];
    below = value < top / 10 && top > floor ? [...below, value] : [];
    if (above.length === PATIENCE) {
      top = Math.max(floor, 1.3 * mean(above));
      above = [];
    } else if (below.length === PATIENCE) {
      top = Math.max(floor, 3 * mean(below));
      below = [];
    }
  }
  return top;
}

/**
 * The top of a graph that must not cut off anything: the largest value, or `floor`. For what comes in bursts, disks for one,
 * of which a damped scale would show that they were, but not how large.
 */
export function peakTop(values: Series, floor: number): number {
  return values.reduce<number>((top, value) => Math.max(top, value ?? 0), floor);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Latest, mean and peak of what is known; undefined where nothing is. */
export function summarize(values: Series): { readonly now?: number; readonly mean: number; readonly peak: number } | undefined {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return undefined;
  const now = values.at(-1);
  return { ...(now !== undefined && { now }), mean: mean(known), peak: known.reduce((a, b) => Math.max(a, b)) };
}
