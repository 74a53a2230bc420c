import { allEntries, type Entry, valuesOf } from '../../metrics/catalog.ts';
import { elsewhere } from '../../metrics/elsewhere.ts';
import { type MetricName, metrics } from '../../metrics/index.ts';
import { lackOf, type Outcome } from '../../metrics/outcome.ts';
import { formatQuantity, type PeopleUnits } from '../../metrics/quantity.ts';
import type { Frame } from '../../monitor.ts';
import type { Moment } from '../../sampling/sample.ts';
import { cellWidth, printable, truncateCells } from '../../units/cells.ts';
import { formatDuration } from '../../units/format.ts';
import { type Line, span } from '../draw/line.ts';
import { wrapCells } from '../draw/wrap.ts';
import type { Look } from '../look.ts';
import { formatThrift, formatWhy } from '../thrift.ts';

/** So many items of a list are named with their values. */
const MOST_ITEMS = 4;

/** Each value of a panel's metrics: what it is now, what it means, its formula, where it is read, what others print for it. */
export function drawExplanation(names: readonly MetricName[], frame: Frame, width: number, look: Look): readonly Line[] {
  const { title, dim } = look.theme;
  return names.flatMap((name): Line[] => {
    const outcome: Outcome<unknown> = frame.sample[name];
    const lack = lackOf(outcome);
    const entries = allEntries().filter((entry) => entry.metric === name && !entry.field.counter);
    return [
      [{ text: metrics[name].title, color: title, bold: true }],
      ...drawAge(name, frame.sample.moment, width, look),
      ...(lack === undefined ? [] : wrapCells(`not known: ${lack}`, width - 2).map((line) => [span(`  ${line}`, dim)])),
      ...entries.flatMap((entry) => drawEntry(entry, outcome, width, look)),
      [],
    ];
  });
}

/** How old it is, where it was not read with this sample; why, where a budget is the reason; and what that led to. */
function drawAge(name: MetricName, { ages, thrift }: Moment, width: number, { theme }: Look): readonly Line[] {
  const age = ages?.[name];
  const slowed = thrift?.slowed.find(({ task }) => task === name);
  const told = [
    ...(age === undefined ? [] : [`read ${formatDuration(age)} ago`]),
    ...(slowed === undefined || thrift === undefined ? [] : [formatWhy(slowed, thrift)]),
    ...(name === 'self' && thrift ? [formatThrift(thrift)] : []),
  ];
  return told.length === 0 ? [] : wrapCells(told.join('; '), width - 2).map((line) => [span(`  ${line}`, theme.dim)]);
}

function drawEntry(entry: Entry, outcome: Outcome<unknown>, width: number, look: Look): readonly Line[] {
  const { key, text, dim } = look.theme;
  const { name, field } = entry;
  const indented = (label: string, told: string | undefined, color: string | undefined): readonly Line[] => {
    if (told === undefined) return [];
    const room = Math.max(10, width - LABEL - 4);
    return wrapCells(told, room).map((line, i) => [span(`    ${(i === 0 ? label : '').padEnd(LABEL)}`, dim), span(line, color)]);
  };
  const shown = printable(drawValues(entry, outcome, look));
  const head: Line = [span(`  ${name}`, key), span('  '), span(shown, text)];
  const fits = cellWidth(name) + cellWidth(shown) + 4 <= width;
  return [
    ...(fits ? [head] : [[span(`  ${truncateCells(name, width - 2)}`, key)], ...indented('now', shown, text)]),
    ...indented('means', field.meaning, text),
    ...indented('formula', field.formula, text),
    ...indented('from', field.from, dim),
    ...indented('others', elsewhere[name], text),
  ];
}

/** "means  " and its like. */
const LABEL = 9;

function drawValues(entry: Entry, outcome: Outcome<unknown>, look: Look): string {
  const values = valuesOf(entry, outcome);
  if (values.length === 0) return '–';
  const shown = values.slice(0, MOST_ITEMS).map(({ item, value }) => {
    const written = formatValue(entry, value, look);
    return item === undefined ? written : `${item} ${written}`;
  });
  const rest = values.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function formatValue({ field, metric }: Entry, value: unknown, units: PeopleUnits): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.join(' ') || 'none';
  if (typeof value !== 'number') return String(value);
  return formatQuantity(value, field.unit, { ...units, ofNetwork: metric === 'network' });
}
