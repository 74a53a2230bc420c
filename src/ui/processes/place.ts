import type { ProcessView } from './view.ts';

/**
 * Remembers in which row the selected one stood last: when its process has ended, or a query hides it, nothing is selected, but
 * whoever moves on goes on from there. Asked at each picture, with the rows that it shows; undefined where there never was a place.
 */
export function createPlace(): (view: Pick<ProcessView, 'selected'>, ids: readonly string[]) => number | undefined {
  let last: { readonly id: string; readonly at: number } | undefined;
  return ({ selected }, ids) => {
    const at = selected === undefined ? -1 : ids.indexOf(selected);
    if (selected !== undefined && at >= 0) last = { id: selected, at };
    return last !== undefined && last.id === selected ? last.at : undefined;
  };
}
