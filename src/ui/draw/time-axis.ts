import type { Frame } from '../../monitor.ts';
import { HISTORY_LENGTH, type History } from '../../sampling/history.ts';
import type { Seconds } from '../../units/quantity.ts';
import type { Series } from './graph.ts';

/** The times that graphs can span. */
const SPANS: readonly Seconds[] = [15, 30, 60, 120, 300, 600, 900, 1800, 3600];
/** Where the first step goes from a sample a column, which is some minutes on most screens. */
const MIDDLE = SPANS.indexOf(120);

/** The next longer or shorter span; beyond the longest: undefined, a sample a column. */
export function neighbourSpan(span: Seconds | undefined, by: 1 | -1): Seconds | undefined {
  if (span === undefined) return SPANS[by < 0 ? MIDDLE - 1 : MIDDLE + 1];
  const at = SPANS.indexOf(span) + by;
  return SPANS[Math.max(0, at)];
}

/**
 * The values in so many columns that span this time and end now: where a column stands for several samples, it has the largest
 * of them, a spike is never averaged away; where a sample spans several columns, all have its value. Columns keep to a grid of
 * time, so that they move but don't change. Shorter than asked where nothing is older.
 */
export function inColumns(history: History, series: Series, span: Seconds, columns: number): Series {
  const places = placesOf(history, span, columns);
  const values = new Array<number | undefined>(columns).fill(undefined);
  let first = columns;
  for (let i = history.length - 1; i >= 0; i--) {
    const last = places[i] ?? 0;
    if (last < 0) break;
    const value = series[i];
    // It tells of the time since the sample before.
    const begin = Math.max(0, Math.min(last, i > 0 ? (places[i - 1] ?? 0) + 1 : last));
    for (let at = begin; at <= last; at++) if (value !== undefined && !(value < (values[at] ?? 0))) values[at] = value;
    first = begin;
  }
  return values.slice(first);
}

/** The sample with which so much time before now begins. */
export function spanStart(history: History, span: Seconds): number {
  let age = 0;
  for (let i = history.length - 1; i > 0; i--) {
    age += before(history, i);
    if (age > span) return i + 1;
  }
  return 0;
}

/** What to draw such a time from: whole samples where they reach as far as anything does, else the largest values of each step. */
export function historyFor({ history, peaks }: Pick<Frame, 'history' | 'peaks'>, span: Seconds | undefined): History {
  if (span === undefined || peaks === undefined || history.length < HISTORY_LENGTH) return history;
  return spanStart(history, span) > 0 ? history : peaks;
}

/** All graphs of a frame ask for few widths; which column a sample belongs to is worked out once for each. */
const known = new WeakMap<History, Map<string, Int32Array>>();

/** The column in which each sample lies; below 0: before the first. */
function placesOf(history: History, span: Seconds, columns: number): Int32Array {
  const key = `${span} ${columns}`;
  const forHistory = known.get(history) ?? new Map<string, Int32Array>();
  known.set(history, forHistory);
  const places = forHistory.get(key) ?? place(history, span / columns, columns);
  forHistory.set(key, places);
  return places;
}

function place(history: History, width: Seconds, columns: number): Int32Array {
  const places = new Int32Array(history.length).fill(-1);
  let time = history.at(-1)?.moment.monotonic ?? 0;
  const end = Math.floor(time / width);
  for (let i = history.length - 1; i >= 0; i--) {
    places[i] = columns - 1 - (end - Math.floor(time / width));
    if ((places[i] ?? -1) < 0) break;
    time -= before(history, i);
  }
  return places;
}

/** Time from the sample before to this one, with the sleep between them. */
function before(history: History, i: number): Seconds {
  const { gap, monotonic } = history[i]?.moment ?? { monotonic: 0 };
  return gap ?? monotonic - (history[i - 1]?.moment.monotonic ?? monotonic);
}
