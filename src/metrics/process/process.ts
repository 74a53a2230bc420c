import type { Bytes } from '../../units/quantity.ts';
import { metric } from '../metric.ts';
import { deriveProcesses } from './derive.ts';
import { processShape } from './table.ts';

export const process = metric({
  title: 'Processes',
  document: ['processes'],
  shape: processShape,
  derive: deriveProcesses,
});

/**
 * Those that use most: the first by CPU and the first by memory, in the order of the list; so many of each.
 * There can be thousands, and a document or a history is not read for all of them.
 */
export function topProcesses<P extends { readonly usage?: number; readonly resident: Bytes }>(
  all: readonly P[],
  most: number,
): readonly P[] {
  if (all.length <= most) return all;
  const chosen = new Set([...largest(all, most, (one) => one.usage ?? 0), ...largest(all, most, (one) => one.resident)]);
  return all.filter((one) => chosen.has(one));
}

/** So many of the largest; of equals, the first. One walk over all, where sorting them would take a dozen. */
function largest<P>(all: readonly P[], most: number, of: (one: P) => number): readonly P[] {
  const found: P[] = [];
  let least = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < all.length; i += 1) {
    const one = all[i] as P;
    const value = of(one);
    if (found.length === most && value <= least) continue;
    const before = found.findLastIndex((other) => of(other) >= value);
    found.splice(before + 1, 0, one);
    if (found.length > most) found.pop();
    const last = found.at(-1);
    least = last === undefined ? Number.POSITIVE_INFINITY : of(last);
  }
  return found;
}
