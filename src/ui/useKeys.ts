import { useStdin } from 'ink';
import { useEffect, useEffectEvent } from 'react';
import type { Keymap } from '../keymap/keymap.ts';
import { parseKeys } from './key-name.ts';

/** What Ink hands to its own useInput, and not to its types. */
interface InkInput {
  on(event: 'input', listener: (sequence: string) => void): void;
  removeListener(event: 'input', listener: (sequence: string) => void): void;
}

/** Calls back with each key's name. Ink reads the terminal, in raw mode, and splits what comes into keys. */
export function useKeys({ actionFor }: Keymap, onKey: (key: string) => void): void {
  const { setRawMode, internal_eventEmitter: emitter } = useStdin() as ReturnType<typeof useStdin> & {
    internal_eventEmitter: InkInput;
  };
  const listener = useEffectEvent((input: string) => {
    for (const key of parseKeys(input, (one) => actionFor(one) !== undefined)) onKey(key);
  });
  useEffect(() => {
    setRawMode(true);
    emitter.on('input', listener);
    return () => {
      emitter.removeListener('input', listener);
      setRawMode(false);
    };
  }, [setRawMode, emitter]);
}
