import { parsePlan } from './plan.ts';
import type { Plan } from './settings.ts';

/** In the order in which the key walks through them, written as in the configuration. The first one is the default. */
export const builtInLayouts = {
  full: 'flow',
  processes: planOf([['cpu', 'memory'], 'processes 4']),
  graphs: planOf(['cpu 3', ['network', 'disks', 3], 'memory 2']),
  storage: planOf(['disks 3', ['memory', 'processes 2', 2]]),
  minimal: planOf(['cpu', ['memory', 'network']]),
} as const satisfies Readonly<Record<string, Plan>>;

export const DEFAULT_LAYOUT: keyof typeof builtInLayouts = 'full';

function planOf(rows: readonly (string | readonly (string | number)[])[]): Plan {
  const parsed = parsePlan(rows);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed.value;
}
