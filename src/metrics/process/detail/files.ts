import type { Door } from '../../../platform/door.ts';
import { present } from '../../present.ts';
import type { PartOf } from './table.ts';

export type OpenedFiles = PartOf<'files'>;
/** A file descriptor of a process, and where it leads; nowhere if it was closed while we looked. */
export type OpenedFile = OpenedFiles['first'][number];

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
