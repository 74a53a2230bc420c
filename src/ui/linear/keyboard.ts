import { emitKeypressEvents } from 'node:readline';
import { parseKeys } from '../key-name.ts';

/** The keys of a terminal on which nothing is drawn. */
export interface Keyboard {
  /** From here on each key is read at once, and not shown; until here. */
  take(): void;
  giveBack(): void;
}

export interface KeyboardListeners {
  onKey(key: string): void;
  /** What was pasted is no keys. */
  onPaste(): void;
  isBound(key: string): boolean;
}

/** Asks the terminal to tell what is pasted from what is typed; one that doesn't know that ignores it. */
const PASTES_MARKED = '\u001b[?2004h';
const PASTES_UNMARKED = '\u001b[?2004l';

/** @param write To the terminal; does nothing where that would show what it doesn't know. */
export function openKeyboard(
  stdin: NodeJS.ReadStream,
  { onKey, onPaste, isBound }: KeyboardListeners,
  write: (sequence: string) => void,
): Keyboard {
  let isPasted = false;
  let isTaken = false;
  // A terminal that was taken away has no mode to be set back.
  stdin.on('error', () => {});
  emitKeypressEvents(stdin);
  stdin.on('keypress', (_: string | undefined, { name, sequence }: { readonly name?: string; readonly sequence: string }) => {
    if (name === 'paste-start') isPasted = true;
    else if (name === 'paste-end') {
      isPasted = false;
      onPaste();
    } else if (!isPasted) for (const key of parseKeys(sequence, isBound)) onKey(key);
  });
  return {
    take() {
      isTaken = true;
      // Another program may have changed the terminal's mode since: set anew even where it was set.
      stdin.setRawMode(false);
      stdin.setRawMode(true);
      stdin.resume();
      write(PASTES_MARKED);
    },
    giveBack() {
      if (!isTaken) return;
      isTaken = false;
      write(PASTES_UNMARKED);
      stdin.setRawMode(false);
      stdin.pause();
    },
  };
}
