import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { peakTop, roundBits, roundBytes, shareTop, summarize } from '../../../src/ui/draw/scale.ts';

const KIB = 1024;

describe('the top of rates', () => {
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
