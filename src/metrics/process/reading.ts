import type { Bytes, Seconds } from '../../units/quantity.ts';
import type { CloseReading } from './close.ts';

export interface ProcessesReading {
  readonly processes: readonly ProcessReading[];
  /** When each of them was read, or known to rest, by the monotonic clock: the first of thousands is read long before the last. */
  readonly times?: readonly Seconds[];
  /** What was read closely of some of them, by pid. */
  readonly closely?: ReadonlyMap<number, CloseReading>;
  /** Threads, where somebody looks at them. */
  readonly tasks?: readonly TaskReading[];
  readonly taskTimes?: readonly Seconds[];
  /** Why some are missing. */
  readonly hidden?: string;
  /** Of the machine, against which the processes are seen. */
  readonly uptime?: Seconds;
  readonly memory?: Bytes;
  readonly cores?: number;
  /** Busy time of all cores since boot, stolen time left out. */
  readonly busy?: Seconds;
  /** When that was read, by the monotonic clock. */
  readonly at?: Seconds;
}

export interface ProcessReading {
  readonly pid: number;
  /** After boot; with the pid, the identity of a process. */
  readonly start: Seconds;
  readonly parent: number;
  readonly name: string;
  readonly state: string;
  /** Time used since it started, without that of children that were waited for. */
  readonly cpu?: Seconds;
  /** Share of one core, on systems that tell that and not the time. */
  readonly usage?: number;
  readonly resident: Bytes;
  readonly virtual?: Bytes;
  readonly threads?: number;
  readonly nice?: number;
  readonly priority?: number;
  readonly kernelThread?: boolean;
  readonly user?: string;
  readonly command?: string;
  readonly group?: string;
  readonly unit?: string;
}

export interface TaskReading extends ProcessReading {
  /** The process that it belongs to; `pid` is the thread's own. */
  readonly process: number;
}
