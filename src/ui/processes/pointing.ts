import type { SortKey } from '../../processes/order.ts';
import type { Cell, Size } from '../panels/panel.ts';
import type { Wish } from '../wish.ts';
import { columns } from './columns.ts';
import { fitColumns } from './fitting.ts';
import type { Processes } from './processes.ts';
import { promptRows } from './prompt.ts';
import { type ProcessView, windowStart } from './view.ts';

/**
 * What a click on the table asks for: on a head, to sort by it; on a row, to select it, or to open the selected one; on the
 * query, to go on with it, and on what is being found, to find the next.
 */
export function pointAtProcesses({ x, y }: Cell, { width, height }: Size, { view, listing }: Processes): readonly Wish[] {
  const head = promptRows(view, listing.lack);
  if (y < head) return wishesOfPrompts(view)[y] ?? [];
  if (y === head) {
    const by = sortKeyAt(x, view, width);
    return by ? [{ type: 'sort', by }] : [];
  }
  const start = windowStart(view, { ...listing, height: Math.max(0, height - head - 1) });
  const id = listing.ids[start + y - head - 1];
  if (id === undefined) return [];
  const select: Wish = { type: 'selectRow', id };
  return id === view.selected ? [select, { type: 'open' }] : [select];
}

/** By the lines that stand above the table, in their order. */
function wishesOfPrompts({ editing, query, find }: ProcessView): readonly (readonly Wish[])[] {
  const wishes: Wish[][] = [];
  if (editing || query !== '') wishes.push([{ type: 'editQuery' }]);
  if (find.open) wishes.push([{ type: 'find', by: 1 }]);
  return wishes;
}

/** What the head at this cell tells, where the list can be sorted by that. The blank between two belongs to the first. */
function sortKeyAt(x: number, view: ProcessView, width: number): SortKey | undefined {
  const { before, command, after } = fitColumns(view, width);
  const heads = [
    ...before.map((name) => ({ sort: columns[name].sort, cells: columns[name].width + 1 })),
    { sort: 'name' as const, cells: command + (before.length === 0 ? 2 : 1) },
    ...after.map((name) => ({ sort: columns[name].sort, cells: columns[name].width + 1 })),
  ];
  let end = 0;
  return heads.find(({ cells }) => {
    end += cells;
    return x < end;
  })?.sort;
}
