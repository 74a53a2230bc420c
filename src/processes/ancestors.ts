import type { Process } from './process.ts';

/** Whom a process descends from, its parent first, as far up as they are listed. */
export function ancestorsOf({ pid, parent }: Process, all: readonly Process[]): readonly Process[] {
  const byPid = new Map(all.map((one) => [one.pid, one]));
  const seen = new Set([pid]);
  const ancestors: Process[] = [];
  for (let at = byPid.get(parent); at && !seen.has(at.pid); at = byPid.get(at.parent)) {
    seen.add(at.pid);
    ancestors.push(at);
  }
  return ancestors;
}
