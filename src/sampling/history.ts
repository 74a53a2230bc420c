import { ok } from '../metrics/outcome.ts';
import { topProcesses } from '../metrics/process/process.ts';
import type { Sample } from './sample.ts';

/** Samples kept for graphs: ten minutes at one a second. */
export const HISTORY_LENGTH = 600;
/** Processes kept of each, by CPU and by memory: who it was is asked later, too, but there can be thousands. */
const PROCESSES_KEPT = 10;

/** Oldest first. Never changed in place, so that whoever paused keeps what was on the screen. */
export type History = readonly Sample[];

export function remember(history: History, sample: Sample): History {
  const next = history.slice(Math.max(0, history.length - HISTORY_LENGTH + 1));
  next.push(lighten(sample));
  return next;
}

function lighten(sample: Sample): Sample {
  const { process } = sample;
  if (process.state !== 'ok') return sample;
  const { tasks, ...value } = process.value;
  if (tasks === undefined && value.all.length <= PROCESSES_KEPT) return sample;
  return { ...sample, process: ok({ ...value, all: topProcesses(process.value.all, PROCESSES_KEPT) }) };
}
