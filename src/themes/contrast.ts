import { type Hex, isLight, luminanceOf, mix } from './color.ts';
import type { GradientName } from './gradient.ts';
import { type Meaning, type MeaningInfo, meaningNames, meanings } from './meaning.ts';
import type { Palette, PartialPalette } from './palette.ts';

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

/**
 * The palette, with what is too faint made brighter or darker: text until it can be read, graphs until they can be seen, backdrops until they are there.
 * @param kept stays as it is.
 */
export function createLegible(palette: Palette, kept: Pick<PartialPalette, 'colors' | 'gradients'> = NOTHING): Palette {
  const { background, gradients } = palette;
  // First what text may stand on.
  const grounds = { ...lift(palette, 'backdrop', THERE), ...kept.colors };
  return {
    ...palette,
    colors: { ...lift({ ...palette, colors: grounds }, 'text', LEGIBLE), ...kept.colors },
    gradients: {
      ...mapEntries(gradients, (stops, name) => stops.map((stop) => legible(stop, background, leastOf(name)))),
      ...kept.gradients,
    },
  };
}

const NOTHING = { colors: {}, gradients: {} };

/** What most can't read, the faintest first. */
export function faintIn(palette: Palette): readonly { readonly meaning: Meaning; readonly contrast: number }[] {
  return meaningNames
    .filter((meaning) => meanings[meaning].role === 'text')
    .map((meaning) => ({ meaning, contrast: contrastOf(palette.colors[meaning], groundOf(meaning, palette)) }))
    .filter(({ contrast }) => contrast < LEGIBLE)
    .sort((a, b) => a.contrast - b.contrast);
}

/** The contrast that a gradient needs: percentages are written in that of shares, the others are drawn. */
export function leastOf(gradient: GradientName): number {
  return gradient === 'share' ? LEGIBLE : VISIBLE;
}

/** The colour, brighter or darker by as little as gives it that contrast; or white or black, where nothing does. */
export function legible(color: Hex, background: Hex, least: number): Hex {
  const end: Hex = isLight(background) ? '#000000' : '#ffffff';
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
