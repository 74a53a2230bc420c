import type { ValueOf } from '../../metrics/index.ts';
import type { Sample } from '../../sampling/sample.ts';
import { printable } from '../../units/cells.ts';
import { formatPercent } from '../../units/format.ts';
import { formatLine, formatOutcome } from './line.ts';

type Process = ValueOf<'process'>['all'][number];

/** How many are named. */
const NAMED = 3;
/** Below this a process does next to nothing. */
const NOTABLE = 0.005;

/** How many there are, and who uses most CPU and most memory. */
export function formatProcesses({ process }: Sample): readonly string[] {
  return formatOutcome('Processes', process, ({ count, threads, all }) => {
    const busiest = first(all, (one) => one.usage ?? 0).map((one) => `${nameOf(one)} ${formatPercent(one.usage)}`);
    const largest = first(all, (one) => one.memoryUsage ?? 0).map((one) => `${nameOf(one)} ${formatPercent(one.memoryUsage)}`);
    const parts = [
      threads === undefined ? '' : `${threads} threads`,
      busiest.length > 0 ? `cpu ${busiest.join(', ')}` : '',
      largest.length > 0 ? `memory ${largest.join(', ')}` : '',
    ];
    return [formatLine('Processes', String(count), parts.filter(Boolean).join('  '))];
  });
}

function first(all: readonly Process[], of: (one: Process) => number): readonly Process[] {
  return all
    .filter((one) => of(one) >= NOTABLE)
    .sort((a, b) => of(b) - of(a))
    .slice(0, NAMED);
}

function nameOf({ name, pid }: Process): string {
  return `${printable(name)} (${pid})`;
}
