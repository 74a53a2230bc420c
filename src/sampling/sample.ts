import { type MetricName, metricNames, metrics, type ValueOf } from '../metrics/index.ts';
import type { Metric } from '../metrics/metric.ts';
import { failed, type Outcome, ok } from '../metrics/outcome.ts';
import type { Shape } from '../metrics/shape.ts';
import type { EpochMs, Seconds } from '../units/quantity.ts';
import type { Thrift } from './governor.ts';
import type { Part, Reading } from './reading.ts';

/** What two readings say: rates and shares. A metric keeps its three outcomes. */
export type Sample = { readonly moment: Moment } & { readonly [K in MetricName]: Outcome<ValueOf<K>> };

export interface Moment {
  readonly time: EpochMs;
  readonly monotonic: Seconds;
  /** True time since the reading before; absent at the first reading and after a gap, where there are no rates. */
  readonly elapsed?: Seconds;
  /** Length of the hole before this sample (the machine slept, sysmon was stopped): lines break here. */
  readonly gap?: Seconds;
  /** How old is what stands from an earlier reading: of metrics with a pace of their own, or slowed. */
  readonly ages?: Ages;
  /** What the budget has led to; absent where there is none. */
  readonly thrift?: Thrift;
}

export type Ages = { readonly [K in MetricName]?: Seconds };

/** A time between two readings of more than this many intervals is a gap. */
const GAP_INTERVALS = 3;
/** But nothing shorter than this: at a fast pace a busy machine is late by more than three intervals. */
const SHORTEST_GAP: Seconds = 1;

/**
 * Pure: the sample at `now`.
 * @param before the reading before and its sample, absent at the start.
 * @param interval how far apart the two were meant to be; Infinity where no distance is a gap.
 */
export function deriveSample(
  now: Reading,
  before: { readonly reading: Reading; readonly sample: Sample } | undefined,
  interval: Seconds,
): Sample {
  const elapsed = before && now.monotonic - before.reading.monotonic;
  const passed = before && timePassed(now, before.reading);
  const gap = passed !== undefined && passed > Math.max(GAP_INTERVALS * interval, SHORTEST_GAP) ? passed : undefined;
  const previous = gap === undefined ? before : undefined;
  const moment: Moment = {
    time: now.time,
    monotonic: now.monotonic,
    ...(gap !== undefined && { gap }),
    ...(gap === undefined && elapsed !== undefined && { elapsed }),
    ...agesOf(now),
    ...(now.thrift && { thrift: now.thrift }),
  };
  const values = metricNames.map((name) => {
    const part = now.parts[name] as Part<unknown>;
    const earlier = previous?.reading.parts[name] as Part<unknown> | undefined;
    // A metric at its own pace that was not due: what was true then stands.
    if (earlier?.at === part.at) return [name, previous?.sample[name]];
    return [name, deriveOutcome(metrics[name] as unknown as Metric<unknown, Shape>, part, earlier)];
  });
  return { moment, ...Object.fromEntries(values) } as Sample;
}

function deriveOutcome(metric: Metric<unknown, Shape>, now: Part<unknown>, before: Part<unknown> | undefined): Outcome<unknown> {
  if (now.outcome.state !== 'ok') return now.outcome;
  const earlier = before?.outcome.state === 'ok' ? before.outcome.value : undefined;
  try {
    return ok(metric.derive(now.outcome.value, earlier, before ? now.at - before.at : 0));
  } catch (error) {
    return failed(error);
  }
}

function agesOf({ monotonic, parts }: Reading): { readonly ages?: Ages } {
  const old = metricNames.filter((name) => parts[name].at < monotonic);
  return old.length === 0 ? {} : { ages: Object.fromEntries(old.map((name) => [name, monotonic - parts[name].at])) };
}

/** Time between two readings, sleep included. */
function timePassed(now: Reading, before: Reading): Seconds {
  const awake = now.monotonic - before.monotonic;
  if (now.sinceBoot === undefined || before.sinceBoot === undefined) return awake;
  return Math.max(awake, now.sinceBoot - before.sinceBoot);
}
