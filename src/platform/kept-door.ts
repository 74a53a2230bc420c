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

/** What was read of a file, for the last reading that asked for it. */
interface Entry {
  reading: number;
  text: string | undefined;
  file?: OpenFile | undefined;
  /** Its bytes, so many of them, while it is kept open. */
  bytes: Buffer;
  length: number;
}

/**
 * A door that reads a file once a reading, however many ask for it: they all see the same instant. What was read for the reading
 * before, too, is kept open: opening takes the kernel longer than reading, and /proc/stat is made twice for who opens it anew.
 * A kept file that tells the same as before gives the very same text: comparing that with the one before takes no time.
 * @param steady false where the files may not be the kernel's own, and could be replaced by others of their name.
 */
export function keepOpen(door: Door, steady: boolean): KeptDoor {
  const entries = new Map<string, Entry>();
  let reading = 0;
  let open = 0;
  let buffer = Buffer.alloc(16 * 1024);

  return {
    ...door,
    next() {
      reading += 1;
      entries.forEach(forget);
    },
    read(path) {
      const entry = entries.get(path);
      if (entry?.reading === reading) return entry.text;
      if (entry === undefined && !STEADY.test(path)) return door.read(path);
      return readSteady(path, entry);
    },
  };

  function forget(entry: Entry, path: string) {
    if (entry.reading >= reading - 1) return;
    close(entry);
    entries.delete(path);
  }

  function readSteady(path: string, before: Entry | undefined): string | undefined {
    const entry = before ?? { reading, text: undefined, bytes: NOTHING, length: 0 };
    if (entry.file === undefined && steady && before && open < MOST) keep(entry, path);
    if (entry.file === undefined || !bringUpToDate(entry, entry.file, LONG_LINES.test(path) ? 1 : LAST_PIECE)) {
      // A device that is gone; another may have taken its name since.
      close(entry);
      entry.text = door.read(path);
    }
    entry.reading = reading;
    entries.set(path, entry);
    return entry.text;
  }

  function keep(entry: Entry, path: string) {
    entry.file = door.open(path);
    if (entry.file) open += 1;
  }

  function close(entry: Entry) {
    if (entry.file === undefined) return;
    entry.file.close();
    entry.file = undefined;
    entry.length = 0;
    open -= 1;
  }

  /** Whether there was something to read. */
  function bringUpToDate(entry: Entry, file: OpenFile, last: number): boolean {
    const length = readAll(file, last);
    if (length === undefined || length === 0) return false;
    if (length === entry.length && buffer.compare(entry.bytes, 0, length, 0, length) === 0) return true;
    if (entry.bytes.length < length) entry.bytes = Buffer.allocUnsafeSlow(length);
    entry.length = buffer.copy(entry.bytes, 0, 0, length);
    entry.text = buffer.toString('utf8', 0, length);
    return true;
  }

  /** Some files come in pieces, whatever room there is for them: in whole lines, as many as a page holds. */
  function readAll(file: OpenFile, last: number): number | undefined {
    let length = 0;
    for (;;) {
      const more = file.read(buffer, length);
      if (more === undefined) return undefined;
      length += more;
      if (more < last) return length;
      if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.alloc(length)]);
    }
  }
}

const NOTHING = Buffer.alloc(0);
