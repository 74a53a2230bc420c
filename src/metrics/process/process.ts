import type { Bytes, Seconds } from '../../units/quantity.ts';
import { metric } from '../metric.ts';
import { present } from '../present.ts';
import { rate, share } from '../rate.ts';
import * as shape from '../shape.ts';

export interface ProcessesReading {
  readonly processes: readonly ProcessReading[];
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
  /** When it was read, by the monotonic clock: the first of thousands is read long before the last. */
  readonly at?: Seconds;
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

const stat = '/proc/PID/stat, proc_pid_stat(5)';

export const process = metric({
  title: 'Processes',
  document: ['processes'],
  shape: shape.group({
    count: shape.count('Processes, those of the kernel included', { from: '/proc', formula: 'folders named by a number' }),
    threads: shape.optional(shape.count('Threads of all processes', { from: stat, formula: 'sum of num_threads' })),
    unattributed: shape.optional(
      shape.ratio(
        "Share of the machine's time that no process here accounts for: those that ended since the last sample, and interrupts",
        {
          from: '/proc/stat, proc_stat(5), and the processes',
          formula: '(Δbusy − Σ Δ(utime + stime)) / (Δt × cores)',
        },
      ),
    ),
    all: shape.list(
      'id',
      'One process',
      {
        id: shape.text('Process id and start: a pid that is used again is another process', {
          from: stat,
          formula: 'pid@starttime',
        }),
        pid: shape.count('Process id', { from: '/proc' }),
        parent: shape.count('Process id of the parent', { from: stat, formula: 'ppid', key: 'parent_pid' }),
        name: shape.text('Name of the program; the kernel keeps 15 characters', { from: stat, formula: 'comm' }),
        command: shape.optional(shape.text('Command line', { from: '/proc/PID/cmdline, proc_pid_cmdline(5)' })),
        user: shape.optional(
          shape.text('Effective user', { from: '/proc/PID/status, proc_pid_status(5); /etc/passwd', formula: 'Uid, the second' }),
        ),
        state: shape.text('R running, S sleeping, D waiting for a device, Z zombie, T stopped, t traced, I idle in the kernel', {
          from: stat,
          formula: 'state',
        }),
        usage: shape.optional(
          shape.ratio("Share of one core's time; above 1 for threads on several cores", {
            from: stat,
            formula: 'Δ(utime + stime) / Δt',
          }),
        ),
        cpuTime: shape.optional(
          shape.seconds('CPU time used since it started; children that ended not counted', {
            from: stat,
            formula: 'utime + stime',
            counter: true,
          }),
        ),
        resident: shape.bytes('Resident memory (RSS)', { from: stat, formula: 'rss × page size' }),
        memoryUsage: shape.optional(
          shape.ratio("Share of the machine's memory that is resident", { from: stat, formula: 'resident / MemTotal' }),
        ),
        virtual: shape.optional(shape.bytes('Address space', { from: stat, formula: 'vsize' })),
        threads: shape.optional(shape.count('Threads', { from: stat, formula: 'num_threads' })),
        nice: shape.optional(shape.count('Nice value: 19 gives way to all, −20 to none', { from: stat, formula: 'nice' })),
        priority: shape.optional(shape.count("The kernel's priority", { from: stat, formula: 'priority' })),
        age: shape.optional(
          shape.seconds('Time since it started', { from: `${stat}; /proc/uptime`, formula: 'uptime − starttime' }),
        ),
        kernelThread: shape.optional(shape.flag('A thread of the kernel', { from: stat, formula: 'flags & PF_KTHREAD' })),
        group: shape.optional(shape.text('Control group', { from: '/proc/PID/cgroup, cgroups(7)', key: 'control_group' })),
        unit: shape.optional(
          shape.text('Container or systemd unit that the control group stands for', { from: '/proc/PID/cgroup' }),
        ),
      },
      // The document holds those that use most.
      { key: 'top' },
    ),
  }),
  derive(now: ProcessesReading, before: ProcessesReading | undefined, elapsed) {
    const earlier = new Map(before?.processes.map((one) => [one.pid, one]));
    const all = now.processes.map((one) => {
      const { cpu, at: _, start, usage, ...facts } = one;
      const age = ageOf(start, now.uptime);
      return present({
        id: `${one.pid}@${start}`,
        ...facts,
        usage:
          usage ?? usageOf(one, usedBefore(one, earlier.get(one.pid), age === undefined ? undefined : before?.uptime), elapsed),
        cpuTime: cpu,
        memoryUsage: share(one.resident, now.memory),
        age,
      });
    });
    const attributed = all.reduce((sum, one) => sum + (one.usage ?? 0), 0);
    const busy = rate(now.busy, before?.busy, timeBetween(now, before, elapsed));
    return present({
      count: all.length,
      threads: all.some((one) => one.threads !== undefined) ? all.reduce((sum, one) => sum + (one.threads ?? 0), 0) : undefined,
      unattributed: busy === undefined ? undefined : share(Math.max(0, busy - attributed), now.cores),
      all,
    });
  },
});

/**
 * Those that use most: the first by CPU and the first by memory, in the order of the list; so many of each.
 * There can be thousands, and a document or a history is not read for all of them.
 */
export function topProcesses<P extends { readonly usage?: number; readonly resident: Bytes }>(
  all: readonly P[],
  most: number,
): readonly P[] {
  if (all.length <= most) return all;
  const first = (of: (one: P) => number) => all.toSorted((a, b) => of(b) - of(a)).slice(0, most);
  const chosen = new Set([...first((one) => one.usage ?? 0), ...first((one) => one.resident)]);
  return all.filter((one) => chosen.has(one));
}

/** Uptime is cut to 0.01 s and read a moment before the processes. */
const SLACK: Seconds = 1;

/** Undefined where processes begin after now: a container that is told an uptime of its own. */
export function ageOf(start: Seconds, uptime: Seconds | undefined): Seconds | undefined {
  return uptime === undefined || start > uptime + SLACK ? undefined : Math.max(0, uptime - start);
}

type Used = Pick<ProcessReading, 'cpu' | 'at'>;

/**
 * What a process had used at the reading before. The same pid with another start is another process. One that started since had
 * used nothing; of one that was there and wasn't seen (it was hidden, or couldn't be read) nothing is known.
 */
function usedBefore(
  { start }: ProcessReading,
  before: ProcessReading | undefined,
  uptime: Seconds | undefined,
): Used | undefined {
  if (before?.start === start) return before;
  return uptime !== undefined && start >= uptime ? { cpu: 0 } : undefined;
}

/** Time used never goes down. */
function usageOf(now: Used, before: Used | undefined, elapsed: Seconds): number | undefined {
  if (now.cpu === undefined || before?.cpu === undefined || now.cpu < before.cpu) return undefined;
  return rate(now.cpu, before.cpu, timeBetween(now, before, elapsed));
}

function timeBetween(now: Used, before: Used | undefined, elapsed: Seconds): Seconds {
  return now.at === undefined || before?.at === undefined ? elapsed : now.at - before.at;
}
