import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Grouping, groupBy } from '../../src/processes/group.ts';
import { type SortKey, sortKeys } from '../../src/processes/order.ts';
import { sumOf } from '../../src/processes/sums.ts';
import { anyProcesses, aProcess } from './processes.ts';

const all = [
  aProcess({ pid: 1, name: 'init', user: 'root', resident: 10, usage: 0.25, memoryUsage: 0.125, cpuTime: 50, threads: 1 }),
  aProcess({ pid: 2, name: 'node', user: 'eva', unit: 'web.service', resident: 20, usage: 0.5, cpuTime: 5, threads: 11 }),
  aProcess({ pid: 3, name: 'node', user: 'root', unit: 'web.service', resident: 30, usage: 1, memoryUsage: 0.25, threads: 11 }),
  aProcess({ pid: 4, name: 'kthreadd', user: 'root', resident: 0 }),
];

describe('groups', () => {
  it('by program hold what has the same name, with counts and sums over what is known', () => {
    expect(groupBy(all, 'name', 'cpu')).toEqual([
      { key: 'node', count: 2, usage: 1.5, memoryUsage: 0.25, resident: 50, cpuTime: 5, threads: 22, members: [all[2], all[1]] },
      { key: 'init', count: 1, usage: 0.25, memoryUsage: 0.125, resident: 10, cpuTime: 50, threads: 1, members: [all[0]] },
      { key: 'kthreadd', count: 1, resident: 0, members: [all[3]] },
    ]);
  });

  function keysBy(by: Grouping, key: SortKey, reversed?: boolean) {
    return groupBy(all, by, key, reversed).map((group) => [group.key, group.count]);
  }

  it('by user hold what runs for the same user', () => {
    expect(keysBy('user', 'memory')).toEqual([
      ['root', 3],
      ['eva', 1],
    ]);
  });

  it('by unit hold, in one group without a key, those that are in none', () => {
    expect(keysBy('unit', 'cpu')).toEqual([
      ['web.service', 2],
      [undefined, 2],
    ]);
  });

  it('are sorted by their own names, those without one last', () => {
    expect(keysBy('name', 'name')).toEqual([
      ['init', 1],
      ['kthreadd', 1],
      ['node', 2],
    ]);
    expect(keysBy('user', 'name', true)).toEqual([
      ['root', 3],
      ['eva', 1],
    ]);
    expect(keysBy('unit', 'name', true)).toEqual([
      ['web.service', 2],
      [undefined, 2],
    ]);
  });

  it('are sorted by what does not add up as their first members are', () => {
    expect(keysBy('name', 'pid')).toEqual([
      ['init', 1],
      ['node', 2],
      ['kthreadd', 1],
    ]);
    expect(keysBy('name', 'pid', true)).toEqual([
      ['kthreadd', 1],
      ['node', 2],
      ['init', 1],
    ]);
  });

  it('hold each process once, so that their sums add up to the sums of all', () => {
    const grouping = fc.constantFrom<Grouping>('name', 'user', 'unit');
    fc.assert(
      fc.property(anyProcesses, grouping, fc.constantFrom(...sortKeys), fc.boolean(), (processes, by, key, reversed) => {
        const groups = groupBy(processes, by, key, reversed);
        const members = groups.flatMap((group) => group.members);
        expect(members.toSorted((a, b) => a.pid - b.pid)).toEqual(processes.toSorted((a, b) => a.pid - b.pid));
        for (const group of groups) expect(group).toMatchObject(sumOf(group.members));
        const sums = sumOf(processes);
        for (const name of ['count', 'usage', 'memoryUsage', 'resident', 'cpuTime', 'threads'] as const) {
          expect(groups.reduce((sum, group) => sum + (group[name] ?? 0), 0)).toBe(sums[name] ?? 0);
        }
      }),
    );
  });
});
