import { useSyncExternalStore } from 'react';
import type { Frame, Monitor } from '../monitor.ts';

/** The polling hook: the monitor's latest frame, one React commit a sample. */
export function useFrame({ frames }: Monitor): Frame | undefined {
  return useSyncExternalStore(frames.subscribe, frames.get);
}
