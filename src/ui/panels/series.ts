import type { History } from '../../sampling/history.ts';
import type { Sample } from '../../sampling/sample.ts';
import type { Series } from '../draw/graph.ts';

/** Takes one value from a sample. */
export type Probe = (sample: Sample) => number | undefined;

interface Book {
  readonly history: History;
  readonly series: Map<Probe, Series>;
}

/** What was asked of the history that was drawn last, and of the one before. */
let book: Book = { history: [], series: new Map() };
let earlier: Book = book;

/**
 * One value of each sample kept. A gap breaks the line: the sample behind it has no rates, and levels are left out, too.
 * Where the same function was asked of the frame before, only the new sample is: so it should be made once, not for each frame.
 */
export function seriesOf(history: History, probe: Probe): Series {
  if (history !== book.history) {
    earlier = book;
    book = { history, series: new Map() };
  }
  let series = book.series.get(probe);
  if (!series) {
    series =
      extend(earlier.history, earlier.series.get(probe), history, probe) ?? history.map((sample) => takeFrom(sample, probe));
    book.series.set(probe, series);
  }
  return series;
}

/** The series of the history before, one sample on; undefined where the one doesn't follow the other. */
function extend(before: History, series: Series | undefined, history: History, probe: Probe): Series | undefined {
  const last = history.at(-1);
  if (!series || !last || history.at(-2) !== before.at(-1)) return undefined;
  const dropped = before.length + 1 - history.length;
  if (dropped < 0 || dropped > 1) return undefined;
  const extended = series.slice(dropped);
  extended.push(takeFrom(last, probe));
  return extended;
}

function takeFrom(sample: Sample, probe: Probe): number | undefined {
  return sample.moment.gap === undefined ? probe(sample) : undefined;
}

/** More names than a machine has of devices and cores; where they come and go, functions are made anew. */
const MOST = 1000;

/** A function for each name, the same one each time. */
export function probeFor<N extends string | number>(create: (name: N) => Probe): (name: N) => Probe {
  const probes = new Map<N, Probe>();
  return (name) => {
    let probe = probes.get(name);
    if (!probe) {
      if (probes.size >= MOST) probes.clear();
      probe = create(name);
      probes.set(name, probe);
    }
    return probe;
  };
}

/** Finds one item in lists that seldom change their order: it is looked for where it stood last, and only then elsewhere. */
export function finderOf<T>(isIt: (item: T) => boolean): (items: readonly T[] | undefined) => T | undefined {
  let at = 0;
  return (items = []) => {
    const there = items[at];
    if (there !== undefined && isIt(there)) return there;
    const found = items.findIndex(isIt);
    if (found < 0) return undefined;
    at = found;
    return items[at];
  };
}
