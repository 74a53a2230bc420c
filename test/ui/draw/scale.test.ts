import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dampedTop, peakTop, roundBits, roundBytes, shareTop, summarize } from '../../../src/ui/draw/scale.ts';

const times = (count: number, value: number) => Array<number>(count).fill(value);

const KIB = 1024;
const quiet = times(30, 1);

describe('a damped scale', () => {
  it('stands at its floor while nothing happens', () => {
    expect(dampedTop([], 10)).toBe(10);
    expect(dampedTop(times(50, 1), 10)).toBe(10);
  });

  it('cuts off nothing while little is known', () => {
    expect(dampedTop([1, undefined, 400], 10)).toBe(500);
  });

  it('does not follow a spike of four samples', () => {
    expect(dampedTop([...quiet, ...times(4, 1000), 1], 10)).toBe(10);
  });

  it('grows to 1.3 times the mean of five samples above it, rounded up', () => {
    expect(dampedTop([...quiet, ...times(5, 300)], 10)).toBe(500);
  });

  it('grows by bursts with pauses, which do not let it shrink between them', () => {
    const bursts = times(5, 0).flatMap(() => [...times(5, 1), 300]);
    expect(dampedTop([...quiet, ...bursts], 10)).toBe(500);
    expect(dampedTop([...quiet, ...bursts, ...times(29, 1)], 10)).toBe(500);
  });

  it('shrinks to 3 times the mean of thirty samples in a row below a tenth of it', () => {
    expect(dampedTop([...quiet, ...times(5, 700), ...times(30, 50)], 10)).toBe(200);
    expect(dampedTop([...quiet, ...times(5, 700), ...times(29, 50)], 10)).toBe(KIB);
    expect(dampedTop([...quiet, ...times(5, 700), ...times(50, 200)], 10)).toBe(KIB);
  });

  it('never goes below its floor', () => {
    expect(dampedTop([...quiet, ...times(5, 700), ...times(30, 0)], 10)).toBe(10);
  });

  it('counts on over what is not known', () => {
    expect(dampedTop([...quiet, 300, undefined, 300, 300, undefined, 300, 300], 10)).toBe(500);
  });

  it('is a number that is short to write: in bytes, or in bits', () => {
    expect(roundBytes(4 * KIB * KIB)).toBe(5 * KIB * KIB);
    expect(roundBytes(900 * KIB)).toBe(KIB * KIB);
    expect(roundBits(120) * 8).toBe(1000);
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e15, noNaN: true }),
        (rate) => roundBytes(rate) >= rate && roundBytes(rate) <= 2 * rate,
      ),
    );
  });
});

describe('the scale of shares', () => {
  it('is the least round one that cuts off nothing', () => {
    expect([[0.02], [0.11, 0.2], [0.3], [0.51, undefined]].map(shareTop)).toEqual([0.1, 0.25, 0.5, 1]);
  });
});

describe('a summary', () => {
  it('has the latest, the mean and the peak of what is known', () => {
    expect(summarize([1, undefined, 6, 2])).toEqual({ mean: 3, peak: 6, peakAt: 2 });
  });

  it('begins where it is told to, and names the latest of the highest', () => {
    expect(summarize([9, 2, 4, 4, 0], 1)).toEqual({ mean: 2.5, peak: 4, peakAt: 3 });
  });

  it('is of what is known, and nothing where nothing is', () => {
    expect(summarize([4, undefined])).toEqual({ mean: 4, peak: 4, peakAt: 0 });
    expect(summarize([undefined])).toBeUndefined();
    expect(summarize([])).toBeUndefined();
  });
});

describe('the scale of what comes in bursts', () => {
  it('cuts off nothing, and stands at its floor while nothing happens', () => {
    expect(peakTop([1, undefined, 5000, 2], 10)).toBe(5000);
    expect(peakTop([1, undefined], 10)).toBe(10);
  });
});
