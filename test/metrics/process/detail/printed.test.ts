import { describe, expect, test } from 'vitest';
import { printedFor } from '../../../../src/metrics/printed.ts';
import { detailEntries } from '../../../../src/metrics/process/detail/entries.ts';
import { limitMeanings } from '../../../../src/metrics/process/detail/limit-meanings.ts';
import { detailPrinters } from '../../../../src/metrics/process/detail/printed.ts';

describe('what others print of a detail', () => {
  test.each([
    [{ name: 'open files', soft: 1024, hard: Infinity }, { 'ulimit -Sn': '1024' }, { 'ulimit -Hn': 'unlimited' }],
    [{ name: 'stack size', soft: 8_388_608, hard: 1e9 }, { 'ulimit -Ss': '8192' }, { 'ulimit -Hs': '976562' }],
    [{ name: 'msgqueue size', soft: 819_200, hard: 819_200 }, { 'ulimit -Sq': '819200' }, { 'ulimit -Hq': '819200' }],
    [{ name: 'of a kernel to come', soft: 1, hard: 1 }, {}, {}],
  ])('of the limit %j is as bash tells it', (limit, soft, hard) => {
    expect(printedFor('detail.limits.soft', limit)).toEqual(soft);
    expect(printedFor('detail.limits.hard', limit)).toEqual(hard);
  });

  test.each([
    [{ policy: 'other', nice: -5 }, 'TS', '-5'],
    [{ policy: 'idle', nice: 3 }, 'IDL', '-'],
    [{ policy: 'policy 42', nice: 0 }, '?', '-'],
  ])('of %j is as ps tells it', (scheduling, policy, nice) => {
    expect(printedFor('detail.scheduling.policy', scheduling)).toEqual({ 'ps CLS': policy });
    expect(printedFor('detail.scheduling.nice', scheduling)).toEqual({ 'ps NI': nice });
  });

  test('of memory is in KiB', () => {
    const memory = { proportional: 363 * 1024, own: 144 * 1024 };
    expect(printedFor('detail.proportional.proportional', memory)).toEqual({ 'ps PSS': '363' });
    expect(printedFor('detail.proportional.own', memory)).toEqual({ 'ps USS': '144' });
  });

  test('is told of values that there are', () => {
    const names = new Set(detailEntries().map(({ name }) => name));
    expect(Object.keys(detailPrinters).filter((name) => !names.has(name))).toEqual([]);
  });
});

test('every limit that the kernel has is explained', () => {
  // fs/proc/base.c, of Linux 6.1.
  const names =
    'cpu time,file size,data size,stack size,core file size,resident set,processes,open files,locked memory,address space,file locks,pending signals,msgqueue size,nice priority,realtime priority,realtime timeout';
  expect(Object.keys(limitMeanings)).toEqual(names.split(','));
});

test('every value of a detail has a name of its own, says what it means and where it is read', () => {
  const names = detailEntries().map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, field } of detailEntries()) {
    expect(name).toMatch(/^detail(\.[a-z][a-z_]*)+$/);
    expect([field.meaning, field.from]).not.toContain('');
  }
});
