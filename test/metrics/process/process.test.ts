import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { process, topProcesses } from '../../../src/metrics/process/process.ts';
import type { ProcessesReading, ProcessReading } from '../../../src/metrics/process/reading.ts';

function processOf(pid: number, facts: Partial<ProcessReading> = {}): ProcessReading {
  return { pid, start: pid, parent: 1, name: `p${pid}`, state: 'S', resident: 4096, cpu: 0, threads: 1, ...facts };
}

function readingOf(
  uptime: number,
  processes: readonly ProcessReading[],
  facts: Partial<ProcessesReading> = {},
): ProcessesReading {
  return { processes, uptime, cores: 4, memory: 2 ** 30, ...facts };
}

const usages = (now: ProcessesReading, before?: ProcessesReading, elapsed = 2) =>
  process.derive(now, before, elapsed).all.map(({ pid, usage }) => [pid, usage]);

describe('usage', () => {
  test('is what was used of one core since the reading before', () => {
    const before = readingOf(100, [processOf(7, { cpu: 10 }), processOf(8, { cpu: 1, threads: 4 })]);
    expect(usages(readingOf(102, [processOf(7, { cpu: 11 }), processOf(8, { cpu: 7, threads: 4 })]), before)).toEqual([
      [7, 0.5],
      [8, 3],
    ]);
  });

  test('is measured from one read of the process to the next, however long the readings took', () => {
    const before = readingOf(100, [processOf(7, { cpu: 10 }), processOf(8, { cpu: 10 })], { times: [1000, 1000.4] });
    const now = readingOf(100.5, [processOf(7, { cpu: 10.25 }), processOf(8, { cpu: 10.05 })], { times: [1000.5, 1000.5] });
    const [first, second] = process.derive(now, before, 0.5).all;
    expect(first?.usage).toBeCloseTo(0.5, 9);
    expect(second?.usage).toBeCloseTo(0.5, 9);
  });

  test('is unknown at the first reading and after a gap', () => {
    expect(usages(readingOf(100, [processOf(7, { cpu: 5 })]))).toEqual([[7, undefined]]);
    expect(process.derive(readingOf(100, [], { busy: 50 }), undefined, 0)).not.toHaveProperty('unattributed');
  });

  test('of a process that has started since is all that it has used', () => {
    const before = readingOf(100, []);
    expect(usages(readingOf(102, [processOf(7, { start: 101, cpu: 0.5 })]), before)).toEqual([[7, 0.25]]);
    expect(usages(readingOf(102, [processOf(7, { start: 100, cpu: 0.5 })]), before)).toEqual([[7, 0.25]]);
  });

  test('of one that was there and wasn’t seen is unknown', () => {
    expect(usages(readingOf(102, [processOf(7, { start: 99.99, cpu: 500 })]), readingOf(100, []))).toEqual([[7, undefined]]);
  });

  test('of one that seems to start after now, in a container with an uptime of its own, is unknown until seen twice', () => {
    const now = readingOf(102, [processOf(7, { start: 5000, cpu: 500 })]);
    expect(usages(now, readingOf(100, []))).toEqual([[7, undefined]]);
    expect(process.derive(now, undefined, 0).all[0]).not.toHaveProperty('age');
    expect(usages(readingOf(104, [processOf(7, { start: 5000, cpu: 501 })]), now)).toEqual([[7, 0.5]]);
  });

  test('of a pid that is used again is the new process’s own', () => {
    const before = readingOf(100, [processOf(7, { start: 50, cpu: 40 })]);
    const now = readingOf(102, [processOf(7, { start: 101, cpu: 0.2 })]);
    expect(process.derive(now, before, 2).all).toMatchObject([{ id: '7@101', usage: 0.1, age: 1 }]);
  });

  test('is unknown where the time used went down', () => {
    expect(usages(readingOf(102, [processOf(7, { cpu: 3 })]), readingOf(100, [processOf(7, { cpu: 4 })]))).toEqual([
      [7, undefined],
    ]);
    const wrapped = readingOf(100, [processOf(7, { cpu: 2 ** 32 - 1 })]);
    expect(usages(readingOf(102, [processOf(7, { cpu: 1 })]), wrapped)).toEqual([[7, undefined]]);
  });

  test('stands as it was told on systems that tell it and not the time', () => {
    const { cpu: _, ...told } = processOf(7, { usage: 0.75 });
    expect(process.derive({ processes: [told] }, undefined, 0)).toEqual({
      count: 1,
      threads: 1,
      all: [{ id: '7@7', pid: 7, parent: 1, name: 'p7', state: 'S', resident: 4096, threads: 1, usage: 0.75 }],
    });
  });
});

