import type { Moment } from '../sampling/sample.ts';
import type { Seconds } from '../units/quantity.ts';
import type { Rule } from './alert.ts';

/** After firing or resolving, nothing changes for this long: a person can read what flashes up. */
export const MINIMUM: Seconds = 10;

/** A value is well again when it is this share of the threshold away from it: 78.4 % for a threshold of 80 %. */
const MARGIN = 0.02;

/** What fires and has been unknown for this long is let go; until then it stays, for nobody knows that it is over. */
export const FORGET: Seconds = 300;

/** A value; that the item is no longer there (unmounted, unplugged), which is as good as well; or that nothing is known. */
export type Observation = number | 'gone' | 'unknown';

/** Where one rule stands for one item. */
export type State = Ok | Pending | Firing | Resolved;

interface Resting {
  /** Not before this point of the monotonic clock may it fire. */
  readonly restUntil: Seconds;
}

interface Ok extends Resting {
  readonly phase: 'ok';
}

/** The condition holds, but not for long enough. */
interface Pending extends Resting {
  readonly phase: 'pending';
  readonly since: Moment;
  readonly peak: number;
}

export interface Firing {
  readonly phase: 'firing';
  readonly since: Moment;
  readonly fired: Seconds;
  /** When the value was known last. */
  readonly known: Moment;
  /** Since when it has been well. */
  readonly well?: Moment;
  readonly value: number;
  readonly peak: number;
}

/** Lasts one step, in which it can be seen; then it is ok. */
export interface Resolved extends Resting {
  readonly phase: 'resolved';
  readonly since: Moment;
  /** When the condition was known to hold last, or not to hold any more: before the step that resolved it. */
  readonly ceased: Moment;
  readonly value: number;
  readonly peak: number;
}

export const OK: Ok = { phase: 'ok', restUntil: Number.NEGATIVE_INFINITY };

/**
 * Pure: ok → pending → firing → resolved → ok. A gap and an unknown value fire nothing and begin a hold time anew.
 * What fires ends when the value has been well for as long as it had to be ill, MINIMUM at most.
 */
export function step(rule: Rule, state: State, observed: Observation, now: Moment): State {
  if (state.phase === 'firing') return stepFiring(rule, state, observed, now);
  const { restUntil } = state;
  if (now.gap !== undefined || typeof observed !== 'number' || !isIll(rule, observed)) return rest(restUntil, now);
  const { since, peak } = state.phase === 'pending' ? state : { since: now, peak: observed };
  const held = { since, peak: worse(rule, peak, observed) };
  const due = Math.max(since.monotonic + rule.hold, restUntil);
  if (now.monotonic < due) return { phase: 'pending', ...held, restUntil };
  return { phase: 'firing', ...held, fired: now.monotonic, known: now, value: observed };
}

/** Ok, once the rest is over. */
function rest(restUntil: Seconds, now: Moment): Ok {
  return now.monotonic < restUntil ? { phase: 'ok', restUntil } : OK;
}

/** Whether the condition holds. */
export function isIll({ comparison, threshold }: Rule, value: number): boolean {
  return comparison === '>' ? value > threshold : value < threshold;
}

/** The one that is further past the threshold. */
export function worse({ comparison }: Rule, a: number, b: number): number {
  return comparison === '>' ? Math.max(a, b) : Math.min(a, b);
}

function stepFiring(rule: Rule, state: Firing, observed: Observation, now: Moment): Firing | Resolved {
  const { well: wellBefore, ...before } = state;
  if (observed === 'unknown') {
    const ceased = wellBefore ?? state.known;
    return now.monotonic - state.known.monotonic < FORGET ? state : resolve(before, ceased, now);
  }
  const next: Firing =
    observed === 'gone' ? before : { ...before, known: now, value: observed, peak: worse(rule, state.peak, observed) };
  if (observed !== 'gone' && !isWell(rule, observed)) return next;
  const well = wellBefore ?? now;
  const calm = now.monotonic - well.monotonic >= Math.min(rule.hold, MINIMUM);
  return calm && now.monotonic - state.fired >= MINIMUM ? resolve(next, well, now) : { ...next, well };
}

function resolve({ since, value, peak }: Firing, ceased: Moment, now: Moment): Resolved {
  return { phase: 'resolved', since, ceased, value, peak, restUntil: now.monotonic + MINIMUM };
}

function isWell({ comparison, threshold }: Rule, value: number): boolean {
  const margin = Math.abs(threshold) * MARGIN;
  return comparison === '>' ? value <= threshold - margin : value >= threshold + margin;
}
