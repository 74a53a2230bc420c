import { createContext, use } from 'react';
import type { Look } from './look.ts';

export const LookContext = createContext<Look | undefined>(undefined);

/** How to draw. Throws outside the App, where nothing is drawn. */
export function useLook(): Look {
  const look = use(LookContext);
  if (look === undefined) throw new Error('drawn outside the App');
  return look;
}
