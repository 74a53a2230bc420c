import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HISTORY_LENGTH, type History, remember } from '../../../src/sampling/history.ts';
import { finderOf, probeFor, seriesOf } from '../../../src/ui/panels/series.ts';
import { sampleAt } from '../../harness/sample.ts';

const timeOf = probeFor(
  (by: number) =>
    ({ moment }) =>
      moment.monotonic * by,
);

/** What a series is, without any memory. */
function expected(history: History, by: number) {
  return history.map(({ moment }) => (moment.gap === undefined ? moment.monotonic * by : undefined));
}

describe('the series of a graph', () => {
  test('is one value of each sample, however frames follow each other', () => {
    const step = fc.record({
      samples: fc.constantFrom(1, 1, 1, 2, 50, HISTORY_LENGTH),
      gap: fc.boolean(),
      asked: fc.subarray([1, 2]),
      // A paused frame is drawn again.
      back: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let history: History = [];
        let second = 0;
        for (const { samples, gap, asked, back } of steps) {
          const paused = history;
          for (let i = 0; i < samples; i++) {
            const sample = sampleAt(second++);
            history = remember(history, gap ? { ...sample, moment: { ...sample.moment, gap: 5 } } : sample);
          }
          for (const by of asked) {
            if (back) expect(seriesOf(paused, timeOf(by))).toEqual(expected(paused, by));
            expect(seriesOf(history, timeOf(by))).toEqual(expected(history, by));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test('asks only the new sample for its value', () => {
    let asked = 0;
    const probe = () => {
      asked += 1;
      return asked;
    };
    let history: History = [];
    for (let second = 0; second < 5; second++) {
      history = remember(history, sampleAt(second));
      seriesOf(history, probe);
    }
    expect(asked).toBe(5);
  });
});

describe('an item that is looked for in one list after the other', () => {
  const list = fc.uniqueArray(fc.nat(12), { maxLength: 8 });

  test('is the one that it is, wherever it stands and however lists change', () => {
    fc.assert(
      fc.property(fc.array(list, { maxLength: 20 }), fc.nat(12), (lists, wanted) => {
        const find = finderOf((item: number) => item === wanted);
        for (const items of lists) expect(find(items)).toBe(items.includes(wanted) ? wanted : undefined);
      }),
    );
  });

  test('is not there where no list is', () => {
    expect(finderOf(() => true)(undefined)).toBeUndefined();
  });
});
