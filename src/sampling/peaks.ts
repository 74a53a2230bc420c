import type { ValueOf } from '../metrics/index.ts';
import { known, ok } from '../metrics/outcome.ts';
import { present } from '../metrics/present.ts';
import type { Seconds } from '../units/quantity.ts';
import type { History } from './history.ts';
import type { Sample } from './sample.ts';

/** So much time is one entry, and so many make an hour. */
const STEP: Seconds = 10;
const PEAKS_LENGTH = 361;

/**
 * The last hour, coarsely: samples that each hold the largest values of ten seconds, of what is drawn over time. A spike stays as
 * high as it was, and with it who used most. Oldest first, never changed in place.
 */
export function rememberPeaks(peaks: History, kept: Sample): History {
  const last = peaks.at(-1);
  // The sample behind a gap, which breaks lines, stays alone.
  const alone = last?.moment.gap !== undefined || kept.moment.gap !== undefined;
  if (last && !alone && stepOf(last) === stepOf(kept)) return [...peaks.slice(0, -1), mergePeaks(last, kept)];
  return [...peaks.slice(Math.max(0, peaks.length - PEAKS_LENGTH + 1)), kept];
}

function stepOf({ moment }: Sample): number {
  return Math.floor(moment.monotonic / STEP);
}

function mergePeaks(before: Sample, now: Sample): Sample {
  return { ...(largest(before, now) as Sample), moment: now.moment, process: blamed(before, now) };
}

type Process = ValueOf<'process'>['all'][number];

/** Who used most when the processors were busiest, and who read and wrote most when the disks did: each is known for that alone. */
function blamed(before: Sample, now: Sample): Sample['process'] {
  const { process } = larger(before, now, ({ cpu }) => known(cpu)?.usage);
  if (process.state !== 'ok') return process;
  const users = process.value.all.filter((one) => one.usage !== undefined || one.memoryUsage !== undefined);
  const readers = allOf(larger(before, now, ({ disk }) => known(disk)?.readRate)).filter((one) => one.readRate);
  const writers = allOf(larger(before, now, ({ disk }) => known(disk)?.writeRate)).filter((one) => one.writeRate);
  return ok({
    ...process.value,
    all: [
      ...users.map((one) => present({ ...whoIs(one), usage: one.usage, memoryUsage: one.memoryUsage })),
      ...readers.map((one) => present({ ...whoIs(one), readRate: one.readRate })),
      ...writers.map((one) => present({ ...whoIs(one), writeRate: one.writeRate })),
    ],
  });
}

function allOf({ process }: Sample): readonly Process[] {
  return known(process)?.all ?? [];
}

function whoIs({ id, pid, parent, name, state, resident }: Process) {
  return { id, pid, parent, name, state, resident };
}

function larger(before: Sample, now: Sample, of: (sample: Sample) => number | undefined): Sample {
  return (of(now) ?? 0) >= (of(before) ?? 0) ? now : before;
}

type Fields = Readonly<Record<string, unknown>>;

/** The larger of each two numbers; of all else, the newer. */
function largest(before: unknown, now: unknown): unknown {
  if (typeof before === 'number' && typeof now === 'number') return Math.max(before, now);
  if (Array.isArray(before) && Array.isArray(now)) return largestOfEach(before as readonly Fields[], now as readonly Fields[]);
  if (!isFields(before) || !isFields(now)) return now;
  const merged: Record<string, unknown> = { ...before, ...now };
  for (const name in now) if (name in before) merged[name] = largest(before[name], now[name]);
  return merged;
}

/** Items are the same by what they are called, not by their place. */
function largestOfEach(before: readonly Fields[], now: readonly Fields[]): readonly Fields[] {
  const earlier = new Map(before.map((item) => [nameOf(item), item]));
  return now.map((item) => largest(earlier.get(nameOf(item)) ?? item, item) as Fields);
}

function nameOf({ name, id }: Fields): unknown {
  return name ?? id;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
