import { splitCpu } from '../../metrics/cpu/split.ts';
import type { ValueOf } from '../../metrics/index.ts';
import type { Sample } from '../../sampling/sample.ts';
import { formatByteRate, formatBytes, formatCount, formatLoad, formatPercent, PERCENT_WIDTH } from '../../units/format.ts';
import { formatLine, formatOutcome } from './line.ts';

export function formatCpu({ cpu }: Sample): readonly string[] {
  return formatOutcome('CPU', cpu, (value) => {
    const { load } = value;
    const { user, system, iowait, steal } = splitCpu(value);
    const split = Object.entries({ user, system, iowait, steal })
      .filter(([, share]) => share !== undefined)
      .map(([name, share]) => `${name} ${formatPercent(share).padStart(PERCENT_WIDTH)}`);
    const averages = load ? [`load ${[load.one, load.five, load.fifteen].map(formatLoad).join(' ')}`] : [];
    return [
      formatLine('CPU', formatPercent(value.usage), [...split, ...averages].join('  ')),
      ...(value.limit === undefined
        ? []
        : [formatLine('Limit', '', `${formatCount(value.limit)} of ${value.cores.length} cores (control group)`)]),
    ];
  });
}

/** Memory and swap, and the control group's limit where there is one. */
export function formatMemory({ memory }: Sample): readonly string[] {
  return formatOutcome('Memory', memory, ({ usage, used, total, available, cached, swap, limit }) => {
    const cache = cached === undefined ? '' : `, cached ${formatBytes(cached)}`;
    const rest = `used ${formatBytes(used)} of ${formatBytes(total)}, available ${formatBytes(available)}${cache}`;
    return [
      formatLine('Memory', formatPercent(usage), rest),
      ...(limit
        ? [
            formatLine(
              'Limit',
              formatPercent(limit.usage),
              `used ${formatBytes(limit.used)} of ${formatBytes(limit.total)} (control group)`,
            ),
          ]
        : []),
      ...(swap ? [formatSwap(swap)] : []),
    ];
  });
}

type Swap = NonNullable<ValueOf<'memory'>['swap']>;

function formatSwap({ total, used, usage, inRate, outRate }: Swap): string {
  if (total === 0) return formatLine('Swap', '', 'none');
  const flow = inRate === undefined ? '' : `, in ${formatByteRate(inRate)}, out ${formatByteRate(outRate)}`;
  return formatLine('Swap', formatPercent(usage), `used ${formatBytes(used)} of ${formatBytes(total)}${flow}`);
}

export function formatPressure({ pressure }: Sample): readonly string[] {
  return formatOutcome('Pressure', pressure, (value) => {
    const waits = (['cpu', 'memory', 'io'] as const)
      .filter((resource) => value[resource]?.some)
      .map((resource) => `${resource} ${formatPercent(value[resource]?.some?.average10)}`);
    return [formatLine('Pressure', '', `${waits.join('  ')}  (time that some task waited, over 10 s)`)];
  });
}
