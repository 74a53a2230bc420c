import v8 from 'node:v8';
import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { defaultRules } from '../src/alerts/rule.ts';
import { createWatch } from '../src/alerts/watch.ts';
import { createAttention } from '../src/metrics/process/attention.ts';
import { createMonitor, type Frame } from '../src/monitor.ts';
import { createFilter } from '../src/sampling/filter.ts';
import { HISTORY_LENGTH } from '../src/sampling/history.ts';
import { createFakeClock, type FakeClock } from './harness/fake-clock.ts';
import { cpuAt, readingAt } from './harness/reading.ts';

const NO_FILTER = { include: [], exclude: [] };

/** A machine whose core is idle for five minutes and busy for five, whose disks and interfaces come and go. */
function watchMachine() {
  const clock = createFakeClock();
  let busy = 0;
  let taken = 0;
  const monitor = createMonitor({
    source: {
      async read() {
        taken += 1;
        if (taken % 600 > 300) busy += 1;
        const seconds = clock.monotonic();
        return readingAt(clock, {
          cpu: cpuAt(clock, busy),
          memory: { total: 8e9, available: 5e9 + (taken % 7) },
          disk: [{ name: `sd${taken % 50}`, readBytes: seconds * 100, writtenBytes: seconds * 10 }],
          network: [{ name: `veth${taken}`, counted: true, received: { bytes: seconds * 1000 }, sent: { bytes: seconds } }],
        });
      },
    },
    clock,
    interval: 1,
    attention: createAttention(),
    filter: createFilter({ filesystems: NO_FILTER, disks: NO_FILTER, interfaces: NO_FILTER }),
    watch: createWatch(defaultRules()),
    onEnd(error) {
      throw error;
    },
  });
  const frames: { latest?: Frame; seen: number; fired: Set<number> } = { seen: 0, fired: new Set() };
  monitor.frames.subscribe(() => {
    const frame = monitor.frames.get();
    if (frame === undefined) return;
    frames.latest = frame;
    frames.seen += 1;
    for (const alert of frame.alerts.firing) frames.fired.add(alert.since);
  });
  return { clock, monitor, frames };
}

describe('the monitor', () => {
  it('hands each consumer one frame a sample: the sample, the history that ends with it, and the alerts', async () => {
    const { clock, monitor, frames } = watchMachine();
    expect(monitor.frames.get()).toBeUndefined();
    monitor.sampler.start();
    await clock.advance(2.6);
    monitor.sampler.stop();
    expect(frames.seen).toBe(4);
    expect(frames.latest?.history).toHaveLength(4);
    expect(frames.latest?.history.at(-1)?.moment).toBe(frames.latest?.sample.moment);
    expect(frames.latest?.alerts).toEqual({ firing: [], resolved: [] });
  });

  it('holds no more memory after 18,000 samples more', async () => {
    const { clock, monitor, frames } = watchMachine();
    monitor.sampler.start();
    // Until then V8 still makes code of what is run, and keeps that.
    await clock.advance(4_000);
    const early = await leastHeapUsed(clock);
    await clock.advance(12_000);
    const late = await leastHeapUsed(clock);
    monitor.sampler.stop();
    expect(frames.seen).toBeGreaterThanOrEqual(28_000);
    expect(frames.latest?.history).toHaveLength(HISTORY_LENGTH);
    expect(frames.fired.size).toBeGreaterThan(20);
    // A number kept of each of the 18,000 would be more; a sample kept of each, a hundred times as much.
    expect((late - early) / 1e6).toBeLessThan(0.25);
  });
});

/** Over 6,000 samples: at any one moment, what V8 makes for itself weighs more than what this is about. */
async function leastHeapUsed(clock: FakeClock): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 3; i += 1) {
    await clock.advance(2_000);
    least = Math.min(least, heapUsed());
  }
  return least;
}

/** What is left on the heap after everything that may go is gone. */
function heapUsed(): number {
  v8.setFlagsFromString('--expose-gc');
  const collect: () => void = vm.runInNewContext('gc');
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}
