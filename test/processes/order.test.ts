import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareBy, type SortKey, sortKeys } from '../../src/processes/order.ts';
import { anyProcesses, aProcess } from './processes.ts';

const all = [
  aProcess({
    pid: 1,
    name: 'init',
    user: 'root',
    state: 'S',
    resident: 10,
    usage: 0,
    cpuTime: 50,
    threads: 1,
    nice: 0,
    age: 900,
    ioRate: 5,
    files: 40,
    shared: 3,
    virtual: 100,
    priority: 20,
  }),
  aProcess({ pid: 2, name: 'kthreadd', state: 'I', resident: 0 }),
  aProcess({
    pid: 3,
    name: 'Node',
    user: 'eva',
    state: 'R',
    resident: 30,
    usage: 2.5,
    cpuTime: 9,
    threads: 11,
    nice: 5,
    age: 60,
    ioRate: 0,
    files: 50,
    shared: 9,
    virtual: 900,
    priority: 25,
  }),
  aProcess({
    pid: 4,
    name: 'cp',
    user: 'eva',
    state: 'D',
    resident: 20,
    usage: 0.5,
    cpuTime: 70,
    threads: 2,
    nice: -5,
    age: 300,
    ioRate: 70,
    files: 3,
    shared: 1,
    virtual: 20,
    priority: -51,
  }),
];

function pidsBy(key: SortKey, reversed?: boolean): number[] {
  return all.toSorted(compareBy(key, reversed)).map(({ pid }) => pid);
}

describe('the order of processes', () => {
  test.each<[SortKey, string, number[], number[]]>([
    ['cpu', 'the busiest', [3, 4, 1, 2], [1, 4, 3, 2]],
    ['memory', 'the largest', [3, 4, 1, 2], [2, 1, 4, 3]],
    ['pid', 'the first', [1, 2, 3, 4], [4, 3, 2, 1]],
    ['time', 'the one that used most', [4, 1, 3, 2], [3, 1, 4, 2]],
    ['name', 'a, whether big or small,', [4, 1, 2, 3], [3, 2, 1, 4]],
    ['user', 'a', [3, 4, 1, 2], [1, 3, 4, 2]],
    ['state', 'what runs', [3, 4, 1, 2], [2, 1, 4, 3]],
    ['threads', 'the one with most', [3, 4, 1, 2], [1, 4, 3, 2]],
    ['nice', 'the one that gives way least', [4, 1, 3, 2], [3, 1, 4, 2]],
    ['age', 'the oldest', [1, 4, 3, 2], [3, 4, 1, 2]],
    ['io', 'the one that reads and writes most', [4, 1, 3, 2], [3, 1, 4, 2]],
    ['files', 'the one with most open', [3, 1, 4, 2], [4, 1, 3, 2]],
    ['shared', 'the one that shares most', [3, 1, 4, 2], [4, 1, 3, 2]],
    ['virtual', 'the largest', [3, 1, 4, 2], [4, 1, 3, 2]],
    ['priority', 'the most urgent', [4, 1, 3, 2], [3, 1, 4, 2]],
  ])('by %s puts %s first, the other way round in reverse, and what is unknown last', (key, _, natural, reversed) => {
    expect(pidsBy(key)).toEqual(natural);
    expect(pidsBy(key, true)).toEqual(reversed);
  });

  it('knows every key that a column can be sorted by', () => {
    const always = ['cpu', 'memory', 'pid', 'time', 'name', 'user', 'state', 'threads', 'nice', 'age'];
    expect(sortKeys).toEqual([
      ...always,
      'io',
      'read',
      'write',
      'files',
      'shared',
      'virtual',
      'priority',
      'parent',
      'unit',
      'group',
    ]);
  });

  it('puts states by how much they matter', () => {
    const states = [...'ISXtTZDR'].map((state, i) => aProcess({ pid: i + 1, state }));
    expect(states.toSorted(compareBy('state')).map(({ state }) => state)).toEqual([...'RDZTtSIX']);
  });

  it('is the same from whatever order it starts, so that equals stand still', () => {
    const shuffled = anyProcesses.chain((processes) =>
      fc.tuple(fc.constant(processes), fc.shuffledSubarray(processes, { minLength: processes.length })),
    );
    fc.assert(
      fc.property(shuffled, fc.constantFrom(...sortKeys), fc.boolean(), ([processes, others], key, reversed) => {
        const compare = compareBy(key, reversed);
        expect(others.toSorted(compare)).toEqual(processes.toSorted(compare));
      }),
    );
  });
});
