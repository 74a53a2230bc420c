import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Curve, createCurve, extendCurve, MOST_POINTS, pointsOf } from '../../src/processes/curve.ts';

type Stretch = readonly [value: number | undefined, duration: number];

function curveOf(stretches: readonly Stretch[]): Curve {
  const curve = createCurve();
  for (const [value, duration] of stretches) extendCurve(curve, value, duration);
  return curve;
}

const values = fc.integer({ min: 0, max: 1000 });
const durations = fc.integer({ min: 1, max: 200 }).map((n) => n / 8);
const known = fc.array(fc.tuple(values, durations), { minLength: 1, maxLength: 300 });
const partly = fc.array(fc.tuple(fc.option(values, { nil: undefined }), durations), { minLength: 1, maxLength: 300 });
const sum = (stretches: readonly Stretch[], of: (stretch: Stretch) => number) =>
  stretches.reduce((total, stretch) => total + of(stretch), 0);

describe('a curve', () => {
  it('has a point a second at first, the last of them begun', () => {
    expect(
      pointsOf(
        curveOf([
          [4, 1],
          [2, 0.5],
          [8, 0.5],
          [6, 0.25],
        ]),
      ),
    ).toEqual([4, 5, 6]);
  });

  it('makes one point of two when all are used', () => {
    const seconds = Array.from({ length: MOST_POINTS + 1 }, (_, i): Stretch => [i, 1]);
    const curve = curveOf(seconds);
    expect(curve.step).toBe(2);
    expect(pointsOf(curve).slice(0, 3)).toEqual([0.5, 2.5, 4.5]);
    expect(pointsOf(curve).at(-1)).toBe(MOST_POINTS);
    expect(pointsOf(curve)).toHaveLength(MOST_POINTS / 2 + 1);
  });

  it('has no point where nothing was known, and the rest of one where something was', () => {
    expect(
      pointsOf(
        curveOf([
          [3, 1],
          [undefined, 2],
          [7, 0.5],
          [undefined, 0.5],
        ]),
      ),
    ).toEqual([3, undefined, undefined, 7]);
  });

  it('spans all the time in no more than its points, however long', () => {
    fc.assert(
      fc.property(partly, (stretches) => {
        const curve = curveOf(stretches);
        expect(curve.complete).toBeLessThanOrEqual(MOST_POINTS);
        expect(curve.points.length).toBeLessThanOrEqual(MOST_POINTS);
        expect(curve.complete * curve.step + curve.begun).toBeCloseTo(
          sum(stretches, ([, duration]) => duration),
          6,
        );
      }),
    );
  });

  it('keeps the area under it', () => {
    fc.assert(
      fc.property(known, (stretches) => {
        const curve = curveOf(stretches);
        const lengths = pointsOf(curve).map((_, i) => (i < curve.complete ? curve.step : curve.begun));
        const area = pointsOf(curve).reduce<number>((total, point, i) => total + (point ?? 0) * (lengths[i] ?? 0), 0);
        const exact = sum(stretches, ([value = 0, duration]) => value * duration);
        expect(Math.abs(area - exact)).toBeLessThanOrEqual(1e-5 * Math.max(1, exact));
      }),
    );
  });

  it('has mean and peak of all that was known, and no point beyond them', () => {
    fc.assert(
      fc.property(partly, (stretches) => {
        const curve = curveOf(stretches);
        const some = stretches.filter(([value]) => value !== undefined);
        const top = Math.max(...some.map(([value = 0]) => value));
        expect(curve.peak).toBe(top);
        expect(curve.sum).toBeCloseTo(
          sum(some, ([value = 0, duration]) => value * duration),
          3,
        );
        for (const point of pointsOf(curve)) if (point !== undefined) expect(point).toBeLessThanOrEqual(top + 1e-3);
      }),
    );
  });
});
