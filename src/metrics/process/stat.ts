import type { Seconds } from '../../units/quantity.ts';
import { walkNumbers } from './numbers.ts';

/** One line of /proc/PID/stat, proc_pid_stat(5). */
export interface ProcessStat {
  readonly name: string;
  /** One letter: R running, S sleeping, D waiting uninterruptibly, Z zombie, T stopped, t traced, I idle kernel thread, X dead. */
  readonly state: string;
  readonly parent: number;
  readonly kernelThread: boolean;
  /** Time used in programs and in the kernel; without that of children that were waited for. */
  readonly cpu: Seconds;
  /** What children used that ended and were waited for, and theirs. */
  readonly childCpu: Seconds;
  readonly priority: number;
  readonly nice: number;
  readonly threads: number;
  /** After boot; with the pid, the identity of a process. */
  readonly start: Seconds;
  /** Bytes. */
  readonly virtual: number;
  readonly residentPages: number;
  /** It has waited for children that ended: what they used is counted as its own in some places. */
  readonly waited: boolean;
}

/** The kernel tells all programs times in so many ticks a second, whatever its own clock (USER_HZ). */
export const TICKS_PER_SECOND = 100;

const OPEN = 0x28;
const CLOSE = 0x29;
/** A thread of the kernel; include/linux/sched.h. */
const PF_KTHREAD = 0x00200000;

/**
 * Parses the line where it lies, without making a text of it: this is done for every process at every sample.
 * The name stands in parentheses and may hold some itself, and spaces; the last one closes it. Undefined for anything else.
 */
export function parseStat(line: Buffer, length: number): ProcessStat | undefined {
  const open = line.indexOf(OPEN);
  const close = line.lastIndexOf(CLOSE, length - 1);
  if (open < 0 || close < open || close + 4 > length) return undefined;
  const { next, skip } = walkNumbers(line, close + 3, length);
  const parent = next();
  skip(4);
  const flags = next();
  skip(1);
  const childFaults = next();
  skip(1);
  const childMajorFaults = next();
  const cpu = (next() + next()) / TICKS_PER_SECOND;
  const childCpu = (next() + next()) / TICKS_PER_SECOND;
  const priority = next();
  const nice = next();
  const threads = next();
  skip(1);
  const start = next() / TICKS_PER_SECOND;
  const virtual = next();
  const residentPages = next();
  // The number behind it: without one, the line broke off, and who knows within which.
  const limit = next();
  const children = childFaults + childMajorFaults + childCpu;
  if (Number.isNaN(parent + flags + children + cpu + priority + nice + threads + start + virtual + residentPages + limit))
    return undefined;
  return {
    name: line.toString('utf8', open + 1, close),
    state: String.fromCharCode(line[close + 2] ?? 0),
    parent,
    kernelThread: (flags & PF_KTHREAD) !== 0,
    cpu,
    childCpu,
    priority,
    nice,
    threads,
    start,
    virtual,
    residentPages,
    // None ends without having touched memory.
    waited: children > 0,
  };
}
