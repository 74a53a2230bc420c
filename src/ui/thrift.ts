import { metrics } from '../metrics/index.ts';
import type { Slowed, Task, Thrift } from '../sampling/governor.ts';
import { formatDuration } from '../units/format.ts';
import type { Ratio } from '../units/quantity.ts';

/** "screen every 5 s, processes every 4 s"; with less and less room "screen every 5 s, 1 more slower" and "2 slower". */
export function formatSlowed(slowed: readonly Slowed[]): readonly string[] {
  const each = slowed.map(({ task, every }) => `${titleOf(task)} every ${formatDuration(every)}`);
  const first = (count: number) =>
    [...each.slice(0, count), ...(each.length > count ? [`${each.length - count} more slower`] : [])].join(', ');
  return [first(2), first(1), `${each.length} slower`];
}

/** Why a metric is read less often. */
export function formatWhy({ every, usual }: Slowed, { budget }: Thrift): string {
  return `read every ${formatDuration(every)} instead of ${formatDuration(usual)}, for the budget of ${formatShare(budget)}`;
}

/** All that a budget has led to. */
export function formatThrift({ budget, slowed, exceeded }: Thrift): string {
  const listed = slowed.map(({ task, every }) => `${titleOf(task)} every ${formatDuration(every)}`).join(', ');
  const state = slowed.length === 0 ? 'nothing is slowed' : listed;
  return `budget ${formatShare(budget)}: ${state}${exceeded ? '; more is used, and nothing is left that would save much' : ''}`;
}

/** As it was written: "1%", "0.5%". */
export function formatShare(budget: Ratio): string {
  return `${Number((budget * 100).toPrecision(3))}%`;
}

/** The name of what a budget may slow, as in the midst of a sentence: "processes", "CPU". */
export function titleOf(task: Task): string {
  if (task === 'screen') return task;
  return metrics[task].title.replace(/^\w(?=[a-z])/, (letter) => letter.toLowerCase());
}
