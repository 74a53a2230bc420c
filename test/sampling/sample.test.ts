import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metricNames } from '../../src/metrics/index.ts';
import { failed, known, ok } from '../../src/metrics/outcome.ts';
import type { Reading } from '../../src/sampling/reading.ts';
import { deriveSample } from '../../src/sampling/sample.ts';
import { createFakeClock } from '../harness/fake-clock.ts';
import { type Contents, cpuAt, readingAt } from '../harness/reading.ts';

/** The sample at the second of two readings, and both samples. */
function derive(first: Reading, second: Reading, interval = 1) {
  const sample = deriveSample(first, undefined, interval);
  return { first: sample, second: deriveSample(second, { reading: first, sample }, interval) };
}

/** A battery that was read at some time, at its own pace. */
function batteryAt(at: number, charge: number): NonNullable<Contents['battery']> {
  return { at, outcome: ok([{ name: 'BAT0', charge }]) };
}

describe('a sample', () => {
  it('has every metric, with what it lacks as it was read', () => {
    const clock = createFakeClock();
    const sample = deriveSample(
      readingAt(clock, { cpu: cpuAt(clock, 0), memory: { at: clock.monotonic(), outcome: failed('EACCES') } }),
      undefined,
      1,
    );
    expect(Object.keys(sample)).toEqual(['moment', ...metricNames]);
    expect(sample.moment).toEqual({ time: clock.now(), monotonic: clock.monotonic() });
    expect(sample.cpu.state).toBe('ok');
    expect(sample.memory).toEqual({ state: 'failed', error: 'EACCES' });
    expect(sample.disk).toEqual({ state: 'unavailable', reason: 'not given' });
  });

  it('tells how old is what was read earlier, and what a budget has led to', () => {
    const clock = createFakeClock();
    const thrift = { budget: 0.01, slowed: [], exceeded: true };
    const reading = readingAt(clock, { battery: batteryAt(clock.monotonic() - 3, 0.5) });
    const { moment } = deriveSample({ ...reading, thrift }, undefined, 1);
    expect(moment).toMatchObject({ ages: { battery: 3 }, thrift });
  });

  it('has no rates of a metric after a reading of it that failed, and those of the others', async () => {
    const clock = createFakeClock();
    const self = { pid: 1, cpuSeconds: 1, resident: 1 };
    const first = readingAt(clock, { cpu: cpuAt(clock, 0), self: { at: clock.monotonic(), outcome: failed('once') } });
    await clock.advance(1);
    const { second } = derive(first, readingAt(clock, { cpu: cpuAt(clock, 1), self }));
    expect(known(second.self)).not.toHaveProperty('usage');
    expect(known(second.cpu)?.usage).toBe(1);
  });

  it('tells a metric whose figures make no sense as failed', () => {
    const clock = createFakeClock();
    const broken = { total: {} } as NonNullable<Contents['cpu']>;
    const sample = deriveSample(readingAt(clock, { cpu: broken }), undefined, 1);
    expect(sample.cpu.state).toBe('failed');
    expect(sample.memory.state).toBe('unavailable');
  });
});

describe('a gap', () => {
  it.each([
    [0.1, 0.9, undefined],
    [0.1, 1.1, 1.1],
    [1, 3, undefined],
    [1, 3.1, 3.1],
  ])('at an interval of %d s is, after %d s, %s', async (interval, passed, gap) => {
    const clock = createFakeClock();
    const first = readingAt(clock);
    await clock.advance(passed);
    const { second } = derive(first, readingAt(clock), interval);
    if (gap === undefined) expect(second.moment).not.toHaveProperty('gap');
    else expect(second.moment.gap).toBeCloseTo(gap);
  });
});

describe('a metric at its own pace', () => {
  it('keeps its very value while it was not read anew', async () => {
    const clock = createFakeClock();
    const battery = batteryAt(clock.monotonic(), 0.8);
    const first = readingAt(clock, { battery });
    await clock.advance(1);
    const samples = derive(first, readingAt(clock, { battery }));
    expect(samples.second.battery).toBe(samples.first.battery);
  });

  it('has its rates over the time between its own readings', async () => {
    const clock = createFakeClock();
    const start = clock.monotonic();
    const self = { pid: 1, cpuSeconds: 10, resident: 1 };
    await clock.advance(3);
    const first = readingAt(clock, { self: { at: start, outcome: ok(self) } });
    await clock.advance(1);
    const { second } = derive(first, readingAt(clock, { self: { ...self, cpuSeconds: 11 } }));
    expect(known(second.self)?.usage).toBeCloseTo(0.25);
  });

  it('keeps its value over a gap, too', async () => {
    const clock = createFakeClock();
    const battery = batteryAt(clock.monotonic(), 0.8);
    const first = readingAt(clock, { battery });
    clock.suspend(60);
    await clock.advance(1);
    const samples = derive(first, readingAt(clock, { battery }));
    expect(samples.second.moment.gap).toBeCloseTo(61);
    expect(samples.second.battery).toEqual(samples.first.battery);
  });
});

describe('a gap', () => {
  it('is more than three intervals, and more than a second, between two readings, awake or asleep', async () => {
    const seconds = fc.double({ min: 0, max: 1e5, noNaN: true });
    await fc.assert(
      fc.asyncProperty(seconds, seconds, fc.double({ min: 0.1, max: 3600, noNaN: true }), async (awake, asleep, interval) => {
        const clock = createFakeClock();
        const first = readingAt(clock, { cpu: cpuAt(clock, 0) });
        clock.suspend(asleep);
        await clock.advance(awake);
        const { moment, cpu } = derive(first, readingAt(clock, { cpu: cpuAt(clock, awake / 2) }), interval).second;
        const longest = Math.max(3 * interval, 1);
        fc.pre(Math.abs(awake + asleep - longest) > 1e-6);
        if (awake + asleep > longest) {
          expect(moment.gap).toBeCloseTo(awake + asleep, 5);
          expect(moment.elapsed).toBeUndefined();
          expect(known(cpu)?.usage).toBeUndefined();
        } else {
          expect(moment.gap).toBeUndefined();
          expect(moment.elapsed).toBeCloseTo(awake, 5);
        }
      }),
    );
  });

  it('is told by the monotonic clock alone where the time since boot is not known', async () => {
    const clock = createFakeClock();
    const { sinceBoot: _, ...first } = readingAt(clock);
    clock.suspend(3600);
    await clock.advance(1);
    expect(derive(first, readingAt(clock)).second.moment).not.toHaveProperty('gap');
    await clock.advance(3);
    expect(derive(first, readingAt(clock)).second.moment.gap).toBeCloseTo(4);
  });
});
