import { createContext, use } from 'react';
import { EMPTY_LISTING, type Listing } from './listing.ts';
import { initialView, type ProcessView } from './view.ts';

export interface Processes {
  readonly view: ProcessView;
  readonly listing: Listing;
}

export const ProcessesContext = createContext<Processes>({ view: initialView, listing: EMPTY_LISTING });

/** How the processes are looked at, and what is listed of them. */
export function useProcesses(): Processes {
  return use(ProcessesContext);
}
