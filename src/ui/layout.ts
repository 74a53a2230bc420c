import type { PanelName } from '../config/settings.ts';

/** A panel's place, in cells. */
export interface Place {
  readonly panel: PanelName;
  readonly width: number;
  readonly height: number;
}

/**
 * How the body of the screen is filled:
 * `grid`: bands from top to bottom, each with columns side by side, each a stack of bordered panels;
 * `compact`: lines without borders, for small terminals.
 */
export type Layout = { readonly kind: 'grid'; readonly bands: readonly Band[] } | { readonly kind: 'compact' };

export type Band = readonly Column[];
export type Column = readonly Place[];

/** What a panel asks for, in rows with its border. */
export interface Demand {
  readonly least: number;
  /** With so many all is said, and more are for larger graphs, or for what matters less; absent: that takes as many as there can be. */
  readonly enough?: number;
  /** More than this would be empty. */
  readonly most: number;
}

export type Demands = Readonly<Record<PanelName, Demand>>;
