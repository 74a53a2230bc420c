import { interceptInput } from './intercept.ts';
import { createPasteSplitter } from './paste.ts';

/** What is pasted into a terminal. */
export interface Pastes {
  /** The terminal's input without it. */
  readonly keyboard: NodeJS.ReadStream;
  /** Calls back with each paste, in its place between the keys. Returns what ends that. */
  subscribe(listener: (pasted: string) => void): () => void;
}

/**
 * Listens in on the terminal's input, in front of Ink: whose parser takes the rest of a torn beginning for typed text, and a paste
 * taken for keys could send a signal.
 */
export function openPastes(stdin: NodeJS.ReadStream): Pastes {
  const listeners = new Set<(pasted: string) => void>();
  return {
    keyboard: interceptInput(stdin, createPasteSplitter(), ({ pasted }) => {
      for (const listener of listeners) listener(pasted);
    }),
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
