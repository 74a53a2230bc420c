import { describe, expect, it } from 'vitest';
import { HISTORY_LENGTH, type History, remember } from '../../src/sampling/history.ts';
import { sampleAt } from '../harness/sample.ts';

describe('the history', () => {
  it('keeps the last ten minutes of samples, oldest first, and changes none in place', () => {
    let history: History = [];
    for (let second = 0; second < HISTORY_LENGTH + 5; second += 1) {
      const before = history;
      const length = before.length;
      history = remember(history, sampleAt(second));
      expect(before).toHaveLength(length);
    }
    expect(history).toHaveLength(HISTORY_LENGTH);
    expect([history[0], history.at(-1)]).toEqual([sampleAt(5), sampleAt(HISTORY_LENGTH + 4)]);
  });
});
