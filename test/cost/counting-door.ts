import type { Door } from '../../src/platform/door.ts';
import type { Machine } from './machine.ts';

/** How often the system was asked. */
export interface Asked {
  /** Files opened to be read again and again, and how often they were. */
  opens: number;
  reads: number;
  /** Files that were opened, read once and closed. */
  files: number;
  /** Folders listed. */
  lists: number;
  /** Links, sizes, owners and filesystems. */
  facts: number;
}

export function nothingAsked(): Asked {
  return { opens: 0, reads: 0, files: 0, lists: 0, facts: 0 };
}

/** A door to what the machine shows at the instant of the moment, which counts. */
export function countingDoor(now: () => ReturnType<Machine['at']>, asked: Asked): Door {
  const counting =
    <A extends unknown[], T>(kind: keyof Asked, ask: (...args: A) => T) =>
    (...args: A) => {
      asked[kind] += 1;
      return ask(...args);
    };
  return {
    read: counting('files', (path: string) => now().read(path)),
    list: counting('lists', (path: string) => now().list(path)),
    numbers: counting('lists', (path: string) => now().numbers(path)),
    size: counting('facts', (path: string) => now().size(path)),
    owner: counting('facts', (path: string) => now().owner(path)),
    link: counting('facts', (path: string) => now().link(path)),
    room: counting('facts', (mountPoint: string, remote: boolean) => now().room(mountPoint, remote)),
    open: counting('opens', (path: string) => {
      if (now().read(path) === undefined) return undefined;
      return { read: counting('reads', (into: Buffer, from = 0) => readInto(now().read(path), into, from)), close() {} };
    }),
  };
}

function readInto(text: string | undefined, into: Buffer, from: number): number | undefined {
  if (text === undefined) return undefined;
  return from === 0 ? into.write(text) : Buffer.from(text).copy(into, 0, from);
}
