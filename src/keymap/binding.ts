import type { Action } from './action.ts';

/** Keys that do one thing. */
export interface Binding {
  /** What the configuration calls it: "sort-cpu". */
  readonly id: string;
  readonly keys: readonly string[];
  readonly action: Action;
  /** Short, for the footer; absent: not shown there. */
  readonly label?: string;
  readonly help: string;
  readonly group: KeyGroup;
}

export const keyGroups = ['General', 'Panels', 'Processes', 'Acting', 'Time', 'Moving'] as const;
export type KeyGroup = (typeof keyGroups)[number];
