import { allEntries, type Entry } from '../../metrics/catalog.ts';
import { type MetricName, metrics } from '../../metrics/index.ts';

/**
 * What a span tells: a value of the catalogue ("cpu.usage"), the sum of several ("disk.total_read+disk.total_written"), what is
 * seen of it over time ("peak(cpu.usage)"), or why all of a metric is not known ("battery").
 */
export interface Told {
  readonly statistic?: Statistic;
  readonly metric: MetricName;
  /** The parts of the sum, or the one; none where it is the metric as a whole. */
  readonly entries: readonly Entry[];
}

/** What a statistic means, of the values that a graph shows. */
export const statistics = {
  mean: 'The mean of the time that the graph shows; what is not known is left out',
  peak: 'The largest of the time that the graph shows',
  scale: 'What the edge of the graph stands for',
  threshold: 'Where an alert begins, as the settings have it (o, alerts)',
} as const;
export type Statistic = keyof typeof statistics;

/** Undefined where nothing of that name is in the catalogue: no span tells that. */
export function parseTold(tells: string): Told | undefined {
  const [, statistic, inner = tells] = /^(mean|peak|scale|threshold)\((.*)\)$/.exec(tells) ?? [];
  const over = statistic === undefined ? {} : { statistic: statistic as Statistic };
  if (isMetric(inner)) return { ...over, metric: inner, entries: [] };
  const parts = inner.split('+').map((name) => allEntries().find((entry) => entry.name === name));
  const entries = parts.filter((entry) => entry !== undefined);
  const [first] = entries;
  return first && entries.length === parts.length ? { ...over, metric: first.metric, entries } : undefined;
}

function isMetric(name: string): name is MetricName {
  // A list that is a metric by itself has no entry of its own.
  return Object.hasOwn(metrics, name);
}
