import type { Entry } from '../../metrics/catalog.ts';
import { holderOf } from '../../metrics/catalog.ts';
import { elsewhere } from '../../metrics/elsewhere.ts';
import { metrics } from '../../metrics/index.ts';
import { lackOf, type Outcome } from '../../metrics/outcome.ts';
import { printedFor } from '../../metrics/printed.ts';
import { detailEntries } from '../../metrics/process/detail/entries.ts';
import type { PeopleUnits } from '../../metrics/quantity.ts';
import type { Process } from '../../processes/process.ts';
import { formatDuration } from '../../units/format.ts';
import { formatThrift, formatWhy } from '../thrift.ts';
import { type Evidence, outcomeOf } from './evidence.ts';
import { formatEntry, formatOperands } from './operands.ts';
import type { ValueId } from './shown.ts';
import { parseTold, statistics, type Told } from './told.ts';

/** One thing that is said of a value. */
export interface Saying {
  /** "means", "formula"; empty where it goes on. */
  readonly label: string;
  readonly text: string;
}

/** The name of a value for people: "mean of cpu.usage", "cpu.user + cpu.nice of 3". */
export function nameOf({ tells, item }: ValueId, evidence: Evidence): string {
  const told = parseTold(tells);
  if (told === undefined) return tells;
  const names = told.entries.length > 0 ? told.entries.map(({ name }) => name).join(' + ') : told.part ? tells : told.metric;
  const over = told.statistic ? `${told.statistic} of ${names}` : names;
  return item === undefined ? over : `${over} of ${itemName(told, evidence, item)}`;
}

/** Meaning, formula with the numbers of right now, source, what others print, and, where it isn't known, why not. */
export function sayingsOf({ tells, item }: ValueId, evidence: Evidence, units: PeopleUnits): readonly Saying[] {
  const told = parseTold(tells);
  if (told === undefined) return [];
  return [...sayOutcome(told, outcomeOf(told, evidence), item, units), ...sayAge(told, evidence)];
}

function sayOutcome(told: Told, outcome: Outcome<unknown>, item: string | undefined, units: PeopleUnits): readonly Saying[] {
  const lack = lackOf(outcome);
  if (lack !== undefined) return [{ label: 'not known', text: lack }, ...describe(told)];
  const [only, ...others] = told.entries;
  if (only === undefined) return told.statistic ? [{ label: 'means', text: statistics[told.statistic] }] : describe(told);
  const statistic = told.statistic ? [{ label: told.statistic, text: statistics[told.statistic] }] : [];
  if (others.length === 0) return [...statistic, ...sayOne(only, outcome, item, units)];
  return [...statistic, ...sayParts(told.entries, outcome, item, units), ...sayElsewhere(only, outcome, item)];
}

/** How old it is, where it was not read with this sample; why, where a budget is the reason; and what that led to. */
function sayAge({ metric, part, entries }: Told, { sample, detail }: Evidence): readonly Saying[] {
  const { ages, thrift, monotonic } = sample.moment;
  const isOfDetail = part !== undefined || (metric === 'process' && entries[0]?.list !== undefined);
  if (isOfDetail && detail?.ended !== undefined) {
    return [{ label: 'age', text: `it ended ${formatDuration(Math.round(monotonic - detail.ended))} ago: what was known last` }];
  }
  const age = part ? undefined : ages?.[metric];
  const slowed = part ? undefined : thrift?.slowed.find(({ task }) => task === metric);
  const told = [
    ...(age === undefined ? [] : [`read ${formatDuration(age)} ago`]),
    ...(slowed === undefined || thrift === undefined ? [] : [formatWhy(slowed, thrift)]),
    ...(metric === 'self' && thrift ? [formatThrift(thrift)] : []),
  ];
  return told.length === 0 ? [] : [{ label: 'age', text: told.join('; ') }];
}

