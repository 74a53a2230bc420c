import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { needsName, refusal } from '../../src/control/guard.ts';
import { anyProcesses } from '../processes/processes.ts';
import { aTarget } from './targets.ts';

/** init ← sshd ← bash ← sysmon, and a stranger. */
const surroundings = {
  ownPid: 40,
  processes: [
    { pid: 1, parent: 0 },
    { pid: 20, parent: 1 },
    { pid: 30, parent: 20 },
    { pid: 40, parent: 30 },
    { pid: 50, parent: 20 },
    { pid: 60, parent: 40 },
  ],
};

describe('the name has to be typed out', () => {
  test.each([
    [1, 'pid 1 started everything here: without it, all ends'],
    [40, 'this is sysmon itself'],
    [30, 'sysmon was started by it and may end with it'],
    [20, 'sysmon runs below it and may end with it'],
    [50, undefined],
    [60, undefined],
    [99, undefined],
  ])('of pid %i because: %s', (pid, reason) => {
    expect(needsName(aTarget({ pid }), surroundings)).toBe(reason);
  });

  it('of sysmon and pid 1 even where nothing is listed', () => {
    expect(needsName(aTarget({ pid: 1 }), { ownPid: 40, processes: [] })).toBeDefined();
    expect(needsName(aTarget({ pid: 40 }), { ownPid: 40, processes: [] })).toBeDefined();
  });

  it('of every ancestor and of nobody else, even where parents form a circle', () => {
    fc.assert(
      fc.property(anyProcesses, fc.integer({ min: 2, max: 30 }), (processes, ownPid) => {
        const parents = new Map(processes.map(({ pid, parent }) => [pid, parent]));
        const above = new Set<number>([1, ownPid]);
        for (let pid = ownPid, steps = 0; steps <= 31; steps += 1) {
          pid = parents.get(pid) ?? 0;
          above.add(pid);
        }
        for (const { pid } of processes) {
          expect(needsName(aTarget({ pid }), { ownPid, processes }) !== undefined).toBe(above.has(pid));
        }
      }),
    );
  });
});

describe('nothing is tried', () => {
  it('with a signal on a thread of the kernel, which would ignore it in silence', () => {
    expect(refusal({ pid: 2, kernelThread: true }, 'signal')).toBe('a thread of the kernel takes no signals');
    expect(refusal({ pid: 2, kernelThread: true }, 'renice')).toBeUndefined();
    expect(refusal({ pid: 2, kernelThread: false }, 'signal')).toBeUndefined();
  });

  test.each([0, -1, -40, Number.NaN])('on %d, which would mean whole groups of processes', (pid) => {
    expect(refusal({ pid }, 'signal')).toBe(`pid ${pid} stands for no single process`);
    expect(refusal({ pid }, 'renice')).toBe(`pid ${pid} stands for no single process`);
  });
});
