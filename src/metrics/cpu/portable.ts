import os from 'node:os';
import { systeminformation } from '../../platform/systeminformation.ts';
import type { Reader } from '../metric.ts';
import { ok, unavailable } from '../outcome.ts';
import type { CpuReading, CpuTimes } from './cpu.ts';

/** CPU times from Node, which asks the system for them in milliseconds; the model from systeminformation, once. */
export const readPortableCpu: Reader<CpuReading> = {
  open() {
    let model: Promise<string | undefined> | undefined;
    return async () => {
      const cores = os.cpus().map((core, id) => ({
        id,
        times: timesOf(core.times),
        ...(core.speed > 0 && { frequency: core.speed * 1e6 }),
      }));
      if (cores.length === 0) return unavailable('this system does not tell CPU times');
      // The name is a nicety: whatever keeps systeminformation from it keeps nothing else.
      model ??= readModel().catch(() => undefined);
      const name = await model;
      const [one = 0, five = 0, fifteen = 0] = os.loadavg();
      return ok({
        total: totalOf(cores.map((core) => core.times)),
        cores,
        ...(os.platform() !== 'win32' && { load: { one, five, fifteen } }),
        ...(name && { model: name }),
      });
    };
  },
};

async function readModel(): Promise<string | undefined> {
  const si = await systeminformation();
  const { manufacturer, brand } = await si.cpu();
  return `${manufacturer} ${brand}`.trim() || undefined;
}

function timesOf(times: { user: number; nice: number; sys: number; idle: number; irq: number }): CpuTimes {
  const { user, nice, sys, idle, irq } = times;
  return { user, nice, system: sys, idle, irq };
}

function totalOf(cores: readonly CpuTimes[]): CpuTimes {
  const of = (state: keyof CpuTimes) => cores.reduce((sum, core) => sum + (core[state] ?? 0), 0);
  return { user: of('user'), nice: of('nice'), system: of('system'), idle: of('idle'), irq: of('irq') };
}
