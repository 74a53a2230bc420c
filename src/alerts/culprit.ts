import type { ValueOf } from '../metrics/index.ts';
import { known } from '../metrics/outcome.ts';
import type { Sample } from '../sampling/sample.ts';
import type { Culprit, Rule } from './alert.ts';

type Process = ValueOf<'process'>['all'][number];

/** The process that uses most of what a rule watches; undefined where no process is to blame, or none is known. */
export function findCulprit({ metric, comparison }: Pick<Rule, 'metric' | 'comparison'>, sample: Sample): Culprit | undefined {
  const share = SHARES.find(([watched]) => watched.test(`${metric} ${comparison}`))?.[1];
  if (share === undefined) return undefined;
  let worst: Culprit | undefined;
  for (const one of known(sample.process)?.all ?? []) {
    const used = share(one) ?? 0;
    if (used > (worst?.share ?? 0)) worst = { name: one.name, pid: one.pid, share: used };
  }
  return worst;
}

/** What processes use up. Not swap, which a resident size doesn't tell, nor time that is stolen or waited. */
const SHARES: readonly (readonly [RegExp, (one: Process) => number | undefined])[] = [
  [/^cpu\.(usage|user|nice|system|load\.\w+|tasks_running) >$/, (one) => one.usage],
  [/^memory\.((usage|used) >|(available|free) <)$/, (one) => one.memoryUsage],
];
