import { allEntries, type Entry, snakeCase } from '../../metrics/catalog.ts';
import { type MetricName, metrics } from '../../metrics/index.ts';
import { detailEntries } from '../../metrics/process/detail/entries.ts';
import { type DetailPart, detailParts } from '../../metrics/process/detail/table.ts';

/**
 * What a span tells: a value of the catalogue ("cpu.usage"), the sum of several ("disk.total_read+disk.total_written"), what is
 * seen of it over time ("peak(cpu.usage)"), or why all of a metric, or of a part of a detail, is not known ("battery").
 */
export interface Told {
  readonly statistic?: Statistic;
  readonly metric: MetricName;
  /** Of a detail. */
  readonly part?: DetailPart | undefined;
  /** The parts of the sum, or the one; none where it is the metric as a whole. */
  readonly entries: readonly Entry[];
}

/** What a statistic means, of the values that a graph shows. */
export const statistics = {
  mean: 'The mean of the time that the graph shows; what is not known is left out',
  peak: 'The largest of the time that the graph shows',
  scale: 'What the edge of the graph stands for',
  time: 'How long sysmon has seen it: so far go its graphs, means and peaks back',
  threshold: 'Where an alert begins, as the settings have it',
} as const;
export type Statistic = keyof typeof statistics;

/** Undefined where nothing of that name is in the catalogue: no span tells that. */
export function parseTold(tells: string): Told | undefined {
  const [, statistic, inner = tells] = /^(mean|peak|scale|time|threshold)\((.*)\)$/.exec(tells) ?? [];
  const over = statistic === undefined ? {} : { statistic: statistic as Statistic };
  if (isMetric(inner)) return { ...over, metric: inner, entries: [] };
  const parts = inner.split('+').map(entryNamed);
  const entries = parts.filter((entry) => entry !== undefined);
  const [first] = entries;
  if (first && entries.length === parts.length) return { ...over, metric: first.metric, part: first.part, entries };
  const part = partNamed(inner);
  return part && { ...over, metric: 'process', part, entries: [] };
}

function entryNamed(name: string): Entry | undefined {
  return [...allEntries(), ...detailEntries()].find((entry) => entry.name === name);
}

function isMetric(name: string): name is MetricName {
  // A list that is a metric by itself has no entry of its own.
  return Object.hasOwn(metrics, name);
}

/** A part that holds several values. */
function partNamed(name: string): DetailPart | undefined {
  return (Object.keys(detailParts) as DetailPart[]).find((part) => `detail.${snakeCase(part)}` === name);
}
