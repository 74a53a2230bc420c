import { snakeCase } from '../metrics/catalog.ts';
import { type MetricName, metricNames, metrics } from '../metrics/index.ts';
import { lackOf, type Outcome } from '../metrics/outcome.ts';
import type { Shape, Shapes } from '../metrics/shape.ts';
import type { Sample } from '../sampling/sample.ts';
import { printable } from '../units/cells.ts';
import { wrapText } from './text/wrap.ts';

const WIDTH = 80;
const NAME_WIDTH = 12;
const STATE_WIDTH = 13;
const INDENT = 4;

/**
 * What can be measured here and what can't, why, and what would change that: every metric, and below those that are
 * available the values that they lack. For a sample that is not the first: at the first there are no rates.
 */
export function formatDoctor(sample: Sample): string {
  const heading = formatRow('METRIC', 'STATE', 'WHAT IT IS, OR WHY NOT AND WHAT WOULD MAKE IT SO');
  return `${[heading, ...metricNames.map((name) => formatMetric(name, sample[name]))].flat().join('\n')}\n`;
}

function formatMetric(name: MetricName, outcome: Outcome<unknown>): readonly string[] {
  if (outcome.state !== 'ok') return formatRow(name, outcome.state, lackOf(outcome) ?? '');
  return [...formatRow(name, 'available', metrics[name].title), ...lacksIn(name, outcome.value).flatMap(formatLack)];
}

interface Lack {
  readonly what: string;
  readonly why: string;
}

/** The values that a metric has a place for and the system gives none, joined where the reason is one. */
function lacksIn(name: MetricName, value: unknown): readonly Lack[] {
  const whats = new Map<string, string[]>();
  for (const { what, why } of walk('', metrics[name].shape, [value])) whats.set(why, [...(whats.get(why) ?? []), what]);
  return [...whats].map(([why, what]) => ({ what: what.join(', '), why }));
}

/** @param values what stands there: one value, or one of each item of the list around. */
function walk(name: string, shape: Shape, values: readonly unknown[]): readonly Lack[] {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return isFact(shape) ? [] : [{ what: name, why: `no value from ${sourceOf(shape)}` }];
  switch (shape.kind) {
    case 'field':
      if (known.length === values.length || isFact(shape)) return [];
      return [{ what: name, why: `only ${known.length} of ${values.length} have it from ${shape.from}` }];
    case 'group':
      return walkFields(name, shape.fields, known);
    case 'list': {
      const items = known.flat();
      return items.length === 0 ? [{ what: name || 'entries', why: 'none found' }] : walkFields(name, shape.fields, items);
    }
  }
}

function walkFields(name: string, fields: Shapes, values: readonly unknown[]): readonly Lack[] {
  return Object.entries(fields).flatMap(([property, shape]) => {
    if (shape.inner) return [];
    const inner = values.map((value) => (value as Record<string, unknown>)[property]);
    return walk(name ? `${name}.${snakeCase(property)}` : snakeCase(property), shape, inner);
  });
}

/** Facts and counts may well not be so (no container, no limit, a sensor of no core): only a quantity is missed. */
function isFact(shape: Shape): boolean {
  return shape.kind === 'field' && ['text', 'texts', 'flag', 'time', 'count'].includes(shape.unit);
}

function sourceOf(shape: Shape): string {
  if (shape.kind === 'field') return shape.from;
  const [first] = Object.values(shape.fields);
  return first ? sourceOf(first) : '';
}

function formatRow(name: string, state: string, text: string): readonly string[] {
  const [first = '', ...more] = wrapText(printable(text), WIDTH - NAME_WIDTH - STATE_WIDTH);
  const start = `${name.padEnd(NAME_WIDTH)}${state.padEnd(STATE_WIDTH)}`;
  return [`${start}${first}`.trimEnd(), ...more.map((line) => ' '.repeat(start.length) + line)];
}

function formatLack({ what, why }: Lack): readonly string[] {
  const lines = wrapText(`without ${what}: ${why}`, WIDTH - INDENT - 2);
  return lines.map((line, i) => ' '.repeat(i === 0 ? INDENT : INDENT + 2) + line);
}
