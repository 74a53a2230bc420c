import os from 'node:os';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type DiskReading, disk } from '../../src/metrics/disk/disk.ts';
import { parseDiskstats, readDisk } from '../../src/metrics/disk/linux.ts';
import { readPortableDisk } from '../../src/metrics/disk/portable.ts';
import { known } from '../../src/metrics/outcome.ts';
import { createDoor } from '../../src/platform/door.ts';
import { runningSystem } from '../../src/platform/running.ts';
import { createFakeClock } from '../harness/fake-clock.ts';
import { type Tree, writeTree } from '../harness/tree.ts';

function open(files: Tree, clock = createFakeClock()) {
  return readDisk.open({ door: createDoor(writeTree(files)), clock, local: false });
}

async function names(files: Tree) {
  return known(await open(files)())?.map((device) => device.name);
}

/** A line for each device; those with a name alone did 8 reads of 16 sectors and 4 writes of 32. */
function diskstats(...devices: string[]) {
  return devices
    .map((device) => ` 8 0 ${device.includes(' ') ? device : `${device} 8 0 16 5 4 0 32 3 0 1500 8 0 0 0 0 0 0`}\n`)
    .join('');
}

test('operations, bytes and busy time are read; a sector is 512 bytes; older and newer kernels differ in columns', () => {
  const text = ` 259       0 nvme0n1 1200 30 48000 900 800 20 32000 700 1 2500 1600 10 0 80 5 7 9
   8       0 sda 8 0 16 5 4 0 32 3 0 10 8
   8       1 sda1 5 6 7 8
`;
  expect([...parseDiskstats(text)]).toEqual([
    ['nvme0n1', { reads: 1200, writes: 800, readBytes: 24576000, writtenBytes: 16384000, busySeconds: 2.5 }],
    ['sda', { reads: 8, writes: 4, readBytes: 8192, writtenBytes: 16384, busySeconds: 0.01 }],
  ]);
});

test('a disk carries its model, size and kind', async () => {
  const read = open({
    '/proc/diskstats': diskstats('sda'),
    '/sys/block/sda/size': '7814037168\n',
    '/sys/block/sda/device/model': 'ST4000DM004-2CV1\n',
    '/sys/block/sda/queue/rotational': '1\n',
  });
  expect(known(await read())?.[0]).toMatchObject({
    name: 'sda',
    model: 'ST4000DM004-2CV1',
    size: 4000787030016,
    rotational: true,
  });
});

test('only whole disks count: no partition, no layer over others, no memory, no hidden path, no empty slot', async () => {
  const sizes = ['sda', 'nvme0n1', 'mmcblk0', 'mmcblk0boot0', 'dm-0', 'md127', 'loop0', 'zram0', 'ram0', 'sdb', 'cciss!c0d0'];
  const files = Object.fromEntries(sizes.map((name) => [`/sys/block/${name}/size`, name === 'sdb' ? '0\n' : '1000\n']));
  const hidden = { '/sys/block/nvme0c0n1/hidden': '1\n', '/sys/block/nvme0c0n1/size': '1000\n' };
  const text = diskstats('sda', 'sda1', 'nvme0n1', 'nvme0n1p1', 'nvme0c0n1', 'mmcblk0', 'mmcblk0p1', 'mmcblk0boot0');
  const layers = diskstats('dm-0', 'md127', 'loop0', 'zram0', 'ram0', 'sdb', 'cciss/c0d0');
  expect(await names({ '/proc/diskstats': text + layers, ...files, ...hidden })).toEqual([
    'sda',
    'nvme0n1',
    'mmcblk0',
    'cciss/c0d0',
  ]);
});

test('an optical drive counts once a medium was read', async () => {
  const text = diskstats('sr0 0 0 0 0 0 0 0 0 0 0 0', 'sr1');
  expect(await names({ '/proc/diskstats': text, '/sys/block/sr0/size': '2097151', '/sys/block/sr1/size': '2097151' })).toEqual([
    'sr1',
  ]);
});

test('where /sys is hidden, whole disks are told by their names', async () => {
  const text = diskstats('vda', 'vda1', 'sdaa', 'sdaa2', 'nvme0n1', 'nvme0n1p2', 'mmcblk0', 'mmcblk0p1', 'dm-0', 'loop1');
  expect(await names({ '/proc/diskstats': text })).toEqual(['vda', 'sdaa', 'nvme0n1', 'mmcblk0']);
});

test('without its counters the reason and the remedy are told', () => {
  expect(open({})()).toEqual({ state: 'unavailable', reason: '/proc/diskstats is missing', remedy: 'mount /proc' });
});

