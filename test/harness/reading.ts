import { type MetricName, metricNames, type ReadingOf } from '../../src/metrics/index.ts';
import { ok, unavailable } from '../../src/metrics/outcome.ts';
import type { Part, Parts, Reading } from '../../src/sampling/reading.ts';
import type { FakeClock } from './fake-clock.ts';

/** What a reading holds of some metrics: a part as it stands, or what was read just then. */
export type Contents = { readonly [K in MetricName]?: ReadingOf<K> | Part<ReadingOf<K>> };

/** A reading at the clock's present. What isn't given is unavailable. */
export function readingAt(clock: FakeClock, contents: Contents = {}): Reading {
  const at = clock.monotonic();
  const parts = metricNames.map((name) => [name, partOf(at, contents[name])]);
  return { time: clock.now(), monotonic: at, sinceBoot: clock.sinceBoot(), parts: Object.fromEntries(parts) as Parts };
}

/** One core that has been busy for so many seconds of those that the clock has run. */
export function cpuAt(clock: FakeClock, busy: number): ReadingOf<'cpu'> {
  const times = { user: busy, nice: 0, system: 0, idle: clock.monotonic() - busy, irq: 0 };
  return { total: times, cores: [{ id: 0, times }] };
}

function partOf(at: number, content: unknown): Part<unknown> {
  if (content === undefined) return { at, outcome: unavailable('not given') };
  const isPart = typeof content === 'object' && content !== null && 'at' in content && 'outcome' in content;
  return isPart ? (content as Part<unknown>) : { at, outcome: ok(content) };
}