describe('what no process accounts for', () => {
  const before = readingOf(100, [processOf(7, { cpu: 10 }), processOf(8, { cpu: 20 })], { busy: 500 });

  test('is the machine’s time less that of the processes: of one that ended nothing else is known', () => {
    const now = readingOf(102, [processOf(7, { cpu: 11 })], { busy: 503 });
    expect(process.derive(now, before, 2).unattributed).toBeCloseTo(2 / 2 / 4, 9);
  });

  test('is nothing, not less, where the processes used more than the machine says', () => {
    expect(process.derive(readingOf(102, [processOf(7, { cpu: 14 })], { busy: 501 }), before, 2).unattributed).toBe(0);
  });

  test('is unknown where the machine’s time is, or went down', () => {
    expect(process.derive(readingOf(102, []), before, 2)).not.toHaveProperty('unattributed');
    expect(process.derive(readingOf(102, [], { busy: 400 }), before, 2)).not.toHaveProperty('unattributed');
  });
});

test('processes and their threads are counted, their share of memory told', () => {
  const now = readingOf(100, [processOf(7, { threads: 12, resident: 2 ** 28 }), processOf(8, { start: 99.5 })]);
  expect(process.derive(now, undefined, 0)).toMatchObject({
    count: 2,
    threads: 13,
    all: [
      { id: '7@7', memoryUsage: 0.25, age: 93 },
      { id: '8@99.5', age: 0.5 },
    ],
  });
});

/** What happens to a little machine between two samples. */
type Step = {
  readonly elapsed: number;
  readonly births: readonly { readonly pid: number; readonly threads: number; readonly early: number }[];
  readonly deaths: readonly number[];
  readonly missed: readonly number[];
  readonly effort: readonly number[];
  readonly resets: readonly number[];
  readonly unseen: number;
};

