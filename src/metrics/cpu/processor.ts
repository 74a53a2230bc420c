import type { Door } from '../../platform/door.ts';
import type { System } from '../metric.ts';

export interface Processor {
  readonly model?: string;
  /** Clock frequencies by core id, in hertz; of big machines some are a few readings old. */
  readonly frequencies: ReadonlyMap<number, number>;
}

/** Each core's frequency is a file of its own, and some kernels sleep 10 ms over it: so many are read at a time, in turn. */
const CORES_A_TURN = 16;

/** /proc/cpuinfo is long and never hurries: where nothing else tells frequencies, it is read again after this many seconds. */
const CPUINFO_PACE = 10;

/** Knows the processor's name and follows its frequencies: cpufreq's where the kernel has it, else those of /proc/cpuinfo. */
export function openProcessor({ door, clock }: System): (online: readonly number[]) => Processor {
  const { model, frequencies } = readCpuinfo(door);
  let readAt = clock.monotonic();
  let scales: boolean | undefined;
  let turn = 0;
  return (online) => {
    scales ??= online.some((core) => readFrequency(door, core) !== undefined);
    if (scales) {
      for (const core of frequencies.size > 0 ? takeTurn(online) : online) keep(core, readFrequency(door, core));
    } else if (clock.monotonic() - readAt >= CPUINFO_PACE) {
      const again = readCpuinfo(door).frequencies;
      for (const core of online) keep(core, again.get(core));
      readAt = clock.monotonic();
    }
    return { ...(model !== undefined && { model }), frequencies };
  };

  function takeTurn(online: readonly number[]): readonly number[] {
    const from = turn < online.length ? turn : 0;
    turn = from + CORES_A_TURN;
    return online.slice(from, turn);
  }

  function keep(core: number, frequency: number | undefined) {
    if (frequency === undefined) frequencies.delete(core);
    else frequencies.set(core, frequency);
  }
}

function readFrequency(door: Door, core: number): number | undefined {
  const kilohertz = Number(door.read(`/sys/devices/system/cpu/cpu${core}/cpufreq/scaling_cur_freq`));
  return kilohertz > 0 ? kilohertz * 1000 : undefined;
}

function readCpuinfo(door: Door) {
  return parseCpuinfo(door.read('/proc/cpuinfo') ?? '');
}

/** What architectures call the processor's or the board's name. */
const MODEL_KEYS = ['model name', 'Model', 'Hardware', 'cpu model', 'cpu', 'uarch'];

/** `/proc/cpuinfo`: the processor's name, and frequencies in hertz by core id where the architecture tells. */
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
    else if (MODEL_KEYS.includes(key)) model ??= value;
  }
  return { model, frequencies };
}
