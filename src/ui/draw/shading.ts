import type { Look } from '../look.ts';

/** What a graph shows, for its colours. */
export type Shading = 'cpu' | 'system' | 'used' | 'cached' | 'swap' | 'receive' | 'send' | 'read' | 'write' | 'sensors';

/** The colour of a graph's row by its height, 0 to 1. */
export function shadingOf(what: Shading, look: Look): (height: number) => string | undefined {
  if (what === 'cpu') return look.ramp;
  const color = look.theme[what];
  return () => color;
}
