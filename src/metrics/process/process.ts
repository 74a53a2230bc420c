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
  const first = (of: (one: P) => number) => all.toSorted((a, b) => of(b) - of(a)).slice(0, most);
  const chosen = new Set([...first((one) => one.usage ?? 0), ...first((one) => one.resident)]);
  return all.filter((one) => chosen.has(one));
}
