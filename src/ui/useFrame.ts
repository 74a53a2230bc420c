import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Frame, Monitor } from '../monitor.ts';

/**
 * The polling hook: the monitor's latest frame, one React commit a sample. None until all that listens to keys and signals does:
 * whoever sees a picture may answer it.
 */
export function useFrame({ frames }: Monitor): Frame | undefined {
  const frame = useSyncExternalStore(frames.subscribe, frames.get);
  const [listens, setListens] = useState(false);
  useEffect(() => setListens(true), []);
  return listens ? frame : undefined;
}
