import { describeError } from '../errors.ts';

/**
 * What asking for a metric gave. Three outcomes, never a made-up zero:
 * a value; `unavailable`, with the reason and, where there is one, what would make it available;
 * `failed`, with the error.
 */
export type Outcome<T> = Available<T> | Unavailable | Failed;

export interface Available<T> {
  readonly state: 'ok';
  readonly value: T;
}

export interface Unavailable {
  readonly state: 'unavailable';
  readonly reason: string;
  readonly remedy?: string;
}

export interface Failed {
  readonly state: 'failed';
  readonly error: string;
}

export function ok<T>(value: T): Available<T> {
  return { state: 'ok', value };
}

/** `reason`: why there is no value ("no battery"). `remedy`: what the user can do to get one. */
export function unavailable(reason: string, remedy?: string): Unavailable {
  return remedy === undefined ? { state: 'unavailable', reason } : { state: 'unavailable', reason, remedy };
}

export function failed(error: unknown): Failed {
  return { state: 'failed', error: describeError(error) };
}

/** The value, or undefined where there is none. */
export function known<T>(outcome: Outcome<T>): T | undefined {
  return outcome.state === 'ok' ? outcome.value : undefined;
}

/** Why there is no value, as one line for people; undefined where there is one. */
export function lackOf(outcome: Outcome<unknown>): string | undefined {
  switch (outcome.state) {
    case 'ok':
      return undefined;
    case 'unavailable':
      return outcome.remedy ? `${outcome.reason}; ${outcome.remedy}` : outcome.reason;
    case 'failed':
      return outcome.error;
  }
}
