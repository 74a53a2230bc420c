import { describe, expect, it } from 'vitest';
import { builtIn, dark } from '../../../src/themes/built-in/index.ts';
import { type Hex, hexOf } from '../../../src/themes/color.ts';
import { contrastOf, groundOf, THERE } from '../../../src/themes/contrast.ts';
import { gradientNames } from '../../../src/themes/gradient.ts';
import { distinctions, type Meaning, meaningNames, meanings } from '../../../src/themes/meaning.ts';
import { createLook } from '../../../src/ui/look.ts';
import { type Color, createTheme, type Depth, type Theme } from '../../../src/ui/theme/theme.ts';
import { difference, visions } from '../../harness/color-vision.ts';
import { defaults } from '../../harness/machine.ts';

const told = builtIn.filter(({ hueless }) => !hueless);
const pairs = distinctions.flatMap((set) => set.flatMap((one, i) => set.slice(i + 1).map((other) => [one, other] as const)));

describe.each(builtIn)('the theme $name', (palette) => {
  it('has a colour for every meaning and gradient where there are all colours', () => {
    const theme = createTheme(palette, 3);
    for (const color of colorsOf(theme)) expect(color).toMatch(/^#[0-9a-f]{6}$/);
  });

  it('has no colour at all where there are none', () => {
    expect(colorsOf(createTheme(palette, 0)).filter((color) => color !== undefined)).toEqual([]);
  });

  it('has only the names of the sixteen, where there are no more', () => {
    for (const color of colorsOf(createTheme(palette, 1)))
      expect(color ?? 'gray').toMatch(/^(faint|gray|red|redBright|green|yellow|blue|magenta|magentaBright|cyan)$/);
  });

  it('has of 256 colours those that are the same on every terminal', () => {
    for (const color of colorsOf(createTheme(palette, 2))) {
      const index = Number(/^ansi256\((\d+)\)$/.exec(color ?? '')?.[1]);
      expect(index).toBeGreaterThanOrEqual(16);
      expect(index).toBeLessThanOrEqual(255);
    }
  });

  it('can still be read in 256 colours', () => {
    const theme = createTheme(palette, 2);
    // Of the grounds only the selected row is painted, in one of the 256.
    const seen = { background: palette.background, colors: { ...palette.colors, selection: hex256(theme.selection) } };
    for (const meaning of meaningNames.filter((one) => meanings[one].role === 'text'))
      expect(contrastOf(hex256(theme[meaning]), groundOf(meaning, seen)), meaning).toBeGreaterThanOrEqual(4);
    for (const meaning of ['border', 'track', 'selection'] as const)
      expect(contrastOf(hex256(theme[meaning]), palette.background), meaning).toBeGreaterThanOrEqual(THERE);
    for (const color of theme.gradients.share)
      expect(contrastOf(hex256(color), palette.background), color).toBeGreaterThanOrEqual(4);
  });
});

describe.each(told)('the theme $name tells apart what stands beside each other', (palette) => {
  it.each<Depth>([1, 2, 3])('at depth %i', (depth) => {
    const theme = createTheme(palette, depth);
    for (const [one, other] of pairs) expect(theme[one], `${one}, ${other}`).not.toBe(theme[other]);
  });

  it('clearly, in 256 colours', () => {
    const theme = createTheme(palette, 2);
    for (const [one, other] of pairs) expect(between(theme, one, other, 'usual'), `${one}, ${other}`).toBeGreaterThan(0.07);
  });
});

describe.each(told.filter(({ name }) => name.startsWith('colorblind')))('the theme $name', (palette) => {
  it.each(visions)('tells it apart in 256 colours, for eyes of %s', (vision) => {
    const theme = createTheme(palette, 2);
    for (const [one, other] of pairs) expect(between(theme, one, other, vision), `${one}, ${other}`).toBeGreaterThan(0.1);
  });

  it.each(visions)('tells it apart in sixteen colours as xterm has them, for eyes of %s', (vision) => {
    const theme = createTheme(palette, 1);
    const foreground = palette.name.endsWith('light') ? '#000000' : '#e5e5e5';
    const hex = (meaning: Meaning) => XTERM[theme[meaning] ?? ''] ?? foreground;
    for (const [one, other] of pairs) expect(difference(hex(one), hex(other), vision), `${one}, ${other}`).toBeGreaterThan(0.1);
  });
});

it('gives meanings that must be told apart different ones of 256 colours, however near they are', () => {
  const near = { ...dark, colors: { ...dark.colors, used: '#5f87d7', cached: '#5f87d8', free: '#6088d7' } as const };
  const { used, cached, free } = createTheme(near, 2);
  expect(new Set([used, cached, free]).size).toBe(3);
});

it('has greys alone tell nothing apart: bars have glyphs, as without colours', () => {
  expect(builtIn.map((palette) => createLook(defaults, 3, palette).colored)).toEqual(builtIn.map(({ hueless }) => !hueless));
});

it('has bars with glyphs where a theme has one colour for what shares a bar, but not in sixteen colours, which are not its own', () => {
  const alike = { ...dark, colors: { ...dark.colors, cached: dark.colors.used } };
  expect(([0, 1, 2, 3] as const).map((depth) => createLook(defaults, depth, alike).colored)).toEqual([false, true, false, false]);
});

it.each(['light', 'high-contrast-light', 'colorblind-light', 'monochrome-light'])(
  'the theme %s can be read in sixteen colours, as xterm has them, on white',
  (name) => {
    const palette = builtIn.find((one) => one.name === name) ?? dark;
    const theme = createTheme(palette, 1);
    for (const meaning of meaningNames.filter((one) => meanings[one].role === 'text'))
      expect(contrastOf(XTERM[theme[meaning] ?? ''] ?? '#000000', '#ffffff'), meaning).toBeGreaterThanOrEqual(4);
  },
);

it.each(['dark', 'high-contrast', 'colorblind', 'monochrome'])(
  'the theme %s can be read in sixteen colours, as xterm and GNOME have them, on black',
  (name) => {
    const palette = builtIn.find((one) => one.name === name) ?? dark;
    const theme = createTheme(palette, 1);
    for (const meaning of meaningNames.filter((one) => meanings[one].role === 'text'))
      for (const sixteen of [XTERM, TANGO])
        expect(contrastOf(sixteen[theme[meaning] ?? ''] ?? '#e5e5e5', '#000000'), meaning).toBeGreaterThanOrEqual(4);
  },
);

describe('the colour of a share', () => {
  const { ramp, shade, theme } = createLook(defaults, 3);

  it('goes from calm over warning to critical', () => {
    const { share } = theme.gradients;
    expect([share[0], share.at(-1)]).toEqual([theme.ok, theme.critical]);
    expect(new Set(share).size).toBe(share.length);
  });

  it('stays within calm and critical, also beyond nothing and all', () => {
    expect([ramp(-1), ramp(0)]).toEqual([theme.ok, theme.ok]);
    expect([ramp(1), ramp(7)]).toEqual([theme.critical, theme.critical]);
  });

  it('is that of its own gradient where it has one', () => {
    expect([shade('receive', 0), shade('receive', 1)]).toEqual([dark.gradients.receive[0], dark.gradients.receive.at(-1)]);
  });

  it('has three steps in sixteen colours, calm for long', () => {
    const few = createLook(defaults, 1);
    expect([0, 0.5, 0.65, 0.79, 0.8, 1].map(few.ramp)).toEqual(['green', 'green', 'yellow', 'yellow', 'redBright', 'redBright']);
    expect(few.shade('receive', 0.9)).toBe('cyan');
  });
});

function colorsOf({ gradients, ...colors }: Theme): readonly Color[] {
  return [...Object.values(colors), ...gradientNames.flatMap((name) => gradients[name])].filter(
    (color, i, all) => i === 0 || color !== all[i - 1],
  );
}

function between(theme: Theme, one: Meaning, other: Meaning, vision: (typeof visions)[number]): number {
  return difference(hex256(theme[one]), hex256(theme[other]), vision);
}

/** What xterm shows for "ansi256(N)". */
function hex256(color: Color): Hex {
  const index = Number(/\d+(?=\))/.exec(color ?? '')?.[0]);
  if (index >= 232) return hexOf(Array(3).fill(8 + 10 * (index - 232)));
  const digits = [Math.floor((index - 16) / 36), Math.floor((index - 16) / 6) % 6, (index - 16) % 6];
  return hexOf(digits.map((digit) => (digit === 0 ? 0 : 55 + 40 * digit)));
}

const XTERM: Readonly<Record<string, Hex>> = {
  // As xterm draws it: half way to the ground, which may be either.
  faint: '#727272',
  gray: '#7f7f7f',
  red: '#cd0000',
  redBright: '#ff0000',
  green: '#00cd00',
  yellow: '#cdcd00',
  blue: '#0000ee',
  magenta: '#cd00cd',
  magentaBright: '#ff00ff',
  cyan: '#00cdcd',
};

const TANGO: Readonly<Record<string, Hex>> = {
  faint: '#757672',
  gray: '#555753',
  red: '#cc0000',
  redBright: '#ef2929',
  green: '#4e9a06',
  yellow: '#c4a000',
  blue: '#3465a4',
  magenta: '#75507b',
  magentaBright: '#ad7fa8',
  cyan: '#06989a',
};
