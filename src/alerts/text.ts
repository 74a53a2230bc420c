import { allEntries } from '../metrics/catalog.ts';
import { formatQuantity, type PeopleUnits } from '../metrics/quantity.ts';
import { formatDuration, formatPercent } from '../units/format.ts';
import type { Alert, Rule } from './alert.ts';
import { isIll } from './machine.ts';

/**
 * What, how much, how long, who: "CPU 96.1% for 42 s (over 80%): ffmpeg (4211) 87.0%"; "CPU 79.0% after 42 s over 80%" while it may still come
 * back; "CPU up to 97.3% for 42 s (over 80%)" once it is over.
 */
export function formatAlert(alert: Alert, units: PeopleUnits = {}): string {
  const { rule, item, value, peak, length, ended, culprit } = alert;
  const show = (quantity: number) => formatWatched(rule, quantity, units);
  const [passed, extreme] = rule.comparison === '>' ? ['over', 'up to'] : ['under', 'down to'];
  const blamed = culprit ? `: ${culprit.name} (${culprit.pid}) ${formatPercent(culprit.share)}` : '';
  const limit = `${passed} ${formatThreshold(rule, units)}`;
  const lasted = length >= 1 ? formatDuration(Math.floor(length)) : undefined;
  if (ended === undefined && lasted && !isIll(rule, value))
    return `${formatSubject(rule, item, show(value))} after ${lasted} ${limit}${blamed}`;
  const amount = ended === undefined ? show(value) : `${extreme} ${show(peak)}`;
  return `${formatSubject(rule, item, amount)}${lasted ? ` for ${lasted}` : ''} (${limit})${blamed}`;
}

/** A quantity of what a rule watches. */
export function formatWatched({ metric }: Rule, quantity: number, units: PeopleUnits = {}): string {
  const unit = allEntries().find(({ name }) => name === metric)?.field.unit ?? 'count';
  return formatQuantity(quantity, unit, { ...units, ofNetwork: metric.startsWith('network.') });
}

/** A threshold is a round number: "80%" and "1 GiB", not "80.0%" and "1.00 GiB". */
export function formatThreshold(rule: Rule, units: PeopleUnits = {}): string {
  return formatWatched(rule, rule.threshold, units).replace(/\.0+(?=\D*$)/, '');
}

/** How people say it, where that is not the metric's name in words. */
const PHRASES: Readonly<Record<string, string>> = {
  'cpu.usage': 'CPU {value}',
  'cpu.cores.usage': 'CPU core {item} {value}',
  'cpu.load.one': 'load {value}',
  'memory.usage': 'memory {value}',
  'memory.swap.usage': 'swap {value}',
  'memory.limit.usage': 'memory {value} of the limit',
  'filesystem.usage': '{item} {value} full',
  'filesystem.inodes_usage': '{item} {value} of inodes used',
  'sensors.temperatures.temperature': '{item} {value}',
};

/** What a rule watches, with its value: "eth0 receive rate 12.0 MiB/s" from "network.interfaces.receive_rate"; "memory available 312 MiB" where there is no item. */
export function formatSubject({ metric }: Pick<Rule, 'metric'>, item: string | undefined, value: string): string {
  const path = metric.split('.');
  const words = (item === undefined ? path : path.slice(-1))
    .join(' ')
    .replaceAll('_', ' ')
    .replace(/^cpu\b/, 'CPU');
  const phrase = PHRASES[metric] ?? (item === undefined ? `${words} {value}` : `{item} ${words} {value}`);
  return phrase.replace(/\{(item|value)\}/g, (_, part) => (part === 'item' ? (item ?? '') : value));
}
