import type { System } from '../metric.ts';

/** The list is made anew at least once in so many samples, whatever the kernel counts. */
const ANYWAY = 8;

/**
 * The ids of all processes, in order; undefined where there is no /proc. The very same array comes where nothing can have changed:
 * where no task has begun since it was made, and there are as many as there were.
 * @returns asked with how many tasks were ever begun; undefined where that isn't told.
 */
export function createRoll({ door, local }: Pick<System, 'door' | 'local'>) {
  let pids: readonly number[] | undefined;
  let counted: string | undefined;
  let kept = 0;
  return (begun: number | undefined): readonly number[] | undefined => {
    // Before the list: what begins behind it is counted the next time.
    const there = local && begun !== undefined ? parseTasks(door.read('/proc/loadavg') ?? '') : undefined;
    const now = there && `${begun} ${there}`;
    kept = now !== undefined && now === counted ? (kept + 1) % ANYWAY : 0;
    if (pids === undefined || kept === 0) pids = door.numbers('/proc');
    counted = now;
    return pids;
  };
}

/** How many tasks there are, by `/proc/loadavg`, "0.31 0.38 0.16 2/112 4211"; systems that don't count tell 0. */
function parseTasks(text: string): string | undefined {
  return /\/([1-9]\d*) /.exec(text)?.[1];
}
