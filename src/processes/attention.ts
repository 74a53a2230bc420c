import type { Attention } from '../metrics/process/attention.ts';
import { isCloseKey, type SortKey } from './order.ts';
import type { Query } from './query.ts';

/** Whether sorting by a key, or filtering by a query, needs what is read only of processes that are looked at closely. */
export function needsClose(asked: SortKey | Query): boolean {
  return typeof asked === 'string' ? isCloseKey(asked) : asked.close;
}

/** A list of processes as somebody sees it. */
export interface Sight {
  /** The ids of the processes whose rows are on the screen. */
  readonly visible: Iterable<number>;
  readonly sort: SortKey;
  /** Absent where nothing is looked for. */
  readonly query?: Query;
  readonly threads: boolean;
}

/** What has to be read for it: all processes closely where they can't be put in order, or chosen, without; else those that are seen. */
export function attentionTo({ visible, sort, query, threads }: Sight): Attention {
  const all = needsClose(sort) || (query !== undefined && needsClose(query));
  return { closely: all ? 'all' : new Set(visible), threads };
}
