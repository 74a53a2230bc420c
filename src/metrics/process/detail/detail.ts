import type { EpochMs, Seconds } from '../../../units/quantity.ts';
import { type Outcome, unavailable } from '../../outcome.ts';
import type { OpenedFiles } from './files.ts';
import type { Limit } from './limits.ts';
import type { ProportionalMemory } from './rollup.ts';
import type { Scheduling } from './scheduling.ts';
import type { Sockets } from './sockets.ts';
import type { MemoryParts, Switches } from './status.ts';
import type { Threads } from './threads.ts';
import type { IoTotals } from './totals.ts';

/** What one process is asked for when a person looks at it; each part with an outcome of its own. */
export interface Detail {
  readonly executable: Outcome<string>;
  /** Working directory. */
  readonly folder: Outcome<string>;
  /** The command line, argument by argument. */
  readonly arguments: Outcome<readonly string[]>;
  readonly owners: Outcome<Owners>;
  readonly started: Outcome<EpochMs>;
  readonly group: Outcome<string>;
  readonly memory: Outcome<MemoryParts>;
  readonly proportional: Outcome<ProportionalMemory>;
  readonly totals: Outcome<IoTotals>;
  readonly switches: Outcome<Switches>;
  readonly outOfMemory: Outcome<OutOfMemory>;
  readonly scheduling: Outcome<Scheduling>;
  /** The function of the kernel in which it waits. */
  readonly waiting: Outcome<string>;
  readonly limits: Outcome<readonly Limit[]>;
  readonly threads: Outcome<Threads>;
  readonly files: Outcome<OpenedFiles>;
  readonly sockets: Outcome<Sockets>;
}

/** Names of users and groups; numbers where there is no name. */
export interface Owners {
  readonly user: string;
  readonly effectiveUser: string;
  readonly group: string;
  readonly effectiveGroup: string;
  readonly furtherGroups: readonly string[];
}

/** How soon it is ended when memory runs out, proc_pid_oom_score(5). */
export interface OutOfMemory {
  /** 0 to 2000, the higher the sooner. */
  readonly score: number;
  /** −1000 (never) to 1000, which is added to it. */
  readonly adjustment: number;
}

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
