import os from 'node:os';
import { systeminformation } from '../../platform/systeminformation.ts';
import { parseTime } from '../../units/parse.ts';
import type { Reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import type { ProcessesReading } from './process.ts';

/** Processes from systeminformation, which starts tools for them: at a pace it can keep. */
export const readPortableProcess: Reader<ProcessesReading> = {
  pace: 10,
  open: () => async () => {
    const si = await systeminformation();
    const { list } = await si.processes();
    if (list.length === 0) return unavailable('this system does not tell its processes');
    return ok({
      processes: list.map((one) =>
        present({
          pid: one.pid,
          start: (parseTime(one.started) ?? 0) / 1000,
          parent: one.parentPid,
          name: one.name,
          state: STATES[one.state] ?? 'S',
          // Of the whole machine, as systeminformation tells it.
          usage: (one.cpu / 100) * os.cpus().length,
          resident: one.memRss * 1024,
          virtual: one.memVsz > 0 ? one.memVsz * 1024 : undefined,
          nice: one.nice,
          user: one.user || undefined,
          command: [one.command, one.params].filter(Boolean).join(' ') || undefined,
        }),
      ),
    });
  },
};

const STATES: Readonly<Record<string, string>> = { running: 'R', sleeping: 'S', blocked: 'D', zombie: 'Z', stopped: 'T' };
