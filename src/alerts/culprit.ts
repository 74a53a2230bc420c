import type { ValueOf } from '../metrics/index.ts';
import { known } from '../metrics/outcome.ts';
import type { Sample } from '../sampling/sample.ts';
import type { Culprit } from './alert.ts';

type Process = ValueOf<'process'>['all'][number];

/** The process that uses most of what a metric measures; undefined where no process is to blame, or none is known. */
export function findCulprit(metric: string, sample: Sample): Culprit | undefined {
  const share = SHARES[metric.split('.')[0] ?? ''];
  if (share === undefined) return undefined;
  const all = known(sample.process)?.all ?? [];
  const worst = all.reduce<Process | undefined>(
    (most, one) => ((share(one) ?? 0) > ((most && share(most)) ?? 0) ? one : most),
    undefined,
  );
  return worst && { name: worst.name, pid: worst.pid, share: share(worst) ?? 0 };
}

const SHARES: Readonly<Record<string, (one: Process) => number | undefined>> = {
  cpu: (one) => one.usage,
  memory: (one) => one.memoryUsage,
};
