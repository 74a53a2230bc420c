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
  /** Where there are too few descriptors, it gives its own to one that doesn't yield. */
  readonly yields: boolean;
  open: OpenFile | undefined;
}

export function fileAt(path: string, yields = false): KeptFile {
  return { path, yields, open: undefined };
}

/** Half of the limit is left for everything else. */
const SHARE = 0.5;
/** Where the limit isn't told. */
const USUAL_LIMIT = 1024;

export function createDescriptors(door: Door): Descriptors {
  // One more is open for a moment where a file is read that isn't kept.
  const most = Math.floor(readLimit(door) * SHARE) - 1;
  const yielding = new Set<KeptFile>();
  let kept = 0;
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

  function makeRoom({ yields }: KeptFile): boolean {
    const [other] = kept >= most && !yields ? yielding : [];
    if (other) close(other);
    return kept < most;
  }

  function keep(file: KeptFile, open: OpenFile) {
    file.open = open;
    kept += 1;
    if (file.yields) yielding.add(file);
  }

  function close(file: KeptFile) {
    if (file.open === undefined) return;
    file.open.close();
    file.open = undefined;
    kept -= 1;
    yielding.delete(file);
  }
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
