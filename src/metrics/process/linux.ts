import type { Door } from '../../platform/door.ts';
import type { Bytes, Seconds } from '../../units/quantity.ts';
import { parseStat as parseCpuStat } from '../cpu/linux.ts';
import { derivePageSize, parseMeminfo, parseVmstat } from '../memory/linux.ts';
import type { Reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import { sum } from '../rate.ts';
import { createAccount } from './account.ts';
import { type Attention, isClose, NOBODY } from './attention.ts';
import type { CloseReading } from './close.ts';
import { createDescriptors } from './descriptors.ts';
import { createFollower, type Followed, type Glance } from './follow.ts';
import { readHidden } from './hidden.ts';
import type { ProcessesReading, ProcessReading } from './reading.ts';
import { createRoll } from './roll.ts';
import { TICKS_PER_SECOND } from './stat.ts';
import { createTasks } from './tasks.ts';

/** A process that hasn't run is read in one of so many samples: others may have changed its nice value or its memory. */
const THOROUGH = 8;
/** A process that is looked at closely may have changed its user or its command line: read in one of so many samples, */
const ANEW = 10;
/** but of no more than so many processes in one; */
const MOST_ANEW = 20;
/** and one that hasn't run so much more seldom: only its control group may be another one. */
const ANYHOW = 6;

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
    const follower = createFollower(system, descriptors, page);
    const tasks = createTasks(door, clock, descriptors, page);
    const account = createAccount();
    const listPids = createRoll(system);
    const followed = new Map<number, Followed>();
    const hidden = readHidden(door);
    let sample = 0;
    return () => {
      sample += 1;
      // Before the list: what starts behind it, and isn't listed, is new the next time.
      const { worked, begun, ...machine } = { ...readMachine(door), at: clock.monotonic() };
      const pids = listPids(begun);
      if (pids === undefined) return unavailable('/proc is missing', 'mount /proc');
      const attention = system.attention?.() ?? NOBODY;
      // Who doesn't count what begins, as an imitation of Linux, may not count what is worked either.
      account.begin(begun === undefined ? undefined : worked);
      follow(pids, attention, machine);
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

    /** Brings all that are listed up to date, and forgets the others. */
    function follow(pids: readonly number[], attention: Attention, { uptime, at }: { uptime?: Seconds; at: Seconds }) {
      const { closely } = attention;
      const anew = Math.max(ANEW, Math.ceil((closely === 'all' ? pids.length : closely.size) / MOST_ANEW));
      const ended = new Set<number>();
      const waiting: Followed[] = [];
      for (let i = 0; i < pids.length; i += 1) {
        const pid = pids[i] as number;
        const one = followed.get(pid) ?? follower.begin(pid);
        one.listed = sample;
        const isLookedAt = isClose(attention, pid);
        const isTurn = (pid + sample) % THOROUGH === 0;
        if (!isTurn && !isLookedAt && one.mayWait) waiting.push(one);
        else {
          // What is on the screen is as it is now.
          const thorough = (isLookedAt && closely !== 'all') || isTurn;
          const turn = isLookedAt ? pid + sample : 1;
          look(one, { uptime, closely: isLookedAt, thorough, anew: turn % anew === 0, anyhow: turn % (ANYHOW * anew) === 0 });
        }
      }
      const isOff = account.isOff();
      for (let i = 0; i < waiting.length; i += 1) {
        const one = waiting[i] as Followed;
        if (isOff) look(one, { uptime, closely: false, thorough: false, anew: false, anyhow: false });
        else one.at = at;
      }
      if (isOff) account.settle();
      if (followed.size > pids.length - ended.size) followed.forEach(forget);
      if (ended.size > 0) adopt();

      function look(one: Followed, glance: Glance) {
        const { pid, stat: before } = one;
        const isThere = follower.read(one, glance);
        const isStill = isThere && before !== undefined && before.start === one.stat?.start;
        if (before !== undefined && !isStill) ended.add(pid);
        if (isThere) account.add((one.stat?.cpu ?? 0) - (isStill ? before.cpu : 0));
        if (isThere && before === undefined) followed.set(pid, one);
        if (!isThere) drop(one);
      }

      function forget(one: Followed) {
        if (one.listed === sample) return;
        drop(one);
        ended.add(one.pid);
      }

      /** What has lost its parent has another one, even where it hasn't run. */
      function adopt() {
        followed.forEach((one) => {
          if (!one.rest || !ended.has(one.stat?.parent ?? 0)) return;
          const glance = { uptime, closely: one.look !== undefined, thorough: true, anew: false, anyhow: false };
          if (!follower.read(one, glance)) drop(one);
        });
      }
    }

    function drop(one: Followed) {
      follower.end(one);
      followed.delete(one.pid);
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
  return present({ uptime: readUptime(door), memory: readMemory(door), ...readWork(door) });
}

function readMemory(door: Door): Bytes | undefined {
  const match = /^MemTotal:\s+(\d+) kB$/m.exec(door.read('/proc/meminfo') ?? '');
  return match ? Number(match[1]) * 1024 : undefined;
}

function readUptime(door: Door): Seconds | undefined {
  const uptime = Number.parseFloat(door.read('/proc/uptime') ?? '');
  return Number.isNaN(uptime) ? undefined : uptime;
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
