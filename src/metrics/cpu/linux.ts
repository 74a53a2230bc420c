import { openCpuLimit } from '../../platform/cgroup.ts';
import { rememberLast } from '../../units/remember-last.ts';
import type { Reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import type { CoreReading, CpuReading, CpuTimes } from './cpu.ts';
import { openProcessor } from './processor.ts';

/** CPU times, load and frequency from /proc and /sys; the control group's quota where it is below the machine's cores. */
export const readCpu: Reader<CpuReading> = {
  open(system) {
    const { door } = system;
    const readProcessor = openProcessor(system);
    const readLimit = openCpuLimit(door);
    const parsePresent = rememberLast(parseRange);
    return () => {
      const stat = door.read('/proc/stat');
      if (stat === undefined) return unavailable('/proc/stat is missing', 'mount /proc');
      const { total, cores } = parseStat(stat);
      if (total === undefined) return unavailable('/proc/stat has no line of CPU times');
      const online = [...cores.keys()];
      const { model, frequencies } = readProcessor(online);
      const ids = new Set([...online, ...parsePresent(door.read('/sys/devices/system/cpu/present') ?? '')]);
      const limit = readLimit();
      return ok(
        present({
          total,
          cores: [...ids].sort((a, b) => a - b).map((id) => readingOf(id, cores.get(id), frequencies)),
          ...parseLoadavg(door.read('/proc/loadavg') ?? ''),
          model,
          limit: limit !== undefined && limit < online.length ? limit : undefined,
        }),
      );
    };
  },
};

/** A core that is there without times is offline. */
function readingOf(id: number, times: CpuTimes | undefined, frequencies: ReadonlyMap<number, number>): CoreReading {
  return present({ id, times, frequency: times && frequencies.get(id) });
}

/** `/proc/stat`: times of the machine and of each online core, by core id. Guest time is taken out of user and nice, which hold it. */
export const parseStat = rememberLast((text: string): { total: CpuTimes | undefined; cores: ReadonlyMap<number, CpuTimes> } => {
  const cores = new Map<number, CpuTimes>();
  let total: CpuTimes | undefined;
  // Behind them the counts of interrupts follow, a line of thousands of columns on big machines.
  const end = text.indexOf('\nintr ');
  for (const line of (end < 0 ? text : text.slice(0, end)).split('\n')) {
    if (!line.startsWith('cpu')) continue;
    const [name = '', ...columns] = line.split(/ +/);
    const [user = 0, nice = 0, system = 0, idle = 0, iowait = 0, irq = 0, softirq = 0, steal = 0, guest = 0, guestNice = 0] =
      columns.map(Number);
    const times = {
      user: Math.max(0, user - guest),
      nice: Math.max(0, nice - guestNice),
      system,
      idle,
      iowait,
      irq,
      softirq,
      steal,
      guest: guest + guestNice,
    };
    if (name === 'cpu') total = times;
    else cores.set(Number(name.slice(3)), times);
  }
  return { total, cores };
});

/** `/proc/loadavg`: "0.31 0.38 0.16 2/112 4211". */
export function parseLoadavg(text: string): Pick<CpuReading, 'load' | 'tasksRunning' | 'tasks'> {
  const match = /^([\d.]+) ([\d.]+) ([\d.]+) (\d+)\/(\d+)/.exec(text);
  if (!match) return {};
  const [one = 0, five = 0, fifteen = 0, tasksRunning = 0, tasks = 0] = match.slice(1).map(Number);
  return { load: { one, five, fifteen }, tasksRunning, tasks };
}

/** A kernel list of numbers: "0-3,8" → 0 1 2 3 8. */
export function parseRange(text: string): number[] {
  return text
    .trim()
    .split(',')
    .filter(Boolean)
    .flatMap((part) => {
      const [from = 0, to = from] = part.split('-').map(Number);
      return Array.from({ length: to - from + 1 }, (_, i) => from + i);
    });
}
