import { present } from '../../present.ts';
import type { PartOf } from './table.ts';

/** A limit that holds for one process, getrlimit(2); Infinity: there is none. */
export type Limit = PartOf<'limits'>[number];

/** `/proc/PID/limits`, proc_pid_limits(5): columns with at least two blanks between them. */
export function parseLimits(text: string): readonly Limit[] {
  return [...text.matchAll(/^Max (.+?) {2,}(unlimited|\d+) +(unlimited|\d+)(?: +(\S+))? *$/gm)].map(
    ([, name = '', soft, hard, unit]) => present({ name, soft: amountOf(soft), hard: amountOf(hard), unit }),
  );
}

function amountOf(text: string | undefined): number {
  return text === 'unlimited' ? Number.POSITIVE_INFINITY : Number(text);
}
