import { encodeYaml } from '../config/encode-yaml.ts';
import type { Option } from '../config/option.ts';
import { optionList, sections } from '../config/option-table.ts';
import type { Origin, Resolved } from '../config/resolve.ts';
import { faintIn, LEGIBLE } from '../themes/contrast.ts';
import type { Palette } from '../themes/palette.ts';

/**
 * What is in force, as a configuration file that means the same; a comment tells where each value came from, and what of the theme is
 * hard to read.
 */
export function formatConfig({ values, origins, settings }: Resolved, palette?: Palette): string {
  const entries = optionList
    .filter(([name]) => name !== 'bindings')
    .map(([name, option]) => ({ option, value: values[name], origin: formatOrigin(origins[name]) }));
  const fixed = entries.filter(({ option, value }) => option.key === undefined && value !== undefined);
  const rows: readonly Row[] = [
    ['# In force, and where it came from. As a configuration file this means the same.'],
    ...formatEntries(entries, ''),
    ...Object.keys(sections).flatMap((name): Row[] => [[`${name}:`], ...formatEntries(entries, `${name}.`)]),
    ['bindings:'],
    ...Object.entries(settings.keys).map(([id, keys]): Row => {
      const byHand = Object.hasOwn(values.bindings, id);
      return [`  ${id}: ${encodeYaml(keys)}`, byHand ? formatOrigin(origins.bindings) : `keys: ${values.keys}`];
    }),
    ['# Not for the file, only for the command line and the environment:'],
    ...fixed.map(({ option, value, origin }): Row => [`# ${option.flag}: ${formatValue(option, value)}`, origin]),
    ...(palette ? formatFaint(palette) : []),
  ];
  const width = Math.min(50, Math.max(...rows.map(([text, comment]) => (comment === undefined ? 0 : text.length))));
  return rows.map(([text, comment]) => (comment === undefined ? `${text}\n` : `${text.padEnd(width)}  # ${comment}\n`)).join('');
}

interface Entry {
  readonly option: Option<unknown>;
  readonly value: unknown;
  readonly origin: string;
}

type Row = readonly [text: string, comment?: string];

/** The entries of one map: the whole file, or a section. */
function formatEntries(entries: readonly Entry[], place: string): readonly Row[] {
  return entries.flatMap(({ option, value, origin }): Row[] => {
    const { key = '.' } = option;
    const name = key.startsWith(place) ? key.slice(place.length) : '.';
    if (name.includes('.')) return [];
    const indent = place === '' ? '' : '  ';
    return [
      [
        value === undefined
          ? `${indent}# ${name}: ${option.otherwise ?? 'none'}`
          : `${indent}${name}: ${formatValue(option, value)}`,
        origin,
      ],
    ];
  });
}

function formatValue({ kind }: Option<unknown>, value: unknown): string {
  return encodeYaml(kind.toYaml(value));
}

/** In one line, where anything is. */
function formatFaint(palette: Palette): readonly Row[] {
  const faint = faintIn(palette).map(({ meaning, contrast }) => `${meaning} ${(Math.floor(contrast * 10) / 10).toFixed(1)}:1`);
  const theme = `# The theme ${palette.name} is hard to read on its background ${palette.background}`;
  return faint.length === 0 ? [] : [[`${theme}, below ${LEGIBLE}:1: ${faint.join(', ')}`]];
}

function formatOrigin(origin: Origin): string {
  switch (origin.from) {
    case 'default':
      return origin.by === undefined ? 'default' : `default, by ${origin.by}`;
    case 'file':
      return `${origin.path}:${origin.line}`;
    case 'environment':
      return `environment ${origin.name}`;
    case 'flag':
      return `flag ${origin.name}`;
    case 'session':
      return 'changed by hand';
  }
}
