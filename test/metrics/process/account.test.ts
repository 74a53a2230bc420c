import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Attention, NOBODY } from '../../../src/metrics/process/attention.ts';
import type { ProcFacts } from '../../harness/processes.ts';
import { watchProcesses } from '../../harness/watched-processes.ts';

/** So much, in ticks of 10 ms, all processes together may have used unseen. */
const UNSEEN = 5;

interface Options {
  readonly attention?: Attention;
  readonly local?: boolean;
  /** Who else is there at first. */
  readonly more?: () => readonly ProcFacts[];
}

/** Programs that work when they are told to, on a machine that counts what it works and what it begins. */
async function watchWorkers(count: number, { attention = NOBODY, local = false, more = () => [] }: Options = {}) {
  const ticks = Array.from({ length: count }, () => 0);
  let others = 0;
  let begun = 1000;
  const machine = () => ({
    '/proc/stat': `cpu  ${others + ticks.reduce((a, b) => a + b, 0)} 0 0 0 0 0 0 0 0 0\ncpu0 0 0 0 0\nprocesses ${begun}\nbtime 1790000000\n`,
    '/proc/loadavg': `0.00 0.00 0.00 1/${count} 4711\n`,
  });
  const processes = (others = more()): ProcFacts[] => [
    ...ticks.map((userTicks, i) => ({ pid: i + 1, userTicks, schedstat: `${userTicks + 1}0000000 0 ${userTicks}\n` })),
    ...others,
  ];
  const { door, next, attend, sample } = watchProcesses(processes(), attention, machine, local);
  const go = (work: Readonly<Record<number, number>> = {}, { by = 0, begin = 0, more: present = more() } = {}) => {
    for (const [pid, more] of Object.entries(work)) ticks[Number(pid) - 1] = (ticks[Number(pid) - 1] ?? 0) + more;
    others += by;
    begun += begin;
    return next(processes(present));
  };
  await sample();
  for (let i = 0; i < 11; i += 1) await go();
  return { door, attend, ticks, go };
}

async function readsOf(door: { readonly counts: { readonly reads: number } }, ask: () => Promise<unknown>): Promise<number> {
  const before = door.counts.reads;
  await ask();
  return door.counts.reads - before;
}

describe('processes that rest', () => {
  test('are asked in turns as long as nobody worked', async () => {
    const { door, go } = await watchWorkers(40);
    expect(await readsOf(door, () => go())).toBe(5);
  });

  test('are asked all where somebody worked, and the one that did is found at once', async () => {
    const { go } = await watchWorkers(40);
    const { all } = await go({ 7: 20 });
    expect(all.filter(({ usage }) => usage !== 0)).toMatchObject([{ pid: 7, usage: expect.closeTo(0.2, 6), cpuTime: 0.2 }]);
  });

  test('are not asked for what those did that are known to work', async () => {
    const { door, go } = await watchWorkers(40);
    await go({ 7: 20 });
    for (let i = 0; i < 10; i += 1) await go({ 7: 20 });
    expect(await readsOf(door, () => go({ 7: 20 }))).toBeLessThan(9);
  });

  test('are asked all where somebody works who is none of them', async () => {
    const { door, go } = await watchWorkers(40);
    expect(await readsOf(door, () => go({}, { by: 20 }))).toBe(40);
  });

  test('are not asked for what children did that their parent has waited for, nor for what those did before who have ended', async () => {
    const shell = (childTicks: number) => ({ pid: 100, threads: 2, childTicks });
    const { door, go } = await watchWorkers(40, { more: () => [shell(0)] });
    // Two columns of child ticks: one of programs, one of the kernel.
    expect(await readsOf(door, () => go({}, { by: 24, more: [shell(12)] }))).toBeLessThan(10);
    await go({ 7: 20 }, { more: [shell(12)] });
    for (let i = 0; i < 3; i += 1) await go({}, { more: [shell(12)] });
    const { go: next, door: other } = await watchWorkers(40, { more: () => [shell(0), { pid: 101, threads: 2, userTicks: 30 }] });
    expect(await readsOf(other, () => next({}, { by: 2, more: [shell(16)] }))).toBeLessThan(10);
  });

  test('are asked where somebody looks', async () => {
    const { attend, go } = await watchWorkers(40);
    attend({ closely: new Set([7]), threads: false });
    expect((await go({ 7: 1 })).all).toContainEqual(expect.objectContaining({ pid: 7, cpuTime: 0.01 }));
  });

  test('have what they did unseen when they are asked', async () => {
    const { go } = await watchWorkers(1);
    const usages: (number | undefined)[] = [];
    for (let i = 0; i < 16; i += 1) usages.push((await go(i === 1 ? { 1: 4 } : {})).all[0]?.usage);
    expect(usages.filter((usage) => usage !== 0)).toEqual([expect.closeTo(0.04, 6)]);
  });

  test('never hide more than a little, and nothing for long', async () => {
    const work = fc.dictionary(fc.integer({ min: 1, max: 12 }).map(String), fc.integer({ min: 0, max: 8 }), { maxKeys: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(work, { minLength: 1, maxLength: 30 }), async (seconds) => {
        const { go, ticks } = await watchWorkers(12);
        const unseen = (all: readonly { readonly cpuTime?: number }[]) =>
          all.reduce((sum, { cpuTime = 0 }, i) => sum + (ticks[i] ?? 0) - Math.round(cpuTime * 100), 0);
        for (const done of seconds) {
          const hidden = unseen((await go(done)).all);
          expect(hidden).toBeGreaterThanOrEqual(0);
          expect(hidden).toBeLessThanOrEqual(UNSEEN);
        }
        for (let i = 0; i < 7; i += 1) await go();
        expect(unseen((await go()).all)).toBe(0);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the list of processes', () => {
  const listed = async (door: { readonly counts: { readonly lists: number } }, ask: () => Promise<unknown>) => {
    const before = door.counts.lists;
    await ask();
    return door.counts.lists - before;
  };

  test('stands as long as none begins or ends, but for one in eight samples', async () => {
    const { door, go } = await watchWorkers(3, { local: true });
    let lists = 0;
    for (let i = 0; i < 16; i += 1) lists += await listed(door, () => go());
    expect(lists).toBe(2);
    expect(await listed(door, () => go({}, { begin: 1 }))).toBe(1);
  });

  test('is made anew at every sample on a system that is not our own', async () => {
    const { door, go } = await watchWorkers(3);
    expect(await listed(door, () => go())).toBe(1);
  });
});
