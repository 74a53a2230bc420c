import { type FSWatcher, realpathSync, statSync, watch } from 'node:fs';
import path from 'node:path';
import type { Clock } from '../platform/clock.ts';
import type { Seconds } from '../units/quantity.ts';

/** Editors write in several steps: it is over when nothing has happened for so long. */
const QUIET: Seconds = 0.1;
/** Where nothing can be watched, one looks. */
const LOOK: Seconds = 10;

/**
 * Calls back when a file may have changed, come or gone, whoever wrote it in whatever way: folders are watched, since editors put
 * a new file in the place of the old one. Whether its text is another one is left to the listener. Where the system can't
 * watch (its watches are used up, or a folder may not be read), it calls back every ten seconds.
 * @returns how to stop.
 */
export function followFile(file: string, clock: Clock, onChange: () => void): () => void {
  let watchers: readonly FSWatcher[] = [];
  let cancel = clock.after(QUIET, settle);
  arm();
  return () => {
    cancel();
    disarm();
  };

  /** Links and folders may be others by now. */
  function settle() {
    disarm();
    arm();
    onChange();
  }

  function disarm() {
    for (const watcher of watchers) watcher.close();
  }

  function arm() {
    const places = placesOf(path.resolve(file));
    watchers = places.flatMap(watchPlace);
    if (watchers.length === places.length) return;
    cancel();
    cancel = clock.after(LOOK, settle);
  }

  function watchPlace({ folder, name }: Place): readonly FSWatcher[] {
    try {
      const watcher = watch(folder, { persistent: false }, (_, changed) => {
        // By its own name a folder tells that it was moved or removed itself.
        if (changed !== null && changed !== name && changed !== path.basename(folder)) return;
        cancel();
        cancel = clock.after(QUIET, settle);
      });
      // The folder is gone.
      watcher.on('error', () => watcher.close());
      return [watcher];
    } catch {
      return [];
    }
  }
}

interface Place {
  readonly folder: string;
  /** What in the folder matters. */
  readonly name: string;
}

/** Where a change of the file shows: beside it, and, where it is a link, beside what that leads to. */
function placesOf(file: string): readonly Place[] {
  const places = [nearestPlace(file)];
  const target = targetOf(file);
  return target === undefined || target === file ? places : [...places, nearestPlace(target)];
}

/** As long as the folder isn't there either, it is what is waited for. */
function nearestPlace(file: string): Place {
  const folder = path.dirname(file);
  return isFolder(folder) || folder === file ? { folder, name: path.basename(file) } : nearestPlace(folder);
}

function targetOf(file: string): string | undefined {
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

/** As far as one may know. */
function isFolder(place: string): boolean {
  try {
    return statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    return false;
  }
}
