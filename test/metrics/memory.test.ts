import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derivePageSize, parseMeminfo, parseVmstat, readMemory } from '../../src/metrics/memory/linux.ts';
import { type MemoryReading, memory } from '../../src/metrics/memory/memory.ts';
import { readPortableMemory } from '../../src/metrics/memory/portable.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createDoor } from '../../src/platform/door.ts';
import { type Tree, writeTree } from '../harness/tree.ts';

const KiB = 1024;

const MEMINFO = `MemTotal:        8000000 kB
MemFree:          500000 kB
MemAvailable:    5000000 kB
Buffers:          200000 kB
Cached:          4000000 kB
SwapCached:            0 kB
Active(anon):    1200000 kB
Inactive(anon):   800000 kB
Active(file):    2100000 kB
Inactive(file):  1900000 kB
SwapTotal:       2000000 kB
SwapFree:        1500000 kB
Shmem:            300000 kB
SReclaimable:     400000 kB
HugePages_Total:       3
Hugepagesize:       2048 kB
`;

const VMSTAT = `nr_free_pages 125000
nr_inactive_anon 200000
nr_active_anon 300000
nr_inactive_file 475000
nr_active_file 525000
pswpin 1000
pswpout 3000
`;

function systemOf(tree: Tree) {
  return { door: createDoor(writeTree(tree)), clock: systemClock, local: false };
}

async function read(tree: Tree): Promise<MemoryReading> {
  const outcome = await readMemory.open(systemOf(tree))();
  if (outcome.state !== 'ok') throw new Error(JSON.stringify(outcome));
  return outcome.value;
}

describe('reading', () => {
  test('amounts are bytes; cache holds what the kernel can reclaim, not what is shared', async () => {
    expect(await read({ '/proc/meminfo': MEMINFO, '/proc/vmstat': VMSTAT })).toEqual({
      total: 8_000_000 * KiB,
      available: 5_000_000 * KiB,
      free: 500_000 * KiB,
      buffers: 200_000 * KiB,
      cached: 4_100_000 * KiB,
      shared: 300_000 * KiB,
      swap: { total: 2_000_000 * KiB, free: 1_500_000 * KiB, inTotal: 1000 * 4096, outTotal: 3000 * 4096 },
    });
  });

  test('what is counted in pages is not taken for kilobytes', () => {
    expect(parseMeminfo(MEMINFO).has('HugePages_Total')).toBe(false);
  });

  test('where an old kernel does not tell what is available, free memory and droppable cache are', async () => {
    const old = MEMINFO.replace(/MemAvailable.*\n/, '');
    expect((await read({ '/proc/meminfo': old })).available).toBe((500_000 + 200_000 + 4_100_000) * KiB);
  });

  test('without /proc/vmstat the swap is known, how fast it moves is not', async () => {
    const { swap } = await read({ '/proc/meminfo': MEMINFO });
    expect(swap).toEqual({ total: 2_000_000 * KiB, free: 1_500_000 * KiB });
  });

  test('without /proc/meminfo memory is unavailable, and the remedy is named', async () => {
    expect(await readMemory.open(systemOf({}))()).toMatchObject({ state: 'unavailable', remedy: 'mount /proc' });
    expect(await readMemory.open(systemOf({ '/proc/meminfo': 'MemTotal: 8000000 kB\n' }))()).toMatchObject({
      state: 'unavailable',
    });
  });

  test('a control group’s limit stands beside the machine’s memory only where it is smaller', async () => {
    const withLimit = (limit: string) =>
      read({
        '/proc/meminfo': MEMINFO,
        '/proc/self/cgroup': '0::/\n',
        '/proc/self/mountinfo': '35 24 0:30 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n',
        '/sys/fs/cgroup/memory.max': limit,
        '/sys/fs/cgroup/memory.current': '1000000\n',
        '/sys/fs/cgroup/memory.stat': 'inactive_file 400000\n',
      });
    expect((await withLimit('2000000\n')).limit).toEqual({ total: 2_000_000, used: 600_000 });
    expect(await withLimit(`${8_000_000 * KiB}\n`)).not.toHaveProperty('limit');
    expect(await withLimit('max\n')).not.toHaveProperty('limit');
  });
});

