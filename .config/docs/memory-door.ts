import type { Door } from '../../src/platform/door.ts';
import type { Instant } from '../../test/fixtures/make/studio.js';

/** The files of a made machine, without writing them first. */
export function createMemoryDoor({ files, filesystems }: Instant): Door {
  const textOf = (file: string) => files[file.slice(1)];
  const folders = foldersOf(Object.keys(files));
  const list = (folder: string) => folders.get(folder.slice(1).replace(/\/$/, ''));
  return {
    read: textOf,
    list: (folder) => list(folder) && [...(list(folder) ?? [])].sort(),
    numbers: (folder) =>
      list(folder) &&
      [...(list(folder) ?? [])]
        .map(Number)
        .filter((number) => number > 0)
        .sort((a, b) => a - b),
    size: (file) => textOf(file)?.length,
    link: () => undefined,
    open(file) {
      const text = textOf(file);
      return text === undefined ? undefined : { read: (into, from = 0) => into.write(text.slice(from), from), close() {} };
    },
    async room(mountPoint) {
      const room = filesystems[mountPoint];
      if (room === undefined) throw new Error(`${mountPoint} is not made`);
      return room;
    },
  };
}

/** The names in each folder. */
function foldersOf(files: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const folders = new Map<string, Set<string>>();
  for (const file of files) {
    const parts = file.split('/');
    for (let depth = 0; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      const names = folders.get(folder) ?? new Set();
      folders.set(folder, names.add(parts[depth] ?? ''));
    }
  }
  return folders;
}
