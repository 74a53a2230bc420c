import type { Series } from './graph.ts';

/** The next rate that reads as 1, 2, 3, 5 or 8 times a power of ten in bytes. */
export function roundBytes(rate: number): number {
  const unit = 1024 ** Math.max(0, Math.floor(Math.log2(Math.max(1, rate)) / 10));
  const amount = rate / unit;
  return (amount > 800 ? 1024 : roundUp(amount)) * unit;
}

/** The same for a rate, in bytes, that is shown in bits. */
export function roundBits(rate: number): number {
  return roundUp(rate * 8) / 8;
}

function roundUp(amount: number): number {
  const decade = 10 ** Math.floor(Math.log10(Math.max(1, amount)));
  return ([1, 2, 3, 5, 8].find((digit) => digit * decade >= amount) ?? 10) * decade;
}

const SHARES = [0.1, 0.25, 0.5, 1];

/**
 * The top of a graph of shares: the least round one that cuts off nothing. It grows at once, as four tops are too few to jump often and
 * a share must be seen whole, and shrinks when the peak has been forgotten, ten minutes later.
 */
export function shareTop(values: Series): number {
  const peak = peakTop(values, 0);
  return SHARES.find((top) => top >= peak) ?? 1;
}

/** The top of a graph that must not cut off anything: the largest value, or `floor`. */
export function peakTop(values: Series, floor: number): number {
  let top = floor;
  for (let i = 0; i < values.length; i += 1) top = Math.max(top, values[i] ?? top);
  return top;
}

export interface Summary {
  readonly mean: number;
  readonly peak: number;
  /** Where the latest of the highest values is. */
  readonly peakAt: number;
}

/** Mean and peak of what is known from `start` on; undefined where nothing is. */
export function summarize(values: Series, start = 0): Summary | undefined {
  let count = 0;
  let sum = 0;
  let peakAt = -1;
  for (let i = start; i < values.length; i++) {
    const value = values[i];
    if (value === undefined) continue;
    count += 1;
    sum += value;
    if (peakAt < 0 || value >= (values[peakAt] ?? 0)) peakAt = i;
  }
  if (count === 0) return undefined;
  return { mean: sum / count, peak: values[peakAt] ?? 0, peakAt };
}
