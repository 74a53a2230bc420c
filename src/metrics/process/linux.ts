import type { Door } from '../../platform/door.ts';
import type { Bytes, Seconds } from '../../units/quantity.ts';
import { parseStat as parseCpuStat } from '../cpu/linux.ts';
import { derivePageSize, parseMeminfo, parseVmstat } from '../memory/linux.ts';
import type { Reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import { sum } from '../rate.ts';
import { type Attention, isClose, NOBODY } from './attention.ts';
import type { CloseReading } from './close.ts';
import { createDescriptors } from './descriptors.ts';
import { createFollower, type Followed } from './follow.ts';
import { readHidden } from './hidden.ts';
import type { ProcessesReading, ProcessReading } from './reading.ts';
import { TICKS_PER_SECOND } from './stat.ts';
import { createTasks } from './tasks.ts';

/** A process that hasn't run is read in one of so many samples: others may have changed its nice value or its memory. */
const THOROUGH = 8;
/** A process that is looked at closely may have changed its user or its command line: read in one of so many samples, */
const ANEW = 10;
/** but of no more than so many processes in one. */
const MOST_ANEW = 20;

/**
 * Every process, from /proc/PID/stat through descriptors kept open. What doesn't change at every sample is read
 * when a process is new, or became another program; what costs more, of those that somebody looks at.
 */
export const readProcess: Reader<ProcessesReading> = {
  open(system) {
    const { door, clock } = system;
    const descriptors = createDescriptors(door);
    const page = readPageSize(door);
    const follower = createFollower(system, descriptors, page);
    const tasks = createTasks(door, clock, descriptors, page);
    let followed: ReadonlyMap<number, Followed> = new Map();
    const hidden = readHidden(door);
    let sample = 0;
    return () => {
      sample += 1;
      // Before the list: what starts behind it, and isn't listed, is new the next time.
      const machine = { ...readMachine(door), at: clock.monotonic() };
      const pids = door.numbers('/proc');
      if (pids === undefined) return unavailable('/proc is missing', 'mount /proc');
      const attention = system.attention?.() ?? NOBODY;
      followed = follow(pids, attention, machine.uptime);
      const processes: ProcessReading[] = [];
      const times: Seconds[] = [];
      const closely = new Map<number, CloseReading>();
      followed.forEach(({ reading, closely: read, at }, pid) => {
        if (reading === undefined) return;
        if (read) closely.set(pid, read);
        processes.push(reading);
        times.push(at);
      });
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

    function follow(pids: readonly number[], attention: Attention, uptime: Seconds | undefined): ReadonlyMap<number, Followed> {
      const { closely } = attention;
      const anew = Math.max(ANEW, Math.ceil((closely === 'all' ? pids.length : closely.size) / MOST_ANEW));
      const there = new Map<number, Followed>();
      const ended = new Set<number>();
      for (const pid of pids) {
        const one = followed.get(pid) ?? follower.begin(pid);
        const before = one.stat?.start;
        const isLookedAt = isClose(attention, pid);
        const isThere = follower.read(one, {
          uptime,
          closely: isLookedAt,
          // What is on the screen is as it is now.
          thorough: (isLookedAt && closely !== 'all') || (pid + sample) % THOROUGH === 0,
          anew: isLookedAt && (pid + sample) % anew === 0,
        });
        if (isThere) there.set(pid, one);
        else follower.end(one);
        if (before !== undefined && !(isThere && before === one.stat?.start)) ended.add(pid);
      }
      followed.forEach((one, pid) => {
        if (there.has(pid)) return;
        follower.end(one);
        ended.add(pid);
      });
      if (ended.size > 0) adopt(there, ended, uptime);
      return there;
    }

    /** What has lost its parent has another one, even where it hasn't run. */
    function adopt(there: Map<number, Followed>, ended: ReadonlySet<number>, uptime: Seconds | undefined) {
      there.forEach((one, pid) => {
        if (!one.rest || !ended.has(one.stat?.parent ?? 0)) return;
        if (follower.read(one, { uptime, closely: one.look !== undefined, thorough: true, anew: false })) return;
        follower.end(one);
        there.delete(pid);
      });
    }
  },
};

/** Where the size of a page can't be told from what the kernel counts, it is what it is nearly everywhere. */
const USUAL_PAGE = 4096;

function readPageSize(door: Door): Bytes {
  const meminfo = parseMeminfo(door.read('/proc/meminfo') ?? '');
  return derivePageSize(meminfo, parseVmstat(door.read('/proc/vmstat') ?? '')) ?? USUAL_PAGE;
}

function readMachine(door: Door) {
  return present({ uptime: readUptime(door), memory: readMemory(door), ...readBusy(door) });
}

function readMemory(door: Door): Bytes | undefined {
  const match = /^MemTotal:\s+(\d+) kB$/m.exec(door.read('/proc/meminfo') ?? '');
  return match ? Number(match[1]) * 1024 : undefined;
}

function readUptime(door: Door): Seconds | undefined {
  const uptime = Number.parseFloat(door.read('/proc/uptime') ?? '');
  return Number.isNaN(uptime) ? undefined : uptime;
}

function readBusy(door: Door): { readonly busy?: Seconds; readonly cores?: number } {
  const { total, cores } = parseCpuStat(door.read('/proc/stat') ?? '');
  if (total === undefined) return {};
  const { user, nice, system, irq, softirq, guest } = total;
  // Stolen time is used by others.
  return { busy: (sum([user, nice, system, irq, softirq, guest]) ?? 0) / TICKS_PER_SECOND, cores: cores.size };
}
