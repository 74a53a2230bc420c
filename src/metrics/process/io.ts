import type { Door } from '../../platform/door.ts';
import type { Bytes, Seconds } from '../../units/quantity.ts';
import { type Descriptors, fileAt, type KeptFile } from './descriptors.ts';
import { walkNumbers } from './numbers.ts';

/** What a process has read from disks and written to them since it started. */
export interface IoReading extends IoCounters {
  /** Summed over its threads: without those that ended before it was first looked at. */
  readonly byThread?: true;
}

export interface IoCounters {
  readonly read: Bytes;
  readonly written: Bytes;
  /** Of what was counted as written: dropped before it was, because its file went. May be more, where others had written it. */
  readonly cancelled: Bytes;
}

/** Of what has just started. */
export const NO_IO: IoReading = { read: 0, written: 0, cancelled: 0 };

/** What reached a disk, or will. */
export function writtenOf({ written, cancelled }: IoCounters): Bytes {
  return Math.max(0, written - cancelled);
}

/** What it grew by a second. Undefined where a counter went down, or counts otherwise now. */
export function deriveIoRates(
  now: IoReading,
  before: IoReading | undefined,
  time: Seconds,
): { readonly readRate: number; readonly writeRate: number } | undefined {
  const isComparable = before && !isLess(now, before) && (before === NO_IO || before.byThread === now.byThread);
  if (!isComparable || time <= 0) return undefined;
  // What others had written may be cancelled here.
  const written = Math.max(0, now.written - before.written - (now.cancelled - before.cancelled));
  return { readRate: (now.read - before.read) / time, writeRate: written / time };
}

/** The I/O of one process, from sample to sample. Throws where it may not be read (EACCES, …). */
export interface IoFiles {
  /**
   * Asked before /proc/PID/stat is read: undefined where that told that children were waited for, since the kernel counts
   * theirs as the parent's own from then on. What comes is void if the line read after it tells of some, too.
   */
  readWhole(): IoReading | undefined;
  /** The sum over the threads; of those that ended, what they were last seen with. */
  readByThread(threads: number): IoReading | undefined;
  close(): void;
}

/** A line has at most 43 characters, and there are seven. */
const TEXT = Buffer.alloc(512);

export function openIo(door: Door, descriptors: Descriptors, pid: number): IoFiles {
  const whole = fileAt(`/proc/${pid}/io`, 'more');
  let threads = new Map<number, Thread>();
  let ended: IoCounters = NO_IO;
  return {
    readWhole: () => read(whole),
    readByThread(count) {
      const ids = count === 1 ? [pid] : (door.numbers(`/proc/${pid}/task`) ?? []);
      const seen = new Map<number, Thread>();
      let sum = NO_IO;
      for (const id of ids) {
        const before = threads.get(id);
        const file = before?.file ?? fileAt(`/proc/${pid}/task/${id}/io`, 'more');
        const now = read(file);
        if (now === undefined) continue;
        seen.set(id, { file, now });
        sum = add(sum, now);
        // Its id was given to another thread.
        if (before && isLess(now, before.now)) ended = add(ended, before.now);
      }
      for (const [id, { file, now }] of threads) {
        if (seen.has(id)) continue;
        descriptors.close(file);
        ended = add(ended, now);
      }
      threads = seen;
      return seen.size === 0 ? undefined : { ...add(sum, ended), byThread: true };
    },
    close() {
      descriptors.close(whole);
      for (const { file } of threads.values()) descriptors.close(file);
      threads = new Map();
    },
  };

  function read(file: KeptFile): IoCounters | undefined {
    const length = descriptors.read(file, TEXT);
    return length === undefined ? undefined : parseIo(TEXT, length);
  }
}

interface Thread {
  readonly file: KeptFile;
  readonly now: IoCounters;
}

/** `/proc/PID/io`, proc_pid_io(5): the last three of seven lines are about disks. */
export function parseIo(text: Buffer, length: number): IoCounters | undefined {
  const { next, skip } = walkNumbers(text, 0, length);
  skip(5);
  const read = next();
  skip(1);
  const written = next();
  skip(1);
  const cancelled = next();
  return Number.isNaN(read + written + cancelled) ? undefined : { read, written, cancelled };
}

function add(a: IoCounters, b: IoCounters): IoCounters {
  return { read: a.read + b.read, written: a.written + b.written, cancelled: a.cancelled + b.cancelled };
}

function isLess(a: IoCounters, b: IoCounters): boolean {
  return a.read < b.read || a.written < b.written || a.cancelled < b.cancelled;
}
