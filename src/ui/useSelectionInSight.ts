import { useLayoutEffect, useRef } from 'react';
import type { Store } from '../sampling/store.ts';
import { listSize } from './arrangement.ts';
import type { Scene } from './composition.ts';
import { keepInSight } from './processes/view.ts';
import type { ScreenState } from './screen-state.ts';

/** Keeps the selected process in sight where the list gets lower: by the terminal's size, an alert, another layout. */
export function useSelectionInSight(store: Store<ScreenState>, scene: Scene | undefined): void {
  const height = scene && listSize(scene.state, scene.frame, scene)?.height;
  const last = useRef(height);
  useLayoutEffect(() => {
    if (scene === undefined || height === undefined || height === last.current) return;
    const state = store.get();
    const before = { ...scene.processes.listing, height: last.current ?? height };
    last.current = height;
    const processes = keepInSight(state.processes, before, height);
    if (processes !== state.processes) store.set({ ...state, processes });
  });
}
