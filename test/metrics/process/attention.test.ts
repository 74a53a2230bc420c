import { expect, test } from 'vitest';
import { allEntries, valuesOf } from '../../../src/metrics/catalog.ts';
import { ok } from '../../../src/metrics/outcome.ts';
import { type Attention, createAttention, EVERYBODY, isReadClosely, NOBODY } from '../../../src/metrics/process/attention.ts';
import { watchProcesses } from '../../harness/watched-processes.ts';

test('the last who says what he looks at is heard', () => {
  const attention = createAttention();
  expect(attention.get()).toBe(NOBODY);
  attention.set({ closely: new Set([7]), threads: true });
  expect(attention.get()).toEqual({ closely: new Set([7]), threads: true });
});

test('as long as a rule watches what only a close look tells, all is looked at, whatever a consumer says', () => {
  let isWatched = true;
  const attention = createAttention(NOBODY, () => isWatched);
  expect(attention.get()).toEqual(EVERYBODY);
  attention.set({ closely: new Set([7]), threads: true });
  expect(attention.get()).toEqual({ closely: 'all', threads: true });
  isWatched = false;
  expect(attention.get()).toEqual({ closely: new Set([7]), threads: true });
});

test('the numbers that only a close look tells are known by name', async () => {
  const processes = [{ pid: 7, io: [1, 2] as const }];
  const told = async (attention: Attention) => {
    const { sample, next } = watchProcesses(processes, attention);
    await sample();
    const value = ok(await next(processes));
    return allEntries().filter((entry) => entry.metric === 'process' && valuesOf(entry, value).length > 0);
  };
  const always = new Set((await told(NOBODY)).map(({ name }) => name));
  const closely = (await told(EVERYBODY)).map(({ name }) => name).filter((name) => !always.has(name));
  expect(closely.filter(isReadClosely)).toHaveLength(7);
  expect(closely.filter((name) => !isReadClosely(name))).toEqual([]);
});
