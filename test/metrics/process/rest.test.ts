import { describe, expect, test } from 'vitest';
import { type Attention, EVERYBODY, NOBODY } from '../../../src/metrics/process/attention.ts';
import type { ProcFacts } from '../../harness/processes.ts';
import { DAY, watchProcesses } from '../../harness/watched-processes.ts';

const turns = (count: number) => `${count * 1_000_000} 4711 ${count}\n`;
const idle = { pid: 7, pages: 500, schedstat: turns(3) };
/** Others may have taken memory from it; it hasn't run. */
const shrunk = { ...idle, pages: 400 };
const MEMORY = 500 * 4096;
const LESS = 400 * 4096;

/** Watched until what may rest does. */
async function watchResting(processes: readonly ProcFacts[], attention: Attention = NOBODY) {
  const watched = watchProcesses(processes, attention);
  await watched.sample();
  // The eighth sample and every eighth from it on reads the line of pid 8 as it is, the ninth that of 7.
  for (let i = 2; i < 10; i += 1) await watched.next(processes);
  return watched;
}

describe('a process that has not run', () => {
  test('is not read again, but once in eight samples', async () => {
    const { next } = await watchResting([idle]);
    const seen: (number | undefined)[] = [];
    for (let i = 0; i < 8; i += 1) seen.push((await next([shrunk])).all[0]?.resident);
    expect(seen).toEqual([MEMORY, MEMORY, MEMORY, MEMORY, MEMORY, MEMORY, MEMORY, LESS]);
  });

  test('used nothing, and is as old as it is', async () => {
    const { next } = await watchResting([idle]);
    const { all } = await next([idle]);
    expect(all).toMatchObject([{ usage: 0, age: DAY + 9 - 1 }]);
  });

  test('is read when it has, at once', async () => {
    const { next } = await watchResting([idle]);
    const { all } = await next([{ ...shrunk, state: 'Z', userTicks: 50, schedstat: turns(4) }]);
    expect(all).toMatchObject([{ state: 'Z', resident: LESS, usage: 0.5 }]);
  });

  test('has another parent at once where its own has ended, or its pid is another’s', async () => {
    const parent = { pid: 5, schedstat: turns(1) };
    const child = { ...idle, parent: 5 };
    const ended = await watchResting([parent, child]);
    expect((await ended.next([{ ...child, parent: 1 }])).all).toMatchObject([{ pid: 7, parent: 1 }]);
    const replaced = await watchResting([parent, child]);
    const { all } = await replaced.next([
      { ...parent, startTicks: DAY * 100 },
      { ...child, parent: 1 },
    ]);
    expect(all).toMatchObject([{ pid: 5 }, { pid: 7, parent: 1 }]);
  });

  test('is another one at once where its pid is used again', async () => {
    const { door, next } = await watchResting([idle]);
    expect((await next([{ ...idle, startTicks: DAY * 100 + 1, name: 'new' }])).all).toMatchObject([{ name: 'new' }]);
    expect(door.held.now).toBe(1);
    await next([{ pid: 9 }]);
    expect(door.held.now).toBe(1);
  });
});

test.each<[string, ProcFacts, Attention]>([
  ['somebody looks at', idle, { closely: new Set([7]), threads: false }],
  ['has several threads, of which only the first is told', { ...idle, threads: 2 }, NOBODY],
  ['runs', { ...idle, state: 'R' }, NOBODY],
  ['may have run, where the kernel does not count', { ...idle, schedstat: '0 0 0\n' }, NOBODY],
  ['may have run, where the kernel does not tell', { pid: 7, pages: 500 }, NOBODY],
])('a process that %s is read at every sample', async (_, process, attention) => {
  const { next } = await watchResting([process], attention);
  expect((await next([{ ...process, pages: 400 }])).all).toMatchObject([{ resident: LESS }]);
});

test('no descriptor is taken from what has to be read', async () => {
  const many = Array.from({ length: 30 }, (_, i) => ({ pid: i + 1, schedstat: turns(i + 1) }));
  const limits = { '/proc/self/limits': 'Max open files            40                   40        files\n' };
  const { door, sample, next } = watchProcesses(many, NOBODY, limits);
  await sample();
  for (let i = 0; i < 20; i += 1) await next(many);
  expect(door.held.most).toBe(20);
  // Nineteen are kept for lines of stat; the eleven others are opened at each sample, and nothing else is.
  const before = door.counts.opens;
  await next(many);
  expect(door.counts.opens - before).toBe(11);
});

test('where all is looked at, what has not run has read and written nothing more', async () => {
  const process = { ...idle, io: [5, 5] as const };
  const { door, next } = await watchResting([process], EVERYBODY);
  const before = door.counts.reads;
  expect((await next([process])).all).toMatchObject([{ read: 5, ioRate: 0, files: 3, shared: 100 * 4096 }]);
  expect(door.counts.reads - before).toBe(1);
  expect((await next([{ ...process, io: [9, 5], schedstat: turns(4) }])).all).toMatchObject([{ read: 9, readRate: 4 }]);
});

test('whoever looks sees the truth at once', async () => {
  const { attend, next } = await watchResting([idle]);
  attend(EVERYBODY);
  expect((await next([shrunk])).all).toMatchObject([{ resident: LESS }]);
});
