import type { Alerts } from '../alerts/alert.ts';
import { type MetricName, metricNames, metrics } from '../metrics/index.ts';
import { ok } from '../metrics/outcome.ts';
import { topProcesses } from '../metrics/process/process.ts';
import * as shape from '../metrics/shape.ts';
import type { Sample } from '../sampling/sample.ts';
import { alertsShape, alertsValue } from './alerts.ts';

/** Raised when a key goes or changes its meaning; a new key doesn't raise it. */
export const SCHEMA_VERSION = 1;

/** All that is known of one instant. */
export interface Observed {
  readonly sample: Sample;
  readonly alerts: Alerts;
}

/** Processes in the document, so many by CPU and so many by memory, where nobody says. */
const TOP_PROCESSES = 20;

const sampling = { from: 'sysmon' };

/**
 * The snapshot document, declared as every metric is: the metrics stand where they say, several of them in one
 * section where they share it; what is unknown is absent, and metrics without a value are listed with the reason.
 */
export const documentShape = shape.group({
  schemaVersion: shape.count('Version of this document', sampling),
  timestamp: shape.time('When the sample was taken', sampling),
  elapsed: shape.optional(
    shape.seconds('True time since the sample before, which rates and shares cover; absent at the first sample and after a gap', {
      from: 'the monotonic clock',
    }),
  ),
  gap: shape.optional(
    shape.seconds('Length of the hole before this sample, where the machine slept or sysmon was stopped', {
      from: 'the monotonic clock and the time since boot',
    }),
  ),
  ages: shape.optional(
    eachMetric((name) =>
      shape.seconds(
        `How much older than the timestamp the values of ${metrics[name].title} are; absent where they were read for this sample`,
        { from: 'the monotonic clock' },
      ),
    ),
  ),
  ...sectionShapes(),
  alerts: alertsShape,
  unavailable: eachMetric(() =>
    shape.group({
      reason: shape.text('Why there is no value', sampling),
      remedy: shape.optional(shape.text('What would make it available', sampling)),
    }),
  ),
  failed: eachMetric(() => shape.group({ error: shape.text('What went wrong', sampling) })),
});

/** What is written under {@link documentShape}. */
export function documentValue({ sample: whole, alerts }: Observed, top: number = TOP_PROCESSES): object {
  const sample = withTopProcesses(whole, top);
  const { time, elapsed, gap, ages } = sample.moment;
  const sections: Record<string, object> = {};
  for (const name of metricNames) {
    const outcome = sample[name];
    if (outcome.state !== 'ok') continue;
    const [section = name, member] = metrics[name].document;
    const value = member === undefined ? outcome.value : { [member]: outcome.value };
    sections[section] = Array.isArray(value) ? value : { ...sections[section], ...value };
  }
  return {
    schemaVersion: SCHEMA_VERSION,
    timestamp: time,
    elapsed,
    gap,
    ages,
    ...sections,
    alerts: alertsValue(alerts),
    unavailable: outcomesIn('unavailable', sample),
    failed: outcomesIn('failed', sample),
  };
}

function withTopProcesses(sample: Sample, most: number): Sample {
  const { process } = sample;
  if (process.state !== 'ok') return sample;
  return { ...sample, process: ok({ ...process.value, all: topProcesses(process.value.all, most) }) };
}

function sectionShapes(): shape.Shapes {
  const sections: Record<string, shape.Shape> = {};
  for (const name of metricNames) {
    const [section = name, member] = metrics[name].document;
    const own: shape.Shape = metrics[name].shape;
    sections[section] = join(sections[section], member === undefined ? own : shape.group({ [member]: own }));
  }
  return sections;
}

/** Any metric may be without value: then its section is absent, or its part of a section that it shares. */
function join(before: shape.Shape | undefined, own: shape.Shape): shape.Shape {
  if (before?.kind !== 'group' || own.kind !== 'group') return { ...own, optional: true };
  return shape.optional(shape.group({ ...allOptional(before.fields), ...allOptional(own.fields) }));
}

function allOptional(fields: shape.Shapes): shape.Shapes {
  return Object.fromEntries(Object.entries(fields).map(([property, field]) => [property, { ...field, optional: true }]));
}

/** What is told of those metrics only of which there is something to tell. */
function eachMetric(shapeFor: (name: MetricName) => shape.Shape) {
  return shape.group(allOptional(Object.fromEntries(metricNames.map((name) => [name, shapeFor(name)]))));
}

function outcomesIn(state: 'unavailable' | 'failed', sample: Sample): object {
  return Object.fromEntries(metricNames.filter((name) => sample[name].state === state).map((name) => [name, sample[name]]));
}
