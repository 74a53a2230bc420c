import { describe, expect, it } from 'vitest';
import { known, unavailable } from '../../src/metrics/outcome.ts';
import { distill } from '../../src/sampling/past.ts';
import { processOf, sampleAt } from '../harness/sample.ts';

describe('what is kept of a sample that is past', () => {
  it('is when it was, and the totals of everything', () => {
    const sample = sampleAt(7, { cpu: 0.5, memory: 0.6, gap: 30 });
    const kept = distill(sample);
    expect([kept.moment, kept.memory, known(kept.cpu)?.usage]).toEqual([sample.moment, sample.memory, 0.5]);
  });

  it('is of each thing in a list its name and what is drawn of it over time', () => {
    const link = { name: 'eth0', counted: true, receiveRate: 5, received: 1e9, addresses: ['10.0.0.1'] };
    const device = { name: 'sda', model: 'ST8000', readRate: 3, read: 1e9, busy: 0.4 };
    const kept = distill(sampleAt(0, { network: { interfaces: [link] }, disk: { devices: [device] } }));
    expect(known(kept.network)?.interfaces).toEqual([{ name: 'eth0', counted: true, receiveRate: 5 }]);
    expect(known(kept.disk)?.devices).toEqual([{ name: 'sda', readRate: 3 }]);
  });

  it('is who used most CPU and who used most memory, of thousands of processes', () => {
    const all = Array.from({ length: 5000 }, (_, i) => processOf(i, { usage: (5000 - i) / 5000, resident: i }));
    const sample = sampleAt(0, { process: { count: 5000, threads: 9000, all } });
    const kept = known(distill(sample).process);
    expect(kept).toMatchObject({ count: 5000, threads: 9000 });
    expect(kept?.all).toEqual([all[0], all.at(-1)]);
    expect(known(sample.process)?.all).toHaveLength(5000);
  });

  it('is who read and who wrote most, as far as that was known', () => {
    const all = Array.from({ length: 9 }, (_, i) => processOf(i, i === 4 ? { readRate: 5 } : i === 6 ? { writeRate: 3 } : {}));
    const sample = sampleAt(0, { process: { count: 9, all: [processOf(10, { usage: 1, resident: 1e9 }), ...all] } });
    expect(known(distill(sample).process)?.all.map(({ pid }) => pid)).toEqual([10, 4, 6]);
  });

  it('is why there was nothing', () => {
    const gone = unavailable('gone');
    expect(distill(sampleAt(0, { network: gone })).network).toEqual(gone);
  });
});
