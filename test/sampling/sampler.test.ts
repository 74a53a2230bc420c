import { describe, expect, it } from 'vitest';
import { known } from '../../src/metrics/outcome.ts';
import type { Reading, Source } from '../../src/sampling/reading.ts';
import type { Sample } from '../../src/sampling/sample.ts';
import { createSampler, type Sampler } from '../../src/sampling/sampler.ts';
import { createFakeClock, type FakeClock } from '../harness/fake-clock.ts';
import { cpuAt, readingAt } from '../harness/reading.ts';

interface Running {
  readonly clock: FakeClock;
  readonly sampler: Sampler;
  readonly samples: readonly Sample[];
  /** What `onEnd` was called with, each time. */
  readonly ends: readonly unknown[];
  /** When each sample was read, from the start on. */
  times(): number[];
}

interface Circumstances {
  readonly interval?: number;
  readonly priming?: number;
  /** How long each reading takes, by its number. */
  takes?(reading: number): number;
  /** What comes instead of a reading, by its number. */
  instead?(reading: number): undefined | Error | 'end';
  readonly recorded?: true;
  onSample?(sampler: Sampler): void;
}

/** A sampler over a core that is busy a quarter of the time. */
function run({
  interval = 1,
  priming,
  takes = () => 0,
  instead = () => undefined,
  recorded,
  onSample,
}: Circumstances = {}): Running {
  const clock = createFakeClock();
  const start = clock.monotonic();
  const samples: Sample[] = [];
  const ends: unknown[] = [];
  let reading = 0;
  let atOnce = 0;
  const source: Source = {
    ...(recorded && { recorded }),
    async read(): Promise<Reading | undefined> {
      atOnce += 1;
      expect(atOnce).toBe(1);
      const result = readingAt(clock, { cpu: cpuAt(clock, (clock.monotonic() - start) / 4) });
      const delay = takes(reading);
      const other = instead(reading);
      reading += 1;
      if (delay > 0) await new Promise<void>((resolve) => clock.after(delay, resolve));
      atOnce -= 1;
      if (other instanceof Error) throw other;
      return other === 'end' ? undefined : result;
    },
  };
  const sampler = createSampler({
    source,
    clock,
    interval,
    priming,
    onSample(sample) {
      samples.push(sample);
      onSample?.(sampler);
    },
    onEnd: (error) => ends.push(error),
  });
  sampler.start();
  return {
    clock,
    sampler,
    samples,
    ends,
    times: () => samples.map(({ moment }) => Math.round((moment.monotonic - start) * 1000) / 1000),
  };
}

const gaps = ({ samples }: Running) => samples.flatMap(({ moment }) => moment.gap ?? []);
const usage = (sample: Sample | undefined) => sample && known(sample.cpu)?.usage;

