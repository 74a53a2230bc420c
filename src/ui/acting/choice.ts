import { type Process, type Target, targetOf } from '../../control/target.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { createForest } from '../../processes/forest.ts';
import { type Grouping, groupBy } from '../../processes/group.ts';
import { groupId } from '../processes/listing.ts';
import type { ProcessView } from '../processes/view.ts';

/** Whom an action means: those that are tagged; where none is, the selected process, or all of the selected group. */
export function chosenTargets(frame: Frame, view: ProcessView): readonly Target[] {
  const all = known(frame.sample.process)?.all ?? [];
  const tagged = all.filter((one) => view.tagged.has(one.id));
  return (tagged.length > 0 ? tagged : rowMembers(all, view)).map(targetOf);
}

/** Tags the selected row, or takes its tags away: in the tree the whole branch, in a group all of it. */
export function toggleTags(frame: Frame, view: ProcessView): ProcessView {
  const all = known(frame.sample.process)?.all ?? [];
  const row = rowMembers(all, view);
  const branch = view.shape === 'tree' ? row.flatMap((one) => [one, ...createForest(all).descendantsOf(one)]) : row;
  const tagged = new Set(view.tagged);
  const isTagged = branch.every((one) => tagged.has(one.id));
  for (const { id } of branch) {
    if (isTagged) tagged.delete(id);
    else tagged.add(id);
  }
  return { ...view, tagged };
}

/** The processes that the selected row stands for. */
function rowMembers(all: readonly Process[], { selected, shape, sort }: ProcessView): readonly Process[] {
  if (selected === undefined) return [];
  if (shape === 'flat' || shape === 'tree') return all.filter((one) => one.id === selected);
  return groupsOf(all, shape, sort).find(({ id }) => id === selected)?.members ?? [];
}

function groupsOf(all: readonly Process[], by: Grouping, sort: ProcessView['sort']) {
  return groupBy(all, by, sort).map(({ key, members }) => ({ id: groupId(by, key), members }));
}
