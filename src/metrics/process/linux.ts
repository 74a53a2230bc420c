import type { Door } from '../../platform/door.ts';
import { readUptime } from '../../platform/uptime.ts';
import type { Bytes, Seconds } from '../../units/quantity.ts';
import { parseStat as parseCpuStat } from '../cpu/linux.ts';
import { derivePageSize, parseMeminfo, parseVmstat } from '../memory/linux.ts';
import type { Reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import { sum } from '../rate.ts';
import { NOBODY } from './attention.ts';
import type { CloseReading } from './close.ts';
import { createCrowd } from './crowd.ts';
import { createDescriptors } from './descriptors.ts';
import { createFollower } from './follow.ts';
import { readHidden } from './hidden.ts';
import type { ProcessesReading, ProcessReading } from './reading.ts';
import { createRoll } from './roll.ts';
import { TICKS_PER_SECOND } from './stat.ts';
import { createTasks } from './tasks.ts';

/**
 * Every process, from /proc/PID/stat through descriptors kept open. What doesn't change at every sample is read
 * when a process is new, or became another program; what costs more, of those that somebody looks at.
 * What rests, and is looked at by nobody, isn't even asked whether it has run as long as the machine's work is accounted for.
 */
export const readProcess: Reader<ProcessesReading> = {
  open(system) {
    const { door, clock } = system;
    const descriptors = createDescriptors(door);
    const page = readPageSize(door);
    const crowd = createCrowd(createFollower(system, descriptors, page));
    const tasks = createTasks(door, clock, descriptors, page);
    const listPids = createRoll(system);
    const hidden = readHidden(door);
    return () => {
      // Before the list: what starts behind it, and isn't listed, is new the next time.
      const { worked, begun, ...machine } = { ...readMachine(door), at: clock.monotonic() };
      const pids = listPids(begun);
      if (pids === undefined) return unavailable('/proc is missing', 'mount /proc');
      const attention = system.attention?.() ?? NOBODY;
      // Who doesn't count what begins, as an imitation of Linux, may not count what is worked either.
      const followed = crowd.follow(pids, attention, { ...machine, worked: begun === undefined ? undefined : worked });
      const processes: ProcessReading[] = [];
      const times: Seconds[] = [];
      const closely = new Map<number, CloseReading>();
      for (let i = 0; i < pids.length; i += 1) {
        const one = followed.get(pids[i] as number);
        if (one?.reading === undefined) continue;
        if (one.closely) closely.set(one.pid, one.closely);
        processes.push(one.reading);
        times.push(one.at);
      }
      if (processes.length === 0) return unavailable('/proc shows no process', 'mount /proc of the system that is to be seen');
      if (!attention.threads) tasks.close();
      return ok({
        ...machine,
        ...(hidden !== undefined && { hidden }),
        processes,
        times,
        ...(closely.size > 0 && { closely }),
        ...(attention.threads && tasks.read(processes)),
      });
    };
  },
};

/** Where the size of a page can't be told from what the kernel counts, it is what it is nearly everywhere. */
const USUAL_PAGE = 4096;

function readPageSize(door: Door): Bytes {
  const meminfo = parseMeminfo(door.read('/proc/meminfo') ?? '');
  return derivePageSize(meminfo, parseVmstat(door.read('/proc/vmstat') ?? '')) ?? USUAL_PAGE;
}

function readMachine(door: Door) {
  return present({ uptime: readUptime(door), memory: readMemory(door), ...readWork(door) });
}

function readMemory(door: Door): Bytes | undefined {
  const match = /^MemTotal:\s+(\d+) kB$/m.exec(door.read('/proc/meminfo') ?? '');
  return match ? Number(match[1]) * 1024 : undefined;
}

interface Work {
  readonly busy?: Seconds;
  /** The same without the time that interrupts took. */
  readonly worked?: Seconds;
  readonly cores?: number;
  /** How many tasks were ever begun. */
  readonly begun?: number;
}

function readWork(door: Door): Work {
  const stat = door.read('/proc/stat') ?? '';
  const { total, cores } = parseCpuStat(stat);
  if (total === undefined) return {};
  const { user, nice, system, irq, softirq, guest } = total;
  // Stolen time is used by others.
  const worked = (sum([user, nice, system, guest]) ?? 0) / TICKS_PER_SECOND;
  const begun = /^processes ([1-9]\d*)$/m.exec(stat)?.[1];
  return {
    busy: worked + (irq + (softirq ?? 0)) / TICKS_PER_SECOND,
    worked,
    cores: cores.size,
    ...(begun !== undefined && { begun: Number(begun) }),
  };
}
