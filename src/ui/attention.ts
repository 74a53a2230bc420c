import { known } from '../metrics/outcome.ts';
import type { Attention } from '../metrics/process/attention.ts';
import type { Frame } from '../monitor.ts';
import { attentionTo, needsClose } from '../processes/attention.ts';
import { parseQuery } from '../processes/query.ts';
import { listSize } from './arrangement.ts';
import type { Size } from './panels/panel.ts';
import { columns } from './processes/columns.ts';
import { fitColumns } from './processes/fitting.ts';
import type { Listing } from './processes/listing.ts';
import { isGrouping, windowStart } from './processes/view.ts';
import { isCovered, type ScreenState } from './screen-state.ts';

/** What the screen looks at: the rows of processes that are seen with what is read closely, and the process whose detail is open; with the charts of disks, who may be using them. */
export function attentionOf(state: ScreenState, frame: Frame, listing: Listing, screen: Size): Attention {
  const { processes: view, detail, visible: panels } = state;
  const size = listSize(state, frame, screen);
  const seen = size ? pidsInSight(view, listing, size) : [];
  const opened = detail ? [detail.process.pid] : [];
  const sight = attentionTo({
    visible: [...opened, ...seen, ...(namesDisksUsers(state) ? pidsAtWork(frame) : [])],
    // Also where the rows aren't seen: they are to be in order when they are.
    sort: panels.includes('processes') ? view.sort : 'cpu',
    threads: view.threads && !isGrouping(view.shape) && size !== undefined,
  });
  return asksForAll(view) ? { ...sight, closely: 'all' } : sight;
}

/** Whether charts name who reads and writes. */
function namesDisksUsers(state: ScreenState): boolean {
  return state.zoomed && state.focus === 'disks' && !isCovered(state);
}

/** Whoever reads or writes much takes time for it, or waits for a disk: of thousands they are few. */
function pidsAtWork({ sample }: Frame): readonly number[] {
  const all = known(sample.process)?.all ?? [];
  return all.filter(({ usage, state }) => state === 'D' || (usage ?? 0) > 0).map(({ pid }) => pid);
}

/** Nobody, where no column tells what is read closely. */
function pidsInSight(view: ScreenState['processes'], listing: Listing, { width, height }: Size): readonly number[] {
  const { before, after } = fitColumns(view, width);
  const told = [...before, ...after].flatMap((name) => columns[name].sort ?? []);
  if (!told.some(needsClose)) return [];
  const start = windowStart(view, { ...listing, height });
  return listing.rows(start, start + height).flatMap(({ pid, members }) => members?.map((one) => one.pid) ?? pid ?? []);
}

/** Whether something is looked for by what is read closely. */
function asksForAll({ goodQuery, find }: ScreenState['processes']): boolean {
  return [goodQuery, ...(find.open ? [find.query] : [])].some((text) => {
    const query = parseQuery(text);
    return 'matches' in query && needsClose(query);
  });
}
