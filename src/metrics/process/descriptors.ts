import type { Door, OpenFile } from '../../platform/door.ts';

/** Files that are read again and again, kept open as far as the limit of open files allows. */
export interface Descriptors {
  /** Reads from the start; how many bytes there were, undefined where it is gone. Throws where it may not be read (EACCES, …). */
  read(file: KeptFile, into: Buffer): number | undefined;
  /** Gives its descriptor back; it may be read again. */
  close(file: KeptFile): void;
}

/** A file by its path; read and closed by those that keep it. */
export interface KeptFile {
  readonly path: string;
  /** Where there are too few descriptors, one of a later rank gives its own to one of an earlier. */
  readonly rank: Rank;
  open: OpenFile | undefined;
}

/** What is read of every process at every sample, what spares reading it, and what else is read. */
type Rank = 'line' | 'rest' | 'more';

export function fileAt(path: string, rank: Rank): KeptFile {
  return { path, rank, open: undefined };
}

/** Half of the limit is left for everything else. */
const SHARE = 0.5;
/** Where the limit isn't told. */
const USUAL_LIMIT = 1024;

export function createDescriptors(door: Door): Descriptors {
  // One more is open for a moment where a file is read that isn't kept.
  const most = Math.floor(readLimit(door) * SHARE) - 1;
  const kept: Readonly<Record<Rank, Set<KeptFile>>> = { line: new Set(), rest: new Set(), more: new Set() };
  return {
    read(file, into) {
      if (file.open !== undefined) {
        const length = readOrClose(file, file.open, into);
        if (length) return length;
        // What it told of is gone, but another may have taken its name since.
        close(file);
      }
      return readAnew(file, into);
    },
    close,
  };

  function readOrClose(file: KeptFile, open: OpenFile, into: Buffer): number | undefined {
    try {
      return open.read(into);
    } catch (error) {
      close(file);
      throw error;
    }
  }

  function readAnew(file: KeptFile, into: Buffer): number | undefined {
    const open = door.open(file.path);
    if (open === undefined) return undefined;
    let length: number | undefined;
    try {
      length = open.read(into);
    } finally {
      if (length && makeRoom(file)) keep(file, open);
      else open.close();
    }
    return length || undefined;
  }

  function makeRoom({ rank }: KeptFile): boolean {
    if (kept.line.size + kept.rest.size + kept.more.size < most) return true;
    const [other] = rank === 'line' ? [...first(kept.more), ...first(kept.rest)] : rank === 'rest' ? first(kept.more) : [];
    if (other) close(other);
    return other !== undefined;
  }

  function keep(file: KeptFile, open: OpenFile) {
    file.open = open;
    kept[file.rank].add(file);
  }

  function close(file: KeptFile) {
    file.open?.close();
    file.open = undefined;
    kept[file.rank].delete(file);
  }
}

function first<T>([one]: Iterable<T>): readonly T[] {
  return one === undefined ? [] : [one];
}

/** The soft limit of open files, proc_pid_limits(5). */
function readLimit(door: Door): number {
  const match = /^Max open files\s+(\d+)/m.exec(readLimits(door));
  return match ? Number(match[1]) : USUAL_LIMIT;
}

function readLimits(door: Door): string {
  try {
    return door.read('/proc/self/limits') ?? '';
  } catch {
    return '';
  }
}
