import { describe, expect, test } from 'vitest';
import { type Attention, EVERYBODY } from '../../../src/metrics/process/attention.ts';
import type { ProcFacts } from '../../harness/processes.ts';
import { DAY, watchProcesses } from '../../harness/watched-processes.ts';

function watch(first: readonly ProcFacts[], attention: Attention = EVERYBODY) {
  const { sample, next, ...rest } = watchProcesses(first, attention);
  return {
    ...rest,
    sample: async () => (await sample()).all,
    next: async (processes: readonly ProcFacts[]) => (await next(processes)).all,
  };
}

const MIB = 2 ** 20;

describe('a process that somebody looks at', () => {
  test('shows its shared memory, its open files and what it reads and writes', async () => {
    const { sample, next } = watch([{ pid: 7, shared: 250, files: 12, io: [10 * MIB, 5 * MIB, MIB] }]);
    const [first] = await sample();
    expect(first).toMatchObject({ shared: 250 * 4096, files: 12, read: 10 * MIB, written: 4 * MIB });
    for (const rate of ['readRate', 'writeRate', 'ioRate', 'restricted']) expect(first).not.toHaveProperty(rate);
    const [second] = await next([{ pid: 7, io: [13 * MIB, 7 * MIB, MIB] }]);
    expect(second).toMatchObject({ readRate: 3 * MIB, writeRate: 2 * MIB, ioRate: 5 * MIB, read: 13 * MIB, written: 6 * MIB });
  });

  test('shows none of it until somebody does, and rates from the second sample on', async () => {
    const facts = [
      { pid: 7, io: [0, 0] as const },
      { pid: 8, io: [MIB, MIB] as const },
    ];
    const { sample, next, attend } = watch(facts, { closely: new Set([8]), threads: false });
    await sample();
    const [other, looked] = await next(facts);
    for (const key of ['shared', 'files', 'readRate', 'read', 'restricted']) {
      expect(other).not.toHaveProperty(key);
      if (key !== 'restricted') expect(looked).toHaveProperty(key);
    }
    attend({ closely: new Set([7]), threads: false });
    const [begun, left] = await next([
      { pid: 7, io: [50 * MIB, 0] },
      { pid: 8, io: [50 * MIB, 0] },
    ]);
    expect(begun).toMatchObject({ read: 50 * MIB });
    expect(begun).not.toHaveProperty('readRate');
    expect(left).not.toHaveProperty('read');
    expect((await next([{ pid: 7, io: [51 * MIB, 0] }]))[0]).toMatchObject({ readRate: MIB });
  });

  test('of others costs nothing, and gives back what it held when nobody looks any more', async () => {
    const { door, sample, next, attend } = watch([
      { pid: 7, io: [0, 0] },
      { pid: 8, io: [0, 0] },
    ]);
    await sample();
    expect(door.held.now).toBe(6);
    attend({ closely: new Set(), threads: false });
    await next([{ pid: 7 }, { pid: 8 }]);
    expect(door.held.now).toBe(2);
    attend(EVERYBODY);
    await next([{ pid: 7, io: [0, 0] }, { pid: 8 }]);
    expect(door.held.now).toBe(5);
    await next([{ pid: 8 }]);
    expect(door.held.now).toBe(2);
  });

  test('that has started since has read and written all that it has', async () => {
    const { sample, next } = watch([{ pid: 1 }]);
    await sample();
    const [, born] = await next([{ pid: 1 }, { pid: 7, startTicks: DAY * 100 + 40, io: [3 * MIB, 0] }]);
    expect(born).toMatchObject({ readRate: 3 * MIB, writeRate: 0 });
  });

  test('is another one where its pid is used again', async () => {
    const { sample, next } = watch([{ pid: 7, io: [9 * MIB, 9 * MIB] }]);
    await sample();
    const [again] = await next([{ pid: 7, startTicks: DAY * 100 + 10, io: [MIB, 0] }]);
    expect(again).toMatchObject({ readRate: MIB, writeRate: 0, read: MIB });
  });

  test('never wrote less than nothing, where what others had written is dropped', async () => {
    const { sample, next } = watch([{ pid: 7, io: [0, MIB, 0] }]);
    await sample();
    const [one] = await next([{ pid: 7, io: [0, MIB, 80 * MIB] }]);
    expect(one).toMatchObject({ writeRate: 0, ioRate: 0, written: 0 });
  });

  test('has no rates where its counters went down', async () => {
    const { sample, next } = watch([{ pid: 7, io: [5 * MIB, 5 * MIB] }]);
    await sample();
    const [one] = await next([{ pid: 7, io: [4 * MIB, 6 * MIB] }]);
    for (const rate of ['readRate', 'writeRate', 'ioRate']) expect(one).not.toHaveProperty(rate);
  });

  test('shows no I/O where the kernel counts none, and that is no lack of rights', async () => {
    const { sample } = watch([{ pid: 7 }, { pid: 8, state: 'Z', pages: 0 }, { pid: 9, flags: 0x208040, pages: 0 }]);
    for (const one of await sample()) {
      expect(one).not.toHaveProperty('read');
      expect(one).not.toHaveProperty('restricted');
    }
  });
});

