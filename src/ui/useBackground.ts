import { useEffect, useEffectEvent, useState } from 'react';
import { createSieve } from './terminal-answer.ts';
import { BACKGROUND_QUESTION, type Background, parseBackground } from './theme/background.ts';
import { useInput } from './useInput.ts';

/** The terminal's background: as guessed, until the terminal has told. Nothing waits for that, and some never do. */
export function useBackground(guess: Background, ask: ((question: string) => void) | undefined): Background {
  const [background, setBackground] = useState(guess);
  const [sieve] = useState(createSieve);
  useInput((input) => {
    for (const answer of sieve.sift(input).answers) setBackground(parseBackground(answer) ?? background);
  });
  // Asked when input is read already: before, the terminal's driver would echo the answer.
  const question = useEffectEvent(() => ask?.(BACKGROUND_QUESTION));
  const isAsked = ask !== undefined;
  useEffect(() => {
    if (isAsked) question();
  }, [isAsked]);
  return background;
}
