import type { Seconds } from '../units/quantity.ts';
import { type Curve, copyCurve, createCurve, extendCurve, pointsOf } from './curve.ts';

/**
 * What each process used since it was first seen, and its CPU at the last samples. Changed in place by `add`:
 * whoever holds a picture still takes a copy.
 */
export interface Tracks {
  /** Takes in a sample. */
  add(processes: readonly Tracked[], moment: TrackMoment): void;
  /** Shares of one core at the last samples, oldest first, at most {@link RECENT}; undefined where one wasn't known. */
  recentCpu(id: string): readonly (number | undefined)[];
  /** Undefined for a process that was never seen, or has been gone for a while. */
  whole(id: string): Track | undefined;
  copy(): Tracks;
}

/** What is taken in of a process; what isn't known is absent. */
export interface Tracked {
  readonly id: string;
  readonly usage?: number;
  readonly resident: number;
  readonly readRate?: number;
  readonly writeRate?: number;
}

/** When a sample was taken, by the monotonic clock, and how long before it its rates begin; absent: it has none. */
export interface TrackMoment {
  readonly monotonic: Seconds;
  readonly elapsed?: Seconds;
}

/** A process from when it was first seen to when it was last seen. */
export interface Track {
  /** When it was last seen, by the monotonic clock, and for how long by then. */
  readonly seen: Seconds;
  readonly length: Seconds;
  /** Share of one core. */
  readonly cpu: Course;
  /** Resident bytes. */
  readonly memory: Course;
  /** Bytes a second. */
  readonly read: Course;
  readonly write: Course;
}

/** One value over that time. */
export interface Course {
  /** Means over equal lengths of time, oldest first; undefined where nothing was known. Empty where nothing ever was. */
  readonly points: readonly (number | undefined)[];
  /** At the last sample; absent where it wasn't known then. */
  readonly now?: number;
  /** Of all that was known; absent where nothing was. */
  readonly mean?: number;
  readonly peak?: number;
}

/** Samples of which a row shows the CPU. */
export const RECENT = 16;
/** How long a process is remembered that is gone. */
const REMEMBERED: Seconds = 10;
/** Differences of times are as exact as that. */
const HAIR: Seconds = 1e-6;

/** Drawn up to `seen`; what came behind that and told the very same is only counted until something else comes: most processes rest. */
interface State {
  first: Seconds;
  seen: Seconds;
  readonly cpu: Curve;
  readonly memory: Curve;
  /** Of most processes I/O is never read. */
  read: Curve | undefined;
  write: Curve | undefined;
  /** A ring; NaN where it wasn't known. */
  readonly recent: Float32Array;
  samples: number;
  /** What it told at last, and in how many samples behind `seen` again. */
  last: Tracked;
  again: number;
  /** The number of the last sample that it was in. */
  sample: number;
}

export function createTracks(): Tracks {
  return tracksOf(new Map(), { number: 0, monotonic: 0 });
}

/** The last sample that was taken in. */
interface Latest {
  readonly number: number;
  readonly monotonic: Seconds;
}

function tracksOf(states: Map<string, State>, latest: Latest): Tracks {
  return {
    add(processes, { monotonic, elapsed = 0 }) {
      const number = latest.number + 1;
      const isNext = elapsed > 0 && monotonic - elapsed < latest.monotonic + HAIR;
      for (let i = 0; i < processes.length; i += 1) {
        const one = processes[i] as Tracked;
        let state = states.get(one.id);
        if (state === undefined) {
          state = createState(one, monotonic - elapsed);
          states.set(one.id, state);
        }
        if (isNext && state.sample === number - 1 && tellsTheSame(state.last, one)) state.again += 1;
        else {
          catchUp(state, latest);
          extend(state, one, monotonic, elapsed);
        }
        state.sample = number;
      }
      // Who is missing for the first time is known up to the sample before.
      const [before, now] = [latest, { number, monotonic }];
      if (states.size > processes.length) forget(states, before, now);
      latest = now;
    },
    recentCpu(id) {
      const state = states.get(id);
      return state === undefined ? [] : recentOf(state);
    },
    whole(id) {
      const state = states.get(id);
      if (state === undefined) return undefined;
      catchUp(state, latest);
      return trackOf(state);
    },
    copy: () => tracksOf(new Map(Array.from(states, ([id, state]) => [id, copyState(state)])), latest),
  };
}

