import { useStdin } from 'ink';
import { useEffect, useEffectEvent } from 'react';

/** What Ink hands to its own useInput, and not to its types. */
interface InkInput {
  on(event: 'input', listener: (sequence: string) => void): void;
  removeListener(event: 'input', listener: (sequence: string) => void): void;
}

/** Calls back with what the terminal sends: escape sequences one by one, characters as they come. Ink reads it, in raw mode. */
export function useInput(onInput: (input: string) => void): void {
  const { setRawMode, internal_eventEmitter: emitter } = useStdin() as ReturnType<typeof useStdin> & {
    internal_eventEmitter: InkInput;
  };
  const listener = useEffectEvent(onInput);
  useEffect(() => {
    setRawMode(true);
    emitter.on('input', listener);
    return () => {
      emitter.removeListener('input', listener);
      setRawMode(false);
    };
  }, [setRawMode, emitter]);
}
