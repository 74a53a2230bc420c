import type { Process } from './process.ts';

/** Parents and children among some processes. */
export interface Forest {
  /** Those whose parent isn't among them. */
  readonly roots: readonly Process[];
  /** In the order in which the processes were given. */
  childrenOf(process: Process): readonly Process[];
  /** All that descend from a process. */
  descendantsOf(process: Process): readonly Process[];
}

/** Each process stands in the forest once: a cycle, which only a reading in the middle of a change can hold, is cut open. */
export function createForest(processes: readonly Process[]): Forest {
  const parents = findParents(processes);
  const roots: Process[] = [];
  const children = new Map<Process, Process[]>();
  cutCycles(processes, parents);
  for (const one of processes) {
    const parent = parents.get(one);
    const siblings = parent && children.get(parent);
    if (parent === undefined) roots.push(one);
    else if (siblings) siblings.push(one);
    else children.set(parent, [one]);
  }
  const childrenOf = (one: Process) => children.get(one) ?? [];

  return {
    roots,
    childrenOf,
    descendantsOf(process) {
      const found = [...childrenOf(process)];
      // It grows while it is walked.
      for (const one of found) for (const child of childrenOf(one)) found.push(child);
      return found;
    },
  };
}

/** Those that match, and all they descend from, in the order in which they were given. */
export function withAncestors(processes: readonly Process[], matches: (one: Process) => boolean): readonly Process[] {
  const parents = findParents(processes);
  const kept = new Set<Process>();
  for (const one of processes.filter(matches)) {
    for (let at: Process | undefined = one; at && !kept.has(at); at = parents.get(at)) kept.add(at);
  }
  return processes.filter((one) => kept.has(one));
}

function findParents(processes: readonly Process[]): Map<Process, Process> {
  const byPid = new Map(processes.map((one) => [one.pid, one]));
  const parents = new Map<Process, Process>();
  for (const one of processes) {
    const parent = byPid.get(one.parent);
    if (parent) parents.set(one, parent);
  }
  return parents;
}

/** Makes a root of the process at which the way up comes back to where it was. */
function cutCycles(processes: readonly Process[], parents: Map<Process, Process>): void {
  /** From where each process was first come by on the way up. */
  const cameFrom = new Map<Process, Process>();
  for (const start of processes) {
    let at: Process | undefined = start;
    for (; at && !cameFrom.has(at); at = parents.get(at)) cameFrom.set(at, start);
    if (at && cameFrom.get(at) === start) parents.delete(at);
  }
}
