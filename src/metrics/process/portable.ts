import os from 'node:os';
import { systeminformation } from '../../platform/systeminformation.ts';
import { parseTime } from '../../units/parse.ts';
import type { Seconds } from '../../units/quantity.ts';
import type { Reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import type { ProcessesReading } from './reading.ts';

/** Processes from systeminformation, which starts tools for them: at a pace it can keep. */
export const readPortableProcess: Reader<ProcessesReading> = {
  pace: 10,
  open() {
    let starts: ReadonlyMap<number, Seconds> = new Map();
    return async () => {
      const si = await systeminformation();
      const { list } = await si.processes();
      if (list.length === 0) return unavailable('this system does not tell its processes');
      const cores = os.cpus().length;
      const before = starts;
      const processes = list.map((one) => {
        const start = startOf(parseTime(one.started), before.get(one.pid));
        return present({
          pid: one.pid,
          start,
          parent: one.parentPid,
          name: one.name,
          state: STATES[one.state] ?? '?',
          usage: usageOf(one.cpu / 100, cores, before.get(one.pid) === start),
          resident: one.memRss * 1024,
          virtual: one.memVsz > 0 ? one.memVsz * 1024 : undefined,
          nice: one.nice,
          user: one.user || undefined,
          command: [one.command, one.params].filter(Boolean).join(' ') || undefined,
        });
      });
      starts = new Map(processes.map(({ pid, start }) => [pid, start]));
      return ok({ processes });
    };
  },
};

const STATES: Readonly<Record<string, string>> = {
  running: 'R',
  sleeping: 'S',
  blocked: 'D',
  zombie: 'Z',
  stopped: 'T',
  dead: 'X',
};

/** Told as an age in whole seconds, it comes out a second sooner or later: so near, it is the same process. */
export const JITTER: Seconds = 2;

/** Since 1970; only to tell a process from another one of the same pid. */
function startOf(time: number | undefined, before: Seconds | undefined): Seconds {
  const start = (time ?? 0) / 1000;
  return before !== undefined && Math.abs(before - start) <= JITTER ? before : start;
}

/**
 * Of one core. Windows and Linux are told as a share of the whole machine since the call before, and of what is new as one
 * since the machine started, which says nothing; elsewhere it is what ps(1) says.
 */
function usageOf(share: number, cores: number, isKnown: boolean): number | undefined {
  if (!['linux', 'win32'].includes(os.platform())) return share;
  return isKnown ? share * cores : undefined;
}
