import { dark, light } from '../../themes/built-in/index.ts';
import { type Hex, hexOf, luminanceOf } from '../../themes/color.ts';
import { LEGIBLE, legible } from '../../themes/contrast.ts';
import type { GradientName } from '../../themes/gradient.ts';
import { type Meaning, meanings } from '../../themes/meaning.ts';
import { inherit } from '../../themes/palette.ts';
import { quote } from '../kind.ts';
import type { ThemeDocument } from './document.ts';

/**
 * Reads a theme that was made for btop: `theme[main_fg]="#cccccc"`, a line each; colours as "#RRGGBB", "#GG" for a grey,
 * "R G B", or "" for the usual one. Keys that mean nothing here are passed over, as btop does.
 */
export function parseBtopTheme(name: string, text: string): ThemeDocument {
  const problems: string[] = [];
  const said = new Map<string, Hex>();
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const entry = ENTRY.exec(line);
    if (!entry) continue;
    const [, key = '', ...written] = entry;
    const value = written.find((text) => text !== undefined) ?? '';
    const color = parseColor(value);
    if (color !== undefined) said.set(key, color);
    else if (value.trim() !== '') problems.push(`${i + 1}:${line.indexOf(value) + 1}: ${key}: ${refusal(value)}`);
  }
  const background = said.get('main_bg');
  const base = isForLight(background, said.get('main_fg')) ? light : dark;
  const color = (keys: readonly string[]) => keys.map((key) => said.get(key)).find((found) => found !== undefined);
  const stops = (prefix: string) => ['start', 'mid', 'end'].flatMap((part) => said.get(`${prefix}_${part}`) ?? []);
  // btop writes little in some of these, and can be faint there.
  const colors = compact<Meaning, Hex>(btopSources.colors, (keys, meaning) => {
    const found = color(keys);
    const isText = meanings[meaning].role === 'text';
    return found && isText ? legible(found, background ?? base.background, LEGIBLE) : found;
  });
  const gradients = compact<GradientName, readonly Hex[]>(btopSources.gradients, (prefixes) =>
    prefixes.map(stops).find((found) => found.length >= 2),
  );
  return { palette: inherit(name, base, { ...(background && { background }), colors, gradients }), problems };
}

/** In double quotes, single ones or none; a comment may follow. */
const ENTRY = /^\s*theme\[\s*(\w+)\s*\]\s*=\s*(?:"([^"]*)"|'([^']*)'|(#?[^#]*))/;

/** Which of btop's colours has a meaning of ours, in the order of preference; for gradients, how their three begin. */
export const btopSources: {
  readonly colors: { readonly [M in Meaning]?: readonly string[] };
  readonly gradients: { readonly [G in GradientName]?: readonly string[] };
} = {
  colors: {
    text: ['main_fg'],
    title: ['title'],
    dim: ['graph_text', 'inactive_fg'],
    key: ['hi_fg'],
    focus: ['hi_fg'],
    border: ['div_line'],
    track: ['meter_bg', 'inactive_fg'],
    selection: ['selected_bg'],
    ok: ['cpu_start'],
    warn: ['cpu_mid'],
    critical: ['cpu_end'],
    cpu: ['cpu_box'],
    memory: ['mem_box'],
    disks: ['mem_box'],
    network: ['net_box'],
    sensors: ['cpu_box'],
    processes: ['proc_box'],
    user: ['cpu_start'],
    system: ['cpu_mid'],
    steal: ['cpu_end'],
    used: ['used_mid', 'used_end', 'used_start'],
    cached: ['cached_mid', 'cached_end', 'cached_start'],
    free: ['free_mid', 'free_end', 'free_start'],
    swap: ['available_mid', 'available_end', 'available_start'],
    receive: ['download_mid', 'download_end', 'download_start'],
    send: ['upload_mid', 'upload_end', 'upload_start'],
    read: ['free_mid', 'free_end', 'free_start'],
    write: ['used_mid', 'used_end', 'used_start'],
  },
  gradients: {
    share: ['cpu'],
    cpu: ['cpu'],
    temperature: ['temp'],
    used: ['used'],
    cached: ['cached'],
    free: ['free'],
    swap: ['available'],
    receive: ['download'],
    send: ['upload'],
    read: ['free'],
    write: ['used'],
  },
};

/** By its background; one that leaves that to the terminal tells by its text. */
function isForLight(background: Hex | undefined, text: Hex | undefined): boolean {
  if (background !== undefined) return luminanceOf(background) > MIDDLE;
  return text !== undefined && luminanceOf(text) < MIDDLE;
}

/** The luminance in the middle between black and white, to the eye. */
const MIDDLE = 0.18;

function parseColor(text: string): Hex | undefined {
  const digits = /^\s*#([0-9a-f]{6}|[0-9a-f]{2})\s*$/i.exec(text)?.[1];
  if (digits !== undefined) return `#${(digits.length === 2 ? digits.repeat(3) : digits).toLowerCase()}`;
  const channels = /^\s*(\d{1,3})\s+(\d{1,3})\s+(\d{1,3})\s*$/.exec(text)?.slice(1).map(Number);
  return channels?.every((channel) => channel <= 255) ? hexOf(channels) : undefined;
}

function refusal(value: string): string {
  return `${quote(value)} is not a colour; write one like "#8fb8f6", "#8f" or "143 184 246", or leave it empty`;
}

function compact<K extends string, T>(
  table: { readonly [N in K]?: readonly string[] },
  find: (keys: readonly string[], name: K) => T | undefined,
): { readonly [N in K]?: T } {
  const entries = Object.entries<readonly string[] | undefined>(table).flatMap(([name, keys = []]) => {
    const value = find(keys, name as K);
    return value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(entries) as { readonly [N in K]?: T };
}
