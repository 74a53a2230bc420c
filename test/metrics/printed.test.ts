import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { allEntries } from '../../src/metrics/catalog.ts';
import { printedFor } from '../../src/metrics/printed.ts';

const GIB = 2 ** 30;

describe('what others print right now', () => {
  it.each([
    [848.4 * 2 ** 20, '848Mi', '848.4 MiB'],
    [3.2 * GIB, '3.2Gi', '3276.8 MiB'],
    [23.49 * GIB, '23Gi', '24053.8 MiB'],
    [0, '0B', '0.0 MiB'],
  ])('of %d bytes is as free and top write them', (used, free, top) => {
    expect(printedFor('memory.used', { used })).toEqual({ 'free -h': free, top });
  });

  it.each([
    [0.571, '58%'],
    [0.07, '7%'],
    [0, '0%'],
    [1, '100%'],
  ])('of a filesystem %d full is the next whole percent, as df has it', (usage, df) => {
    expect(printedFor('filesystem.usage', { usage })).toEqual({ df });
  });

  it.each([
    [75.2 * GIB, '76G'],
    [9.91 * GIB, '10G'],
    [1.01 * GIB, '1.1G'],
  ])('of %d bytes on a disk is rounded up, as df -h has it', (total, df) => {
    expect(printedFor('filesystem.total', { total })['df -h']).toBe(df);
  });

  it('of a process is its share now in top, and its mean since it started in ps', () => {
    expect(printedFor('process.all.usage', { usage: 0.5, cpuTime: 10, age: 100 })).toEqual({ top: '50.0', 'ps %CPU': '10.0' });
  });

  it.each([
    [0.0996, '9.9'],
    [0.9999, '99.9'],
    [1.079, '107'],
  ])('of a share of %d since the start is cut, as ps has it', (share, ps) => {
    expect(printedFor('process.all.usage', { cpuTime: share * 1000, age: 1000 })['ps %CPU']).toBe(ps);
  });

  it('of any number of bytes on a disk is what the library of df writes', () => {
    const near = [0, 10, 20, 30, 40, 50].flatMap((bits) =>
      [1, 1.05, 9.91, 9.99, 10.01, 99.5, 999.9, 1023.01, 1023.99].map((n) => n * 2 ** bits),
    );
    const bytes = near.filter((n) => n < 2 ** 53).map(Math.floor);
    const written = execFileSync('numfmt', ['--to=iec', '--round=up', ...bytes.map(String)], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(bytes.map((total) => printedFor('filesystem.total', { total })['df -h'])).toEqual(written);
  });

  it('is nothing where the value is not known, or nobody else has it', () => {
    expect(printedFor('process.all.read_rate', {})).toEqual({});
    expect(printedFor('cpu.user', {})).toEqual({});
    expect(printedFor('process.unattributed', { unattributed: 0.1 })).toEqual({});
  });

  it('is told of values that there are', () => {
    const full = { some: { average10: 0.1, average60: 0.1, average300: 0.1 } };
    const pressure = { cpu: { some: full.some }, memory: { some: full.some, full: full.some }, io: { some: full.some } };
    for (const { name } of allEntries().filter((entry) => entry.metric === 'pressure' && /some.average/.test(entry.name))) {
      expect(Object.values(printedFor(name, pressure))).toEqual([expect.stringMatching(/^some avg\d+=10\.00$/)]);
    }
  });
});
