import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync, statSync } from 'node:fs';
import { errorCode } from '../errors.ts';
import { type FilesystemRoom, readRemoteRoom, readRoom } from './room.ts';

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
  /** The whole numbers above 0 among the names in a folder, from the smallest; undefined where there is none. */
  numbers(path: string): readonly number[] | undefined;
  /** The size that a file or folder is said to have; undefined where there is none. Throws on anything else (EACCES, …). */
  size(path: string): number | undefined;
  /**
   * The id of the user that a file or folder belongs to; undefined where there is none, or where it is a copy that somebody else
   * owns now. Throws on anything else.
   */
  owner(path: string): number | undefined;
  /** What a symbolic link points to; undefined where there is none. */
  link(path: string): string | undefined;
  /** Opens a file to be read again and again; undefined where it is not there. Throws on anything else (EACCES, EMFILE, …). */
  open(path: string): OpenFile | undefined;
  /**
   * Asks a mounted filesystem for its room. May take for ever: a dead server doesn't answer.
   * `remote`: a server or another program answers for it, so that it is asked more cautiously.
   */
  room(mountPoint: string, remote: boolean): Promise<FilesystemRoom>;
}

/** A file kept open: reading it anew costs no look-up of its name. */
export interface OpenFile {
  /** Reads what stands behind the first `from` bytes to the same place; how many bytes there were, undefined where what it tells of is gone. */
  read(into: Buffer, from?: number): number | undefined;
  close(): void;
}

/** @param root where the system's `/` is found: '' for the running one. */
export function createDoor(root = ''): Door {
  return {
    read: (path) => whereThere(() => readFileSync(root + path, 'utf8')),
    list: (path) => whereThere(() => readdirSync(root + path).sort()),
    numbers: (path) => whereThere(() => numbersAmong(readdirSync(root + path))),
    size: (path) => whereThere(() => statSync(root + path, { throwIfNoEntry: false })?.size),
    owner: (path) => whereThere(() => statSync(root + path, { throwIfNoEntry: false })?.uid),
    link: (path) => whereThere(() => readlinkSync(root + path)),
    open: (path) => whereThere(() => openFile(root + path)),
    room: (mountPoint, remote) => (remote ? readRemoteRoom : readRoom)(root + mountPoint || '/'),
  };
}

/** The kernel lists them in order, a folder on a disk does not. */
function numbersAmong(names: readonly string[]): number[] {
  const numbers: number[] = [];
  let ordered = true;
  for (const name of names) {
    const number = NUMBER.test(name) ? Number(name) : 0;
    if (number === 0) continue;
    if (number < (numbers.at(-1) ?? 0)) ordered = false;
    numbers.push(number);
  }
  return ordered ? numbers : numbers.sort((a, b) => a - b);
}

const NUMBER = /^\d+$/;

function openFile(path: string): OpenFile {
  const descriptor = openSync(path, 'r');
  return {
    // The most frequent question of all: without a function that has to be made for it.
    read(into, from = 0) {
      try {
        return readSync(descriptor, into, from, into.length - from, from);
      } catch (error) {
        return nothingThere(error);
      }
    },
    close: () => closeSync(descriptor),
  };
}

/** Whether a file, folder or link is there. */
export function isThere(door: Door, path: string): boolean {
  return (door.link(path) ?? door.list(path) ?? door.read(path)) !== undefined;
}

/** Codes that mean "there is nothing here to read": gone, never there, or a device that is off or answers nothing. */
const NOTHING_THERE = new Set(['ENOENT', 'ENOTDIR', 'ENODEV', 'ENXIO', 'ENODATA', 'EINVAL', 'ESRCH', 'EIO', 'EOPNOTSUPP']);

function whereThere<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    return nothingThere(error);
  }
}

function nothingThere(error: unknown): undefined {
  if (!NOTHING_THERE.has(errorCode(error) ?? '')) throw error;
}
