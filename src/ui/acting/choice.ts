import { type Process, type Target, targetOf } from '../../control/target.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { createForest } from '../../processes/forest.ts';
import type { Listing } from '../processes/listing.ts';
import type { ProcessView } from '../processes/view.ts';

type Rows = Pick<Listing, 'ids' | 'rows'>;

/**
 * Whom an action means: those that are tagged; where none is, the selected process, or all that the selected group lists.
 * Nobody who isn't listed, but tags stay when a query hides who has one.
 */
export function chosenTargets(frame: Frame, view: ProcessView, listed: Rows): readonly Target[] {
  const all = known(frame.sample.process)?.all ?? [];
  const tagged = all.filter((one) => view.tagged.has(one.id));
  return (tagged.length > 0 ? tagged : selectedProcesses(all, view, listed)).map(targetOf);
}

/** Tags the selected row, or takes its tags away: in the tree the whole branch, in a group all of it. */
export function toggleTags(frame: Frame, view: ProcessView, listed: Rows): ProcessView {
  const all = known(frame.sample.process)?.all ?? [];
  const row = selectedProcesses(all, view, listed);
  const branch = view.shape === 'tree' ? row.flatMap((one) => [one, ...createForest(all).descendantsOf(one)]) : row;
  const tagged = new Set(view.tagged);
  const isTagged = branch.every((one) => tagged.has(one.id));
  for (const { id } of branch) {
    if (isTagged) tagged.delete(id);
    else tagged.add(id);
  }
  return { ...view, tagged };
}

/** What the selected row stands for. */
function selectedProcesses(all: readonly Process[], { selected, shape }: ProcessView, { ids, rows }: Rows): readonly Process[] {
  const at = selected === undefined ? -1 : ids.indexOf(selected);
  const [row] = at < 0 ? [] : rows(at, at + 1);
  if (row === undefined) return [];
  return shape === 'flat' || shape === 'tree' ? all.filter((one) => one.id === row.id) : (row.members ?? []);
}
