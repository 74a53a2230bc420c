import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ancestorsOf } from '../../src/processes/ancestors.ts';
import { anyProcesses, aProcess } from './processes.ts';

describe('the ancestors of a process', () => {
  it('are its parent first, and so on up', () => {
    const all = [aProcess({ pid: 1, parent: 0 }), aProcess({ pid: 5, parent: 1 }), aProcess({ pid: 9, parent: 5 })];
    expect(ancestorsOf(aProcess({ pid: 12, parent: 9 }), all).map(({ pid }) => pid)).toEqual([9, 5, 1]);
    expect(ancestorsOf(aProcess({ pid: 1, parent: 0 }), all)).toEqual([]);
    expect(ancestorsOf(aProcess({ pid: 12, parent: 8 }), all)).toEqual([]);
  });

  it('come to an end, whatever a reading in the middle of a change says', () => {
    fc.assert(
      fc.property(anyProcesses, (all) => {
        for (const one of all) {
          const pids = ancestorsOf(one, all).map(({ pid }) => pid);
          expect(new Set([one.pid, ...pids]).size).toBe(pids.length + 1);
        }
      }),
    );
  });
});
