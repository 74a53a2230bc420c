import { execFileSync } from 'node:child_process';
import os from 'node:os';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FilesystemReading, filesystem } from '../../src/metrics/filesystem/filesystem.ts';
import { readFilesystem } from '../../src/metrics/filesystem/linux.ts';
import { readPortableFilesystem } from '../../src/metrics/filesystem/portable.ts';
import type { System } from '../../src/metrics/metric.ts';
import { known } from '../../src/metrics/outcome.ts';
import { recordedSystem } from '../../src/platform/recording.ts';
import { runningSystem } from '../../src/platform/running.ts';
import { writeTree } from '../harness/tree.ts';

const MIB = 2 ** 20;
const linux = os.platform() === 'linux';

async function readRunning(reader = readFilesystem) {
  return filesystem.derive(known(await reader.open(runningSystem())()) ?? [], undefined, 0);
}

function room(blocks: number, files = 0) {
  return { blockSize: 4096, blocks, blocksFree: blocks / 2, blocksAvailable: blocks / 4, files, filesFree: files / 2 };
}

function recording(mountinfo: string, rooms: object): System {
  const files = {
    '/t0/proc/uptime': '100.0 90.0',
    '/t0/proc/self/mountinfo': mountinfo,
    '/t0/filesystems.json': JSON.stringify(rooms),
  };
  return recordedSystem(writeTree(files));
}

test('room is counted in bytes, and inodes only where there is a fixed number of them', async () => {
  const mountinfo = '27 1 254:0 / / rw - ext4 /dev/vda rw\n28 27 0:30 / /home rw - btrfs /dev/vdb rw\n';
  const outcome = await readFilesystem.open(recording(mountinfo, { '/': room(1000, 64), '/home': room(2000) }))();
  expect(outcome).toMatchObject({
    state: 'ok',
    value: [
      { mount: '/', room: { total: 4096000, free: 2048000, available: 1024000, inodes: 64, inodesFree: 32 } },
      { mount: '/home', room: { total: 8192000, free: 4096000, available: 2048000 } },
    ],
  });
  expect(known(outcome)?.[1]?.room).not.toHaveProperty('inodes');
});

test('a filesystem that does not answer or refuses says so, and the others are shown', async () => {
  const mountinfo = `27 1 254:0 / / rw - ext4 /dev/vda rw
40 27 0:40 / /net/dead rw - nfs4 nas:/export rw
41 27 8:17 / /secret rw - ext4 /dev/sdb1 rw
`;
  const outcome = await readFilesystem.open(recording(mountinfo, { '/': room(1000), '/net/dead': null }))();
  expect(known(outcome)).toMatchObject([
    { mount: '/', room: { total: 4096000 } },
    { mount: '/net/dead', silent: 'no answer for 0 s' },
    { mount: '/secret', silent: 'not recorded' },
  ]);
});

test('what has no room at all is left out, as df leaves it out', async () => {
  const mountinfo = '27 1 254:0 / / rw - ext4 /dev/vda rw\n28 27 0:30 / /sys/new rw - newfs newfs rw\n';
  const outcome = await readFilesystem.open(recording(mountinfo, { '/': room(1000), '/sys/new': room(0) }))();
  expect(known(outcome)?.map((row) => row.mount)).toEqual(['/']);
});

test('without a list of mounts the reason and the remedy are told', async () => {
  const system = recordedSystem(writeTree({ '/t0/proc/uptime': '100.0 90.0' }));
  expect(await readFilesystem.open(system)()).toEqual({
    state: 'unavailable',
    reason: '/proc/self/mountinfo is missing',
    remedy: 'mount /proc',
  });
});

test('use is the share of what users can use; reserved blocks belong to nobody', () => {
  const facts = { device: '/dev/vda', mount: '/', type: 'ext4', hidden: false, readOnly: false };
  const [row] = filesystem.derive(
    [{ ...facts, room: { total: 100, free: 40, available: 20, inodes: 10, inodesFree: 4 } }],
    undefined,
    0,
  );
  expect(row).toMatchObject({ used: 60, available: 20, usage: 0.75, inodesUsed: 6, inodesUsage: 0.6 });
});

test('shares stay between none and all whatever a filesystem says, and the silent have no numbers', () => {
  const size = fc.nat({ max: Number.MAX_SAFE_INTEGER });
  const facts = { device: 'd', mount: '/', type: 't', hidden: false, readOnly: false };
  const reading: fc.Arbitrary<FilesystemReading> = fc.oneof(
    fc
      .record({ total: size, free: size, available: size, inodes: size, inodesFree: size })
      .map((each) => ({ ...facts, room: each })),
    fc.constant({ ...facts, silent: 'no answer for 3 s' }),
  );
  fc.assert(
    fc.property(reading, (now) => {
      const [row] = filesystem.derive([now], undefined, 0);
      for (const share of [row?.usage, row?.inodesUsage]) {
        if (share !== undefined) expect(share >= 0 && share <= 1).toBe(true);
      }
      if (now.silent) expect(row).toEqual(now);
    }),
  );
});

test.runIf(linux)('the numbers are those of df', async () => {
  const rows = await readRunning();
  const df = execFileSync('df', ['-B1', '--output=target,fstype,size,used,avail,pcent,itotal'], { encoding: 'utf8' });
  const lines = df.trim().split('\n').slice(1);
  const parsed = lines.map((line) => /^(.*?)\s+(\S+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+|-)%?\s+(\d+|-)$/.exec(line)?.slice(1) ?? []);
  const shown = new Map(parsed.map(([mount = '', ...columns]) => [mount, columns]));
  expect(rows.map((row) => row.mount)).toContain('/');
  for (const row of rows.filter((each) => each.silent === undefined)) {
    const [type, size, used, available, percent, inodes] = shown.get(row.mount) ?? [];
    expect(type, row.mount).toBe(row.type);
    expect(row.total).toBe(Number(size));
    // The machine works on while both are asked.
    expect(Math.abs((row.used ?? 0) - Number(used))).toBeLessThan(256 * MIB);
    expect(Math.abs((row.available ?? 0) - Number(available))).toBeLessThan(256 * MIB);
    if (percent !== '-') expect(Math.abs(Math.ceil((row.usage ?? 0) * 100 - 1e-9) - Number(percent))).toBeLessThanOrEqual(1);
    expect(row.inodes ?? 0).toBe(inodes === '-' ? 0 : Number(inodes));
  }
});

test('systeminformation gives the same filesystems in the same shape', async () => {
  const portable = await readRunning(readPortableFilesystem);
  expect(portable.length).toBeGreaterThan(0);
  if (!linux) return;
  const own = new Map((await readRunning()).map((row) => [row.mount, row]));
  for (const row of portable.filter((each) => !each.hidden)) {
    const same = own.get(row.mount);
    expect(same).toMatchObject({ device: row.device, type: row.type, hidden: row.hidden, readOnly: row.readOnly });
    expect(Math.abs((row.total ?? 0) - (same?.total ?? 0))).toBeLessThan(1024);
    expect(Math.abs((row.used ?? 0) - (same?.used ?? 0))).toBeLessThan(256 * MIB);
  }
});
