import type { Sample } from './sample.ts';

/** Samples kept for graphs: ten minutes at one a second. */
export const HISTORY_LENGTH = 600;

/** Oldest first. Never changed in place, so that whoever paused keeps what was on the screen. */
export type History = readonly Sample[];

export function remember(history: History, sample: Sample): History {
  return [...history.slice(Math.max(0, history.length - HISTORY_LENGTH + 1)), sample];
}
