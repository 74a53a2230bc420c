import { colorAt, type GradientName, gradientNames, gradients } from '../../themes/gradient.ts';
import { type Meaning, meaningNames } from '../../themes/meaning.ts';
import type { Palette } from '../../themes/palette.ts';
import { createIndexing } from './indexed.ts';
import { sixteenOf } from './sixteen.ts';

/** How many colours the terminal has: none, 16, 256, all. The levels of chalk, which Ink draws with. */
export type Depth = 0 | 1 | 2 | 3;

/** What to draw with: "#rrggbb", "ansi256(N)" or a name; "faint" is the foreground, fainter. Absent: the terminal's own. */
export type Color = string | undefined;

/** The colours of a palette as a terminal has them. */
export type Theme = { readonly [M in Meaning]: Color } & {
  /** From nothing to all, in even steps. */
  readonly gradients: { readonly [G in GradientName]: readonly Color[] };
};

const STEPS = 24;

/** A palette in as many colours as the terminal has. */
export function createTheme(palette: Palette, depth: Depth): Theme {
  switch (depth) {
    case 0:
      return assemble(
        () => undefined,
        () => [undefined],
      );
    case 1:
      return assemble(
        (meaning) => sixteenOf(palette, meaning),
        (name) => coarse(gradients[name].through.map((meaning) => sixteenOf(palette, meaning))),
      );
    case 2: {
      const { colors, indexed } = createIndexing(palette);
      return assemble(
        (meaning) => colors[meaning],
        (name) => steps(palette, name).map(indexed),
      );
    }
    case 3:
      return assemble(
        (meaning) => palette.colors[meaning],
        (name) => steps(palette, name),
      );
  }
}

function steps({ gradients: courses }: Palette, name: GradientName) {
  return Array.from({ length: STEPS }, (_, i) => colorAt(courses[name], i / (STEPS - 1)));
}

/** With so few colours a gradient is at most three steps: calm for long, then warning, then critical. */
function coarse(colors: readonly Color[]): readonly Color[] {
  const [calm, warn, critical] = colors;
  return colors.length < 3 ? colors : [calm, calm, calm, calm, calm, calm, warn, warn, critical, critical];
}

function assemble(colorOf: (meaning: Meaning) => Color, stepsOf: (name: GradientName) => readonly Color[]): Theme {
  return {
    ...(Object.fromEntries(meaningNames.map((meaning) => [meaning, colorOf(meaning)])) as Record<Meaning, Color>),
    gradients: Object.fromEntries(gradientNames.map((name) => [name, stepsOf(name)])) as unknown as Theme['gradients'],
  };
}