describe('the size of a page', () => {
  const pages = (kilobytes: number) => parseVmstat(`nr_active_file ${6_000_000 / kilobytes}\n`);

  test('is what makes the pages of one file the kilobytes of the other', () => {
    for (const kilobytes of [4, 16, 64]) expect(derivePageSize(parseMeminfo(MEMINFO), pages(kilobytes))).toBe(kilobytes * KiB);
  });

  test('stays the same when memory moves between the two reads', () => {
    for (const moved of [1_400_000, 1_600_000]) {
      expect(derivePageSize(parseMeminfo(MEMINFO), parseVmstat(`nr_active_file ${moved}\n`))).toBe(4096);
    }
  });

  test('is unknown where the files speak of different systems, or of nothing', () => {
    expect(derivePageSize(parseMeminfo(MEMINFO), parseVmstat('nr_active_file 90000000\n'))).toBeUndefined();
    expect(derivePageSize(parseMeminfo(MEMINFO), parseVmstat(''))).toBeUndefined();
    expect(derivePageSize(parseMeminfo(''), parseVmstat(''))).toBeUndefined();
  });

  test.runIf(os.platform() === 'linux')('agrees with the C library on this machine', () => {
    const own = derivePageSize(
      parseMeminfo(readFileSync('/proc/meminfo', 'utf8')),
      parseVmstat(readFileSync('/proc/vmstat', 'utf8')),
    );
    expect(own).toBe(Number(execFileSync('getconf', ['PAGESIZE'], { encoding: 'utf8' })));
  });
});

describe('deriving', () => {
  test('used is what is not available, and swap moves at bytes a second', () => {
    const now = { total: 1000, available: 400, swap: { total: 500, free: 100, inTotal: 9000, outTotal: 4000 } };
    const before = { total: 1000, available: 300, swap: { total: 500, free: 100, inTotal: 1000, outTotal: 4000 } };
    expect(memory.derive(now, before, 2)).toEqual({
      total: 1000,
      used: 600,
      available: 400,
      usage: 0.6,
      swap: { total: 500, used: 400, usage: 0.8, inRate: 4000, outRate: 0 },
    });
  });

  test('without swap there is no share of it', () => {
    const { swap } = memory.derive({ total: 1000, available: 400, swap: { total: 0, free: 0 } }, undefined, 0);
    expect(swap).toEqual({ total: 0, used: 0 });
  });

  test('the control group’s use is a share of its own limit', () => {
    const { limit } = memory.derive({ total: 1000, available: 400, limit: { total: 200, used: 50 } }, undefined, 0);
    expect(limit).toEqual({ total: 200, used: 50, usage: 0.25 });
  });

  test('whatever is read, nothing derived is negative and no share passes all', () => {
    const amount = fc.nat({ max: 2 ** 45 });
    const reading = fc.record(
      {
        total: amount.map((n) => n + 1),
        available: amount,
        swap: fc.record({ total: amount, free: amount, inTotal: amount, outTotal: amount }, { requiredKeys: ['total', 'free'] }),
        limit: fc.record({ total: amount, used: amount }),
      },
      { requiredKeys: ['total', 'available'] },
    );
    fc.assert(
      fc.property(reading, reading, fc.double({ min: 0, max: 1e5, noNaN: true }), (now, before, elapsed) => {
        const { used, usage, swap, limit } = memory.derive(now, before, elapsed);
        for (const value of [used, swap?.used, swap?.inRate, swap?.outRate]) expect(value ?? 0).toBeGreaterThanOrEqual(0);
        for (const value of [usage, swap?.usage, limit?.usage]) {
          expect(value ?? 0).toBeGreaterThanOrEqual(0);
          expect(value ?? 0).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

test('the portable platform tells what is available, and cache is not used memory', async () => {
  const outcome = await readPortableMemory.open({ door: createDoor(), clock: systemClock, local: true })();
  if (outcome.state !== 'ok') throw new Error(JSON.stringify(outcome));
  const { total, available, free = 0, cached = 0 } = outcome.value;
  expect(total).toBe(os.totalmem());
  expect(available).toBeLessThanOrEqual(total);
  expect(available).toBeGreaterThan(0);
  if (cached > 0) expect(free + cached).toBe(available);
});
