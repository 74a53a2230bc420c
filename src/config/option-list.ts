import type { Option } from './option.ts';
import { options } from './option-table.ts';

type Table = typeof options;
export type OptionName = keyof Table;
type ValueOf<K extends OptionName> = Table[K] extends Option<infer T> ? T : never;
type Defaulted = { [K in OptionName]: Table[K] extends { readonly default: unknown } ? K : never }[OptionName];

/** What one place says: the flags, the file. */
export type Values = { readonly [K in OptionName]?: ValueOf<K> };

/** What takes the place of values; undefined stands for the default. */
export type Changes = { readonly [K in OptionName]?: ValueOf<K> | undefined };

/** What is in force: nothing is missing that has a default. */
export type ValuesInForce = Values & { readonly [K in Defaulted]: ValueOf<K> };

/** The table as a list. */
export const optionList = Object.entries(options) as unknown as readonly (readonly [OptionName, Option<unknown>])[];

/** The options at a place of the configuration file ("" or "units."), by their names there. */
export function optionsAt(place: string): readonly (readonly [local: string, name: OptionName, option: Option<unknown>])[] {
  return optionList.flatMap(([name, option]) => {
    const local = option.key?.startsWith(place) ? option.key.slice(place.length) : '';
    return local === '' || local.includes('.') ? [] : [[local, name, option] as const];
  });
}

/** Whether two values of an option mean the same. */
export function isSame(name: OptionName, a: unknown, b: unknown): boolean {
  const { kind }: Option<unknown> = options[name] as Option<unknown>;
  const encode = (value: unknown) => (value === undefined ? undefined : JSON.stringify(kind.toYaml(value)));
  return encode(a) === encode(b);
}
