import { metric } from '../metric.ts';
import { present } from '../present.ts';
import { share, sum } from '../rate.ts';
import * as shape from '../shape.ts';

/** Time spent by state since boot, in ticks of any one length; /proc/stat without the guest time that user and nice hold. */
export interface CpuTimes {
  readonly user: number;
  readonly nice: number;
  readonly system: number;
  readonly idle: number;
  readonly irq: number;
  /** The rest is absent on systems that don't tell. */
  readonly iowait?: number;
  readonly softirq?: number;
  readonly steal?: number;
  readonly guest?: number;
}

export interface CpuReading {
  readonly total: CpuTimes;
  readonly cores: readonly CoreReading[];
  readonly load?: { readonly one: number; readonly five: number; readonly fifteen: number };
  readonly tasksRunning?: number;
  readonly tasks?: number;
  readonly model?: string;
  /** The control group's quota, in cores. */
  readonly limit?: number;
}

export interface CoreReading {
  readonly id: number;
  /** Absent while the core is offline. */
  readonly times?: CpuTimes;
  readonly frequency?: number;
}

const stat = '/proc/stat, proc_stat(5)';

function part(meaning: string, column: string) {
  return shape.optional(shape.ratio(meaning, { from: stat, formula: `Δ(${column}) / Δ(all columns without guest)` }));
}

const split = {
  usage: shape.optional(
    shape.ratio('Share of time that was busy: not idle and not waiting for a disk', {
      from: stat,
      formula: 'Δ(user + nice + system + irq + softirq + steal) / Δ(the same + idle + iowait)',
    }),
  ),
  user: part('Share of time in programs, guests of virtual machines not counted', 'user − guest'),
  nice: part('Share of time in programs of lowered priority', 'nice − guest_nice'),
  system: part('Share of time in the kernel', 'system'),
  iowait: part('Share of time idle while a disk was awaited; counts as idle', 'iowait'),
  irq: part('Share of time serving interrupts', 'irq'),
  softirq: part('Share of time serving deferred interrupts', 'softirq'),
  steal: part('Share of time the hypervisor gave to others', 'steal'),
  guest: part('Share of time running guests of virtual machines', 'guest + guest_nice'),
};

const loadavg = { from: '/proc/loadavg, proc_loadavg(5)' };

export const cpu = metric({
  title: 'CPU',
  document: ['cpu'],
  shape: shape.group({
    ...split,
    cores: shape.list('id', 'One logical core', {
      id: shape.count("The core's number, as the kernel counts", { from: stat, key: 'core_id' }),
      online: shape.flag('Whether the kernel schedules on it', { from: '/sys/devices/system/cpu/present and /proc/stat' }),
      ...split,
      frequency: shape.optional(
        shape.hertz('Current clock frequency', {
          from: '/sys/devices/system/cpu/cpuN/cpufreq/scaling_cur_freq, else /proc/cpuinfo',
        }),
      ),
    }),
    frequency: shape.optional(
      shape.hertz('Current clock frequency, mean of the cores', { from: 'the cores', formula: 'sum / number' }),
    ),
    load: shape.optional(
      shape.group(
        {
          one: shape.load('Load average over 1 minute: tasks running or in uninterruptible wait', { ...loadavg, key: 'one_min' }),
          five: shape.load('Load average over 5 minutes', { ...loadavg, key: 'five_min' }),
          fifteen: shape.load('Load average over 15 minutes', { ...loadavg, key: 'fifteen_min' }),
        },
        { key: 'load_average' },
      ),
    ),
    tasksRunning: shape.optional(shape.count('Tasks (threads) running or ready to run', loadavg)),
    tasks: shape.optional(shape.count('Tasks (threads) in all', loadavg)),
    model: shape.optional(shape.text('Name of the processor', { from: '/proc/cpuinfo' })),
    limit: shape.optional(
      shape.count("Cores' worth of time that the control group may use", {
        from: 'cpu.max of the control group; cpu.cfs_quota_us and cpu.cfs_period_us in version 1',
        formula: 'quota / period, the smallest up to the root',
        key: 'limit_cores',
      }),
    ),
  }),
  derive(now: CpuReading, before: CpuReading | undefined) {
    const earlier = new Map(before?.cores.map((core) => [core.id, core.times]));
    const frequencies = now.cores.flatMap((core) => core.frequency ?? []);
    return present({
      ...deriveShares(now.total, before?.total),
      cores: now.cores.map((core) =>
        present({
          id: core.id,
          online: core.times !== undefined,
          ...(core.times && deriveShares(core.times, earlier.get(core.id))),
          frequency: core.frequency,
        }),
      ),
      frequency: frequencies.length > 0 ? frequencies.reduce((a, b) => a + b) / frequencies.length : undefined,
      load: now.load,
      tasksRunning: now.tasksRunning,
      tasks: now.tasks,
      model: now.model,
      limit: now.limit,
    });
  },
});

/** idle and iowait may run backwards (proc_stat(5)), and user − guest a little: a state that does has not grown. */
function deriveShares(now: CpuTimes, before: CpuTimes | undefined) {
  if (before === undefined) return {};
  const grown = (state: keyof CpuTimes) => {
    const time = now[state];
    return time === undefined ? undefined : Math.max(0, time - (before[state] ?? time));
  };
  const busy = sum((['user', 'nice', 'system', 'irq', 'softirq', 'steal', 'guest'] as const).map(grown));
  const all = sum([busy, grown('idle'), grown('iowait')]);
  return present({
    usage: share(busy, all),
    user: share(grown('user'), all),
    nice: share(grown('nice'), all),
    system: share(grown('system'), all),
    iowait: share(grown('iowait'), all),
    irq: share(grown('irq'), all),
    softirq: share(grown('softirq'), all),
    steal: share(grown('steal'), all),
    guest: share(grown('guest'), all),
  });
}
