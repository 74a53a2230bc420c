import { splitCpu } from '../../../metrics/cpu/split.ts';
import type { ValueOf } from '../../../metrics/index.ts';
import { formatCount, formatHertz, formatLoad } from '../../../units/format.ts';
import { sayBytes, sayCount, sayPart, sayRate, sayShare } from '../words.ts';

export function sayCpu(cpu: ValueOf<'cpu'>): readonly string[] {
  const { user, system, iowait, steal } = splitCpu(cpu);
  const parts = Object.entries({ user, system, 'waiting for disks': iowait, stolen: steal }).flatMap(([name, share]) =>
    share === undefined ? [] : [`${name} ${sayShare(share)}`],
  );
  const busiest = cpu.cores.filter(({ usage }) => usage !== undefined).sort((a, b) => (b.usage ?? 0) - (a.usage ?? 0))[0];
  const { load, limit, frequency } = cpu;
  return [
    ...(cpu.usage === undefined ? [] : [`CPU ${sayShare(cpu.usage)}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`]),
    ...(busiest?.usage === undefined || cpu.cores.length < 2
      ? []
      : [`Busiest of ${sayCount(cpu.cores.length, 'core')}: core ${busiest.id}, ${sayShare(busiest.usage)}.`]),
    ...(load
      ? [`Load ${formatLoad(load.one)} over 1 minute, ${formatLoad(load.five)} over 5, ${formatLoad(load.fifteen)} over 15.`]
      : []),
    ...(limit === undefined ? [] : [`The control group may use ${formatCount(limit)} of them.`]),
    ...(frequency === undefined ? [] : [`At ${formatHertz(frequency)}.`]),
  ];
}

export function sayMemory({ usage, used, total, available, cached, swap, limit }: ValueOf<'memory'>): readonly string[] {
  const flow = swap?.inRate === undefined && swap?.outRate === undefined ? '' : saySwapFlow(swap.inRate ?? 0, swap.outRate ?? 0);
  return [
    `Memory ${sayShare(usage)}: ${sayPart(used, total)} in use, ${sayBytes(available)} available.`,
    ...(cached === undefined ? [] : [`${sayBytes(cached)} hold file contents and can be had.`]),
    ...(limit ? [`The control group uses ${sayPart(limit.used, limit.total)}, ${sayShare(limit.usage)}.`] : []),
    ...(swap ? [swap.total === 0 ? 'No swap.' : `Swap: ${sayPart(swap.used, swap.total)} in use${flow}.`] : []),
  ];
}

function saySwapFlow(inRate: number, outRate: number): string {
  return inRate === 0 && outRate === 0 ? '' : `, ${sayRate(inRate)} read back, ${sayRate(outRate)} written`;
}

export function sayPressure(pressure: ValueOf<'pressure'>): readonly string[] {
  const waits = (['cpu', 'memory', 'io'] as const).flatMap((resource) => {
    const share = pressure[resource]?.some?.average10;
    return share === undefined ? [] : [`for ${NOUNS[resource]} ${sayShare(share)}`];
  });
  return waits.length === 0 ? [] : [`Some task waited, over 10 seconds: ${waits.join(', ')}.`];
}

const NOUNS = { cpu: 'a processor', memory: 'memory', io: 'a disk' } as const;
