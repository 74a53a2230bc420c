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
}

export function createTracks(): Tracks {
  return tracksOf(new Map());
}

function tracksOf(states: Map<string, State>): Tracks {
  return {
    add(processes, { monotonic, elapsed = 0 }) {
      for (const one of processes) {
        const state = states.get(one.id) ?? createState(monotonic - elapsed);
        if (state.samples === 0) states.set(one.id, state);
        extend(state, one, monotonic, elapsed);
      }
      if (states.size > processes.length) forget(states, monotonic);
    },
    recentCpu(id) {
      const state = states.get(id);
      return state === undefined ? [] : recentOf(state);
    },
    whole(id) {
      const state = states.get(id);
      return state && trackOf(state);
    },
    copy: () => tracksOf(new Map(Array.from(states, ([id, state]) => [id, copyState(state)]))),
  };
}

function createState(first: Seconds): State {
  return {
    first,
    seen: first,
    cpu: createCurve(),
    memory: createCurve(),
    read: undefined,
    write: undefined,
    recent: new Float32Array(RECENT),
    samples: 0,
  };
}

/** A sample tells of the time since the one before; of more than that, nothing is known. */
function extend(state: State, { usage, resident, readRate, writeRate }: Tracked, now: Seconds, elapsed: Seconds): void {
  const unknown = Math.max(0, now - elapsed - state.seen);
  const passed = now - state.seen - unknown;
  if (readRate !== undefined) state.read ??= beginAt(state.seen - state.first);
  if (writeRate !== undefined) state.write ??= beginAt(state.seen - state.first);
  follow(state.cpu, usage, unknown, passed);
  follow(state.memory, resident, unknown, passed);
  if (state.read) follow(state.read, readRate, unknown, passed);
  if (state.write) follow(state.write, writeRate, unknown, passed);
  state.seen = now;
  state.recent[state.samples % RECENT] = usage ?? Number.NaN;
  state.samples += 1;
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

function forget(states: Map<string, State>, now: Seconds): void {
  states.forEach(({ seen }, id) => {
    if (now - seen > REMEMBERED) states.delete(id);
  });
}

function recentOf({ recent, samples }: State): readonly (number | undefined)[] {
  const kept = Math.min(samples, RECENT);
  const values: (number | undefined)[] = [];
  for (let at = samples - kept; at < samples; at += 1) {
    const value = recent[at % RECENT];
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
