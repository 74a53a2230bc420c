import { usePaste } from 'ink';
import { useEffect, useEffectEvent } from 'react';
import type { Pastes } from './paste-input.ts';

/** Calls back with what is pasted. Ink sets the terminal's mode, and takes it back when it leaves or lends the terminal. */
export function usePasted({ subscribe }: Pick<Pastes, 'subscribe'>, onPaste: (pasted: string) => void): void {
  const listener = useEffectEvent(onPaste);
  // Pastes are taken out of the input before Ink reads it: what it still finds is one that it alone could tell.
  usePaste(onPaste);
  useEffect(() => subscribe((pasted) => listener(pasted)), [subscribe]);
}
