import type { Door } from '../../../platform/door.ts';
import { present } from '../../present.ts';

/** A file descriptor of a process, and where it leads: a path, "socket:[4711]", "pipe:[12]", "anon_inode:[eventpoll]". */
export interface OpenedFile {
  readonly descriptor: number;
  /** Absent where it was closed while we looked. */
  readonly target?: string;
}

export interface OpenedFiles {
  readonly count: number;
  /** The first ones, by descriptor. */
  readonly first: readonly OpenedFile[];
}

/** Of a process with more, the others are only counted: each costs a call, and nobody reads them all. */
const MOST_FILES = 500;

/** Undefined where the process is gone. @throws EACCES */
export function readFiles(door: Door, pid: number): OpenedFiles | undefined {
  const folder = `/proc/${pid}/fd`;
  const descriptors = door
    .list(folder)
    ?.map(Number)
    .sort((a, b) => a - b);
  return (
    descriptors && {
      count: descriptors.length,
      first: descriptors
        .slice(0, MOST_FILES)
        .map((descriptor) => present({ descriptor, target: door.link(`${folder}/${descriptor}`) })),
    }
  );
}
