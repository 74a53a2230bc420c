import { errorCode } from '../errors.ts';
import type { Seconds } from '../units/quantity.ts';
import { type Clock, within } from './clock.ts';

/** What came of a question that may never be answered. */
export type Answer<T> =
  | { readonly state: 'answered'; readonly value: T }
  | { readonly state: 'refused'; readonly error: unknown }
  /** Unanswered for so many seconds. */
  | { readonly state: 'silent'; readonly for: Seconds };

export interface Patience {
  /** How long to wait for an answer. What was silent once is not waited for again until it has answered. */
  readonly limit: Seconds;
  /** How long an answer stands before the question is put again. */
  readonly pace?: Seconds;
}

/**
 * A question put aside, again and again, to something that may hang: a dead server, a tool that waits for one.
 * It is never put twice at once. An error with the code ETIMEDOUT is silence, too: nobody is asked any more, nobody answered.
 * What is answered at once needs no promise, and no timer either.
 */
export function createInquiry<T>(
  clock: Clock,
  { limit, pace = 0 }: Patience,
  ask: () => T | Promise<T>,
): () => Answer<T> | Promise<Answer<T>> {
  let pending = false;
  let silentSince: Seconds | undefined;
  let last: { readonly at: Seconds; readonly answer: Answer<T> } | undefined;

  return () => {
    const now = clock.monotonic();
    const patient = silentSince === undefined;
    const stands = patient && last !== undefined && now - last.at < pace;
    const question = pending || stands ? undefined : put(now);
    if (!question || !patient) return tell(now);
    return within(clock, limit, question, () => undefined).then(() => tell(now));
  };

  function tell(now: Seconds): Answer<T> {
    if (silentSince === undefined && last !== undefined) return last.answer;
    return { state: 'silent', for: clock.monotonic() - (silentSince ?? now) };
  }

  /** Undefined where it was answered at once. */
  function put(now: Seconds): Promise<void> | undefined {
    silentSince ??= now;
    try {
      const answer = ask();
      if (answer instanceof Promise) return wait(now, answer);
      settle(now, { state: 'answered', value: answer });
    } catch (error) {
      refuse(now, error);
    }
    return undefined;
  }

  async function wait(now: Seconds, answer: Promise<T>): Promise<void> {
    pending = true;
    try {
      settle(now, { state: 'answered', value: await answer });
    } catch (error) {
      refuse(now, error);
    }
    pending = false;
  }

  function refuse(at: Seconds, error: unknown) {
    if (errorCode(error) !== 'ETIMEDOUT') settle(at, { state: 'refused', error });
  }

  function settle(at: Seconds, answer: Answer<T>) {
    last = { at, answer };
    silentSince = undefined;
  }
}
