import type { Ratio } from '../../units/quantity.ts';
import type { Look } from '../look.ts';
import type { Color } from '../theme/theme.ts';

/** A smaller share reads as nothing at all. */
export const IDLE = 0.0005;

/** Of a share that is written as a number, by how much it is, `weight` times; nothing at all, and what isn't known, stays in the background. */
export function colorOfShare(share: Ratio | undefined, look: Look, weight = 1): Color {
  return share === undefined || share < IDLE ? look.theme.dim : look.ramp(share * weight);
}