/** Of a metric as a whole, or of all that a part of a detail holds. */
function describe({ metric, part }: Told): readonly Saying[] {
  if (part === undefined) return [{ label: 'means', text: metrics[metric].title }];
  const meanings = detailEntries().flatMap((entry) => (entry.part === part ? entry.field.meaning : []));
  return meanings.map((text, i) => ({ label: i === 0 ? 'means' : '', text }));
}

function sayOne(entry: Entry, outcome: Outcome<unknown>, item: string | undefined, units: PeopleUnits): readonly Saying[] {
  const { field } = entry;
  const now = formatEntry(entry, outcome, item, units);
  const operands = formatOperands(entry, outcome, item, units);
  return [
    ...(now === undefined ? sayWhyNot(entry, outcome, item) : []),
    ...sayMeaning(entry, item),
    ...(field.formula === undefined ? [] : [{ label: 'formula', text: field.formula }]),
    ...(operands === '' ? [] : [{ label: '', text: `where ${operands}` }]),
    { label: 'from', text: field.from },
    ...sayElsewhere(entry, outcome, item),
  ];
}

/** Of an item that is always the same also what that is. */
function sayMeaning({ field, list }: Entry, item = ''): readonly Saying[] {
  const ofItem = list?.items?.[item];
  if (ofItem === undefined) return [{ label: 'means', text: field.meaning }];
  return [
    { label: 'means', text: ofItem },
    { label: '', text: field.meaning },
  ];
}

/** What a sum is made of. */
function sayParts(
  entries: readonly Entry[],
  outcome: Outcome<unknown>,
  item: string | undefined,
  units: PeopleUnits,
): readonly Saying[] {
  const sources = [...new Set(entries.map(({ field }) => field.from))];
  return [
    ...entries.map((entry, i): Saying => {
      const now = formatEntry(entry, outcome, item, units) ?? 'not known';
      return { label: i === 0 ? 'sum of' : '', text: `${shortName(entry)} ${now}: ${entry.field.meaning}` };
    }),
    { label: 'from', text: sources.join('; ') },
  ];
}

function shortName({ name }: Entry): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function sayElsewhere(entry: Entry, outcome: Outcome<unknown>, item: string | undefined): readonly Saying[] {
  const holder = holderOf(entry, outcome, item);
  const printed = holder ? Object.entries(printedFor(entry.name, holder)) : [];
  const why = elsewhere[entry.name];
  return [
    ...(printed.length === 0
      ? []
      : [{ label: 'others', text: printed.map(([program, text]) => `${program}: ${text}`).join('   ') }]),
    ...(why === undefined ? [] : [{ label: printed.length === 0 ? 'others' : '', text: why }]),
  ];
}

/** A reason for one value alone, and what would help. */
function sayWhyNot(entry: Entry, outcome: Outcome<unknown>, item: string | undefined): readonly Saying[] {
  const holder = holderOf(entry, outcome, item);
  // A row that stands for several, or for a thread, or that was drawn of another moment.
  return holder === undefined ? [] : [{ label: 'not known', text: reasonFor(entry, holder) }];
}

function reasonFor(entry: Entry, holder: { readonly restricted?: boolean; readonly silent?: string }): string {
  if (holder.silent !== undefined) return holder.silent;
  if (holder.restricted) return 'only its owner and root may read it: as root, or with CAP_SYS_PTRACE, sysmon can';
  if (entry.field.formula?.includes('Δ')) return `it takes two samples, or ${entry.field.from} does not tell it here`;
  return `${entry.field.from} does not tell it here; sysmon doctor lists what is missing`;
}

function itemName(told: Told, evidence: Evidence, item: string): string {
  if (told.metric === 'cpu') return `core ${item}`;
  const outcome = outcomeOf(told, evidence);
  if (told.metric !== 'process' || told.part || outcome.state !== 'ok') return item;
  const one = (outcome.value as { readonly all: readonly Process[] }).all.find(({ id }) => id === item);
  return one ? `${one.name} ${one.pid}` : 'several processes';
}
