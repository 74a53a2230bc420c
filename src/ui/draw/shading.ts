import type { GradientName } from '../../themes/gradient.ts';
import type { Look } from '../look.ts';
import type { Color } from '../theme/theme.ts';

/** What a graph shows, for its colours. */
export type Shading = GradientName | 'system' | 'sensors';

/** The colour of a graph's row by its height, 0 to 1; of what has no gradient, always the same. */
export function shadingOf(what: Shading, look: Look): (height: number) => Color {
  if (what !== 'system' && what !== 'sensors') return (height) => look.shade(what, height);
  const color = look.theme[what];
  return () => color;
}

/** One colour for it: of titles and lines. */
export function tintOf(what: Shading, { theme }: Look): Color {
  return what === 'share' || what === 'temperature' ? theme.text : theme[what];
}
