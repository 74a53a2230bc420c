import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Process } from '../../src/processes/process.ts';
import { sumOf } from '../../src/processes/sums.ts';
import { arrangeTree, type TreeRow, type TreeView } from '../../src/processes/tree.ts';
import { anyProcesses, aProcess } from './processes.ts';

const unfolded: TreeView = { sort: 'pid', folded: new Set() };

/** The rows as they could be drawn. */
function draw(rows: readonly TreeRow[]): string[] {
  return rows.map(({ process, last, folded, matches }) => {
    const lines = last.map((isLast, i) => (i < last.length - 1 ? (isLast ? '  ' : '│ ') : isLast ? '└ ' : '├ ')).join('');
    return `${lines}${process.pid}${folded ? '+' : ''}${matches ? '' : '?'}`;
  });
}

//  1 ─ 2 ─ 4 ─ 7
//    │   └ 5
//    └ 3 ─ 6
const all = [
  aProcess({ pid: 1, parent: 0, usage: 0.5, resident: 1, threads: 1 }),
  aProcess({ pid: 2, parent: 1, usage: 0.25, resident: 2, threads: 2 }),
  aProcess({ pid: 3, parent: 1, usage: 1, resident: 4 }),
  aProcess({ pid: 4, parent: 2, resident: 8, threads: 4 }),
  aProcess({ pid: 5, parent: 2, usage: 0.125, resident: 16 }),
  aProcess({ pid: 6, parent: 3, resident: 32 }),
  aProcess({ pid: 7, parent: 4, usage: 2, resident: 64, threads: 1 }),
];

describe('the tree', () => {
  it('stands under its roots, with the lines that lead from parent to child', () => {
    expect(draw(arrangeTree(all, unfolded))).toEqual(['1', '├ 2', '│ ├ 4', '│ │ └ 7', '│ └ 5', '└ 3', '  └ 6']);
  });

  it('tells depth, and how many children each has', () => {
    expect(arrangeTree(all, unfolded).map(({ depth, children }) => [depth, children])).toEqual([
      [0, 2],
      [1, 2],
      [2, 1],
      [3, 0],
      [2, 0],
      [1, 1],
      [2, 0],
    ]);
  });

  it('sorts siblings, in both directions', () => {
    expect(draw(arrangeTree(all, { ...unfolded, sort: 'cpu' }))).toEqual([
      '1',
      '├ 3',
      '│ └ 6',
      '└ 2',
      '  ├ 5',
      '  └ 4',
      '    └ 7',
    ]);
    expect(draw(arrangeTree(all, { ...unfolded, reversed: true }))).toEqual([
      '1',
      '├ 3',
      '│ └ 6',
      '└ 2',
      '  ├ 5',
      '  └ 4',
      '    └ 7',
    ]);
  });

  it('folds a branch into the sums of all it holds', () => {
    const rows = arrangeTree(all, { ...unfolded, folded: new Set(['2@100', '4@100']) });
    expect(draw(rows)).toEqual(['1', '├ 2+', '└ 3', '  └ 6']);
    expect(rows.map(({ branch }) => branch)).toEqual([
      undefined,
      { count: 4, usage: 2.375, resident: 90, threads: 7 },
      undefined,
      undefined,
    ]);
  });

  it('does not fold what has no children, nor a process that took the pid of one that was folded', () => {
    expect(draw(arrangeTree(all, { ...unfolded, folded: new Set(['6@100', '2@99']) }))).toEqual(draw(arrangeTree(all, unfolded)));
  });

  it('makes a root of a process whose parent is not listed', () => {
    expect(draw(arrangeTree(all.slice(1), unfolded))).toEqual(['2', '├ 4', '│ └ 7', '└ 5', '3', '└ 6']);
  });

  it('shows what matches with all it descends from, and what of that does not match itself', () => {
    const matches = ({ pid }: Process) => pid === 7 || pid === 2;
    expect(draw(arrangeTree(all, { ...unfolded, matches }))).toEqual(['1?', '└ 2', '  └ 4?', '    └ 7']);
  });

  it('sums in a folded branch what would be seen if it was not folded', () => {
    const matches = ({ pid }: Process) => pid === 7;
    const rows = arrangeTree(all, { ...unfolded, matches, folded: new Set(['2@100']) });
    expect(draw(rows)).toEqual(['1?', '└ 2+?']);
    expect(rows[1]?.branch?.count).toBe(3);
  });

  it('cuts cycles open', () => {
    const cycle = [
      aProcess({ pid: 1, parent: 1 }),
      aProcess({ pid: 2, parent: 3 }),
      aProcess({ pid: 3, parent: 4 }),
      aProcess({ pid: 4, parent: 2 }),
      aProcess({ pid: 5, parent: 3 }),
    ];
    expect(draw(arrangeTree(cycle, unfolded))).toEqual(['1', '2', '└ 4', '  └ 3', '    └ 5']);
    expect(draw(arrangeTree(cycle, { ...unfolded, matches: ({ pid }) => pid === 3 }))).toEqual(['2?', '└ 4?', '  └ 3']);
  });

  it('can be as deep as there are processes', () => {
    const chain = Array.from({ length: 2000 }, (_, i) => aProcess({ pid: i + 1, parent: i }));
    expect(arrangeTree(chain, unfolded).map(({ depth }) => depth)).toEqual(chain.map((_, i) => i));
    expect(arrangeTree(chain, { ...unfolded, folded: new Set(['1@100']) })[0]?.branch?.count).toBe(2000);
  });
});

