import { type MetricName, metricNames, metrics } from './index.ts';
import type { Outcome } from './outcome.ts';
import type { DetailPart } from './process/detail/table.ts';
import type { Field, List, Shape, Shapes } from './shape.ts';

/** One value of one metric, by the name that rules and documents use. */
export interface Entry {
  /** "cpu.usage", "cpu.load.one", "filesystem.usage", "network.interfaces.receive_rate". */
  readonly name: string;
  readonly metric: MetricName;
  /** Of a detail: whose outcome holds it. */
  readonly part?: DetailPart;
  readonly field: Field<unknown>;
  /** The list it stands in, if any: then there is a value for each item. */
  readonly list?: List;
  /** Property names from the metric's value to the list, or to the field where there is no list. */
  readonly path: readonly string[];
  /** Property names from an item of the list to the field. */
  readonly itemPath: readonly string[];
}

/** All entries, in the order of the metrics' own tables. */
export function allEntries(): readonly Entry[] {
  entries ??= metricNames.flatMap((name) => entriesIn(metrics[name].shape, { name, metric: name, path: [], itemPath: [] }));
  return entries;
}

let entries: readonly Entry[] | undefined;

type Place = Omit<Entry, 'field'>;

/** The entries of all that a shape describes. */
export function entriesIn(shape: Shape, place: Place): readonly Entry[] {
  switch (shape.kind) {
    case 'field':
      return [{ ...place, field: shape }];
    case 'group':
      return walkFields(shape.fields, place);
    case 'list':
      return walkFields(shape.fields, { ...place, list: shape });
  }
}

function walkFields(fields: Shapes, place: Place): Entry[] {
  return Object.entries(fields).flatMap(([property, shape]) =>
    shape.inner
      ? []
      : entriesIn(shape, {
          ...place,
          name: `${place.name}.${snakeCase(property)}`,
          ...(place.list ? { itemPath: [...place.itemPath, property] } : { path: [...place.path, property] }),
        }),
  );
}

/** What holds an entry's value: the item of its list, or the metric's own value; undefined where there is none. */
export function holderOf(entry: Entry, outcome: Outcome<unknown>, item?: string): object | undefined {
  if (outcome.state !== 'ok') return undefined;
  const { list } = entry;
  if (list === undefined) return outcome.value as object;
  const items = (follow(outcome.value, entry.path) ?? []) as readonly object[];
  return items.find((one) => String(follow(one, [list.id])) === item);
}

/** The value of an entry in what holds it. */
export function valueIn(entry: Entry, holder: object): unknown {
  return follow(holder, entry.list ? entry.itemPath : entry.path);
}

/** One value of an entry; `item` is the list item's id. */
export interface EntryValue {
  readonly item?: string;
  readonly value: unknown;
}

/** An entry's values in a metric's outcome; empty where there are none. */
export function valuesOf(entry: Entry, outcome: Outcome<unknown>): readonly EntryValue[] {
  if (outcome.state !== 'ok') return [];
  const found = follow(outcome.value, entry.path);
  if (entry.list === undefined) return found === undefined ? [] : [{ value: found }];
  const { id } = entry.list;
  return ((found ?? []) as readonly object[]).flatMap((item) => {
    const value = follow(item, entry.itemPath);
    return value === undefined ? [] : [{ item: String(follow(item, [id])), value }];
  });
}

function follow(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, property) => (at as Record<string, unknown> | undefined)?.[property], value);
}

/** "receiveRate" → "receive_rate". */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
