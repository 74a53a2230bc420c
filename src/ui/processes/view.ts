import type { ColumnName } from '../../config/settings.ts';
import type { ProcessAction, Scroll } from '../../keymap/action.ts';
import type { Grouping } from '../../processes/group.ts';
import type { SortKey } from '../../processes/order.ts';
import { parseQuery, type QueryProblem } from '../../processes/query.ts';
import { editText } from '../typing.ts';
import { columns } from './columns.ts';
import { shownColumns } from './fitting.ts';

/** How the user looks at the processes. */
export interface ProcessView {
  readonly sort: SortKey;
  readonly reversed: boolean;
  /** From left to right; absent: the usual ones. */
  readonly columns?: readonly ColumnName[] | undefined;
  /** Those of the usual ones that were asked for: they stay as long as the others that were. */
  readonly byHand?: ReadonlySet<ColumnName> | undefined;
  /** Flat, as a tree of parents and children, or summed by what they have in common. */
  readonly shape: 'flat' | 'tree' | Grouping;
  /** CPU as a share of the whole machine, instead of one core. */
  readonly ofMachine: boolean;
  readonly kernelThreads: boolean;
  /** Threads of programs as rows, too. */
  readonly threads: boolean;
  /** Without the processes of other users. */
  readonly onlyOwn: boolean;
  /** All branches below the first level of the tree are folded. */
  readonly allFolded: boolean;
  /** Identities of the processes whose branches are folded; where all are, of those that are not. */
  readonly folded: ReadonlySet<string>;
  /** As it is typed. Where something is wrong with it, that is shown, and `goodQuery` counts. */
  readonly query: string;
  /** The last that could be read: what is listed. */
  readonly goodQuery: string;
  readonly editing: boolean;
  /** What is found without hiding the rest; while it is open, it takes the keys. */
  readonly find: { readonly query: string; readonly open: boolean };
  /** Identities of those that an action is meant for. */
  readonly tagged: ReadonlySet<string>;
  /** Identity of the selected row, which it keeps wherever it moves. */
  readonly selected: string | undefined;
  /** The first row of the window. It stands still while rows move, but where the selected one is followed. */
  readonly offset: number;
  readonly following: boolean;
}

export const initialView: ProcessView = {
  sort: 'cpu',
  reversed: false,
  shape: 'flat',
  ofMachine: false,
  kernelThreads: false,
  threads: false,
  onlyOwn: false,
  allFolded: false,
  folded: new Set(),
  tagged: new Set(),
  query: '',
  goodQuery: '',
  editing: false,
  find: { query: '', open: false },
  selected: undefined,
  offset: 0,
  following: false,
};

/** What is on the screen now: the identities of all rows, in order, and how many fit. */
export interface Listed {
  readonly ids: readonly string[];
  readonly height: number;
  /** Where the selected row stood when it was listed last; absent where none did. */
  readonly place?: number | undefined;
  /** The identities of those that a query means; or what is wrong with it. */
  find(query: string): ReadonlySet<string> | QueryProblem;
}

/** Whether somebody looks for processes, or has chosen one. */
export function isInUse({ editing, query, find, selected }: ProcessView): boolean {
  return editing || query !== '' || find.open || selected !== undefined;
}

/** Whether rows are sums of what they have in common; else each stands for one process. */
export function isGrouping(shape: ProcessView['shape']): shape is Grouping {
  return shape !== 'flat' && shape !== 'tree';
}

/** Pure: the view after an action. */
export function reduceProcesses(view: ProcessView, action: ProcessAction): ProcessView {
  switch (action.type) {
    case 'sort':
      return { ...view, sort: action.by, reversed: view.sort === action.by ? !view.reversed : false };
    case 'sortNext':
      return { ...view, sort: neighbour(view, action.by), reversed: false };
    case 'reverse':
      return { ...view, reversed: !view.reversed };
    case 'arrange':
      return { ...view, shape: view.shape === action.as ? 'flat' : action.as, selected: undefined, offset: 0 };
    case 'toggleShare':
      return { ...view, ofMachine: !view.ofMachine };
    case 'toggleKernel':
      return { ...view, kernelThreads: !view.kernelThreads };
    case 'toggleThreads':
      return { ...view, threads: !view.threads };
    case 'toggleOwn':
      return { ...view, onlyOwn: !view.onlyOwn };
    case 'fold':
      return fold(view);
    case 'foldAll':
      return view.shape === 'tree' ? { ...view, allFolded: !view.allFolded, folded: new Set() } : view;
    case 'follow':
      return { ...view, following: !view.following && view.selected !== undefined };
    case 'editQuery':
      return { ...view, editing: true };
  }
}

