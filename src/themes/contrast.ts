import { type Hex, luminanceOf, mix } from './color.ts';
import type { GradientName } from './gradient.ts';
import { type Meaning, type MeaningInfo, meanings } from './meaning.ts';
import type { Palette } from './palette.ts';

/** The least contrast of text that most can read, and of shapes that can be seen: WCAG 2, levels AA. */
export const LEGIBLE = 4.5;
const VISIBLE = 3;

/** The least contrast of a backdrop that is still there: borders, the empty part of a bar, the selected row. */
export const THERE = 1.25;

/** The contrast of two colours as WCAG 2 has it, from 1 to 21. */
export function contrastOf(one: Hex, other: Hex): number {
  const [brighter, darker] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a) as [number, number];
  return (brighter + 0.05) / (darker + 0.05);
}

/** What a meaning is seen on. */
export function groundOf(meaning: Meaning, { colors, background }: Pick<Palette, 'colors' | 'background'>): Hex {
  const { ground }: { readonly ground?: 'selection' } = meanings[meaning];
  return ground ? colors[ground] : background;
}

/** The palette, with what is too faint made brighter or darker: text until it can be read, graphs until they can be seen, backdrops until they are there. */
export function createLegible(palette: Palette): Palette {
  const { background, gradients } = palette;
  // First what text may stand on.
  const grounds = lift(palette, 'backdrop', THERE);
  return {
    ...palette,
    colors: lift({ ...palette, colors: grounds }, 'text', LEGIBLE),
    gradients: mapEntries(gradients, (stops, name) => stops.map((stop) => legible(stop, background, leastOf(name)))),
  };
}

/** The contrast that a gradient needs: percentages are written in that of shares, the others are drawn. */
export function leastOf(gradient: GradientName): number {
  return gradient === 'share' ? LEGIBLE : VISIBLE;
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

function lift(palette: Palette, role: MeaningInfo['role'], least: number): Palette['colors'] {
  return mapEntries(palette.colors, (color, meaning) =>
    meanings[meaning].role === role ? legible(color, groundOf(meaning, palette), least) : color,
  );
}

function mapEntries<K extends string, T>(
  record: Readonly<Record<K, T>>,
  change: (value: T, key: K) => T,
): Readonly<Record<K, T>> {
  return Object.fromEntries(Object.entries<T>(record).map(([key, value]) => [key, change(value, key as K)])) as Record<K, T>;
}
