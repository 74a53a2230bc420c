import { OperationError } from '../errors.ts';
import type { System } from '../metrics/metric.ts';
import { lackOf } from '../metrics/outcome.ts';
import { JITTER, readPortableProcess } from '../metrics/process/portable.ts';
import { parseStat } from '../metrics/process/stat.ts';
import type { Door } from '../platform/door.ts';
import type { Seconds } from '../units/quantity.ts';

/** Who has a pid at this moment. */
export interface Identity {
  readonly start: Seconds;
  readonly name: string;
  readonly state: string;
  readonly parent: number;
  readonly kernelThread?: boolean;
}

/** How identities are read. Throws where that fails. */
export interface Identities {
  /** Undefined where nothing has the pid. Where it can be told at once it is, and not promised. */
  of(pid: number): Identity | undefined | Promise<Identity | undefined>;
  /** How far apart two starts told of the same process may be. */
  readonly tolerance: Seconds;
}

/** A zombie takes no signal any more: all that is left of it waits for its parent. */
export function hasEnded({ state }: Pick<Identity, 'state'>): boolean {
  return state === 'Z' || state === 'X';
}

/** The longest line of /proc/PID/stat has about 1,100 characters. */
const LINE = 4096;

/** From /proc/PID/stat, proc_pid_stat(5), at once. */
export function linuxIdentities(door: Door): Identities {
  const line = Buffer.alloc(LINE);
  return {
    tolerance: 0,
    of(pid) {
      const length = readOnce(door, `/proc/${pid}/stat`, line);
      if (length === undefined) return undefined;
      const stat = parseStat(line, length);
      if (stat === undefined) throw new OperationError(`/proc/${pid}/stat is not what proc_pid_stat(5) says`);
      return stat;
    },
  };
}

/** By the reader that lists them: a list that is up to half a second old, and starts to the second. */
export function portableIdentities(system: System): Identities {
  return {
    tolerance: JITTER,
    async of(pid) {
      const outcome = await readPortableProcess.open(system)();
      if (outcome.state !== 'ok') throw new OperationError(lackOf(outcome));
      const found = outcome.value.processes.find((one) => one.pid === pid);
      if (found?.start === 0) throw new OperationError('this system does not tell when a process started');
      return found;
    },
  };
}

function readOnce(door: Door, path: string, into: Buffer): number | undefined {
  const file = door.open(path);
  try {
    return file?.read(into);
  } finally {
    file?.close();
  }
}
