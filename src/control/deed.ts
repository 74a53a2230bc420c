import type { Seconds } from '../units/quantity.ts';
import type { Signal } from './signal.ts';
import type { Target } from './target.ts';

/** What was tried, on whom, when, and what came of it. */
export type Deed = { readonly target: Target; readonly act: Act; readonly at: Seconds } & Result;

export type Act = { readonly type: 'signal'; readonly signal: Signal } | { readonly type: 'renice'; readonly change: NiceChange };

/** Nice values, from −20 (it gives way to none) to 19 (to all); what goes beyond is cut. */
export type NiceChange = { readonly by: number } | { readonly to: number };

export type Result = Done | Gone | Another | Forbidden | Failed;

export interface Done {
  readonly outcome: 'done';
  /** It was stopped when the signal came; one that should end it was followed by CONT, or it would never have got it. */
  readonly stopped?: true;
  /** After a renice, as the system now tells it. */
  readonly nice?: number;
}

/** It had ended before: nothing was done. */
export interface Gone {
  readonly outcome: 'gone';
  /** Of one that is a zombie: who hasn't reaped it. */
  readonly parent?: number;
}

/** The pid is another process now: nothing was done. */
export interface Another {
  readonly outcome: 'another';
  /** Its name. */
  readonly name: string;
}

export interface Forbidden {
  readonly outcome: 'forbidden';
  /** What would permit it: "root or CAP_KILL". */
  readonly needs: string;
}

/** Nothing was done, as far as the system tells. */
export interface Failed {
  readonly outcome: 'failed';
  readonly error: string;
}
