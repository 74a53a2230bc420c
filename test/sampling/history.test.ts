import { describe, expect, it } from 'vitest';
import { known } from '../../src/metrics/outcome.ts';
import { HISTORY_LENGTH, type History, remember } from '../../src/sampling/history.ts';
import { processOf, sampleAt } from '../harness/sample.ts';

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

  it('keeps the ten processes that use most CPU and the ten that use most memory', () => {
    const all = Array.from({ length: 5000 }, (_, i) => processOf(i, { usage: (5000 - i) / 5000, resident: i }));
    const sample = sampleAt(0, { process: { count: 5000, threads: 9000, all } });
    const kept = known((remember([], sample)[0] ?? sample).process);
    expect(kept).toMatchObject({ count: 5000, threads: 9000 });
    expect(kept?.all).toEqual([...all.slice(0, 10), ...all.slice(-10)]);
    expect(known(sample.process)?.all).toHaveLength(5000);
  });

  it('keeps a sample with few processes, or none, as it is', () => {
    const few = sampleAt(0, { process: { count: 2, all: [processOf(1), processOf(2)] } });
    expect(remember([], few)).toEqual([few]);
    expect(remember([], sampleAt(1))).toEqual([sampleAt(1)]);
  });
});
