import { known, type Outcome, ok, unavailable } from '../../metrics/outcome.ts';
import { partOf } from '../../metrics/process/detail/part.ts';
import type { Sample } from '../../sampling/sample.ts';
import type { Inspection } from '../detail/inspection.ts';
import type { Told } from './told.ts';

/** What values are taken from: a sample, and of the process whose detail is open what was known last, also when it has ended. */
export interface Evidence {
  readonly sample: Sample;
  readonly detail?: Inspection | undefined;
}

/** What holds the values that a span tells. */
export function outcomeOf({ metric, part }: Told, { sample, detail }: Evidence): Outcome<unknown> {
  if (part) return partOf(detail?.facts ?? unavailable('it has not been asked yet'), (facts): Outcome<unknown> => facts[part]);
  if (metric !== 'process' || detail === undefined) return sample[metric];
  const listed = known(sample.process);
  return ok({ ...listed, all: [detail.process, ...detail.ancestors, ...(listed?.all ?? [])] });
}
