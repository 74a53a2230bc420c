import { type Grouping, groupBy } from '../../processes/group.ts';
import type { Process } from '../../processes/process.ts';
import { groupId } from './listing.ts';
import { type ProcessView, withQuery } from './view.ts';

/**
 * The view that lists the members of the selected group one by one, by a query that is added to the one in force.
 * The same view where no query says what they have in common: that they have no unit, say.
 */
export function showMembers(view: ProcessView, by: Grouping, all: readonly Process[]): ProcessView {
  const key = groupBy(all, by, view.sort).find((group) => groupId(by, group.key) === view.selected)?.key;
  const quote = ['"', "'"].find((mark) => !key?.includes(mark));
  if (key === undefined || quote === undefined) return view;
  const common = `${by}=${quote}${key}${quote}`;
  const query = view.goodQuery.trim() === '' ? common : `(${view.goodQuery}) and ${common}`;
  return { ...withQuery(view, query), shape: 'flat', selected: undefined };
}
