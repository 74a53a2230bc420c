import type { Act } from './deed.ts';
import type { Process, Target } from './target.ts';

/** Why something can't be done to a target at all; undefined where it can be tried. */
export function refusal({ pid, kernelThread }: Pick<Target, 'pid' | 'kernelThread'>, type: Act['type']): string | undefined {
  // The system takes 0 for ourselves or our whole process group, and what is below for more than that.
  if (!(pid > 0)) return `pid ${pid} stands for no single process`;
  return kernelThread && type === 'signal' ? 'a thread of the kernel takes no signals' : undefined;
}

/** Whose life hangs on whom: the own pid and every process of the sample. */
export interface Surroundings {
  readonly ownPid: number;
  readonly processes: readonly Pick<Process, 'pid' | 'parent'>[];
}

/** The reason why the name of a target has to be typed out; undefined where it hasn't. */
export function needsName({ pid }: Target, { ownPid, processes }: Surroundings): string | undefined {
  if (pid === 1) return 'pid 1 started everything here: without it, all ends';
  if (pid === ownPid) return 'this is sysmon itself';
  const ancestors = ancestorsOf(ownPid, processes);
  if (pid === ancestors[0]) return 'sysmon was started by it and may end with it';
  return ancestors.includes(pid) ? 'sysmon runs below it and may end with it' : undefined;
}

/** The parent first. A list read while processes come and go may hold a circle: each counts once. */
function ancestorsOf(pid: number, processes: Surroundings['processes']): readonly number[] {
  const parents = new Map(processes.map((one) => [one.pid, one.parent]));
  const ancestors = new Set<number>();
  for (let next = parents.get(pid); next !== undefined && next > 0 && !ancestors.has(next); next = parents.get(next)) {
    ancestors.add(next);
  }
  return [...ancestors];
}
