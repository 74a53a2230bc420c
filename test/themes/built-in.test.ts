import { describe, expect, it } from 'vitest';
import { builtIn } from '../../src/themes/built-in/index.ts';
import type { Hex } from '../../src/themes/color.ts';
import { contrastOf, groundOf, LEGIBLE, leastOf, THERE } from '../../src/themes/contrast.ts';
import { colorAt, gradientNames } from '../../src/themes/gradient.ts';
import { distinctions, meaningNames, meanings } from '../../src/themes/meaning.ts';
import { difference, visions } from '../harness/color-vision.ts';

/** WCAG 2, level AAA. */
const BEST = 7;
/** In OKLab, where 0.02 is just told apart: clearly another colour, also in a thin line. */
const APART = 0.1;
const FAR_APART = 0.15;

const texts = meaningNames.filter((meaning) => meanings[meaning].role === 'text');
const pairs = distinctions.flatMap((set) => set.flatMap((one, i) => set.slice(i + 1).map((other) => [one, other] as const)));

describe.each(builtIn)('the theme $name', ({ name, background, colors, gradients, hueless }) => {
  const isHigh = name.startsWith('high-contrast');

  it(`can be read: each meaning has a contrast of ${isHigh ? BEST : LEGIBLE} or more`, () => {
    for (const meaning of texts) {
      expect(contrastOf(colors[meaning], groundOf(meaning, { colors, background })), meaning).toBeGreaterThanOrEqual(
        isHigh ? BEST : LEGIBLE,
      );
    }
  });

  it('has graphs that can be seen, from their lowest end on, and percentages that can be read', () => {
    for (const gradient of gradientNames)
      for (let place = 0; place <= 1; place += 0.05) {
        const contrast = contrastOf(colorAt(gradients[gradient], place), background);
        expect(contrast, `${gradient} at ${place}`).toBeGreaterThanOrEqual(
          isHigh && gradient === 'share' ? BEST : leastOf(gradient),
        );
      }
  });

  it('has backdrops that step back behind what is read, and are there', () => {
    for (const meaning of ['border', 'track', 'selection'] as const) {
      const contrast = contrastOf(colors[meaning], background);
      expect(contrast, meaning).toBeGreaterThanOrEqual(THERE);
      expect(contrast, meaning).toBeLessThan(contrastOf(colors.text, background));
    }
  });

  if (hueless) {
    it('is grey', () => {
      for (const color of Object.values(colors)) expect(isGrey(color), color).toBe(true);
    });
  } else {
    it('tells apart what stands beside each other', () => {
      for (const [one, other] of pairs)
        expect(difference(colors[one], colors[other], 'usual'), `${one}, ${other}`).toBeGreaterThanOrEqual(APART);
    });
  }

  if (name.startsWith('colorblind')) {
    it.each(visions)(`tells it far apart for eyes of %s`, (vision) => {
      for (const [one, other] of pairs)
        expect(difference(colors[one], colors[other], vision), `${one}, ${other}`).toBeGreaterThanOrEqual(FAR_APART);
    });

    it.each(visions)('tells the ends of a graph of worry apart for eyes of %s', (vision) => {
      for (const gradient of ['share', 'cpu', 'temperature'] as const) {
        const [from, middle, to] = [0, 0.5, 1].map((place) => colorAt(gradients[gradient], place)) as [Hex, Hex, Hex];
        for (const [one, other] of [
          [from, middle],
          [middle, to],
          [from, to],
        ] as const)
          expect(difference(one, other, vision), `${gradient}: ${one}, ${other}`).toBeGreaterThanOrEqual(APART);
      }
    });
  }
});

it('has a name of its own for each theme', () => {
  expect(new Set(builtIn.map(({ name }) => name)).size).toBe(builtIn.length);
});

it('finds that the usual dark theme would not do for all eyes, or the test could not fail', () => {
  const dark = builtIn.find(({ name }) => name === 'dark');
  const least = Math.min(
    ...pairs.map(([one, other]) => difference(dark?.colors[one] ?? '#0', dark?.colors[other] ?? '#0', 'deuteranopia')),
  );
  expect(least).toBeLessThan(APART);
});

function isGrey(color: Hex): boolean {
  return new Set([color.slice(1, 3), color.slice(3, 5), color.slice(5)]).size === 1;
}
