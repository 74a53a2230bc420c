import { targetOf } from '../../control/target.ts';
import { known, type Outcome } from '../../metrics/outcome.ts';
import type { Detail, Inspect } from '../../metrics/process/detail/detail.ts';
import type { Frame } from '../../monitor.ts';
import { ancestorsOf } from '../../processes/ancestors.ts';
import type { Process } from '../../processes/process.ts';
import type { Track } from '../../processes/track.ts';

/** A process that is looked at: all that was known of it last, also when it has ended since. */
export interface Inspection {
  readonly process: Process;
  /** Its parent first. */
  readonly ancestors: readonly Process[];
  /** What it used since it was first seen. */
  readonly track?: Track;
  /** What only it was asked for; absent until it is. */
  readonly facts?: Outcome<Detail>;
  /** When it was found to have ended, by the monotonic clock. */
  readonly ended?: number;
}

/** Undefined where the frame doesn't hold it. */
export function beginInspection(id: string, frame: Frame): Inspection | undefined {
  const all = known(frame.sample.process)?.all ?? [];
  const process = all.find((one) => one.id === id);
  if (process === undefined) return undefined;
  const track = frame.tracks.whole(id);
  return { process, ancestors: ancestorsOf(process, all), ...(track && { track }) };
}

/** The inspection with what the process itself tells. What it told stays when it tells no more. */
export function askFacts(inspection: Inspection, inspect: Inspect): Inspection {
  const facts = inspect(targetOf(inspection.process));
  return facts.state === 'unavailable' && inspection.facts ? inspection : { ...inspection, facts };
}

/** The inspection a sample later. Where processes can't be listed at this moment, nothing is known to have changed. */
export function continueInspection(inspection: Inspection, frame: Frame, inspect: Inspect): Inspection {
  if (frame.sample.process.state !== 'ok') return inspection;
  const next = beginInspection(inspection.process.id, frame);
  if (next === undefined) return { ...inspection, ended: inspection.ended ?? frame.sample.moment.monotonic };
  return askFacts({ ...next, ...(inspection.facts && { facts: inspection.facts }) }, inspect);
}
