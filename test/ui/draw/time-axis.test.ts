import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { History } from '../../../src/sampling/history.ts';
import type { Series } from '../../../src/ui/draw/graph.ts';
import { inColumns, neighbourSpan, spanStart } from '../../../src/ui/draw/time-axis.ts';
import { sampleAt } from '../../harness/sample.ts';

/** Samples at these times, some with a gap before them. */
const historyAt = (times: readonly number[], gaps: Readonly<Record<number, number>> = {}): History =>
  times.map((at, i) => sampleAt(at, gaps[i] === undefined ? {} : { gap: gaps[i] }));
const everySecond = (count: number, from = 1) => historyAt(Array.from({ length: count }, (_, i) => from + i));

describe('the columns of a time', () => {
  it('hold the largest of the samples that they stand for: a spike is never averaged away', () => {
    expect(inColumns(everySecond(8, 0), [0, 1, 9, 1, 1, 7, 1, 2], 8, 4)).toEqual([1, 9, 7, 2]);
  });

  it('have the same value as long as the sample they lie in', () => {
    expect(inColumns(everySecond(4, 0), [1, 2, 3, 4], 2, 4)).toEqual([3, 3, 4, 4]);
  });

  it('are as many as something is known of', () => {
    expect(inColumns(everySecond(2, 100), [5, 6], 10, 10)).toEqual([5, 6]);
    expect(inColumns(historyAt([]), [], 10, 10)).toEqual([]);
  });

  it('leave a gap as long as it was', () => {
    const slept = historyAt([1, 2, 3, 4], { 2: 4 });
    expect(inColumns(slept, [1, 1, undefined, 1], 8, 8)).toEqual([1, 1, undefined, undefined, undefined, undefined, 1]);
  });

  it('move, but do not change, as time goes on', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3];
    const before = inColumns(everySecond(15, 0), values.slice(0, 15), 12, 4);
    const after = inColumns(everySecond(16, 0), values, 12, 4);
    expect(after.slice(0, 3)).toEqual(before.slice(1, 4));
  });

  it('never lose the peak of their time, nor make one', () => {
    const value = fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 200 }), fc.integer({ min: 1, max: 50 }), (values, columns) => {
        const shown = inColumns(everySecond(values.length), values, 3600, columns);
        const peak = (series: Series) => Math.max(-1, ...series.map((one) => one ?? -1));
        return shown.length <= columns && peak(shown) === peak(values);
      }),
    );
  });
});

describe('the time that graphs span', () => {
  it('goes from 15 s to 1 h, and beyond that to a sample a column', () => {
    const spans: unknown[] = [];
    for (let span = neighbourSpan(undefined, 1); span !== undefined && spans.length < 20; span = neighbourSpan(span, 1))
      spans.push(span);
    expect(spans).toEqual([300, 600, 900, 1800, 3600]);
    expect(neighbourSpan(15, -1)).toBe(15);
    expect(neighbourSpan(undefined, -1)).toBe(60);
  });

  it('begins with the sample that lies in it', () => {
    expect(spanStart(everySecond(100), 15)).toBe(85);
    expect(spanStart(everySecond(10), 15)).toBe(0);
  });
});