test('rates are a second, whatever the interval, and the totals are the sums', () => {
  const before = [
    { name: 'sda', reads: 10, writes: 10, readBytes: 1000, writtenBytes: 1000, busySeconds: 1 },
    { name: 'sdb', reads: 10, writes: 10, readBytes: 500, writtenBytes: 500, busySeconds: 1 },
  ];
  const now = [
    { name: 'sdb', reads: 10, writes: 10, readBytes: 500, writtenBytes: 500, busySeconds: 1 },
    { name: 'sda', reads: 30, writes: 15, readBytes: 5000, writtenBytes: 2000, busySeconds: 1.5 },
  ];
  const { devices, ...totals } = disk.derive(now, before, 0.5);
  expect(devices[1]).toMatchObject({ readRate: 8000, writeRate: 2000, readOperationRate: 40, writeOperationRate: 10, busy: 1 });
  expect(devices[0]).toMatchObject({ readRate: 0, writeRate: 0, busy: 0 });
  expect(totals).toEqual({ totalRead: 5500, totalWritten: 2500, readRate: 8000, writeRate: 2000 });
});

test('a disk that came has no rate yet, one that was exchanged none either', () => {
  const before = [{ name: 'sda', reads: 900, writes: 5, readBytes: 3e9, writtenBytes: 10, busySeconds: 3 }];
  const now = [
    { name: 'sda', reads: 20, writes: 9, readBytes: 1e6, writtenBytes: 4e9, busySeconds: 4 },
    { name: 'sdb', reads: 20, writes: 9, readBytes: 1e6, writtenBytes: 4e9, busySeconds: 4 },
  ];
  const { devices, ...totals } = disk.derive(now, before, 1);
  for (const device of devices) {
    for (const rate of ['readRate', 'writeRate', 'readOperationRate', 'writeOperationRate', 'busy'])
      expect(device).not.toHaveProperty(rate);
  }
  expect(totals).toEqual({ totalRead: 2e6, totalWritten: 8e9 });
});

test('however disks come, go, restart and work, no rate is negative or more than what was counted', () => {
  const counter = fc.nat({ max: 2 ** 40 });
  const device = fc.record(
    {
      name: fc.constantFrom('sda', 'sdb', 'nvme0n1'),
      reads: counter,
      writes: counter,
      readBytes: counter,
      writtenBytes: counter,
      busySeconds: counter,
    },
    { requiredKeys: ['name'] },
  ) as fc.Arbitrary<DiskReading>;
  const reading = fc.uniqueArray(device, { selector: ({ name }) => name });
  const elapsed = fc.oneof(fc.constantFrom(0, -1), fc.double({ min: 0.001, max: 1e5, noNaN: true }));
  fc.assert(
    fc.property(reading, fc.option(reading, { nil: undefined }), elapsed, (now, before, time) => {
      const { devices, ...totals } = disk.derive(now, before, time);
      for (const [i, each] of devices.entries()) {
        for (const [rate, counted] of [
          [each.readRate, now[i]?.readBytes],
          [each.writeRate, now[i]?.writtenBytes],
        ]) {
          if (rate === undefined) continue;
          expect(time > 0 && before?.some(({ name }) => name === each.name)).toBe(true);
          expect(rate).toBeGreaterThanOrEqual(0);
          // What a 32-bit counter can wrap by is the most that it can seem to have grown.
          expect(rate * time).toBeLessThanOrEqual(Math.max(counted ?? 0, 2 ** 32) * (1 + 1e-9));
        }
        if (each.busy !== undefined) expect(each.busy >= 0 && each.busy <= 1).toBe(true);
      }
      expect(totals.readRate ?? 0).toBeGreaterThanOrEqual(0);
      expect(totals.writeRate ?? 0).toBeGreaterThanOrEqual(0);
    }),
  );
});

test.runIf(os.platform() === 'linux')('systeminformation counts the same operations and bytes', async () => {
  const system = runningSystem();
  const own = disk.derive(known(await readDisk.open(system)()) ?? [], undefined, 0);
  const portable = disk.derive(known(await readPortableDisk.open(system)()) ?? [], undefined, 0);
  const after = disk.derive(known(await readDisk.open(system)()) ?? [], undefined, 0);
  if (portable.totalRead === undefined || portable.totalWritten === undefined) return expect(portable).toEqual({});
  // systeminformation counts mounted disks and partitions only, and the machine works on.
  expect(portable.totalRead).toBeLessThanOrEqual(after.totalRead ?? 0);
  expect(portable.totalWritten).toBeLessThanOrEqual(after.totalWritten ?? 0);
  if (own.devices.length === 1) expect(portable.totalRead / (own.totalRead ?? 0)).toBeGreaterThan(0.9);
});