describe('what may not be read', () => {
  test('is told as that, and what may be is there', async () => {
    const { door, sample } = watch([
      { pid: 7, io: [0, 0] },
      { pid: 8, io: [0, 0], files: 4 },
    ]);
    door.refuse('/proc/7/io');
    const [one, other] = await sample();
    expect(one).toMatchObject({ restricted: true, shared: 100 * 4096, files: 3 });
    expect(one).not.toHaveProperty('read');
    expect(other).not.toHaveProperty('restricted');
  });

  test('is told as that in every sample, those in which it is tried again, too', async () => {
    const facts = [{ pid: 7, io: [0, 0] as const }];
    const { door, sample, next } = watch(facts);
    door.refuse('/proc/7/io');
    const told = [await sample()];
    for (let i = 0; i < 10; i += 1) told.push(await next(facts));
    expect(told.map(([one]) => one?.restricted)).toEqual(Array(11).fill(true));
  });

  test('is tried again now and then only', async () => {
    const facts = [{ pid: 7, io: [0, 0] as const }];
    const { door, sample, next } = watch(facts);
    door.refuse('/proc/7/io');
    await sample();
    const tries: (boolean | undefined)[] = [];
    door.refuse();
    for (let i = 0; i < 5; i += 1) tries.push((await next(facts))[0]?.restricted);
    expect(tries[0]).toBe(true);
    expect(tries.at(-1)).toBeUndefined();
  });
});

describe('what a parent has waited for', () => {
  const parent = { pid: 7, io: [MIB, MIB] as const, tasks: { 7: { io: [MIB, MIB] as const } } };

  test('is not what it has read and written itself', async () => {
    const { sample, next } = watch([parent]);
    await sample();
    // The kernel adds to the parent's own what a child had read and written.
    const reaped = { ...parent, childTicks: 5, io: [900 * MIB, 900 * MIB] as const };
    const [first] = await next([reaped]);
    expect(first).toMatchObject({ read: MIB, written: MIB });
    expect(first).not.toHaveProperty('readRate');
    const [second] = await next([{ ...reaped, tasks: { 7: { io: [3 * MIB, MIB] } } }]);
    expect(second).toMatchObject({ readRate: 2 * MIB, writeRate: 0 });
  });

  test('leaves the sum of its threads, of which those that ended count with what they were seen with', async () => {
    const of = (tasks: ProcFacts['tasks']): ProcFacts => ({
      pid: 7,
      childTicks: 5,
      io: [900 * MIB, 0],
      threads: Object.keys(tasks ?? {}).length,
      tasks: tasks ?? {},
    });
    const { door, sample, next } = watch([of({ 7: { io: [MIB, 0] }, 9: { io: [4 * MIB, 0] } })]);
    expect((await sample())[0]).toMatchObject({ read: 5 * MIB });
    const [second] = await next([of({ 7: { io: [2 * MIB, 0] }, 12: { io: [MIB, 0] } })]);
    expect(second).toMatchObject({ read: 7 * MIB, readRate: 2 * MIB });
    const [third] = await next([of({ 7: { io: [2 * MIB, 0] } })]);
    expect(third).toMatchObject({ read: 7 * MIB, readRate: 0 });
    await next([{ pid: 1 }]);
    expect(door.held.now).toBe(2);
  });
});

describe('facts that seldom change', () => {
  const facts = { pid: 7, command: ['nginx:', 'worker'], user: 0 };
  const changed = { ...facts, command: ['nginx:', 'shutting', 'down'], user: 1000 };

  test('are noticed within a few samples of a process that is looked at', async () => {
    const { sample, next } = watch([facts]);
    await sample();
    let [one] = await next([changed]);
    for (let i = 0; i < 4; i += 1) [one] = await next([changed]);
    expect(one).toMatchObject({ user: 'ada', command: 'nginx: shutting down' });
  });

  test('are read of no more than twenty processes in a sample', async () => {
    const many = Array.from({ length: 200 }, (_, i) => ({ pid: i + 1 }));
    const { door, sample, next } = watch(many);
    await sample();
    for (let i = 0; i < 12; i += 1) {
      const before = door.counts.files;
      await next(many);
      expect(door.counts.files - before).toBeLessThanOrEqual(3 + 20 * 3);
    }
  });
});
