import { describe, expect, it } from 'vitest';
import { HISTORY_LENGTH, type History, remember } from '../../src/sampling/history.ts';
import { createStore } from '../../src/sampling/store.ts';
import { sampleAt } from '../harness/sample.ts';

describe('the store', () => {
  it('tells its subscribers of each new value, until they unsubscribe', () => {
    const store = createStore(0);
    const told: string[] = [];
    const leave = store.subscribe(() => told.push(`a${store.get()}`));
    store.subscribe(() => told.push(`b${store.get()}`));
    store.set(1);
    leave();
    store.set(2);
    expect(told).toEqual(['a1', 'b1', 'b2']);
  });

  it('tells everybody although one unsubscribes while it is told', () => {
    const store = createStore(0);
    const told: string[] = [];
    const leave = store.subscribe(() => leave());
    store.subscribe(() => told.push('second'));
    store.set(1);
    expect(told).toEqual(['second']);
  });
});

describe('the history', () => {
  it('keeps the latest samples, oldest first, and no more than its length', () => {
    let history: History = [];
    for (let second = 0; second < HISTORY_LENGTH + 10; second += 1) history = remember(history, sampleAt(second));
    expect(history.map(({ moment }) => moment.monotonic)).toEqual(Array.from({ length: HISTORY_LENGTH }, (_, i) => i + 10));
  });

  it('never changes under whoever holds it', () => {
    const before = remember([], sampleAt(0));
    remember(before, sampleAt(1));
    expect(before).toHaveLength(1);
  });
});
