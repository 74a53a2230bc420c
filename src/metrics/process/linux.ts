import type { Door } from '../../platform/door.ts';
import type { Bytes, Seconds } from '../../units/quantity.ts';
import { parseStat as parseCpuStat } from '../cpu/linux.ts';
import { derivePageSize, parseMeminfo, parseVmstat } from '../memory/linux.ts';
import type { Reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import { sum } from '../rate.ts';
import { createDescriptors } from './descriptors.ts';
import { type ProcessFacts, parseUsers, readFacts } from './facts.ts';
import type { ProcessesReading, ProcessReading } from './process.ts';
import { type ProcessStat, parseStat } from './stat.ts';

/** The longest line of /proc/PID/stat has about 1,100 characters. */
const LINE = 4096;
/** A program that starts another one first is a copy of it: what it then becomes is looked up for so long. */
const SETTLES: Seconds = 2;

/**
 * Every process, from /proc/PID/stat through descriptors kept open. What doesn't change at every sample is read
 * when a process is new, or became another program.
 */
export const readProcess: Reader<ProcessesReading> = {
  open({ door }) {
    const descriptors = createDescriptors(door);
    const line = Buffer.alloc(LINE);
    const memory = readMemory(door);
    const userName = createUserNames(door);
    let known = new Map<string, Known>();
    return () => {
      const names = door.list('/proc');
      if (names === undefined) return unavailable('/proc is missing', 'mount /proc');
      const uptime = readUptime(door);
      const seen = new Map<string, Known>();
      const processes: ProcessReading[] = [];
      for (const name of names) {
        const pid = Number(name);
        if (!(pid > 0)) continue;
        const length = descriptors.read(`/proc/${name}/stat`, line);
        const stat = length === undefined ? undefined : parseStat(line, length);
        if (stat === undefined) continue;
        const id = `${pid}@${stat.start}`;
        const before = known.get(id);
        const settled = before?.name === stat.name && (uptime === undefined || uptime - stat.start > SETTLES);
        const one = settled ? before : { name: stat.name, facts: readFacts(door, pid, userName) };
        seen.set(id, one);
        processes.push(readingOf(pid, stat, one.facts, memory.page));
      }
      descriptors.closeUnread();
      known = seen;
      if (processes.length === 0) return unavailable('/proc shows no process', 'mount /proc of the system that is to be seen');
      return ok(present({ processes, uptime, memory: memory.total, ...readBusy(door) }));
    };
  },
};

interface Known {
  readonly name: string;
  readonly facts: ProcessFacts;
}

function readingOf(pid: number, { residentPages, ...stat }: ProcessStat, facts: ProcessFacts, page: Bytes): ProcessReading {
  return { pid, ...stat, ...facts, resident: Math.max(0, residentPages) * page };
}

/** Where the size of a page can't be told from what the kernel counts, it is what it is nearly everywhere. */
const USUAL_PAGE = 4096;

function readMemory(door: Door): { readonly page: Bytes; readonly total: Bytes | undefined } {
  const meminfo = parseMeminfo(door.read('/proc/meminfo') ?? '');
  const vmstat = parseVmstat(door.read('/proc/vmstat') ?? '');
  return { page: derivePageSize(meminfo, vmstat) ?? USUAL_PAGE, total: meminfo.get('MemTotal') };
}

function readUptime(door: Door): Seconds | undefined {
  const uptime = Number.parseFloat(door.read('/proc/uptime') ?? '');
  return Number.isNaN(uptime) ? undefined : uptime;
}

function readBusy(door: Door): { readonly busy?: Seconds; readonly cores?: number } {
  const { total, cores } = parseCpuStat(door.read('/proc/stat') ?? '');
  if (total === undefined) return {};
  const { user, nice, system, irq, softirq, guest } = total;
  // Stolen time is used by others. Ticks are hundredths of a second to all programs.
  return { busy: (sum([user, nice, system, irq, softirq, guest]) ?? 0) / 100, cores: cores.size };
}

/** Names of users; numbers where there is no name. The file is read again for a user that it did not know. */
function createUserNames(door: Door): (id: number) => string {
  let users = new Map<number, string>();
  return (id) => {
    if (!users.has(id)) {
      users = parseUsers(door.read('/etc/passwd') ?? '');
      if (!users.has(id)) users.set(id, String(id));
    }
    return users.get(id) ?? String(id);
  };
}
