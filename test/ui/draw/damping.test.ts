import { describe, expect, it } from 'vitest';
import { beginDamping, dampedTop, follow } from '../../../src/ui/draw/damping.ts';
import type { Series } from '../../../src/ui/draw/graph.ts';

const times = (count: number, value: number) => Array<number>(count).fill(value);

const quiet = times(30, 1);

/** The top after all of these values. */
function topOf(values: Series, floor: number): number {
  return dampedTop(values.reduce((damping, value) => follow(damping, value, floor), beginDamping(floor)));
}

describe('a damped scale', () => {
  it('stands at its floor while nothing happens', () => {
    expect(topOf([], 10)).toBe(10);
    expect(topOf(times(50, 1), 10)).toBe(10);
  });

  it('cuts off nothing while little is known', () => {
    expect(topOf([1, undefined, 400], 10)).toBe(400);
  });

  it('does not follow a spike of four samples', () => {
    expect(topOf([...quiet, ...times(4, 1000), 1], 10)).toBe(10);
  });

  it('grows to 1.3 times the mean of five samples above it', () => {
    expect(topOf([...quiet, ...times(5, 300)], 10)).toBe(390);
  });

  it('grows by bursts with pauses, which do not let it shrink between them', () => {
    const bursts = times(5, 0).flatMap(() => [...times(5, 1), 300]);
    expect(topOf([...quiet, ...bursts], 10)).toBe(390);
    expect(topOf([...quiet, ...bursts, ...times(59, 1)], 10)).toBe(390);
  });

  it('shrinks to 3 times the mean of sixty samples in a row below a tenth of it', () => {
    expect(topOf([...quiet, ...times(5, 700), ...times(60, 50)], 10)).toBe(150);
    expect(topOf([...quiet, ...times(5, 700), ...times(59, 50)], 10)).toBe(910);
    expect(topOf([...quiet, ...times(5, 700), ...times(90, 200)], 10)).toBe(910);
  });

  it('never goes below its floor', () => {
    expect(topOf([...quiet, ...times(5, 700), ...times(60, 0)], 10)).toBe(10);
  });

  it('counts on over what is not known', () => {
    expect(topOf([...quiet, 300, undefined, 300, 300, undefined, 300, 300], 10)).toBe(390);
  });
});
