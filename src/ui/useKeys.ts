import { useState } from 'react';
import type { Keymap } from '../keymap/keymap.ts';
import { parseKeys } from './key-name.ts';
import { createSieve } from './terminal-answer.ts';
import { useInput } from './useInput.ts';

/** Calls back with each key's name. What the terminal answers to questions is no key. */
export function useKeys({ actionFor }: Keymap, onKey: (key: string) => void): void {
  const [sieve] = useState(createSieve);
  useInput((input) => {
    for (const typed of sieve.sift(input).typed)
      for (const key of parseKeys(typed, (one) => actionFor(one) !== undefined)) onKey(key);
  });
}
