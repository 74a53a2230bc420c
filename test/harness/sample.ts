import { type MetricName, metricNames, type ValueOf } from '../../src/metrics/index.ts';
import { type Outcome, ok, unavailable } from '../../src/metrics/outcome.ts';
import type { Sample } from '../../src/sampling/sample.ts';
import type { Bytes, Ratio, Seconds } from '../../src/units/quantity.ts';

/** The wall clock when the monotonic one is at zero: 2026-01-01T00:00:00Z. */
export const START = Date.UTC(2026, 0, 1);

/** What a sample holds. A bare share is the use of the CPU or of memory; a value is ok; an outcome is itself. */
export type Contents = { readonly [K in MetricName]?: ValueOf<K> | Outcome<ValueOf<K>> | Shorthand<K> };

type Shorthand<K extends MetricName> = K extends 'cpu' | 'memory' ? Ratio : never;

/** A sample at a point of the monotonic clock. What isn't given is unavailable. `gap`: how much is missing before it. */
export function sampleAt(monotonic: Seconds, contents: Contents & { readonly gap?: Seconds } = {}): Sample {
  const { gap, ...given } = contents;
  const moment = { time: START + monotonic * 1000, monotonic, ...(gap === undefined ? { elapsed: 1 } : { gap }) };
  return { moment, ...Object.fromEntries(metricNames.map((name) => [name, toOutcome(name, given[name])])) } as Sample;
}

/** A filesystem of 100 GiB, /dev/sda1 with ext4 unless told otherwise. Without `usage`, one that doesn't answer. */
export function filesystemOf(
  mount: string,
  usage?: Ratio,
  facts: Partial<ValueOf<'filesystem'>[number]> = {},
): ValueOf<'filesystem'>[number] {
  const room = usage === undefined ? { silent: 'it does not answer' } : roomOf(usage);
  return { device: '/dev/sda1', mount, type: 'ext4', readOnly: false, hidden: false, ...room, ...facts };
}

/** An interface that receives so much a second. Without a rate, one whose rate isn't known. */
export function interfaceOf(name: string, receiveRate?: Bytes): ValueOf<'network'>['interfaces'][number] {
  return { name, counted: true, ...(receiveRate !== undefined && { receiveRate }) };
}

/** A process that sleeps. */
export function processOf(
  pid: number,
  facts: Partial<ValueOf<'process'>['all'][number]> = {},
): ValueOf<'process'>['all'][number] {
  return { id: `${pid}@1`, pid, parent: 1, name: `p${pid}`, state: 'S', resident: 4096, ...facts };
}

const TOTAL = 100 * 2 ** 30;

function roomOf(usage: Ratio) {
  return { total: TOTAL, used: usage * TOTAL, available: (1 - usage) * TOTAL, usage };
}

function toOutcome(name: MetricName, given: unknown): Outcome<unknown> {
  if (given === undefined) return unavailable('not in this test');
  if (typeof given === 'number') return ok(name === 'cpu' ? { usage: given, cores: [] } : roomOf(given));
  if (typeof given === 'object' && given !== null && 'state' in given) return given as Outcome<unknown>;
  return ok(given);
}
