import { allEntries, type Entry, valuesOf } from '../metrics/catalog.ts';
import type { Outcome } from '../metrics/outcome.ts';
import { createMatcher } from '../sampling/pattern.ts';
import type { Sample } from '../sampling/sample.ts';
import type { Alert, Alerts, Culprit, Rule } from './alert.ts';
import { findCulprit } from './culprit.ts';
import { adopt, advance, type Incident, isOver, newIncident, type Progress } from './incident.ts';
import { isIll, worse } from './machine.ts';

/** How many resolved alerts are kept. */
const LOG_LENGTH = 100;

/**
 * Keeps the state of the rules from sample to sample. Give it what is listed (after the name filter), so that what the
 * user hides stays quiet. An item that is no longer listed is gone; a value that is absent otherwise is unknown.
 * The rules may change between two samples: what fires goes on under the rule that took the place of its own.
 */
export function createWatch(rules: readonly Rule[] | (() => readonly Rule[])): (sample: Sample) => Alerts {
  const blame = createBlame();
  let watched: readonly Rule[] | undefined;
  let watchers: ReadonlyMap<string, Watcher> = new Map();
  let resolved: readonly Alert[] = [];
  return (sample) => {
    const now = typeof rules === 'function' ? rules() : rules;
    if (now !== watched) {
      watchers = renew(watchers, groupRules(now));
      watched = now;
    }
    const progress = [...watchers.values()].flatMap((watcher) => watcher.advance(sample));
    const firing = progress.flatMap((one) => (one.firing ? blame(one.firing, sample) : []));
    const ended = progress.flatMap((one) => (one.resolved ? blame(one.resolved, sample) : []));
    if (ended.length > 0) resolved = [...ended, ...resolved].slice(0, LOG_LENGTH);
    return { firing: firing.sort(criticalThenOldest), resolved };
  };
}

/** Names the culprit: while the condition holds, whoever it is now; afterwards, whoever it was last. */
function createBlame(): (alert: Alert, sample: Sample) => Alert {
  const last = new Map<string, Culprit>();
  return (alert, sample) => {
    const { rule, item, value, ended } = alert;
    const key = `${rule.metric}${rule.comparison}[${item ?? ''}]`;
    const found = ended === undefined && isIll(rule, value) ? findCulprit(rule, sample) : undefined;
    const culprit = found ?? last.get(key);
    if (culprit === undefined) return alert;
    if (ended === undefined) last.set(key, culprit);
    else last.delete(key);
    return { ...alert, culprit };
  };
}

/** Those over one metric in one direction, which advance together. */
function groupRules(rules: readonly Rule[]): ReadonlyMap<string, readonly Rule[]> {
  const groups = new Map<string, Rule[]>();
  for (const rule of rules) {
    const key = rule.metric + rule.comparison;
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return groups;
}

/** The state of the rules of one group. */
interface Watcher {
  advance(sample: Sample): readonly Progress[];
  /** Of what is not simply well, by item. */
  readonly incidents: ReadonlyMap<string | undefined, Incident>;
}

/** Watchers of these groups that know what those before them knew. What fires under no rule any more is resolved. */
function renew(
  watchers: ReadonlyMap<string, Watcher>,
  groups: ReadonlyMap<string, readonly Rule[]>,
): ReadonlyMap<string, Watcher> {
  const keys = new Set([...watchers.keys(), ...groups.keys()]);
  return new Map(
    [...keys].flatMap((key) => {
      const metric = key.slice(0, -1);
      const entry = allEntries().find(({ name }) => name === metric);
      const before = watchers.get(key)?.incidents;
      const rules = groups.get(key) ?? [];
      return entry && (rules.length > 0 || before?.size) ? [[key, createWatcher(entry, rules, before)]] : [];
    }),
  );
}

/** `rules` are of one group. Only what is not simply well is remembered, so memory is bounded by what is wrong. */
function createWatcher(
  entry: Entry,
  rules: readonly Rule[],
  before: ReadonlyMap<string | undefined, Incident> = new Map(),
): Watcher {
  const rulesFor = createChooser(rules);
  const incidents = new Map([...before].map(([item, incident]) => [item, adopt(incident, rulesFor(item))]));
  return { advance: advanceAll, incidents };

  function advanceAll(sample: Sample): readonly Progress[] {
    const outcome = sample[entry.metric];
    const values = worstValues(rules, entry, outcome);
    const items = new Set([...incidents.keys(), ...values.keys()]);
    return [...items].map((item) => {
      const incident = incidents.get(item) ?? newIncident(rulesFor(item), item);
      const progress = advance(incident, values.get(item) ?? describeAbsence(entry, outcome, item), sample.moment);
      if (isOver(progress.incident)) incidents.delete(item);
      else incidents.set(item, progress.incident);
      return progress;
    });
  }
}

/** The rules that cover an item. */
function createChooser(rules: readonly Rule[]): (item: string | undefined) => readonly Rule[] {
  const choices = rules.map((rule) => ({ rule, covers: rule.item === undefined ? () => true : createMatcher([rule.item]) }));
  return (item = '') => choices.flatMap(({ rule, covers }) => (covers(item) ? rule : []));
}

/** By item; of items with the same name (two sensors of one kind), the worst. */
function worstValues([rule]: readonly Rule[], entry: Entry, outcome: Outcome<unknown>): Map<string | undefined, number> {
  const values = new Map<string | undefined, number>();
  for (const { item, value } of valuesOf(entry, outcome)) {
    if (rule === undefined || typeof value !== 'number') continue;
    values.set(item, worse(rule, values.get(item) ?? value, value));
  }
  return values;
}

function describeAbsence(entry: Entry, outcome: Outcome<unknown>, item: string | undefined): 'gone' | 'unknown' {
  if (outcome.state !== 'ok' || entry.list === undefined) return 'unknown';
  const listed = valuesOf({ ...entry, itemPath: [entry.list.id] }, outcome);
  return listed.some((one) => one.item === item) ? 'unknown' : 'gone';
}

function criticalThenOldest(a: Alert, b: Alert): number {
  if (a.severity !== b.severity) return a.severity === 'critical' ? -1 : 1;
  return a.since - b.since;
}
