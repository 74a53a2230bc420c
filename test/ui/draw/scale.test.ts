import { describe, expect, it } from 'vitest';
import { dampedTop, peakTop, summarize } from '../../../src/ui/draw/scale.ts';

const times = (count: number, value: number) => Array<number>(count).fill(value);

describe('a damped scale', () => {
  it('stands at its floor while nothing happens', () => {
    expect(dampedTop([], 10)).toBe(10);
    expect(dampedTop(times(50, 1), 10)).toBe(10);
  });

  it('does not follow a spike of four samples', () => {
    expect(dampedTop([...times(4, 1000), 1], 10)).toBe(10);
  });

  it('grows to 1.3 times the mean of five samples above it', () => {
    expect(dampedTop(times(5, 1000), 10)).toBe(1300);
  });

  it('shrinks to 3 times the mean of five samples below a tenth of it', () => {
    expect(dampedTop([...times(5, 1000), ...times(5, 50)], 10)).toBe(150);
    expect(dampedTop([...times(5, 1000), ...times(4, 50)], 10)).toBe(1300);
    expect(dampedTop([...times(5, 1000), ...times(50, 200)], 10)).toBe(1300);
  });

  it('never goes below its floor', () => {
    expect(dampedTop([...times(5, 1000), ...times(5, 0)], 10)).toBe(10);
  });

  it('counts on over what is not known', () => {
    expect(dampedTop([1000, undefined, 1000, 1000, undefined, 1000, 1000], 10)).toBe(1300);
  });
});

describe('a summary', () => {
  it('has the latest, the mean and the peak of what is known', () => {
    expect(summarize([1, undefined, 6, 2])).toEqual({ now: 2, mean: 3, peak: 6 });
  });

  it('has no latest where that is not known, and is nothing where nothing is', () => {
    expect(summarize([4, undefined])).toEqual({ mean: 4, peak: 4 });
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
