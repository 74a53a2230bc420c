import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import type { Store } from '../sampling/store.ts';
import type { Focus } from './report-input.ts';
import { useInput } from './useInput.ts';

/**
 * Whether the screen rests, because the terminal has told that it is not focused. Who types is there, whatever was told.
 * @param focus absent: it never does.
 */
export function useRest(resting: Store<boolean>, focus: Focus | undefined): boolean {
  const rest = useEffectEvent((wanted: boolean) => {
    if (resting.get() !== wanted) resting.set(wanted);
  });
  useInput(() => rest(false));
  useEffect(() => {
    if (focus === undefined) return;
    const unsubscribe = focus.subscribe(({ focused }) => rest(!focused));
    focus.take();
    return () => {
      unsubscribe();
      focus.giveBack();
      rest(false);
    };
  }, [focus]);
  return useSyncExternalStore(resting.subscribe, resting.get);
}
