import { closest } from 'fastest-levenshtein';
import { UsageError } from '../errors.ts';
import { allEntries, type Entry } from '../metrics/catalog.ts';
import type { Ratio } from '../units/quantity.ts';
import type { Rule, Severity } from './alert.ts';
import { duration, type Notation, notationOf } from './threshold.ts';

/** Where the default rules begin to warn, as shares; `critical` goes for each of them. */
export interface Thresholds {
  readonly cpu: Ratio;
  readonly memory: Ratio;
  readonly filesystem: Ratio;
  readonly critical: Ratio;
}

export const DEFAULT_THRESHOLDS: Thresholds = { cpu: 0.8, memory: 0.85, filesystem: 0.9, critical: 0.95 };

export const RULE_GRAMMAR = 'METRIC[ITEM] > VALUE [for DURATION] [warning|critical]';

/**
 * Reads "METRIC[ITEM] > VALUE [for DURATION] [warning|critical]": "filesystem.usage[/home] > 95% critical".
 * ITEM goes to the last bracket, may hold spaces, and takes `*` and `?` as wildcards; without it, every item is meant.
 * @throws UsageError one line that names the value, what is wrong with it and the remedy.
 */
export function parseRule(text: string): Rule {
  const match = RULE.exec(text);
  if (match === null) throw refuse(text, `write ${RULE_GRAMMAR}, like cpu.usage > 80% for 10s`);
  const [, metric = '', item, comparison = '', value = '', hold, severity = 'warning'] = match;
  const { entry, notation } = numericEntry(text, metric);
  if (item !== undefined && entry.list === undefined) throw refuse(text, `${metric} has one value only; leave out [${item}]`);
  if (item === '') throw refuse(text, `[] names nothing; write ${metric}[NAME], or ${metric} for all`);
  if (comparison !== '>' && comparison !== '<') throw refuse(text, `"${comparison}" is not known; compare with > or <`);
  return {
    text: text.trim(),
    metric,
    ...(item !== undefined && { item }),
    comparison,
    threshold: parseValue(text, value, notation),
    hold: hold === undefined ? 0 : parseValue(text, hold, duration),
    severity: severity as Severity,
  };
}

/** The same rule as `parseRule` reads it, in the shortest usual writing. */
export function formatRule(rule: Omit<Rule, 'text'>): string {
  const { metric, item, comparison, threshold, hold, severity } = rule;
  const notation = numericEntry(metric, metric).notation;
  const place = item === undefined ? metric : `${metric}[${item}]`;
  const held = hold > 0 ? ` for ${duration.format(hold)}` : '';
  return `${place} ${comparison} ${notation.format(threshold)}${held}${severity === 'critical' ? ' critical' : ''}`;
}

/**
 * What is watched when nobody says otherwise. A compile that takes all cores for some seconds is no news; a full
 * filesystem is, at once. Critical where that lies above the metric's own threshold.
 */
export function defaultRules({ cpu, memory, filesystem, critical }: Thresholds = DEFAULT_THRESHOLDS): readonly Rule[] {
  return [...pair('cpu.usage', cpu, 10), ...pair('memory.usage', memory, 5), ...pair('filesystem.usage', filesystem, 0)];

  function pair(metric: string, threshold: Ratio, hold: number): Rule[] {
    const warning = { metric, comparison: '>', threshold, hold, severity: 'warning' } as const;
    const rules = [
      warning,
      ...(critical > threshold ? [{ ...warning, threshold: critical, severity: 'critical' } as const] : []),
    ];
    return rules.map((rule) => ({ text: formatRule(rule), ...rule }));
  }
}

const RULE = /^\s*([^\s[\]<>=]+)\s*(?:\[(.*)\])?\s*([<>=!]+)\s*([^\s<>=!].*?)(?:\s+for\s+(.+?))?(?:\s+(warning|critical))?\s*$/s;

const numeric: ReadonlyMap<string, { entry: Entry; notation: Notation }> = new Map(
  allEntries().flatMap((entry) => {
    const notation = notationOf(entry.field.unit);
    return notation ? [[entry.name, { entry, notation }]] : [];
  }),
);

function numericEntry(rule: string, metric: string): { entry: Entry; notation: Notation } {
  const found = numeric.get(metric);
  if (found !== undefined) return found;
  const nearest = closest(metric, [...numeric.keys()]);
  const exists = allEntries().some(({ name }) => name === metric);
  throw refuse(rule, `${exists ? `${metric} is not a number` : `there is no metric ${metric}`}; did you mean ${nearest}?`);
}

function parseValue(rule: string, text: string, notation: Notation): number {
  const value = notation.parse(text);
  if (value === undefined) throw refuse(rule, `"${text}" is not ${notation.noun}; write one like ${notation.examples}`);
  return value;
}

function refuse(rule: string, why: string): UsageError {
  return new UsageError(`Rule "${rule.trim().replace(/\s+/g, ' ')}": ${why}`);
}