describe('whatever is born, ends, is missed and used again', () => {
  const pid = fc.integer({ min: 1, max: 8 });
  const pids = fc.array(pid, { maxLength: 3 });
  const step: fc.Arbitrary<Step> = fc.record({
    elapsed: fc.integer({ min: 10, max: 500 }).map((ticks) => ticks / 100),
    births: fc.array(
      fc.record({ pid, threads: fc.integer({ min: 1, max: 4 }), early: fc.double({ min: 0, max: 1, noNaN: true }) }),
      {
        maxLength: 4,
      },
    ),
    deaths: pids,
    missed: pids,
    effort: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
    resets: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: pids }),
    unseen: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  const cut = (seconds: number) => Math.floor(seconds * 100 + 1e-6) / 100;
  const CORES = 40;

  test('nobody uses less than nothing or more than his threads could, and no one inherits', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 20 }), (steps) => {
        const alive = new Map<number, { start: number; threads: number; cpu: number }>();
        let [uptime, busy] = [1000, 5000];
        let before: ProcessesReading | undefined;
        for (const { elapsed, births, deaths, missed, effort, resets, unseen } of steps) {
          const since = uptime;
          uptime = cut(uptime + elapsed);
          for (const pid of deaths) alive.delete(pid);
          for (const { pid, threads, early } of births) alive.set(pid, { start: cut(since + early * elapsed), threads, cpu: 0 });
          for (const [pid, one] of alive) {
            const used = (effort[pid - 1] ?? 0) * one.threads * (uptime - Math.max(since, one.start));
            one.cpu += used;
            busy += used;
          }
          for (const pid of resets) alive.set(pid, { ...(alive.get(pid) ?? { start: 1, threads: 1 }), cpu: 0 });
          busy += unseen * elapsed * (CORES - 32);
          const listed = [...alive].filter(([pid]) => !missed.includes(pid));
          const now = readingOf(
            uptime,
            listed.map(([pid, { start, threads, cpu }]) => processOf(pid, { start, threads, cpu: cut(cpu) })),
            { busy: cut(busy), cores: CORES },
          );
          const { all, unattributed, count } = process.derive(now, before, elapsed);
          // Times are cut to ticks.
          const tick = 0.0101 / elapsed;
          expect(count).toBe(listed.length);
          expect(all.map(({ id }) => id)).toEqual(listed.map(([pid, { start }]) => `${pid}@${start}`));
          for (const { usage = 0, threads = 0 } of all) {
            expect(usage).toBeGreaterThanOrEqual(0);
            expect(usage).toBeLessThanOrEqual(threads + tick);
          }
          if (before === undefined) expect(all.every(({ usage }) => usage === undefined)).toBe(true);
          else expect(unattributed).toBeGreaterThanOrEqual(0);
          expect(unattributed ?? 0).toBeLessThanOrEqual(1);
          before = now;
        }
      }),
    );
  });

  test('what the system says may be nonsense, what follows is a share or unknown', () => {
    const number = fc.double({ min: 0, max: 1e9, noNaN: true });
    const readings = fc.record({
      processes: fc.uniqueArray(
        fc.record({ pid, start: fc.nat(3), cpu: number, at: fc.nat(3), resident: number }).map((one) => processOf(one.pid, one)),
        { selector: (one) => one.pid },
      ),
      uptime: fc.nat(3),
      busy: number,
      at: fc.nat(3),
      cores: fc.nat(3),
      memory: number,
    });
    fc.assert(
      fc.property(readings, readings, fc.nat(3), (before, now, elapsed) => {
        const { all, unattributed = 0 } = process.derive(now, before, elapsed);
        expect(unattributed >= 0 && unattributed <= 1).toBe(true);
        for (const { usage = 0, age = 0, memoryUsage = 0 } of all) {
          expect(usage >= 0 && Number.isFinite(usage)).toBe(true);
          expect(age >= 0 && memoryUsage >= 0 && memoryUsage <= 1).toBe(true);
        }
      }),
    );
  });
});

describe('the processes that use most', () => {
  const all = Array.from({ length: 100 }, (_, i) => ({
    pid: i,
    usage: ((i * 37) % 100) / 100,
    resident: ((i * 61) % 100) * 4096,
  }));

  test('are so many by CPU and so many by memory, in the order of the list', () => {
    const top = topProcesses(all, 10);
    const best = all.filter(({ usage, resident }) => usage >= 0.9 || resident >= 90 * 4096);
    expect(top).toEqual(best);
    expect(top.length).toBeGreaterThan(10);
    expect(top.length).toBeLessThanOrEqual(20);
  });

  test('are all where there are no more', () => {
    expect(topProcesses(all, 100)).toBe(all);
  });

  test('are those that sorting puts first, equals in their order', () => {
    const amount = fc.nat(5);
    const one = fc.record({ usage: amount, resident: amount });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), fc.nat(12), (all, most) => {
        const sorted = (key: 'usage' | 'resident') => all.toSorted((a, b) => b[key] - a[key]).slice(0, most);
        const chosen = new Set([...sorted('usage'), ...sorted('resident')]);
        expect(topProcesses(all, most)).toEqual(all.length <= most ? all : all.filter((each) => chosen.has(each)));
      }),
    );
  });

  test('are those by memory where no usage is known yet', () => {
    const idle = all.map(({ pid, resident }) => ({ pid, resident }));
    const byMemory = idle.filter(({ resident }) => resident >= 97 * 4096);
    expect(topProcesses(idle, 3)).toEqual(expect.arrayContaining(byMemory));
  });
});
