import { errorCode } from '../../errors.ts';
import type { Door } from '../../platform/door.ts';
import type { Bytes } from '../../units/quantity.ts';
import { present } from '../present.ts';
import { type Descriptors, fileAt } from './descriptors.ts';
import { type IoReading, openIo } from './io.ts';
import { walkNumbers } from './numbers.ts';
import type { ProcessStat } from './stat.ts';

/** What is read only of processes that somebody looks at. */
export interface CloseReading {
  readonly shared?: Bytes;
  readonly io?: IoReading;
  readonly files?: number;
  /** Some of it may not be read, for lack of rights. */
  readonly restricted?: true;
}

/** Looks closely at one process, from sample to sample. */
export interface CloseLook {
  /** Comes before its line of stat is read; `waited` is what the line before told. */
  begin(waited: boolean): void;
  /** Comes behind it. */
  finish(stat: Pick<ProcessStat, 'waited' | 'threads'>): CloseReading;
  /** Rights may have changed: tries again what was refused. */
  retry(): void;
  close(): void;
}

/** A line of statm holds seven numbers. */
const LINE = Buffer.alloc(256);

export function createCloseLooks(door: Door, descriptors: Descriptors, page: Bytes): (pid: number) => CloseLook {
  const countFiles = createFileCount(door);
  return (pid) => {
    const io = openIo(door, descriptors, pid);
    const statm = fileAt(`/proc/${pid}/statm`, 'more');
    // Being refused is expensive: what was isn't asked for again at every sample.
    const refused = new Set<unknown>();
    let whole: IoReading | undefined;
    return {
      begin(waited) {
        whole = waited ? undefined : unlessRefused(io.readWhole);
      },
      finish({ waited, threads }) {
        const counters = waited ? unlessRefused(() => io.readByThread(threads), io.readWhole) : whole;
        return present({
          shared: unlessRefused(readShared),
          io: counters,
          files: unlessRefused(readFiles),
          restricted: refused.size > 0 ? (true as const) : undefined,
        });
      },
      retry: () => refused.clear(),
      close() {
        io.close();
        descriptors.close(statm);
      },
    };

    function unlessRefused<T>(read: () => T | undefined, key: unknown = read): T | undefined {
      if (refused.has(key)) return undefined;
      try {
        return read();
      } catch (error) {
        if (REFUSALS.has(errorCode(error))) refused.add(key);
        return undefined;
      }
    }

    function readShared(): Bytes | undefined {
      const length = descriptors.read(statm, LINE);
      const pages = length === undefined ? Number.NaN : parseSharedPages(LINE, length);
      return Number.isNaN(pages) ? undefined : pages * page;
    }

    function readFiles(): number | undefined {
      return countFiles(pid);
    }
  };
}

const REFUSALS: ReadonlySet<string | undefined> = new Set(['EACCES', 'EPERM']);

/** `/proc/PID/statm`, proc_pid_statm(5): pages; the third number counts what is mapped from files, or shared. NaN where there is none. */
function parseSharedPages(line: Buffer, length: number): number {
  const { next, skip } = walkNumbers(line, 0, length);
  skip(2);
  return next();
}

/** Linux tells since 6.2 by the size of a process's folder fd how many files it has open; before, they have to be listed. */
function createFileCount(door: Door): (pid: number) => number | undefined {
  const told = tellsBySize(door);
  return (pid) => (told ? door.size(`/proc/${pid}/fd`) : door.list(`/proc/${pid}/fd`)?.length);
}

function tellsBySize(door: Door): boolean {
  try {
    // Listing takes a descriptor itself.
    const listed = door.list('/proc/self/fd')?.length ?? 0;
    const size = door.size('/proc/self/fd') ?? 0;
    return size > 0 && Math.abs(size - listed) <= 1;
  } catch {
    return false;
  }
}
