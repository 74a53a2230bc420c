import type { Bytes } from '../../../units/quantity.ts';

/** Bytes since a process started, its ended children that it waited for included. */
export interface IoTotals {
  /** Fetched from storage, and to be sent there. */
  readonly read: Bytes;
  readonly written: Bytes;
  /** By read(2), write(2) and the like, wherever the data came from and went to. */
  readonly asked: Bytes;
  readonly given: Bytes;
}

/** `/proc/PID/io`, proc_pid_io(5). */
export function parseTotals(text: string): IoTotals | undefined {
  const field = (name: string) => Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(text)?.[1] ?? Number.NaN);
  const [read, written, asked, given] = [field('read_bytes'), field('write_bytes'), field('rchar'), field('wchar')];
  return Number.isNaN(read + written + asked + given) ? undefined : { read, written, asked, given };
}
