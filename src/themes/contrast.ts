import { type Hex, luminanceOf, mix } from './color.ts';

/** The least contrast of text that most can read, and of shapes that can be seen: WCAG 2, levels AA. */
export const LEGIBLE = 4.5;
export const VISIBLE = 3;

/** The contrast of two colours as WCAG 2 has it, from 1 to 21. */
export function contrastOf(one: Hex, other: Hex): number {
  const [brighter, darker] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a) as [number, number];
  return (brighter + 0.05) / (darker + 0.05);
}

/** The colour, brighter or darker by as little as gives it that contrast; or white or black, where nothing does. */
export function legible(color: Hex, background: Hex, least: number): Hex {
  const end: Hex = contrastOf('#ffffff', background) >= contrastOf('#000000', background) ? '#ffffff' : '#000000';
  for (let share = 0; share < 1; share += 0.05) {
    const lifted = mix(color, end, share);
    if (contrastOf(lifted, background) >= least) return lifted;
  }
  return end;
}
