import type { PartOf } from './table.ts';

/** `/proc/PID/io`, proc_pid_io(5). */
export function parseTotals(text: string): PartOf<'totals'> | undefined {
  const field = (name: string) => Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
  const [read, written, asked, given] = [field('read_bytes'), field('write_bytes'), field('rchar'), field('wchar')];
  return Number.isNaN(read + written + asked + given) ? undefined : { read, written, asked, given };
}
