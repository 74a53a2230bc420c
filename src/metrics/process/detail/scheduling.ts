import { present } from '../../present.ts';
import type { PartOf } from './table.ts';

/** include/uapi/linux/sched.h */
const POLICIES: Readonly<Record<number, string>> = {
  0: 'other',
  1: 'fifo',
  2: 'round robin',
  3: 'batch',
  5: 'idle',
  6: 'deadline',
  7: 'ext',
};

/** From the line of /proc/PID/stat: nice is its 19th field, rt_priority the 40th, policy the 41st. */
export function parseScheduling(stat: string): PartOf<'scheduling'> | undefined {
  // The name may hold blanks and parentheses; the third field follows the last one.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const field = (number: number) => Number(fields[number - 3] ?? Number.NaN);
  const [nice, realtime, policy] = [field(19), field(40), field(41)];
  if (Number.isNaN(nice + realtime + policy)) return undefined;
  return present({ policy: POLICIES[policy] ?? `policy ${policy}`, nice, realtime: realtime > 0 ? realtime : undefined });
}
