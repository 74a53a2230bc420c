import type { Pair } from 'yaml';
import { isMap } from 'yaml';
import { builtIn, builtInNames, dark, light } from '../../themes/built-in/index.ts';
import { isLight } from '../../themes/color.ts';
import { createLegible } from '../../themes/contrast.ts';
import { type GradientName, gradientNames } from '../../themes/gradient.ts';
import { type Meaning, meaningNames } from '../../themes/meaning.ts';
import { inherit, type Palette } from '../../themes/palette.ts';
import { oneOf, suggest } from '../../units/nearest.ts';
import { isProblem, type Kind, quote } from '../kind.ts';
import { choice } from '../kinds.ts';
import { entriesOf, isEmptyNode, itemOf, parseYaml } from '../yaml.ts';
import { color, course } from './colors.ts';

/** What a file of one theme says. */
export interface ThemeDocument {
  /** What it doesn't say is as in its base. */
  readonly palette: Palette;
  /** What is wrong with it, "line:column: …", in the order of the file. */
  readonly problems: readonly string[];
}

/** Which theme all comes from that the file doesn't say. */
export const baseKind = choice(builtInNames, 'NAME');

export const themeKeys = ['base', 'background', 'colors', 'gradients'] as const;

/** Reads a theme's YAML (1.2). Empty is fine: that is its base. */
export function parseThemeDocument(name: string, text: string): ThemeDocument {
  const { root, plain, complain, problems } = parseYaml(text);
  const entries = readEntries(root, '', themeKeys);
  const base = readValue(entries.base, 'base', baseKind);
  const background = readValue(entries.background, 'background', color);
  const colors = readValues<Meaning, `#${string}`>(entries.colors, 'colors', meaningNames, color);
  const gradients = readValues<GradientName, readonly `#${string}`[]>(entries.gradients, 'gradients', gradientNames, course);
  const chosen = builtIn.find((one) => one.name === base);
  const foundation = chosen ?? (background !== undefined && isLight(background) ? light : dark);
  if (chosen && background && isLight(background) !== isLight(chosen.background)) {
    const [is, wanted] = isLight(background) ? ['light', 'dark'] : ['dark', 'light'];
    const fitting = builtIn.filter((one) => isLight(one.background) === isLight(background));
    const remedy = `leave it out, or use ${oneOf(fitting.map(({ name }) => name))}`;
    complain([entries.base?.value], `base: ${base} is for ${wanted} ground, and ${background} is ${is}; ${remedy}`);
  }
  const palette = inherit(name, foundation, { ...(background && { background }), colors, gradients });
  // The base was made for another ground; what the file says stays.
  return { palette: background ? createLegible(palette, { colors, gradients }) : palette, problems: problems() };

  /** The entries of the map at a place ("" or "colors"), by their names. */
  function readEntries<K extends string>(node: unknown, place: string, names: readonly K[]): { readonly [N in K]?: Pair } {
    if (!isMap(node) && !isEmptyNode(node))
      complain([node], `${place && `${place}: `}${quote(plain(node))} is not a map; write KEY: VALUE, a line each`);
    const found = entriesOf(node).map((pair) => [String(plain(pair.key)), pair] as const);
    for (const [key, pair] of found) {
      if (names.some((known) => known === key)) continue;
      const remedy = suggest(key, names, 'all are in docs/themes.md');
      complain([pair.key], `${place && `${place}: `}there is no key ${key}; ${remedy}`);
    }
    return Object.fromEntries(found) as { readonly [N in K]?: Pair };
  }

  function readValue<T>(pair: Pair | undefined, place: string, kind: Kind<T>): T | undefined {
    if (pair === undefined) return undefined;
    const parsed = kind.parse(plain(pair.value));
    if (!isProblem(parsed)) return parsed.value;
    complain([isEmptyNode(pair.value) ? undefined : itemOf(pair.value, parsed.item), pair.key], `${place}: ${parsed.problem}`);
    return undefined;
  }

  function readValues<K extends string, T>(pair: Pair | undefined, place: string, names: readonly K[], kind: Kind<T>) {
    const inside = readEntries(pair?.value, place, names);
    const values = names.flatMap((one) => {
      const value = readValue(inside[one], `${place}.${one}`, kind);
      return value === undefined ? [] : [[one, value] as const];
    });
    return Object.fromEntries(values) as { readonly [N in K]?: T };
  }
}
