import { describe, expect, test } from 'vitest';
import { createInspect } from '../../../../src/metrics/process/detail/linux.ts';
import { createDoor, type Door } from '../../../../src/platform/door.ts';
import { createFakeClock } from '../../../harness/fake-clock.ts';
import { type Tree, writeTree } from '../../../harness/tree.ts';

const stat = (pid: number, name: string, start: number, ticks = 0) =>
  `${pid} (${name}) S 1 7 7 0 -1 4194560 0 0 0 0 ${ticks} 0 0 0 20 0 1 0 ${start} 1000 10 18446744073709551615 0 0 0 0 0 0 0 0 0 1 0 0 17 3 0 0 0\n`;

const server: Tree = {
  '/etc/passwd': 'root:x:0:0::/root:/bin/sh\nwww-data:x:33:33::/var/www:/bin/false\n',
  '/etc/group': 'root:x:0:\nadm:x:4:syslog\nwww-data:x:33:\n',
  '/proc/stat': 'btime 1700000000\n',
  '/proc/7/stat': stat(7, 'server', 50_000),
  '/proc/7/status': 'Uid:\t0\t33\t33\t33\nGid:\t33\t33\t33\t33\nGroups:\t4 99\n',
  '/proc/7/cmdline': 'server\0--port\x0080\0',
  '/proc/7/exe': { link: '/usr/bin/server' },
  '/proc/7/cwd': { link: '/srv' },
  '/proc/7/cgroup': '0::/system.slice/server.service\n',
  '/proc/7/oom_score': '667\n',
  '/proc/7/oom_score_adj': '-500\n',
  '/proc/7/wchan': '0',
  '/proc/7/fd/10': { link: '/var/log/server.log' },
  '/proc/7/fd/9': { link: 'pipe:[12]' },
  '/proc/7/task/7/stat': stat(7, 'server', 50_000, 100),
  '/proc/7/task/12/stat': stat(12, 'worker', 50_001, 30),
};
const IDENTITY = { pid: 7, start: 500 };

function inspectTree(files: Tree = server, change: (door: Door) => Partial<Door> = () => ({})) {
  const clock = createFakeClock();
  const door = createDoor(writeTree(files));
  return { clock, inspect: createInspect({ door: { ...door, ...change(door) }, clock, endianness: 'LE' }) };
}

