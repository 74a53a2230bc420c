import type { Door } from '../../../platform/door.ts';
import type { Seconds } from '../../../units/quantity.ts';
import { present } from '../../present.ts';
import { rate } from '../../rate.ts';
import { parseStat } from '../stat.ts';
import type { PartOf } from './table.ts';

export type Threads = PartOf<'threads'>;
export type Thread = Threads['first'][number];

/** What was read of threads at one moment. */
export interface ThreadReading {
  readonly at: Seconds;
  readonly threads: ReadonlyMap<number, { readonly start: Seconds; readonly cpu: Seconds }>;
}

/** Of a process with more, the others are only counted. */
const MOST_THREADS = 200;

/**
 * Undefined where the process is gone.
 * @param before what was read of them the last time; absent: there are no shares.
 */
export function readThreads(
  door: Door,
  pid: number,
  at: Seconds,
  before: ThreadReading | undefined,
): { readonly threads: Threads; readonly reading: ThreadReading } | undefined {
  const folder = `/proc/${pid}/task`;
  const ids = door
    .list(folder)
    ?.map(Number)
    .sort((a, b) => a - b);
  if (ids === undefined) return undefined;
  const times = new Map<number, { readonly start: Seconds; readonly cpu: Seconds }>();
  const first = ids.slice(0, MOST_THREADS).flatMap((id): Thread[] => {
    const line = Buffer.from(door.read(`${folder}/${id}/stat`) ?? '');
    const stat = parseStat(line, line.length);
    if (stat === undefined) return [];
    const { name, state, start, cpu } = stat;
    times.set(id, { start, cpu });
    const then = before?.threads.get(id);
    const used = then?.start === start ? then.cpu : undefined;
    return [present({ id, name, state, cpuTime: cpu, usage: before && rate(cpu, used, at - before.at) })];
  });
  return { threads: { count: ids.length, first }, reading: { at, threads: times } };
}
