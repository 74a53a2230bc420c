import type { Door } from '../../platform/door.ts';
import { reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import { present } from '../present.ts';
import type { CoreReading, CpuReading, CpuTimes } from './cpu.ts';

const CPU = '/sys/devices/system/cpu';

/** CPU times, load and frequency from /proc and /sys. */
export const readCpu = reader<CpuReading>(({ door }) => {
  const stat = door.read('/proc/stat');
  if (stat === undefined) return unavailable('/proc/stat is missing', 'mount /proc');
  const { total, cores } = parseStat(stat);
  if (total === undefined) return unavailable('/proc/stat has no line of CPU times');
  const info = parseCpuinfo(door.read('/proc/cpuinfo') ?? '');
  const known = new Set([...cores.keys(), ...parseRange(door.read(`${CPU}/present`) ?? '')]);
  const ids = [...known].sort((a, b) => a - b);
  return ok(
    present({
      total,
      cores: ids.map((id): CoreReading => {
        const times = cores.get(id);
        return present({ id, times, frequency: times && (readFrequency(door, id) ?? info.frequencies.get(id)) });
      }),
      ...parseLoadavg(door.read('/proc/loadavg') ?? ''),
      model: info.model,
    }),
  );
});

function readFrequency(door: Door, core: number): number | undefined {
  const kilohertz = Number(door.read(`${CPU}/cpu${core}/cpufreq/scaling_cur_freq`));
  return kilohertz > 0 ? kilohertz * 1000 : undefined;
}

/** `/proc/stat`: times of the machine and of each online core, by core id. Guest time is taken out of user and nice, which hold it. */
export function parseStat(text: string): { total: CpuTimes | undefined; cores: Map<number, CpuTimes> } {
  const cores = new Map<number, CpuTimes>();
  let total: CpuTimes | undefined;
  for (const line of text.split('\n')) {
    if (!line.startsWith('cpu')) continue;
    const [name = '', ...columns] = line.split(/\s+/);
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
}

/** `/proc/loadavg`: "0.31 0.38 0.16 2/112 4211". */
export function parseLoadavg(text: string): Pick<CpuReading, 'load' | 'tasksRunning' | 'tasks'> {
  const match = /^([\d.]+) ([\d.]+) ([\d.]+) (\d+)\/(\d+)/.exec(text);
  if (!match) return {};
  const [one = 0, five = 0, fifteen = 0, tasksRunning = 0, tasks = 0] = match.slice(1).map(Number);
  return { load: { one, five, fifteen }, tasksRunning, tasks };
}

/** `/proc/cpuinfo`: the processor's name, and MHz by core id where the architecture tells. */
export function parseCpuinfo(text: string): { model: string | undefined; frequencies: Map<number, number> } {
  const frequencies = new Map<number, number>();
  let model: string | undefined;
  let core = 0;
  for (const line of text.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const key = line.slice(0, colon).trim();
    const value = line.slice(colon + 1).trim();
    if (key === 'processor') core = Number(value);
    else if (key === 'cpu MHz') frequencies.set(core, Number(value) * 1e6);
    else if (key === 'model name' || key === 'Model' || key === 'Hardware') model ??= value;
  }
  return { model, frequencies };
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
