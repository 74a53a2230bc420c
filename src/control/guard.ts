import type { Process, Target } from './target.ts';

/** Why a signal can't be sent to it at all; undefined where it can. */
export function refusal({ pid, kernelThread }: Pick<Target, 'pid' | 'kernelThread'>): string | undefined {
  // kill(2) would take 0 for our whole process group, and what is below for more than that.
  if (!(pid > 0)) return `pid ${pid} is not a process that takes signals`;
  return kernelThread ? 'a thread of the kernel takes no signals' : undefined;
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
