import { type Pursuit, survivorsOf } from '../../control/pursuit.ts';
import type { Signal } from '../../control/signal.ts';
import type { Target } from '../../control/target.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';

/** The signals in the order in which they are offered, which one is chosen to begin with, and why. */
export interface Offer {
  readonly signals: readonly Signal[];
  readonly first: Signal['name'];
  readonly reason?: string;
}

/**
 * TERM, which asks. STOP for whoever wants to freeze first. To what is stopped, TERM or CONT; to what outlived
 * a signal that should have ended it, KILL.
 */
export function offerSignals(
  targets: readonly Target[],
  signals: readonly Signal[],
  frame: Frame,
  pursuits: readonly Pursuit[],
  freeze: boolean,
): Offer {
  const survivors = new Set(pursuits.flatMap(survivorsOf).map(({ id }) => id));
  const states = new Map(known(frame.sample.process)?.all.map(({ id, state }) => [id, state]));
  const all = (is: (target: Target) => boolean) => targets.every(is);
  if (freeze) return { signals, first: 'STOP' };
  if (all(({ id }) => survivors.has(id))) return { signals, first: 'KILL', reason: 'It did not end when it was asked to.' };
  if (all(({ id }) => states.get(id) === 'T')) {
    const front = ['TERM', 'CONT'].flatMap((name) => signals.filter((one) => one.name === name));
    return {
      signals: [...new Set([...front, ...signals])],
      first: 'TERM',
      reason: 'It is stopped: TERM ends it, CONT lets it go on.',
    };
  }
  return { signals, first: 'TERM' };
}
