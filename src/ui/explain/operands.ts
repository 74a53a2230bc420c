import { allEntries, type Entry, holderOf, valueIn } from '../../metrics/catalog.ts';
import type { Outcome } from '../../metrics/outcome.ts';
import { detailEntries } from '../../metrics/process/detail/entries.ts';
import { formatQuantity, type PeopleUnits } from '../../metrics/quantity.ts';

/** A value for people; undefined where there is none. */
export function formatEntry(
  entry: Entry,
  outcome: Outcome<unknown>,
  item: string | undefined,
  units: PeopleUnits,
): string | undefined {
  const holder = holderOf(entry, outcome, item);
  const value = holder && valueIn(entry, holder);
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(' ') || 'none';
  if (typeof value !== 'number') return String(value);
  // Ids, and the like: not "4.21 k".
  if (entry.field.unit === 'count' && Number.isInteger(value)) return String(value);
  return formatQuantity(value, entry.field.unit, { ...units, ofNetwork: entry.metric === 'network' });
}

/** The names in a formula that are values themselves, and what they are now: "used = 3.1 GiB, total = 15.6 GiB". */
export function formatOperands(entry: Entry, outcome: Outcome<unknown>, item: string | undefined, units: PeopleUnits): string {
  const words = new Set(entry.field.formula?.match(/[A-Za-z_]\w*/g));
  const group = groupOf(entry);
  const operands = (entry.part ? detailEntries() : allEntries()).filter(
    (one) =>
      one.metric === entry.metric &&
      one.part === entry.part &&
      one.list === entry.list &&
      groupOf(one) === group &&
      one.name !== entry.name,
  );
  return operands
    .flatMap((one) => {
      const word = [one.name.slice(one.name.lastIndexOf('.') + 1), one.field.formula ?? ''].find((name) => words.has(name));
      const value = word === undefined ? undefined : formatEntry(one, outcome, item, units);
      return value === undefined ? [] : [`${word} = ${value}`];
    })
    .join(', ');
}

function groupOf({ name }: Entry): string {
  return name.slice(0, name.lastIndexOf('.'));
}
