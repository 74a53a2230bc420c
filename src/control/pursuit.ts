import type { Seconds } from '../units/quantity.ts';
import type { Deed } from './deed.ts';
import { hasEnded } from './identity.ts';
import type { Signal } from './signal.ts';
import type { Process, Target } from './target.ts';

/** How long a process may take to do what a signal asks for. */
export const GRACE: Seconds = 5;

/** A signal that was sent to one process or several at once, and what became of each. */
export interface Pursuit {
  readonly signal: Signal;
  /** When the last was sent, by the monotonic clock. */
  readonly since: Seconds;
  readonly chased: readonly Chased[];
  /** The list that was last looked at: at a slow pace of reading, samples hold the same one again. */
  readonly seen: Listed | undefined;
}

export interface Chased {
  readonly target: Target;
  readonly fate: Fate;
}

export type Fate =
  | { readonly is: 'pending' | 'ended' | 'stopped' | 'continued' }
  /** Ended, but its parent hasn't reaped it. */
  | { readonly is: 'zombie'; readonly parent: number }
  /** It lives, and not as the signal wanted it; of a signal that only tells something, it just lives. */
  | { readonly is: 'alive'; readonly state: string };

type Listed = readonly Pick<Process, 'id' | 'state' | 'parent'>[];

/**
 * From the deeds of one signal, those that were done; undefined where none was.
 * @param seen the processes of the latest sample, which tells nothing of what was done after it.
 */
export function beginPursuit(deeds: readonly Deed[], seen: Listed | undefined): Pursuit | undefined {
  const sent = deeds.filter(({ outcome }) => outcome === 'done');
  const act = sent[0]?.act;
  if (act?.type !== 'signal') return undefined;
  return {
    signal: act.signal,
    since: Math.max(...sent.map(({ at }) => at)),
    chased: sent.map(({ target }) => ({ target, fate: { is: 'pending' } })),
    seen,
  };
}

/**
 * Pure: what has become of them by a new sample.
 * @param now when the sample's reading began, by the monotonic clock.
 */
export function pursue(pursuit: Pursuit, processes: Listed, now: Seconds): Pursuit {
  const waited = now - pursuit.since;
  if (processes === pursuit.seen || waited <= 0 || isOver(pursuit)) return pursuit;
  const listed = new Map(processes.map((one) => [one.id, one]));
  const chased = pursuit.chased.map(({ target, fate }) => ({
    target,
    fate: fate.is === 'pending' ? fateOf(listed.get(target.id), pursuit.signal, waited) : fate,
  }));
  return { ...pursuit, chased, seen: processes };
}

/** Whether nothing more is waited for. */
export function isOver({ chased }: Pursuit): boolean {
  return chased.every(({ fate }) => fate.is !== 'pending');
}

/** Those that were asked to end and didn't: KILL would not ask. */
export function survivorsOf({ signal, chased }: Pursuit): readonly Target[] {
  if (signal.aim !== 'end' || signal.name === 'KILL') return [];
  return chased.flatMap(({ target, fate }) => (fate.is === 'alive' ? [target] : []));
}

function fateOf(found: Listed[number] | undefined, signal: Signal, waited: Seconds): Fate {
  if (found === undefined) return { is: 'ended' };
  const { state, parent } = found;
  if (hasEnded(found)) return { is: 'zombie', parent };
  if (signal.aim === 'stop' && state === 'T') return { is: 'stopped' };
  if (signal.aim === 'continue' && state !== 'T') return { is: 'continued' };
  return signal.aim === 'tell' || waited >= GRACE ? { is: 'alive', state } : { is: 'pending' };
}
