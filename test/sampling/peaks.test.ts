import { describe, expect, it } from 'vitest';
import { findCulprit } from '../../src/alerts/culprit.ts';
import { known, unavailable } from '../../src/metrics/outcome.ts';
import type { History } from '../../src/sampling/history.ts';
import { rememberPeaks } from '../../src/sampling/peaks.ts';
import { processOf, sampleAt } from '../harness/sample.ts';

/** What is remembered of one sample a second, with these uses of the CPU. */
const rememberAll = (usages: readonly number[]): History =>
  usages.reduce<History>((peaks, cpu, second) => rememberPeaks(peaks, sampleAt(second, { cpu })), []);
const usagesOf = (peaks: History) => peaks.map(({ cpu }) => known(cpu)?.usage);

describe('the peaks of an hour', () => {
  it('are the largest values of ten seconds each', () => {
    const quiet = Array<number>(25).fill(0.1);
    expect(usagesOf(rememberAll(quiet.map((usage, i) => (i === 13 ? 0.9 : usage))))).toEqual([0.1, 0.9, 0.1]);
  });

  it('reach back an hour, and no further', () => {
    const peaks = rememberAll(Array.from({ length: 5000 }, (_, i) => (i === 10 ? 1 : 0.2)));
    expect(peaks.length).toBeLessThanOrEqual(361);
    const [first, last] = [peaks[0], peaks.at(-1)];
    expect((last?.moment.monotonic ?? 0) - (first?.moment.monotonic ?? 0)).toBeGreaterThanOrEqual(3590);
    expect(Math.max(...usagesOf(peaks).map((usage) => usage ?? 0))).toBe(0.2);
  });

  it('keep items apart by their names, whatever their order', () => {
    const network = (...links: readonly (readonly [string, number])[]) => ({
      interfaces: links.map(([name, receiveRate]) => ({ name, counted: true, receiveRate })),
    });
    const first = rememberPeaks([], sampleAt(1, { network: network(['eth0', 5], ['lo', 7]) }));
    const [both] = rememberPeaks(first, sampleAt(2, { network: network(['lo', 1], ['eth0', 9], ['tun0', 3]) }));
    const rates = both && known(both.network)?.interfaces.map(({ name, receiveRate }) => [name, receiveRate]);
    expect(rates).toEqual([
      ['lo', 7],
      ['eth0', 9],
      ['tun0', 3],
    ]);
  });

  it('leave the sample behind a gap alone, so that the line breaks and no spike is lost', () => {
    const before = rememberPeaks([], sampleAt(1, { cpu: 0.5 }));
    const gap = rememberPeaks(before, sampleAt(2, { gap: 60 }));
    expect(usagesOf(rememberPeaks(gap, sampleAt(3, { cpu: 0.9 })))).toEqual([0.5, undefined, 0.9]);
  });

  it('name who used the processors when they were busiest, and who read and wrote when the disks did most', () => {
    const second = (at: number, cpu: number, rate: number, name: string) =>
      sampleAt(at, {
        cpu: { usage: cpu, cores: [] },
        disk: { devices: [], readRate: rate, writeRate: 100 - rate },
        process: { count: 1, all: [processOf(at, { name, usage: cpu, readRate: rate, writeRate: 100 - rate })] },
      });
    const ten = [
      second(1, 0.2, 90, 'reader'),
      second(2, 0.9, 50, 'busy'),
      second(3, 0.3, 10, 'writer'),
      second(4, 0.1, 60, 'late'),
    ];
    const [merged] = ten.reduce<History>(rememberPeaks, []);
    const blamed = (metric: string) => merged && findCulprit({ metric, comparison: '>' }, merged)?.name;
    expect(['cpu.usage', 'disk.read_rate', 'disk.write_rate'].map(blamed)).toEqual(['busy', 'reader', 'writer']);
    expect(merged && known(merged.process)?.all).toHaveLength(3);
  });

  it('never change what was remembered before', () => {
    const before = rememberPeaks([], sampleAt(1, { cpu: 0.5 }));
    rememberPeaks(before, sampleAt(2, { cpu: 0.9 }));
    expect(usagesOf(before)).toEqual([0.5]);
  });

  it('have the newer outcome where a metric is gone', () => {
    const before = rememberPeaks([], sampleAt(1, { memory: 0.5 }));
    const [merged] = rememberPeaks(before, sampleAt(2, { memory: unavailable('gone') }));
    expect(merged?.memory).toMatchObject({ state: 'unavailable', reason: 'gone' });
  });
});
