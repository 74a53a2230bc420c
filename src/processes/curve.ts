import type { Seconds } from '../units/quantity.ts';

/**
 * One value from its first moment to now, in at most {@link MOST_POINTS} points of equal length, each the mean of what was known in it.
 * When they are all used, two become one, each twice as long: however long it goes on, it takes no more memory.
 * Changed in place by {@link extendCurve}.
 */
export interface Curve {
  /** Of the points that are complete; NaN where nothing was known. Room for some more. */
  points: Float32Array;
  complete: number;
  /** Length of a point. */
  step: Seconds;
  /** Of the point that isn't complete: its length so far, how much of that is known, and the value times that. */
  begun: Seconds;
  begunKnown: Seconds;
  begunSum: number;
  /** Of all: exact, however coarse the points are. */
  known: Seconds;
  sum: number;
  peak: number;
  /** The latest; undefined where it isn't known. */
  last: number | undefined;
}

export const MOST_POINTS = 120;
/** Most processes end soon: room grows with the time. */
const FIRST_POINTS = 15;
const FIRST_STEP: Seconds = 1;

export function createCurve(): Curve {
  return {
    points: new Float32Array(FIRST_POINTS),
    complete: 0,
    step: FIRST_STEP,
    begun: 0,
    begunKnown: 0,
    begunSum: 0,
    known: 0,
    sum: 0,
    peak: Number.NEGATIVE_INFINITY,
    last: undefined,
  };
}

/** Goes on for so long with this value; undefined: it wasn't known. */
export function extendCurve(curve: Curve, value: number | undefined, duration: Seconds): void {
  curve.last = value;
  if (value !== undefined && duration > 0) {
    curve.known += duration;
    curve.sum += value * duration;
    curve.peak = Math.max(curve.peak, value);
  }
  let left = duration;
  while (left > 0) {
    const part = Math.min(left, curve.step - curve.begun);
    if (value !== undefined) {
      curve.begunKnown += part;
      curve.begunSum += value * part;
    }
    curve.begun += part;
    left -= part;
    if (curve.begun >= curve.step) completePoint(curve);
  }
}

export function copyCurve(curve: Curve): Curve {
  return { ...curve, points: curve.points.slice() };
}

/** Oldest first, the one that isn't complete last; undefined where nothing was known. */
export function pointsOf(curve: Curve): readonly (number | undefined)[] {
  const points = Array.from(curve.points.subarray(0, curve.complete), (point) => (Number.isNaN(point) ? undefined : point));
  if (curve.begun === 0) return points;
  return [...points, curve.begunKnown > 0 ? curve.begunSum / curve.begunKnown : undefined];
}

function completePoint(curve: Curve): void {
  if (curve.complete === MOST_POINTS) halve(curve);
  else if (curve.complete === curve.points.length) grow(curve);
  // Halving makes the steps twice as long: then this one is only half of one.
  if (curve.begun < curve.step) return;
  curve.points[curve.complete] = curve.begunKnown > 0 ? curve.begunSum / curve.begunKnown : Number.NaN;
  curve.complete += 1;
  curve.begun = 0;
  curve.begunKnown = 0;
  curve.begunSum = 0;
}

function halve(curve: Curve): void {
  const { points } = curve;
  for (let i = 0; i < MOST_POINTS / 2; i += 1) points[i] = join(points[2 * i] ?? Number.NaN, points[2 * i + 1] ?? Number.NaN);
  curve.complete = MOST_POINTS / 2;
  curve.step *= 2;
}

/** The mean of what is known of the two. */
function join(a: number, b: number): number {
  if (Number.isNaN(a)) return b;
  return Number.isNaN(b) ? a : (a + b) / 2;
}

function grow(curve: Curve): void {
  const larger = new Float32Array(Math.min(MOST_POINTS, curve.points.length * 2));
  larger.set(curve.points);
  curve.points = larger;
}
