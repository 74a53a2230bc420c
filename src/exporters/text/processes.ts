import type { ValueOf } from '../../metrics/index.ts';
import type { Sample } from '../../sampling/sample.ts';
import { formatPercent } from '../../units/format.ts';
import { formatLine, formatOutcome } from './line.ts';

type Process = ValueOf<'process'>['all'][number];

/** How many are named. */
const NAMED = 3;
/** Below this a process does next to nothing. */
const NOTABLE = 0.005;

/** How many there are, who uses most CPU, and who most memory. */
export function formatProcesses({ process }: Sample): readonly string[] {
  return formatOutcome('Processes', process, ({ count, all }) => {
    const busiest = first(all, (one) => one.usage ?? 0).map((one) => `${nameOf(one)} ${formatPercent(one.usage)}`);
    const largest = first(all, (one) => one.memoryUsage ?? 0).map((one) => `${nameOf(one)} ${formatPercent(one.memoryUsage)}`);
    return [
      formatLine('Processes', String(count), busiest.length > 0 ? `cpu ${busiest.join(', ')}` : ''),
      ...(largest.length > 0 ? [formatLine('Processes', '', `memory ${largest.join(', ')}`)] : []),
    ];
  });
}

function first(all: readonly Process[], of: (one: Process) => number): readonly Process[] {
  return all
    .filter((one) => of(one) >= NOTABLE)
    .sort((a, b) => of(b) - of(a))
    .slice(0, NAMED);
}

function nameOf({ name, pid }: Process): string {
  return `${name} (${pid})`;
}
