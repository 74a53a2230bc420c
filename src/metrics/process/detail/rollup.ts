import type { PartOf } from './table.ts';

/** `/proc/PID/smaps_rollup`, proc_pid_smaps(5). Undefined for threads of the kernel and zombies, where it is empty. */
export function parseRollup(text: string): PartOf<'proportional'> | undefined {
  const field = (name: string) => {
    const match = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(text);
    return match ? Number(match[1]) * 1024 : undefined;
  };
  const [proportional, clean, dirty] = [field('Pss'), field('Private_Clean'), field('Private_Dirty')];
  if (proportional === undefined || clean === undefined || dirty === undefined) return undefined;
  return { proportional, own: clean + dirty };
}
