import type { Sample } from './sample.ts';

/** Samples kept for graphs: ten minutes at one a second. */
export const HISTORY_LENGTH = 600;

/** What is kept of samples (`distill`), oldest first. Never changed in place, so that whoever paused keeps what was on the screen. */
export type History = readonly Sample[];

export function remember(history: History, kept: Sample): History {
  const next = history.slice(Math.max(0, history.length - HISTORY_LENGTH + 1));
  next.push(kept);
  return next;
}
