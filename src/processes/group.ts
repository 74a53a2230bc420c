import { compareBy, type SortKey } from './order.ts';
import type { Process } from './process.ts';
import { type Sums, sumOf } from './sums.ts';

/** By program, by user, by container or systemd unit. */
export type Grouping = 'name' | 'user' | 'unit';

/** Processes that have something in common, with what they use together. */
export interface ProcessGroup extends Sums {
  /** The name, user or unit; absent for those of which it isn't known, or that have none. */
  readonly key?: string;
  /** In the order that the groups have. */
  readonly members: readonly Process[];
}

/** Each process in one group. Groups are sorted by their sums, by their own names, and else as their first members are. */
export function groupBy(processes: readonly Process[], by: Grouping, key: SortKey, reversed = false): readonly ProcessGroup[] {
  const compare = compareBy(key, reversed);
  const members = new Map<string | undefined, [Process, ...Process[]]>();
  for (const one of processes.toSorted(compare)) {
    const group = members.get(one[by]);
    if (group) group.push(one);
    else members.set(one[by], [one]);
  }
  return [...members]
    .map(([name, [first, ...others]]) => {
      const sums = sumOf([first, ...others]);
      const { name: _, ...facts } = first;
      const sortable = { ...facts, ...sums, ...(name !== undefined && { name }) };
      return { sortable, group: { ...(name !== undefined && { key: name }), ...sums, members: [first, ...others] } };
    })
    .sort((a, b) => compare(a.sortable, b.sortable))
    .map(({ group }) => group);
}
