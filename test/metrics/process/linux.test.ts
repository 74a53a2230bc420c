import { describe, expect, test } from 'vitest';
import { readProcess } from '../../../src/metrics/process/linux.ts';
import type { ProcessesReading } from '../../../src/metrics/process/reading.ts';
import { createFakeClock } from '../../harness/fake-clock.ts';
import { type CountingDoor, createCountingDoor, machineFiles, type ProcFacts, processFiles } from '../../harness/processes.ts';
import type { Tree } from '../../harness/tree.ts';

const DAY = 86_400;

function treeOf(processes: readonly ProcFacts[], machine: Tree = machineFiles(DAY, 500)): Tree {
  return Object.assign({}, machine, ...processes.map(processFiles));
}

function open(tree: Tree) {
  const door = createCountingDoor(tree);
  const clock = createFakeClock();
  const ask = readProcess.open({ door, clock, local: false });
  const read = async (): Promise<ProcessesReading> => {
    const outcome = await ask();
    if (outcome.state !== 'ok') throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };
  return { door, clock, ask, read };
}

/** What one more reading asks of the door. */
async function costOf(door: CountingDoor, read: () => Promise<unknown>) {
  const before = { ...door.counts };
  await read();
  const { opens, reads, files, lists } = door.counts;
  return { opens: opens - before.opens, reads: reads - before.reads, files: files - before.files, lists: lists - before.lists };
}

const many = (count: number) => Array.from({ length: count }, (_, i) => ({ pid: i + 1, startTicks: i, user: i % 2 ? 1000 : 0 }));

describe('a reading', () => {
  test('holds every process with what it is and has used, and the machine beside them', async () => {
    const ssh: ProcFacts = {
      pid: 812,
      name: 'sshd',
      userTicks: 20,
      systemTicks: 5,
      childTicks: 9_999,
      startTicks: 1_250,
      pages: 2_000,
      user: 1000,
      command: ['sshd:', 'ada'],
      group: '0::/system.slice/ssh.service\n',
    };
    const { read, clock } = open(
      treeOf([ssh, { pid: 2, name: 'kthreadd', parent: 0, flags: 0x208040, pages: 0, virtual: 0, command: [] }]),
    );
    expect(await read()).toEqual({
      uptime: DAY,
      busy: 500,
      cores: 2,
      memory: 4_096_000_000,
      at: clock.monotonic(),
      times: [clock.monotonic(), clock.monotonic()],
      processes: [
        expect.objectContaining({ pid: 2, name: 'kthreadd', parent: 0, kernelThread: true, resident: 0, user: 'root' }),
        {
          pid: 812,
          name: 'sshd',
          state: 'S',
          parent: 1,
          kernelThread: false,
          cpu: 0.25,
          priority: 20,
          nice: 0,
          threads: 1,
          start: 12.5,
          virtual: 8_000_000,
          resident: 8_192_000,
          user: 'ada',
          command: 'sshd: ada',
          group: '/system.slice/ssh.service',
          unit: 'ssh.service',
        },
      ],
    });
  });

  test('has only what it may read of a process', async () => {
    const { door, read } = open(treeOf(many(3)));
    door.refuse('/proc/2/cmdline', '/proc/2/status', '/proc/2/cgroup', '/proc/3/stat', '/etc/passwd');
    const { processes } = await read();
    expect(processes.map(({ pid, user, command }) => ({ pid, user, command }))).toEqual([
      { pid: 1, user: '0', command: 'sh' },
      { pid: 2, user: undefined, command: undefined },
    ]);
  });

  test('leaves out what ended between being listed and read', async () => {
    const tree = treeOf(many(3));
    const { '/proc/2/stat': _, ...left } = tree;
    expect((await open(left).read()).processes.map(({ pid }) => pid)).toEqual([1, 3]);
  });

  test('is unavailable without /proc, and where that shows no process', async () => {
    expect(await open({ '/etc/passwd': '' }).ask()).toMatchObject({ state: 'unavailable', remedy: 'mount /proc' });
    expect(await open(machineFiles(DAY, 500)).ask()).toMatchObject({ state: 'unavailable', reason: '/proc shows no process' });
  });
});