describe('the detail of a process', () => {
  const detail = inspectTree().inspect(IDENTITY);

  test('holds what its files tell, each part for itself', () => {
    expect(detail).toMatchObject({
      state: 'ok',
      value: {
        executable: { value: '/usr/bin/server' },
        folder: { value: '/srv' },
        arguments: { value: ['server', '--port', '80'] },
        owners: {
          value: {
            user: 'root',
            effectiveUser: 'www-data',
            group: 'www-data',
            effectiveGroup: 'www-data',
            furtherGroups: ['adm', '99'],
          },
        },
        started: { value: 1_700_000_500_000 },
        group: { value: '/system.slice/server.service' },
        outOfMemory: { value: { score: 667, adjustment: -500 } },
        scheduling: { value: { policy: 'other', nice: 0 } },
        threads: {
          value: {
            count: 2,
            first: [
              { id: 7, name: 'server', cpuTime: 1 },
              { id: 12, name: 'worker', cpuTime: 0.3 },
            ],
          },
        },
        files: {
          value: {
            count: 2,
            first: [
              { descriptor: 9, target: 'pipe:[12]' },
              { descriptor: 10, target: '/var/log/server.log' },
            ],
          },
        },
        sockets: { value: { count: 0, known: [], others: 0 } },
      },
    });
  });

  test('tells why the rest is not known', () => {
    expect(detail).toMatchObject({
      value: {
        memory: { state: 'unavailable', reason: '/proc has nothing about it' },
        totals: { state: 'unavailable', reason: '/proc has nothing about it' },
        limits: { state: 'unavailable' },
        waiting: { state: 'unavailable' },
      },
    });
  });

  test('names for what belongs to others the rights that it takes', () => {
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    const allowed = (path: string) => {
      if (/\/(fd|exe|cwd|io|smaps_rollup)$/.test(path)) throw denied;
      return path;
    };
    const { inspect } = inspectTree(server, (door) => ({
      read: (path) => door.read(allowed(path)),
      list: (path) => door.list(allowed(path)),
      link: (path) => door.link(allowed(path)),
    }));
    expect(inspect(IDENTITY)).toMatchObject({
      state: 'ok',
      value: {
        executable: { state: 'unavailable', reason: 'not permitted', remedy: expect.stringMatching(/CAP_SYS_PTRACE$/) },
        files: { state: 'unavailable', reason: 'not permitted', remedy: expect.stringContaining('CAP_DAC_READ_SEARCH') },
        sockets: { state: 'unavailable', reason: 'not permitted' },
        arguments: { state: 'ok' },
      },
    });
  });

  test('is never that of another process with the same pid', () => {
    expect(inspectTree().inspect({ pid: 7, start: 499 })).toEqual({ state: 'unavailable', reason: 'it has ended' });
  });

  test('is none where the pid changed hands while it was read', () => {
    let asked = 0;
    const { inspect } = inspectTree(server, (door) => ({
      read: (path) => (path === '/proc/7/stat' && asked++ > 0 ? stat(7, 'other', 60_000) : door.read(path)),
    }));
    expect(inspect(IDENTITY)).toEqual({ state: 'unavailable', reason: 'it has ended' });
    expect(asked).toBe(2);
  });

  test('has shares of threads from the second time on', async () => {
    const ticks = { '7': 100, '12': 30 };
    const { clock, inspect } = inspectTree(server, (door) => ({
      read: (path) => {
        const id = /task\/(7|12)\/stat/.exec(path)?.[1] as keyof typeof ticks | undefined;
        return id === undefined ? door.read(path) : stat(Number(id), 'thread', 50_000, ticks[id]);
      },
    }));
    const shares = () => {
      const outcome = inspect(IDENTITY);
      const threads = outcome.state === 'ok' ? outcome.value.threads : outcome;
      return threads.state === 'ok' ? threads.value.first.map((one) => one.usage) : threads;
    };
    expect(shares()).toEqual([undefined, undefined]);
    await clock.advance(2);
    ticks['12'] += 50;
    expect(shares()).toEqual([0, 0.25]);
  });

  test('looks up sockets again when they have changed, but at most each second', async () => {
    let target = 'socket:[1]';
    let asked = 0;
    const { clock, inspect } = inspectTree(server, (door) => ({
      link: (path) => (path === '/proc/7/fd/9' ? target : door.link(path)),
      read: (path) => {
        if (path.endsWith('/net/tcp')) asked += 1;
        return door.read(path);
      },
    }));
    const askedAfter = async (seconds: number) => {
      await clock.advance(seconds);
      inspect(IDENTITY);
      return asked;
    };
    expect(await askedAfter(0)).toBe(1);
    expect(await askedAfter(2)).toBe(1);
    target = 'socket:[2]';
    expect(await askedAfter(0.5)).toBe(2);
    target = 'socket:[3]';
    expect(await askedAfter(0.5)).toBe(2);
    expect(await askedAfter(0.5)).toBe(3);
    expect(await askedAfter(5)).toBe(4);
  });

  test('asks for what costs the kernel much only every five seconds', async () => {
    let asked = 0;
    const { clock, inspect } = inspectTree(server, (door) => ({
      read: (path) => {
        if (path.endsWith('smaps_rollup')) asked += 1;
        return door.read(path);
      },
    }));
    for (let second = 0; second < 11; second += 1) {
      inspect(IDENTITY);
      await clock.advance(1);
    }
    expect(asked).toBe(3);
  });
});

describe('what has no program of its own', () => {
  test.each([
    ['a thread of the kernel', '4194560', '2097216', 'S', 'it is a thread of the kernel'],
    ['a zombie', '4194560', '4194560', 'Z', 'it has ended, and waits for its parent to ask how'],
  ])('%s says so', (_, flags, written, state, reason) => {
    const line = stat(7, 'bodiless', 50_000).replace(flags, written).replace(') S', `) ${state}`);
    const { inspect } = inspectTree({ '/proc/7/stat': line, '/proc/7/cmdline': '' });
    expect(inspect(IDENTITY)).toMatchObject({ value: { executable: { reason }, arguments: { reason }, memory: { reason } } });
  });
});
