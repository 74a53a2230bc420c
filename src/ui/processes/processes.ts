import type { Listing } from './listing.ts';
import type { ProcessView } from './view.ts';

/** How the processes are looked at, and what is listed of them. */
export interface Processes {
  readonly view: ProcessView;
  readonly listing: Listing;
}
