import type { Seconds } from '../../../units/quantity.ts';
import { type Outcome, unavailable } from '../../outcome.ts';
import type { DetailPart, PartOf } from './table.ts';

/** What one process is asked for when a person looks at it; each part with an outcome of its own. */
export type Detail = { readonly [P in DetailPart]: Outcome<PartOf<P>> };

/** Who is meant: the same pid with another start is another process. */
export interface Identity {
  readonly pid: number;
  /** After boot. */
  readonly start: Seconds;
}

/** Asks a process for its detail; unavailable where it is gone. */
export type Inspect = (identity: Identity) => Outcome<Detail>;

/** Where only the list is known of processes. */
export const inspectNothing: Inspect = () => unavailable('this system does not tell more of a process than the list has');
