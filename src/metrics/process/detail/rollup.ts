import type { Bytes } from '../../../units/quantity.ts';

/** A process's part of the memory that it shares with others. */
export interface ProportionalMemory {
  /** Its own, and of each shared page the share of one: over all processes these add up to what is used (PSS). */
  readonly proportional: Bytes;
  /** What would be free if it ended (USS). */
  readonly own: Bytes;
}

/** `/proc/PID/smaps_rollup`, proc_pid_smaps(5). Undefined for threads of the kernel and zombies, where it is empty. */
export function parseRollup(text: string): ProportionalMemory | undefined {
  const field = (name: string) => {
    const match = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text);
    return match ? Number(match[1]) * 1024 : undefined;
  };
  const [proportional, clean, dirty] = [field('Pss'), field('Private_Clean'), field('Private_Dirty')];
  if (proportional === undefined || clean === undefined || dirty === undefined) return undefined;
  return { proportional, own: clean + dirty };
}
