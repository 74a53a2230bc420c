import { type Door, isThere } from '../../platform/door.ts';
import type { Seconds } from '../../units/quantity.ts';
import { rememberLast } from '../../units/remember-last.ts';
import type { Reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import type { DiskReading } from './disk.ts';

type Facts = Pick<DiskReading, 'model' | 'size' | 'rotational'>;
type Counters = Pick<DiskReading, 'reads' | 'writes' | 'readBytes' | 'writtenBytes' | 'busySeconds'>;

/** A device that was exchanged under the same name is known as itself after this long. */
const FACTS_STAND: Seconds = 30;

/** Counters of the whole disks from /proc/diskstats, facts from /sys/block. */
export const readDisk: Reader<readonly DiskReading[]> = {
  open({ door, clock }) {
    const parse = rememberLast(parseDiskstats);
    const known = new Map<string, { readonly at: Seconds; readonly facts: Facts | undefined }>();
    return () => {
      const text = door.read('/proc/diskstats');
      if (text === undefined) return unavailable('/proc/diskstats is missing', 'mount /proc');
      const devices = parse(text);
      for (const name of known.keys()) if (!devices.has(name)) known.delete(name);
      return ok(
        [...devices].flatMap(([name, counters]) => {
          // An optical drive says nothing of a medium until something was read from one.
          if (name.startsWith('sr') && counters.reads === 0) return [];
          const facts = factsOf(name);
          return facts ? { name, ...facts, ...counters } : [];
        }),
      );
    };

    function factsOf(name: string): Facts | undefined {
      const now = clock.monotonic();
      let entry = known.get(name);
      if (entry === undefined || now - entry.at >= FACTS_STAND) {
        entry = { at: now, facts: readFacts(door, name) };
        known.set(name, entry);
      }
      return entry.facts;
    }
  },
};

/** Devices over other devices or in memory, and the boot areas of flash cards: what they do is done by others, or by nobody. */
const LAYER = /^(loop|ram|zram|dm-|md|bcache|drbd|zd|fd)\d|^mmcblk\d+(boot\d+|rpmb)$/;

/** How a whole disk is called, for systems that hide /sys; any other name is a partition. */
const WHOLE = /^([shv]d[a-z]+|xvd[a-z]+|nvme\d+n\d+|mmcblk\d+|sr\d+|nbd\d+|rbd\d+|pmem\d+|dasd[a-z]+)$/;

/** What is known of a whole disk; undefined for anything else, and for a slot without a medium. */
function readFacts(door: Door, name: string): Facts | undefined {
  if (LAYER.test(name)) return undefined;
  const folder = `/sys/block/${name.replaceAll('/', '!')}`;
  if (!isThere(door, folder)) return !isThere(door, '/sys/block') && WHOLE.test(name) ? {} : undefined;
  const read = (file: string) => door.read(`${folder}/${file}`)?.trim();
  const sectors = read('size');
  // A path of several to one NVMe disk is hidden: the disk counts.
  if (sectors === '0' || read('hidden') === '1') return undefined;
  const rotational = read('queue/rotational');
  return present({
    model: (read('device/model') ?? read('device/name')) || undefined,
    size: sectors === undefined ? undefined : Number(sectors) * SECTOR,
    rotational: rotational === undefined ? undefined : rotational === '1',
  });
}

/** Of the kernel's books, whatever the device's own is. */
const SECTOR = 512;

/** `/proc/diskstats`: counters since boot by the kernel's name; layers and partitions among them. */
export function parseDiskstats(text: string): Map<string, Counters> {
  const devices = new Map<string, Counters>();
  for (const line of text.split('\n')) {
    const [, , name, ...columns] = line.trim().split(/\s+/);
    const [reads, , sectorsRead, , writes, , sectorsWritten, , , busy] = columns.map(Number);
    // A kernel before 2.6.25 gives partitions four columns: they are not whole disks.
    if (name === undefined || busy === undefined) continue;
    devices.set(name, {
      reads: reads ?? 0,
      writes: writes ?? 0,
      readBytes: (sectorsRead ?? 0) * SECTOR,
      writtenBytes: (sectorsWritten ?? 0) * SECTOR,
      busySeconds: busy / 1000,
    });
  }
  return devices;
}
