import type { Door } from '../../platform/door.ts';
import type { Bytes, Seconds } from '../../units/quantity.ts';
import { parseStat as parseCpuStat } from '../cpu/linux.ts';
import { derivePageSize, parseMeminfo, parseVmstat } from '../memory/linux.ts';
import type { Reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import { sum } from '../rate.ts';
import { createDescriptors } from './descriptors.ts';
import { createUserNames, type ProcessFacts, readFacts } from './facts.ts';
import { ageOf, type ProcessesReading, type ProcessReading } from './process.ts';
import { type ProcessStat, parseStat, TICKS_PER_SECOND } from './stat.ts';

/** The longest line of /proc/PID/stat has about 1,100 characters. */
const LINE = 4096;
/** A program that starts another one first is a copy of it: what is known of one so young is read once more. */
const SETTLES: Seconds = 2;

/**
 * Every process, from /proc/PID/stat through descriptors kept open. What doesn't change at every sample is read
 * when a process is new, or became another program.
 */
export const readProcess: Reader<ProcessesReading> = {
  open({ door, clock }) {
    const descriptors = createDescriptors(door);
    const line = Buffer.alloc(LINE);
    const page = readPageSize(door);
    const userName = createUserNames(door);
    let known = new Map<number, Known>();
    return () => {
      // Before the list: what starts behind it, and isn't listed, is new the next time.
      const uptime = readUptime(door);
      const names = door.list('/proc');
      if (names === undefined) return unavailable('/proc is missing', 'mount /proc');
      const seen = new Map<number, Known>();
      const processes: ProcessReading[] = [];
      for (const name of names) {
        const pid = Number(name);
        if (!(pid > 0)) continue;
        const length = descriptors.read(`/proc/${name}/stat`, line);
        const at = clock.monotonic();
        const stat = length === undefined ? undefined : parseStat(line, length);
        if (stat === undefined) continue;
        const { residentPages, ...told } = stat;
        const before = known.get(pid);
        const one = before && isStill(before, stat) ? before : look(pid, stat, uptime);
        seen.set(pid, one);
        processes.push({ pid, ...told, at, resident: Math.max(0, residentPages) * page, ...one.facts });
      }
      descriptors.closeUnread();
      known = seen;
      if (processes.length === 0) return unavailable('/proc shows no process', 'mount /proc of the system that is to be seen');
      return ok(present({ processes, uptime, memory: readMemory(door), ...readBusy(door), at: clock.monotonic() }));
    };

    function look(pid: number, { name, start }: ProcessStat, uptime: Seconds | undefined): Known {
      const age = ageOf(start, uptime);
      return { start, name, facts: readFacts(door, pid, userName), settled: age === undefined || age > SETTLES };
    }
  },
};

interface Known {
  readonly start: Seconds;
  readonly name: string;
  readonly facts: ProcessFacts;
  /** Old enough, when the facts were read, to be what it is. */
  readonly settled: boolean;
}

function isStill(known: Known, { start, name }: ProcessStat): boolean {
  return known.settled && known.start === start && known.name === name;
}

/** Where the size of a page can't be told from what the kernel counts, it is what it is nearly everywhere. */
const USUAL_PAGE = 4096;

function readPageSize(door: Door): Bytes {
  const meminfo = parseMeminfo(door.read('/proc/meminfo') ?? '');
  return derivePageSize(meminfo, parseVmstat(door.read('/proc/vmstat') ?? '')) ?? USUAL_PAGE;
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
