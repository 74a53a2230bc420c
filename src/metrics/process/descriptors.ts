import type { Door, OpenFile } from '../../platform/door.ts';

/** Files read at every sample, kept open as far as the limit of open files allows. */
export interface Descriptors {
  /** Reads a file from its start; how many bytes there were, undefined where it is gone. */
  read(path: string, into: Buffer): number | undefined;
  /** Closes what was not read since the last call: what it told of is gone. */
  closeUnread(): void;
}

/** Half of the limit is left for everything else. */
const SHARE = 0.5;
/** Where the limit isn't told. */
const USUAL_LIMIT = 1024;

export function createDescriptors(door: Door): Descriptors {
  const most = Math.floor(readLimit(door) * SHARE);
  let kept = new Map<string, OpenFile>();
  let used = new Map<string, OpenFile>();
  return {
    read(path, into) {
      const file = kept.get(path) ?? open(path);
      if (file === undefined) return undefined;
      const length = file.read(into);
      if (length && (kept.has(path) || used.size + kept.size < most)) {
        kept.delete(path);
        used.set(path, file);
        return length;
      }
      kept.delete(path);
      file.close();
      return length || undefined;
    },
    closeUnread() {
      for (const file of kept.values()) file.close();
      kept = used;
      used = new Map();
    },
  };

  function open(path: string): OpenFile | undefined {
    try {
      return door.open(path);
    } catch {
      // Another user's process on a system that hides them (hidepid), or no descriptor left: it isn't listed.
      return undefined;
    }
  }
}

/** The soft limit of open files, proc_pid_limits(5). */
function readLimit(door: Door): number {
  const match = /^Max open files\s+(\d+)/m.exec(door.read('/proc/self/limits') ?? '');
  return match ? Number(match[1]) : USUAL_LIMIT;
}
