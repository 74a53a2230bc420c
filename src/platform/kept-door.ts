import type { Door, OpenFile } from './door.ts';

/** A door for readings, one after the other. */
export interface KeptDoor extends Door {
  /** Begins the next reading: what was read for the one before is read anew. */
  next(): void;
}

/** More than any machine's files of every sample; the limit of open files is far above. */
const MOST = 64;

/**
 * A piece of less than half the smallest page is the last one: another line would have found room. Not so where lines can be long
 * themselves, which mounts of a process are.
 */
const LAST_PIECE = 2048;
const LONG_LINES = /^\/proc\/self\//;

/** Files of the kernel's own, which are never replaced by others of their name; what belongs to a process comes and goes with it. */
const STEADY = /^\/(?:proc\/(?!\d)|sys\/)/;

/**
 * A door that reads a file once a reading, however many ask for it: they all see the same instant. What was read for the reading
 * before, too, is kept open: opening takes the kernel longer than reading, and /proc/stat is made twice for who opens it anew.
 * @param steady false where the files may not be the kernel's own, and could be replaced by others of their name.
 */
export function keepOpen(door: Door, steady: boolean): KeptDoor {
  const kept = new Map<string, OpenFile>();
  let before = new Set<string>();
  let texts = new Map<string, string | undefined>();
  let buffer = Buffer.alloc(16 * 1024);

  return {
    ...door,
    next() {
      before = new Set(texts.keys());
      for (const path of kept.keys()) if (!before.has(path)) close(path);
      texts = new Map();
    },
    read(path) {
      if (!STEADY.test(path)) return door.read(path);
      if (!texts.has(path)) texts.set(path, readSteady(path));
      return texts.get(path);
    },
  };

  function readSteady(path: string): string | undefined {
    const file = kept.get(path) ?? (steady && before.has(path) && kept.size < MOST ? open(path) : undefined);
    const text = file && readText(file, LONG_LINES.test(path) ? 1 : LAST_PIECE);
    if (text) return text;
    // A device that is gone; another may have taken its name since.
    close(path);
    return door.read(path);
  }

  function open(path: string): OpenFile | undefined {
    const file = door.open(path);
    if (file) kept.set(path, file);
    return file;
  }

  /** Some files come in pieces, whatever room there is for them: in whole lines, as many as a page holds. */
  function readText(file: OpenFile, last: number): string | undefined {
    let length = 0;
    for (;;) {
      const more = file.read(buffer, length);
      if (more === undefined) return undefined;
      length += more;
      if (more < last) return buffer.toString('utf8', 0, length);
      if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.alloc(length)]);
    }
  }

  function close(path: string) {
    kept.get(path)?.close();
    kept.delete(path);
  }
}