/** The view after a key while a query is typed: it filters with each. */
export function typeQuery(view: ProcessView, key: string): ProcessView {
  switch (key) {
    case 'escape':
      return { ...withQuery(view, ''), editing: false };
    case 'enter':
      return { ...view, editing: false };
    default: {
      const query = editText(view.query, key);
      return query === view.query ? view : withQuery(view, query);
    }
  }
}

/** The view after Esc: nothing is filtered, selected, tagged or followed. */
export function clearProcesses(view: ProcessView): ProcessView {
  return { ...withQuery(view, ''), selected: undefined, following: false, tagged: new Set() };
}

/** Where the window begins: where it was left, or where the followed one stays in it. */
export function windowStart(view: ProcessView, { ids, height }: Listed): number {
  const last = Math.max(0, ids.length - height);
  const at = view.following && view.selected !== undefined ? ids.indexOf(view.selected) : -1;
  const start = at < 0 ? view.offset : Math.min(Math.max(view.offset, at - height + 1), at);
  return Math.min(start, last);
}

/** The view after a cursor key: the selection moves, and the window no further than it must. */
export function moveSelection(view: ProcessView, by: Scroll, listed: Listed): ProcessView {
  const { ids, height } = listed;
  if (ids.length === 0) return view;
  const at = view.selected === undefined ? -1 : ids.indexOf(view.selected);
  // The row that has taken the place of one that has gone is the next one down.
  const from = at < 0 ? (listed.place ?? windowStart(view, listed)) - (by === 'line' ? 1 : 0) : at;
  const end = ids.length - 1;
  const to = { line: from + 1, lineBack: from - 1, page: from + height, pageBack: from - height, start: 0, end }[by];
  return selectRow(view, Math.min(end, Math.max(0, to)), listed);
}

/** The view with the row at this place selected, and in the window. */
export function selectRow(view: ProcessView, at: number, listed: Listed): ProcessView {
  const { ids, height } = listed;
  return { ...view, selected: ids[at], offset: Math.min(at, Math.max(windowStart(view, listed), at - height + 1)) };
}

/** The view after the wheel: the window moves by so many rows, and follows nobody any more. */
export function scrollList(view: ProcessView, by: number, listed: Listed): ProcessView {
  const last = Math.max(0, listed.ids.length - listed.height);
  return { ...view, following: false, offset: Math.min(last, Math.max(0, windowStart(view, listed) + by)) };
}

/** The view where the window gets another height than it had: the selected row stays in sight where it was. */
export function keepInSight(view: ProcessView, before: Listed, height: number): ProcessView {
  const at = view.selected === undefined ? -1 : before.ids.indexOf(view.selected);
  const start = windowStart(view, before);
  const now = windowStart(view, { ...before, height });
  const isSeen = at >= now && at < now + height;
  const wasSeen = at >= start && at < start + before.height;
  return wasSeen && !isSeen ? { ...view, offset: Math.max(start, at - height + 1) } : view;
}

/** The view with these columns, each of which was asked for; undefined: with the usual ones. */
export function withColumns(view: ProcessView, columns: ProcessView['columns']): ProcessView {
  return { ...view, columns, byHand: columns && new Set(columns) };
}

/** The view with this query, from the top of what it means; where it can't be read, the last good one counts. */
export function withQuery(view: ProcessView, query: string): ProcessView {
  const isGood = 'matches' in parseQuery(query);
  return { ...view, query, goodQuery: isGood ? query : view.goodQuery, offset: 0 };
}

/** What the column beside tells that the list is sorted by; the name stands in the command. */
function neighbour(view: ProcessView, by: 1 | -1): SortKey {
  const keys = shownColumns(view).flatMap((name) => (name === 'command' ? 'name' : (columns[name].sort ?? [])));
  const around = [...new Set(keys)];
  return around[(around.indexOf(view.sort) + by + around.length) % around.length] ?? 'cpu';
}

/** Folds the selected branch, or unfolds it. */
function fold(view: ProcessView): ProcessView {
  if (view.selected === undefined || view.shape !== 'tree') return view;
  const folded = new Set(view.folded);
  if (!folded.delete(view.selected)) folded.add(view.selected);
  return { ...view, folded };
}