describe('any tree', () => {
  const byPid = (a: Process, b: Process) => a.pid - b.pid;

  it('holds each process once, children right under their parents', () => {
    fc.assert(
      fc.property(anyProcesses, (processes) => {
        const rows = arrangeTree(processes, { ...unfolded, sort: 'cpu' });
        expect(rows.map(({ process }) => process).toSorted(byPid)).toEqual(processes.toSorted(byPid));
        rows.forEach(({ process, depth }, i) => {
          const above = rows.slice(0, i).findLast((row) => row.depth < depth);
          expect(above?.depth).toBe(depth === 0 ? undefined : depth - 1);
          if (above) expect(process.parent).toBe(above.process.pid);
        });
        expect(rows.reduce((sum, { children }) => sum + children, 0)).toBe(rows.filter(({ depth }) => depth > 0).length);
      }),
    );
  });

  it('adds up to the same sums, whatever is folded', () => {
    fc.assert(
      fc.property(anyProcesses, fc.func(fc.boolean()), (processes, isFolded) => {
        const folded = new Set(processes.map(({ id }) => id).filter((id) => isFolded(id)));
        const rows = arrangeTree(processes, { ...unfolded, folded });
        const sums = rows.map(({ process, branch }) => branch ?? sumOf([process]));
        const all = sumOf(processes);
        for (const name of ['count', 'usage', 'resident', 'threads', 'cpuTime', 'memoryUsage'] as const) {
          expect(sums.reduce((sum, one) => sum + (one[name] ?? 0), 0)).toBe(all[name] ?? 0);
        }
        for (const { process, folded: hidden } of rows) if (hidden) expect(folded).toContain(process.id);
      }),
    );
  });

  it('keeps what matches and its ancestors, and nothing else', () => {
    fc.assert(
      fc.property(anyProcesses, fc.func(fc.boolean()), (processes, isWanted) => {
        const matches = ({ pid }: Process) => isWanted(pid);
        const rows = arrangeTree(processes, { ...unfolded, matches });
        expect(
          rows
            .filter((row) => row.matches)
            .map(({ process }) => process)
            .toSorted(byPid),
        ).toEqual(processes.filter(matches).toSorted(byPid));
        // Without a match below it, one that doesn't match has no reason to be here.
        const parents = new Set(rows.map(({ process }) => process.parent));
        for (const row of rows) if (!row.matches) expect(parents).toContain(row.process.pid);
      }),
    );
  });
});
