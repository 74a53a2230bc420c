import { describe, expect, test } from 'vitest';
import type { ProcFacts } from '../../harness/processes.ts';
import { DAY, watchProcesses } from '../../harness/watched-processes.ts';

const THREADS = { closely: new Set<number>(), threads: true };

const java = (tasks: ProcFacts['tasks'] = {}): ProcFacts => ({
  pid: 700,
  parent: 5,
  name: 'java',
  user: 1000,
  command: ['java', '-jar', 'a.jar'],
  pages: 1000,
  threads: Object.keys(tasks).length,
  tasks,
});

describe('threads', () => {
  test('are told of processes that have several, with what is their own and what is their process’s', async () => {
    const { sample } = watchProcesses(
      [{ pid: 5 }, java({ 700: { name: 'java' }, 701: { name: 'GC', state: 'R', nice: 5, userTicks: 300, startTicks: 150 } })],
      THREADS,
    );
    const { tasks, count, all } = await sample();
    expect([count, all.length]).toEqual([2, 2]);
    expect(tasks).toHaveLength(2);
    expect(tasks?.[0]).toMatchObject({ id: '700:700@1', pid: 700, process: 700, parent: 5, name: 'java' });
    expect(tasks?.[1]).toMatchObject({
      id: '700:701@1.5',
      pid: 701,
      process: 700,
      parent: 700,
      name: 'GC',
      state: 'R',
      nice: 5,
      cpuTime: 3,
      user: 'ada',
      command: 'java -jar a.jar',
      resident: 1000 * 4096,
    });
    expect(tasks?.[1]).not.toHaveProperty('threads');
  });

  test('use what they used since the sample before, and those that have started since all that they have', async () => {
    const { sample, next } = watchProcesses([java({ 700: { userTicks: 100 }, 701: { userTicks: 900 } })], THREADS);
    await sample();
    const { tasks, unattributed } = await next([
      java({
        700: { userTicks: 120 },
        701: { userTicks: 20, startTicks: DAY * 100 + 10 },
        705: { userTicks: 40, startTicks: DAY * 100 + 50 },
        706: { userTicks: 4000 },
      }),
    ]);
    expect(tasks?.map(({ pid, usage }) => [pid, usage])).toEqual([
      [700, expect.closeTo(0.2, 9)],
      // Its id was given to another thread.
      [701, expect.closeTo(0.2, 9)],
      [705, expect.closeTo(0.4, 9)],
      // It was there, and wasn't seen.
      [706, undefined],
    ]);
    expect(unattributed).toBe(0);
  });

  test('are read only while somebody looks, and all is given back then', async () => {
    const facts = [java({ 700: {}, 701: {}, 702: {} })];
    const { door, attend, sample, next } = watchProcesses(facts, THREADS);
    await sample();
    expect(door.held.now).toBe(4);
    await next([java({ 700: {}, 703: {} })]);
    expect(door.held.now).toBe(3);
    attend({ closely: new Set(), threads: false });
    expect(await next([java({ 700: {}, 703: {} })])).not.toHaveProperty('tasks');
    expect(door.held.now).toBe(1);
  });

  test('that end while they are read are left out', async () => {
    const { door, sample } = watchProcesses([java({ 700: {}, 701: {} })], THREADS);
    door.refuse('/proc/700/task/701/stat');
    expect((await sample()).tasks?.map(({ pid }) => pid)).toEqual([700]);
  });
});
