import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { errorCode } from '../errors.ts';

/** What a filesystem says of its room, in bytes and inodes; statfs(2). */
export interface FilesystemRoom {
  readonly blockSize: number;
  readonly blocks: number;
  readonly blocksFree: number;
  /** Blocks free to users without privileges. */
  readonly blocksAvailable: number;
  readonly files: number;
  readonly filesFree: number;
}

/**
 * The one door to a Linux system's files. Everything that sysmon reads under /proc and /sys goes through it,
 * so that a recorded tree, or a host mounted into a container, takes the place of the running system.
 * Paths are absolute, as on the system itself.
 */
export interface Door {
  /** A file's text; undefined where the file is not there or its device answers nothing. Throws on anything else (EACCES, …). */
  read(path: string): string | undefined;
  /** The names in a folder, sorted; undefined where there is none. */
  list(path: string): readonly string[] | undefined;
  /** What a symbolic link points to; undefined where there is none. */
  link(path: string): string | undefined;
  /** Asks a mounted filesystem for its room. May take for ever: a dead server doesn't answer. */
  room(mountPoint: string): Promise<FilesystemRoom>;
}

/** @param root where the system's `/` is found: '' for the running one. */
export function createDoor(root = ''): Door {
  return {
    read: (path) => whereThere(() => readFileSync(root + path, 'utf8')),
    list: (path) => whereThere(() => readdirSync(root + path).sort()),
    link: (path) => whereThere(() => readlinkSync(root + path)),
    room: async (mountPoint) => {
      const s = await statfs(root + mountPoint || '/');
      return {
        blockSize: s.bsize,
        blocks: s.blocks,
        blocksFree: s.bfree,
        blocksAvailable: s.bavail,
        files: s.files,
        filesFree: s.ffree,
      };
    },
  };
}

/** Codes that mean "there is nothing here to read": gone, never there, or a device that is off or answers nothing. */
const NOTHING_THERE = new Set(['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'ENODATA', 'EINVAL', 'ESRCH', 'EIO', 'EOPNOTSUPP']);

function whereThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (NOTHING_THERE.has(errorCode(error) ?? '')) return undefined;
    throw error;
  }
}
