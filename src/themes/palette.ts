import { distance, type Hex, oklabOf } from './color.ts';
import { deriveStops, type GradientName, gradientNames, gradients } from './gradient.ts';
import { type Meaning, meaningNames, stacks } from './meaning.ts';

/**
 * The names of the sixteen colours that every terminal has and its owner chooses, of those that can be read on dark or on light: of the
 * bright ones, which Solarized makes greys, two; and its foreground, fainter.
 */
export const terminalColors = [
  'faint',
  'gray',
  'red',
  'redBright',
  'green',
  'yellow',
  'blue',
  'magenta',
  'magentaBright',
  'cyan',
] as const;
export type TerminalColor = (typeof terminalColors)[number];

/** A theme as it is written: a colour for each meaning, a course for each gradient. */
export interface Palette {
  readonly name: string;
  /** What it is, of a built-in one. */
  readonly help?: string;
  /** The background that it is made for. It is not painted: the terminal's own stays. */
  readonly background: Hex;
  readonly colors: Readonly<Record<Meaning, Hex>>;
  /** From nothing to all, two stops or more. */
  readonly gradients: Readonly<Record<GradientName, readonly Hex[]>>;
  /** Its colours tell nothing apart: bars are drawn as without any, by glyphs. */
  readonly hueless?: boolean;
  /** What it has on a terminal of sixteen colours, where that isn't the usual; null is the terminal's foreground. */
  readonly sixteen?: Readonly<Partial<Record<Meaning, TerminalColor | null>>>;
}

/** Some of a palette: what is left out comes from elsewhere. */
export interface PartialPalette {
  readonly background?: Hex;
  readonly colors: Readonly<Partial<Record<Meaning, Hex>>>;
  readonly gradients: Readonly<Partial<Record<GradientName, readonly Hex[]>>>;
}

/** A palette from its colours; a gradient that isn't given goes through the colours of its meanings. */
export function createPalette(
  palette: Omit<Palette, 'gradients'> & { readonly gradients?: PartialPalette['gradients'] },
): Palette {
  const { colors, background, gradients: given = {} } = palette;
  return { ...palette, gradients: courses((name) => given[name] ?? deriveStops(name, colors, background)) };
}

/** The base with some of it changed. A gradient follows when the colours change that it goes through. */
export function inherit(
  name: string,
  base: Palette,
  { background = base.background, colors, gradients: own }: PartialPalette,
): Palette {
  const all = Object.fromEntries(
    meaningNames.map((meaning) => [meaning, colors[meaning] ?? base.colors[meaning]]),
  ) as Palette['colors'];
  const stands = (gradient: GradientName) => gradients[gradient].through.every((meaning) => colors[meaning] === undefined);
  const { gradients: inherited, help: _, ...rest } = base;
  return {
    ...rest,
    name,
    background,
    colors: all,
    gradients: courses(
      (gradient) => own[gradient] ?? (stands(gradient) ? inherited[gradient] : deriveStops(gradient, all, background)),
    ),
  };
}

/** Whether what shares a bar can be told apart by its colours: themes made for others may have one for all of it. */
export function tellsApart({ colors, hueless = false }: Palette): boolean {
  const apart = (one: Meaning, other: Meaning) => distance(oklabOf(colors[one]), oklabOf(colors[other])) >= APART;
  return !hueless && stacks.every((stack) => stack.every((one, i) => stack.slice(i + 1).every((other) => apart(one, other))));
}

/** In OKLab, where 0.02 is just told apart. */
const APART = 0.04;

function courses(stopsOf: (name: GradientName) => readonly Hex[]): Palette['gradients'] {
  return Object.fromEntries(gradientNames.map((name) => [name, stopsOf(name)])) as unknown as Palette['gradients'];
}