describe('from one reading to the next', () => {
  test('a pid that is used again is another process, with its own facts', async () => {
    const { door, read } = open(treeOf([{ pid: 7, name: 'make', startTicks: 500 }]));
    await read();
    door.show(treeOf([{ pid: 7, name: 'make', startTicks: 9_000, command: ['make', 'again'], user: 1000 }]));
    expect((await read()).processes).toMatchObject([{ start: 90, command: 'make again', user: 'ada' }]);
    expect(door.held.now).toBe(1);
  });

  test('what became another program is looked at again', async () => {
    const { door, read } = open(treeOf([{ pid: 7, name: 'sh' }]));
    await read();
    door.show(treeOf([{ pid: 7, name: 'node', command: ['node', 'server.js'] }]));
    expect((await read()).processes).toMatchObject([{ name: 'node', command: 'node server.js' }]);
  });

  test('what has just started is looked at once more: it may still be the copy of what started it', async () => {
    const young = { pid: 7, name: 'sh', startTicks: DAY * 100 - 50 };
    const { door, read } = open(treeOf([young]));
    expect((await read()).processes).toMatchObject([{ command: 'sh' }]);
    const become = treeOf([{ ...young, command: ['sh', 'backup.sh'] }], machineFiles(DAY + 5, 500));
    door.show(become);
    expect((await read()).processes).toMatchObject([{ command: 'sh backup.sh' }]);
    expect(await costOf(door, read)).toMatchObject({ opens: 0, reads: 1, files: 3 });
  });

  test('each read of a process has its own time', async () => {
    const { clock, read } = open(treeOf(many(2)));
    const first = await read();
    await clock.advance(1);
    const second = await read();
    const times = ({ times = [], at }: ProcessesReading) => [...times, at];
    expect(times(first)).toEqual([1000, 1000, 1000]);
    expect(times(second)).toEqual([1001, 1001, 1001]);
  });
});

describe('the cost of a sample', () => {
  test.each([10, 300])('is one read of each of %i processes and nothing opened, once they are known', async (count) => {
    const { door, read } = open(treeOf(many(count)));
    expect(await costOf(door, read)).toMatchObject({ opens: count, reads: count, lists: 1 });
    for (let sample = 0; sample < 3; sample += 1) {
      // The machine's uptime, memory and busy time.
      expect(await costOf(door, read)).toEqual({ opens: 0, reads: count, files: 3, lists: 1 });
    }
  });

  test('grows by what is new only', async () => {
    const { door, read } = open(treeOf(many(100)));
    await read();
    door.show(treeOf(many(103)));
    expect(await costOf(door, read)).toEqual({ opens: 3, reads: 103, files: 3 + 3 * 3, lists: 1 });
    expect(await costOf(door, read)).toEqual({ opens: 0, reads: 103, files: 3, lists: 1 });
  });

  test('is the same in a container that is told an uptime of its own', async () => {
    const tree = treeOf(
      many(10).map((one) => ({ ...one, startTicks: DAY * 100 })),
      machineFiles(60, 5),
    );
    const { door, read } = open(tree);
    await read();
    expect(await costOf(door, read)).toEqual({ opens: 0, reads: 10, files: 3, lists: 1 });
  });

  test('never takes more than half of the descriptors that the limit allows', async () => {
    const { door, read } = open({
      ...treeOf(many(200)),
      '/proc/self/limits': 'Max open files            20                   20        files\n',
    });
    expect((await read()).processes).toHaveLength(200);
    expect((await read()).processes).toHaveLength(200);
    expect(door.held.most).toBe(10);
    door.show(machineFiles(DAY, 500));
    await expect(read()).rejects.toThrow('shows no process');
    expect(door.held.now).toBe(0);
  });
});
