import type { ValueOf } from '../../metrics/index.ts';
import { known, type Outcome } from '../../metrics/outcome.ts';
import { type Grouping, groupBy, type ProcessGroup } from '../../processes/group.ts';
import { compareBy } from '../../processes/order.ts';
import type { Process, Test } from '../../processes/process.ts';
import { parseQuery, type QueryProblem } from '../../processes/query.ts';
import { arrangeTree, type TreeRow } from '../../processes/tree.ts';
import { rememberLast } from '../../units/remember-last.ts';
import type { ListedRow } from './row.ts';
import { isGrouping, type ProcessView } from './view.ts';

/** What is listed, in order. Of thousands a few dozen are drawn: their rows are made when they are asked for. */
export interface Listing {
  readonly ids: readonly string[];
  /** Rows there would be without the query, one by one: processes, and the threads among them. */
  readonly total: number;
  readonly threads: number;
  /** What else there is that isn't listed, in words. */
  readonly hidden: readonly string[];
  /** Why some aren't told by the system, and what would help. */
  readonly lack?: string;
  /** What is wrong with the query; then that is listed which the last good one means. */
  readonly problem?: QueryProblem;
  /** The rows from `start` up to `end`. */
  rows(start: number, end: number): readonly ListedRow[];
  /** The ids of the rows that a query means; or what is wrong with it. */
  find(query: string): ReadonlySet<string> | QueryProblem;
}

export const EMPTY_LISTING: Listing = { ids: [], total: 0, threads: 0, hidden: [], rows: () => [], find: () => new Set() };

/** Lists, and remembers the last list: it is asked for again by each key, and by each picture. */
export function createLister(own?: string): (outcome: Outcome<ValueOf<'process'>> | undefined, view: ProcessView) => Listing {
  let last: { readonly outcome: unknown; readonly view: ProcessView; readonly listing: Listing } | undefined;
  return (outcome, view) => {
    if (last && last.outcome === outcome && listsTheSame(last.view, view)) return last.listing;
    const listing = listProcesses(outcome, view, own);
    last = { outcome, view, listing };
    return listing;
  };
}

/** All of a view that a list follows from. */
const DECISIVE = [
  'sort',
  'reversed',
  'shape',
  'kernelThreads',
  'threads',
  'onlyOwn',
  'folded',
  'allFolded',
  'query',
  'goodQuery',
] as const;

function listsTheSame(a: ProcessView, b: ProcessView): boolean {
  return DECISIVE.every((key) => a[key] === b[key]);
}

/** Pure: what a view lists; `own` is the user whose processes are the own ones. */
export function listProcesses(outcome: Outcome<ValueOf<'process'>> | undefined, view: ProcessView, own?: string): Listing {
  const value = outcome && known(outcome);
  if (value === undefined) return EMPTY_LISTING;
  const { all } = value;
  const query = parseQuery(view.query);
  const good = 'matches' in query ? query : parseQuery(view.goodQuery);
  const matches = 'matches' in good && view.goodQuery.trim() !== '' ? good.matches : undefined;
  const onlyOf = view.onlyOwn ? own : undefined;
  const isListed = (one: Process) => (view.kernelThreads || !one.kernelThread) && (onlyOf === undefined || one.user === onlyOf);
  const threads = threadsOf(value, view).filter(isListed);
  const candidates = [...all.filter(isListed), ...threads];
  return {
    ...arrangeRows(candidates, matches, view),
    total: candidates.length,
    threads: threads.length,
    hidden: [
      ...(view.onlyOwn ? [own === undefined ? 'own user unknown' : `only ${own}`] : []),
      ...(!view.kernelThreads && all.some((one) => one.kernelThread) ? ['no kernel'] : []),
    ],
    ...(value.hidden !== undefined && { lack: value.hidden }),
    ...('problem' in query && { problem: query }),
  };
}

/**
 * Threads as rows, but for the first of each process, whose row is there. Groups don't count them: what they use is in their
 * processes.
 */
function threadsOf({ tasks = [] }: ValueOf<'process'>, { threads, shape }: ProcessView): readonly Process[] {
  return threads && !isGrouping(shape) ? tasks.filter((task) => task.pid !== task.process) : [];
}

type Arranged = Pick<Listing, 'ids' | 'rows' | 'find'>;

function arrangeRows(
  all: readonly Process[],
  matches: Test | undefined,
  { sort, reversed, folded, allFolded, shape }: ProcessView,
): Arranged {
  const meant = matches ? all.filter(matches) : all;
  switch (shape) {
    case 'flat':
      return rowsOf(meant.toSorted(compareBy(sort, reversed)), {
        idOf: (one) => one.id,
        rowOf: rowOfOne,
        isMeant: (one, test) => test(one),
      });
    case 'tree':
      return rowsOf(arrangeTree(all, { sort, reversed, folded, allFolded, ...(matches && { matches }) }), {
        idOf: (row) => row.process.id,
        rowOf: rowOfTree,
        isMeant: (row, test) => test(row.process),
      });
    case 'name':
    case 'user':
    case 'unit':
      return rowsOf(groupBy(meant, shape, sort, reversed), {
        idOf: ({ key }) => groupId(shape, key),
        rowOf: (group) => rowOfGroup(group, shape),
        isMeant: ({ members }, test) => members.some(test),
      });
  }
}

interface Kind<T> {
  idOf(item: T): string;
  rowOf(item: T): ListedRow;
  isMeant(item: T, test: Test): boolean;
}

function rowsOf<T>(items: readonly T[], { idOf, rowOf, isMeant }: Kind<T>): Arranged {
  // Who asks what is in sight asks for the same rows as who draws them.
  const made: ListedRow[] = [];
  const rowAt = (item: T, at: number) => {
    made[at] ??= rowOf(item);
    return made[at];
  };
  return {
    ids: items.map(idOf),
    rows: (start, end) => items.slice(start, end).map((item, i) => rowAt(item, start + i)),
    // Asked by each who draws a part of what is found.
    find: rememberLast((text: string) => {
      const query = parseQuery(text);
      return 'matches' in query ? new Set(items.filter((item) => isMeant(item, query.matches)).map(idOf)) : query;
    }),
  };
}

/** A thread is told by its own name: the command line is that of its process. */
function rowOfOne(one: Process): ListedRow {
  if (!('process' in one)) return one;
  const { command: _, ...own } = one;
  return { ...own, name: `{${one.name}}` };
}

function rowOfTree({ process, last, branch, members }: TreeRow): ListedRow {
  const prefix = last.map((isLast, i) => (i === last.length - 1 ? (isLast ? '└─' : '├─') : isLast ? '  ' : '│ ')).join('');
  const row = { ...rowOfOne(process), prefix };
  return branch && members ? { ...row, ...branch, members, note: `+${branch.count - 1}` } : row;
}

/** The identity of a group's row. */
export function groupId(by: Grouping, key: string | undefined): string {
  return `${by} ${key ?? NONE[by]}`;
}

/** What those are called that have nothing in common. */
const NONE = { name: '(no name)', user: '(unknown user)', unit: '(no container or unit)' } as const;

function rowOfGroup({ key, members, ...sums }: ProcessGroup, by: Grouping): ListedRow {
  const note = members.length === 1 ? `pid ${members[0]?.pid}` : `${members.length} processes`;
  const user = members[0]?.user;
  const common = user !== undefined && members.every((one) => one.user === user) ? { user } : {};
  return { ...sums, ...common, id: groupId(by, key), name: key ?? NONE[by], note, members };
}
