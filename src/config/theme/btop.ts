import { dark, light } from '../../themes/built-in/index.ts';
import { type Hex, hexOf, isLight, oklabOf } from '../../themes/color.ts';
import { createLegible } from '../../themes/contrast.ts';
import type { GradientName } from '../../themes/gradient.ts';
import type { Meaning } from '../../themes/meaning.ts';
import { inherit, type Palette } from '../../themes/palette.ts';
import { quote } from '../kind.ts';
import { alarming, btopSources } from './btop-sources.ts';
import type { ThemeDocument } from './document.ts';

/**
 * Reads a theme that was made for btop: `theme[main_fg]="#cccccc"`, a line each; colours as "#RRGGBB", "#GG" for a grey,
 * "R G B", or "" for the usual one. Keys that mean nothing here are passed over, as btop does. What is fainter than can be read
 * or seen here is made brighter (for light themes: darker): btop draws other things with it.
 */
export function parseBtopTheme(name: string, text: string): ThemeDocument {
  const problems: string[] = [];
  const said = new Map<string, Hex>();
  for (const [i, line] of text.split(/\r\n?|\n/).entries()) {
    const entry = ENTRY.exec(line);
    if (!entry) continue;
    const [, key = '', ...written] = entry;
    const value = written.find((text) => text !== undefined) ?? '';
    const color = parseColor(value);
    if (color !== undefined) said.set(key, color);
    else if (value.trim() !== '') problems.push(`${i + 1}:${line.indexOf(value) + 1}: ${key}: ${refusal(value)}`);
  }
  return { palette: createLegible(translate(name, said)), problems };
}

/** What was said, in our meanings. */
function translate(name: string, said: ReadonlyMap<string, Hex>): Palette {
  const background = said.get('main_bg');
  const base = isForLight(background, said.get('main_fg')) ? light : dark;
  const passedOver = isAlarming(said.get('cpu_start'), said.get('cpu_end')) ? [] : alarming;
  const color = (keys: readonly string[]) => keys.map((key) => said.get(key)).find((found) => found !== undefined);
  const stops = (prefix: string) => ['start', 'mid', 'end'].flatMap((part) => said.get(`${prefix}_${part}`) ?? []);
  const colors = pick<Meaning, Hex>(btopSources.colors, passedOver, color);
  const gradients = pick<GradientName, readonly Hex[]>(btopSources.gradients, passedOver, (prefixes) =>
    prefixes.map(stops).find((found) => found.length >= 2),
  );
  return inherit(name, base, { ...(background && { background }), colors, gradients });
}

/** In double quotes, single ones or none; a comment may follow. A quote that isn't closed is left to be refused. */
const ENTRY = /^\s*theme\[\s*(\w+)\s*\]\s*=\s*(?:"([^"]*)"|'([^']*)'|(["']?#?[^#]*))/;

/** By its background; one that leaves that to the terminal tells by its text. */
function isForLight(background: Hex | undefined, text: Hex | undefined): boolean {
  if (background !== undefined) return isLight(background);
  return text !== undefined && !isLight(text);
}

/** Whether a course begins without red and ends in it. */
function isAlarming(from: Hex | undefined, to: Hex | undefined): boolean {
  return from !== undefined && to !== undefined && oklabOf(from)[1] < CALM && oklabOf(to)[1] > ALARM;
}

/** On OKLab's way from green to red. */
const CALM = 0.05;
const ALARM = 0.1;

function parseColor(text: string): Hex | undefined {
  const digits = /^\s*#([0-9a-f]{6}|[0-9a-f]{2})\s*$/i.exec(text)?.[1];
  if (digits !== undefined) return `#${(digits.length === 2 ? digits.repeat(3) : digits).toLowerCase()}`;
  const channels = /^\s*(\d{1,3})\s+(\d{1,3})\s+(\d{1,3})\s*$/.exec(text)?.slice(1).map(Number);
  return channels?.every((channel) => channel <= 255) ? hexOf(channels) : undefined;
}

function refusal(value: string): string {
  return `${quote(value)} is not a colour; write one like "#8fb8f6", "#8f" or "143 184 246", or leave it empty`;
}

/** What is found for each name, where anything is. */
function pick<K extends string, T>(
  table: { readonly [N in K]?: readonly string[] },
  passedOver: readonly string[],
  find: (keys: readonly string[]) => T | undefined,
): { readonly [N in K]?: T } {
  const entries = Object.entries<readonly string[] | undefined>(table).flatMap(([name, keys = []]) => {
    const value = passedOver.includes(name) ? undefined : find(keys);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries) as { readonly [N in K]?: T };
}
