import { type Process, type Target, targetOf } from '../../control/target.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { createForest } from '../../processes/forest.ts';
import type { Listing } from '../processes/listing.ts';
import { isGrouping, type ProcessView } from '../processes/view.ts';

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

/** How many of them no row stands for: a query or a switch hides them. What is folded away, or summed up in a group, is in its row. */
export function countHidden(targets: readonly Target[], rows: Rows): number {
  const listed = idsIn(rows);
  return targets.filter(({ id }) => !listed.has(id)).length;
}

/** Tags the selected row, or takes its tags away: in the tree all that is listed of the branch, in a group all of it. */
export function toggleRow(frame: Frame, view: ProcessView, listed: Rows): ProcessView {
  const all = known(frame.sample.process)?.all ?? [];
  const row = selectedProcesses(all, view, listed);
  const branch = view.shape === 'tree' ? row.flatMap((one) => [one, ...listedBelow(one, all, listed)]) : row;
  return toggleTags(
    view,
    branch.map(({ id }) => id),
  );
}

/** Tags them, or takes their tags away where all have one. */
export function toggleTags(view: ProcessView, ids: readonly string[]): ProcessView {
  const tagged = new Set(view.tagged);
  const isTagged = ids.every((id) => tagged.has(id));
  for (const id of ids) {
    if (isTagged) tagged.delete(id);
    else tagged.add(id);
  }
  return { ...view, tagged };
}

/** What a query or a switch hides of a branch isn't meant with it; what is folded away is. */
function listedBelow(one: Process, all: readonly Process[], rows: Rows): readonly Process[] {
  const listed = idsIn(rows);
  return createForest(all)
    .descendantsOf(one)
    .filter(({ id }) => listed.has(id));
}

/** Of all that rows stand for. */
function idsIn({ ids, rows }: Rows): ReadonlySet<string> {
  return new Set(rows(0, ids.length).flatMap(({ id, members = [] }) => [id, ...members.map((member) => member.id)]));
}

/** What the selected row stands for. */
function selectedProcesses(all: readonly Process[], { selected, shape }: ProcessView, { ids, rows }: Rows): readonly Process[] {
  const at = selected === undefined ? -1 : ids.indexOf(selected);
  const [row] = at < 0 ? [] : rows(at, at + 1);
  if (row === undefined) return [];
  return isGrouping(shape) ? (row.members ?? []) : all.filter((one) => one.id === row.id);
}
