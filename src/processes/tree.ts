import { createForest, withAncestors } from './forest.ts';
import { compareBy, type SortKey } from './order.ts';
import type { Process, Test } from './process.ts';
import { type Sums, sumOf } from './sums.ts';

/** A process where it stands among its parents and children. */
export interface TreeRow {
  readonly process: Process;
  /** 0 for a root. */
  readonly depth: number;
  /**
   * For each step from the root down to the process, whether it is the last of its siblings: the last step is drawn
   * └ or ├, the ones before it as a gap or │. Empty for a root.
   */
  readonly last: readonly boolean[];
  /** Of its own, folded away or not. */
  readonly children: number;
  /** Whether it has children and they are folded away. */
  readonly folded: boolean;
  /** False for one that is here only because something below it matches. */
  readonly matches: boolean;
  /** What a folded branch uses, the process itself included; absent where nothing is folded. */
  readonly branch?: Sums;
  /** All of a folded branch, the process itself first. */
  readonly members?: readonly Process[];
}

export interface TreeView {
  readonly sort: SortKey;
  readonly reversed?: boolean;
  /** The ids of the processes whose branches are folded; where `allFolded`, of those below the roots whose branches aren't. */
  readonly folded: ReadonlySet<string>;
  readonly allFolded?: boolean;
  /** What is looked for; it is shown with all it descends from. */
  readonly matches?: Test;
}

/** The rows of the tree from top to bottom; siblings are sorted. A process whose parent isn't listed is a root. */
export function arrangeTree(processes: readonly Process[], view: TreeView): readonly TreeRow[] {
  const { sort, reversed, folded, allFolded = false, matches } = view;
  const listed = matches ? withAncestors(processes, matches) : processes;
  const { roots, childrenOf, descendantsOf } = createForest(listed.toSorted(compareBy(sort, reversed)));
  const rows: TreeRow[] = [];
  // A stack instead of recursion: a tree can be as deep as there are processes.
  const waiting: Pick<TreeRow, 'process' | 'last'>[] = roots.toReversed().map((process) => ({ process, last: [] }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { process, last } = next;
    const children = childrenOf(process);
    const isFolded = children.length > 0 && folded.has(process.id) !== (allFolded && last.length > 0);
    const row = {
      process,
      depth: last.length,
      last,
      children: children.length,
      folded: isFolded,
      matches: matches?.(process) ?? true,
    };
    if (isFolded) {
      const members = [process, ...descendantsOf(process)];
      rows.push({ ...row, branch: sumOf(members), members });
      continue;
    }
    rows.push(row);
    for (const child of children.toReversed()) waiting.push({ process: child, last: [...last, child === children.at(-1)] });
  }
  return rows;
}
