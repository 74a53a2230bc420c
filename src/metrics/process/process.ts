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
  /** Busy time of all cores since boot. */
  readonly busy?: Seconds;
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
        user: shape.optional(shape.text('Effective user', { from: 'the owner of /proc/PID/stat; /etc/passwd' })),
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
    const earlier = new Map(before?.processes.map((one) => [identityOf(one), one]));
    const all = now.processes.map((one) => {
      const id = identityOf(one);
      const age = now.uptime === undefined ? undefined : Math.max(0, now.uptime - one.start);
      const { cpu, start: _, usage, ...facts } = one;
      return present({
        id,
        ...facts,
        usage: usage ?? (before && usageOf(one, earlier.get(id), age, elapsed)),
        cpuTime: cpu,
        memoryUsage: share(one.resident, now.memory),
        age,
      });
    });
    const attributed = all.reduce((sum, one) => sum + (one.usage ?? 0), 0);
    const busy = rate(now.busy, before?.busy, elapsed);
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

/** The same for a process as long as it lives, and for no other. */
function identityOf({ pid, start }: ProcessReading): string {
  return `${pid}@${start}`;
}

/**
 * Of a process that is new, what it used since it started, if that was after the sample before;
 * one that was there and wasn't seen (a reading that failed) has no rate yet.
 */
function usageOf(
  now: ProcessReading,
  before: ProcessReading | undefined,
  age: Seconds | undefined,
  elapsed: Seconds,
): number | undefined {
  if (now.cpu === undefined) return undefined;
  if (before?.cpu !== undefined) return now.cpu >= before.cpu ? rate(now.cpu, before.cpu, elapsed) : undefined;
  return age !== undefined && age <= elapsed ? rate(now.cpu, 0, elapsed) : undefined;
}