describe('pacing', () => {
  it('primes sooner where that is asked for, and keeps to the interval from then on', async () => {
    const running = run({ priming: 0.2 });
    await running.clock.advance(2.5);
    expect(running.times()).toEqual([0, 0.2, 1.2, 2.2]);
    expect(usage(running.samples[1])).toBeCloseTo(0.25);
  });

  it('primes: the second sample comes after half a second, and has rates', async () => {
    const running = run({ interval: 5 });
    await running.clock.advance(0.5);
    expect(running.times()).toEqual([0, 0.5]);
    expect(running.samples[0]?.moment).not.toHaveProperty('elapsed');
    expect(usage(running.samples[0])).toBeUndefined();
    expect(running.samples[1]?.moment.elapsed).toBeCloseTo(0.5);
    expect(usage(running.samples[1])).toBeCloseTo(0.25);
  });

  it('primes no later than the interval', async () => {
    const running = run({ interval: 0.1 });
    await running.clock.advance(0.3);
    expect(running.times()).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it('keeps to the grid although each reading takes time', async () => {
    const running = run({ takes: () => 0.3 });
    await running.clock.advance(4);
    expect(running.times()).toEqual([0, 0.5, 1.5, 2.5, 3.5]);
  });

  it('leaves out what a reading slower than the interval missed, stays on the grid and calls nothing a gap', async () => {
    const running = run({ interval: 0.1, takes: () => 0.43 });
    await running.clock.advance(3);
    expect(running.times()).toEqual([0, 0.43, 0.9, 1.4, 1.9, 2.4]);
    expect(gaps(running)).toEqual([]);
    expect(running.samples.slice(1).map(usage)).toEqual(running.samples.slice(1).map(() => expect.closeTo(0.25)));
  });

  it('does not read again at once after one late reading', async () => {
    const running = run({ takes: (reading) => (reading === 2 ? 0.95 : 0) });
    const late = run({ takes: (reading) => (reading === 2 ? 1.05 : 0) });
    await running.clock.advance(4);
    await late.clock.advance(4);
    expect(running.times()).toEqual([0, 0.5, 1.5, 2.5, 3.5]);
    expect(late.times()).toEqual([0, 0.5, 1.5, 3.5]);
  });
});

describe('a changed interval', () => {
  it('counts from the last sample on', async () => {
    const running = run({ interval: 10 });
    await running.clock.advance(2.5);
    running.sampler.setInterval(3);
    await running.clock.advance(4);
    expect(running.times()).toEqual([0, 0.5, 3.5, 6.5]);
    expect(running.sampler.interval).toBe(3);
  });

  it('samples at once where the new interval is already over, then keeps the new pace', async () => {
    const running = run({ interval: 10 });
    await running.clock.advance(6.25);
    running.sampler.setInterval(2);
    await running.clock.advance(4);
    expect(running.times()).toEqual([0, 0.5, 6.25, 8.25, 10.25]);
  });

  it('is no gap, neither shorter nor longer', async () => {
    const shorter = run({ interval: 10 });
    await shorter.clock.advance(9);
    shorter.sampler.setInterval(0.5);
    await shorter.clock.advance(2);
    const longer = run({ interval: 1 });
    await longer.clock.advance(2);
    longer.sampler.setInterval(10);
    await longer.clock.advance(30);
    expect(shorter.times().slice(0, 4)).toEqual([0, 0.5, 9, 9.5]);
    expect(longer.times()).toEqual([0, 0.5, 1.5, 11.5, 21.5, 31.5]);
    expect([...gaps(shorter), ...gaps(longer)]).toEqual([]);
  });

  it('holds for the next sample where it is changed while a reading is under way, and starts no second loop', async () => {
    const running = run({ takes: () => 0.4 });
    await running.clock.advance(0.6);
    running.sampler.setInterval(2);
    running.sampler.setInterval(3);
    await running.clock.advance(9);
    expect(running.times()).toEqual([0, 0.5, 3.5, 6.5]);
  });

  it('may be changed by whoever takes the sample', async () => {
    const running = run({ onSample: (sampler) => sampler.setInterval(sampler.interval * 2) });
    await running.clock.advance(14);
    expect(running.times()).toEqual([0, 0.5, 4.5, 12.5]);
  });
});

describe('a gap', () => {
  it('of sleep breaks the rates and says how long; after it all goes on', async () => {
    const running = run();
    await running.clock.advance(2);
    running.clock.suspend(3600);
    await running.clock.advance(2);
    expect(running.times()).toEqual([0, 0.5, 1.5, 2.5, 3.5]);
    const [, , , woken, next] = running.samples;
    expect(woken?.moment.gap).toBeCloseTo(3601);
    expect(woken?.moment).not.toHaveProperty('elapsed');
    expect(usage(woken)).toBeUndefined();
    expect(next?.moment).not.toHaveProperty('gap');
    expect(usage(next)).toBeCloseTo(0.25);
  });

  it('is not made of a nap of less than three intervals, and rates count only the time awake', async () => {
    const running = run();
    await running.clock.advance(2);
    running.clock.suspend(1.9);
    await running.clock.advance(1);
    expect(gaps(running)).toEqual([]);
    expect(running.samples.at(-1)?.moment.elapsed).toBeCloseTo(1);
  });

  it('is noticed where the process itself was stopped', async () => {
    const running = run();
    await running.clock.advance(2);
    running.sampler.stop();
    await running.clock.advance(60);
    running.sampler.start();
    await running.clock.advance(1);
    expect(running.times()).toEqual([0, 0.5, 1.5, 62, 63]);
    expect(gaps(running)).toEqual([expect.closeTo(60.5)]);
  });

  it('is not made of the distance between two instants of a recording', async () => {
    const running = run({ recorded: true });
    await running.clock.advance(2);
    running.clock.suspend(3600);
    await running.clock.advance(2);
    expect(running.samples).toHaveLength(5);
    expect(gaps(running)).toEqual([]);
  });
});

describe('stopping', () => {
  it('takes no more samples, not even that of the reading under way', async () => {
    const running = run({ takes: () => 0.4 });
    await running.clock.advance(0.6);
    running.sampler.stop();
    await running.clock.advance(10);
    expect(running.times()).toEqual([0]);
    expect(running.ends).toEqual([]);
  });

  it('and starting again while a reading is under way makes one loop, not two', async () => {
    const running = run({ takes: () => 0.4 });
    await running.clock.advance(0.6);
    running.sampler.stop();
    running.sampler.start();
    running.sampler.start();
    await running.clock.advance(3);
    expect(running.times()).toEqual([0, 0.5, 1.6, 2.6]);
  });

  it('from within a sample is final', async () => {
    const running = run({ onSample: (sampler) => sampler.stop() });
    await running.clock.advance(10);
    expect(running.times()).toEqual([0]);
  });
});

describe('the end', () => {
  it('comes once, when a recording is over', async () => {
    const running = run({ instead: (reading) => (reading === 2 ? 'end' : undefined) });
    await running.clock.advance(10);
    expect(running.samples).toHaveLength(2);
    expect(running.ends).toEqual([undefined]);
  });

  it('comes with the error where there can be no reading', async () => {
    const broken = new Error('no proc/uptime');
    const running = run({ instead: (reading) => (reading === 1 ? broken : undefined) });
    await running.clock.advance(10);
    expect(running.samples).toHaveLength(1);
    expect(running.ends).toEqual([broken]);
  });

  it('comes with the error of whoever could not take the sample', async () => {
    const crash = new Error('a panel broke');
    const running = run({
      onSample() {
        throw crash;
      },
    });
    await running.clock.advance(10);
    expect(running.ends).toEqual([crash]);
  });

  it('of a reading that fails after the stop is nobody’s concern', async () => {
    const running = run({ takes: () => 0.4, instead: () => new Error('too late') });
    await running.clock.advance(0.1);
    running.sampler.stop();
    await running.clock.advance(1);
    expect(running.ends).toEqual([]);
  });
});
