import { encodeYaml } from '../config/encode-yaml.ts';
import type { Option } from '../config/option.ts';
import { optionList, optionsAt } from '../config/option-list.ts';
import { sections } from '../config/option-table.ts';
import type { Origin, Resolved } from '../config/resolve.ts';
import { faintIn, LEGIBLE } from '../themes/contrast.ts';
import type { Palette } from '../themes/palette.ts';

/**
 * What is in force, as a configuration file that means the same; a comment tells where each value came from, and what of the theme is
 * hard to read.
 */
export function formatConfig({ values, origins, settings }: Resolved, palette?: Palette): string {
  const rowsAt = (place: string): readonly Row[] =>
    optionsAt(place).flatMap(([local, name, option]) =>
      name === 'bindings' ? [] : [rowOf(local, option, values[name], origins[name], place === '' ? '' : '  ')],
    );
  const fixed = optionList.filter(([name, { key }]) => key === undefined && values[name] !== undefined);
  const rows: readonly Row[] = [
    ['# In force, and where it came from. As a configuration file this means the same.'],
    ...rowsAt(''),
    ...Object.keys(sections).flatMap((name): Row[] => [[`${name}:`], ...rowsAt(`${name}.`)]),
    ['bindings:'],
    ...Object.entries(settings.keys).map(([id, keys]): Row => {
      const byHand = Object.hasOwn(values.bindings, id);
      return [`  ${id}: ${encodeYaml(keys)}`, byHand ? formatOrigin(origins.bindings) : `keys: ${values.keys}`];
    }),
    ['# Not for the file, only for the command line and the environment:'],
    ...fixed.map(
      ([name, option]): Row => [`# ${option.flag}: ${formatValue(option, values[name])}`, formatOrigin(origins[name])],
    ),
    ...(palette ? formatFaint(palette) : []),
  ];
  const width = Math.min(50, Math.max(...rows.map(([text, comment]) => (comment === undefined ? 0 : text.length))));
  return rows.map(([text, comment]) => (comment === undefined ? `${text}\n` : `${text.padEnd(width)}  # ${comment}\n`)).join('');
}

type Row = readonly [text: string, comment?: string];

/** An entry; of an option without a value, a comment that says so. */
function rowOf(local: string, option: Option<unknown>, value: unknown, origin: Origin, indent: string): Row {
  const text = value === undefined ? `# ${local}: ${option.otherwise ?? 'none'}` : `${local}: ${formatValue(option, value)}`;
  return [indent + text, formatOrigin(origin)];
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