function createState(last: Tracked, first: Seconds): State {
  return {
    first,
    seen: first,
    cpu: createCurve(),
    memory: createCurve(),
    read: undefined,
    write: undefined,
    recent: new Float32Array(RECENT),
    samples: 0,
    last,
    again: 0,
    sample: 0,
  };
}

function tellsTheSame(a: Tracked, b: Tracked): boolean {
  return a.usage === b.usage && a.resident === b.resident && a.readRate === b.readRate && a.writeRate === b.writeRate;
}

/** Draws what was only counted, up to the last sample that it was in. */
function catchUp(state: State, latest: Latest): void {
  if (state.again === 0) return;
  const { last, again } = state;
  draw(state, last, 0, latest.monotonic - state.seen);
  state.seen = latest.monotonic;
  for (let i = Math.min(again, RECENT); i > 0; i -= 1)
    state.recent[(state.samples + again - i) % RECENT] = last.usage ?? Number.NaN;
  state.samples += again;
  state.again = 0;
}

/** A sample tells of the time since the one before; of more than that, nothing is known. */
function extend(state: State, one: Tracked, now: Seconds, elapsed: Seconds): void {
  const { usage, readRate, writeRate } = one;
  const unknown = Math.max(0, now - elapsed - state.seen);
  if (readRate !== undefined) state.read ??= beginAt(state.seen - state.first);
  if (writeRate !== undefined) state.write ??= beginAt(state.seen - state.first);
  draw(state, one, unknown, now - state.seen - unknown);
  state.seen = now;
  state.recent[state.samples % RECENT] = usage ?? Number.NaN;
  state.samples += 1;
  state.last = one;
}

function draw(state: State, { usage, resident, readRate, writeRate }: Tracked, unknown: Seconds, passed: Seconds): void {
  follow(state.cpu, usage, unknown, passed);
  follow(state.memory, resident, unknown, passed);
  if (state.read) follow(state.read, readRate, unknown, passed);
  if (state.write) follow(state.write, writeRate, unknown, passed);
}

function follow(curve: Curve, value: number | undefined, unknown: Seconds, passed: Seconds): void {
  if (unknown > 0) extendCurve(curve, undefined, unknown);
  extendCurve(curve, value, passed);
}

/** A curve of which nothing is known up to now. */
function beginAt(length: Seconds): Curve {
  const curve = createCurve();
  extendCurve(curve, undefined, length);
  return curve;
}

function forget(states: Map<string, State>, before: Latest, now: Latest): void {
  states.forEach((state, id) => {
    if (state.sample === now.number) return;
    if (state.sample === before.number) catchUp(state, before);
    if (now.monotonic - state.seen > REMEMBERED) states.delete(id);
  });
}

function recentOf({ recent, samples, last, again }: State): readonly (number | undefined)[] {
  const all = samples + again;
  const values: (number | undefined)[] = [];
  for (let at = all - Math.min(all, RECENT); at < all; at += 1) {
    const value = at < samples ? recent[at % RECENT] : last.usage;
    values.push(Number.isNaN(value) ? undefined : value);
  }
  return values;
}

function trackOf({ first, seen, cpu, memory, read, write }: State): Track {
  return {
    seen,
    length: seen - first,
    cpu: courseOf(cpu),
    memory: courseOf(memory),
    read: courseOf(read),
    write: courseOf(write),
  };
}

function courseOf(curve: Curve | undefined): Course {
  if (curve === undefined) return { points: [] };
  return {
    points: pointsOf(curve),
    ...(curve.last !== undefined && { now: curve.last }),
    ...(curve.known > 0 && { mean: curve.sum / curve.known, peak: curve.peak }),
  };
}

function copyState({ cpu, memory, read, write, recent, ...state }: State): State {
  return {
    ...state,
    cpu: copyCurve(cpu),
    memory: copyCurve(memory),
    read: read && copyCurve(read),
    write: write && copyCurve(write),
    recent: recent.slice(),
  };
}
