import type { ValueOf } from '../../metrics/index.ts';
import { known, type Outcome } from '../../metrics/outcome.ts';
import { type Grouping, groupBy } from '../../processes/group.ts';
import { compareBy } from '../../processes/order.ts';
import type { Process, Test } from '../../processes/process.ts';
import { parseQuery, type QueryProblem } from '../../processes/query.ts';
import { arrangeTree, type TreeRow } from '../../processes/tree.ts';
import type { ProcessView } from './view.ts';

/** A row of the list: a process, or the sum of several. */
export interface ListedRow {
  /** Of the process, or of the group. */
  readonly id: string;
  readonly pid?: number;
  /** How many processes it stands for. */
  readonly count: number;
  readonly name: string;
  readonly command?: string;
  readonly user?: string;
  readonly state?: string;
  readonly usage?: number;
  readonly cpuTime?: number;
  readonly resident: number;
  readonly memoryUsage?: number;
  readonly threads?: number;
  readonly nice?: number;
  /** Lines of the tree before the name. */
  readonly prefix: string;
  /** Behind the name: how many are folded away. */
  readonly note?: string;
}

export interface Listing {
  readonly rows: readonly ListedRow[];
  readonly ids: readonly string[];
  /** Processes there are, before the query. */
  readonly total: number;
  /** What is wrong with the query; then the rows are those of the last good one. */
  readonly problem?: QueryProblem;
}

export const EMPTY_LISTING: Listing = { rows: [], ids: [], total: 0 };

/** Lists, and remembers the last list: it is asked for again by each key, and by each picture. */
export function createLister(): typeof listProcesses {
  let last: { readonly outcome: unknown; readonly view: ProcessView; readonly listing: Listing } | undefined;
  return (outcome, view) => {
    if (last?.outcome !== outcome || last?.view !== view) last = { outcome, view, listing: listProcesses(outcome, view) };
    return last.listing;
  };
}

/** Pure: the rows that a view asks for. */
export function listProcesses(outcome: Outcome<ValueOf<'process'>> | undefined, view: ProcessView): Listing {
  const all = outcome && known(outcome)?.all;
  if (all === undefined) return EMPTY_LISTING;
  const query = parseQuery(view.query);
  const good = 'matches' in query ? query : parseQuery(view.goodQuery);
  const matches: Test = 'matches' in good ? good.matches : () => true;
  const candidates = view.kernelThreads ? all : all.filter((one) => !one.kernelThread);
  const rows = arrangeRows(candidates, matches, view);
  return {
    rows,
    ids: rows.map((row) => row.id),
    total: candidates.length,
    ...('problem' in query && { problem: query }),
  };
}

function arrangeRows(all: readonly Process[], matches: Test, view: ProcessView): readonly ListedRow[] {
  const { sort, reversed, folded, shape } = view;
  switch (shape) {
    case 'flat':
      return all
        .filter(matches)
        .sort(compareBy(sort, reversed))
        .map((one) => ({ ...one, count: 1, prefix: '' }));
    case 'tree':
      return arrangeTree(all, { sort, reversed, folded, matches }).map(rowOfTree);
    case 'name':
    case 'user':
    case 'unit':
      return rowsOfGroups(all.filter(matches), shape, view);
  }
}

function rowOfTree({ process, last, branch, folded }: TreeRow): ListedRow {
  const prefix = last.map((isLast, i) => (i === last.length - 1 ? (isLast ? '└─' : '├─') : isLast ? '  ' : '│ ')).join('');
  const row = { ...process, count: 1, prefix };
  if (!folded || branch === undefined) return row;
  return { ...row, ...branch, note: `+${branch.count - 1}` };
}

/** The identity of a group's row. */
export function groupId(by: Grouping, key: string | undefined): string {
  return `${by} ${key ?? NONE[by]}`;
}

/** What those are called that have nothing in common. */
const NONE = { name: '(no name)', user: '(unknown user)', unit: '(no container or unit)' } as const;

function rowsOfGroups(all: readonly Process[], by: Grouping, { sort, reversed }: ProcessView): readonly ListedRow[] {
  return groupBy(all, by, sort, reversed).map(({ key, members, ...sums }) => ({
    ...sums,
    id: groupId(by, key),
    name: key ?? NONE[by],
    prefix: '',
    note: members.length === 1 ? `pid ${members[0]?.pid}` : `${members.length} processes`,
  }));
}
