import type { Door, OpenFile } from '../../platform/door.ts';

/** Files read at every sample, kept open as far as the limit of open files allows. */
export interface Descriptors {
  /** Reads a file from its start; how many bytes there were, undefined where it is gone or may not be read. */
  read(path: string, into: Buffer): number | undefined;
  /** Closes what was not read since the last call: what it told of is gone. */
  closeUnread(): void;
}

/** Half of the limit is left for everything else. */
const SHARE = 0.5;
/** Where the limit isn't told. */
const USUAL_LIMIT = 1024;

export function createDescriptors(door: Door): Descriptors {
  // One more is open for a moment where a file is read that isn't kept.
  const most = Math.floor(readLimit(door) * SHARE) - 1;
  const kept = new Map<string, { readonly file: OpenFile; fresh: boolean }>();
  return {
    read(path, into) {
      const known = kept.get(path);
      if (known !== undefined) {
        const length = attempt(() => known.file.read(into));
        if (length) {
          known.fresh = true;
          return length;
        }
        // What it told of is gone, but another may have taken its name since.
        known.file.close();
        kept.delete(path);
      }
      const file = attempt(() => door.open(path));
      if (file === undefined) return undefined;
      const length = attempt(() => file.read(into));
      if (length && kept.size < most) kept.set(path, { file, fresh: true });
      else file.close();
      return length || undefined;
    },
    closeUnread() {
      for (const [path, one] of kept) {
        if (!one.fresh) {
          one.file.close();
          kept.delete(path);
        }
        one.fresh = false;
      }
    },
  };
}

/** Undefined, too, for another user's process on a system that hides them (hidepid), and where no descriptor is left. */
function attempt<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}

/** The soft limit of open files, proc_pid_limits(5). */
function readLimit(door: Door): number {
  const match = /^Max open files\s+(\d+)/m.exec(attempt(() => door.read('/proc/self/limits')) ?? '');
  return match ? Number(match[1]) : USUAL_LIMIT;
}
