import type { Act, Deed, Result } from '../../src/control/deed.ts';
import { type Signal, signalsOn } from '../../src/control/signal.ts';
import { type Target, targetOf } from '../../src/control/target.ts';
import { aProcess } from '../processes/processes.ts';

/** A target of which the test says what matters to it. */
export function aTarget(facts: Partial<Target> & { readonly pid: number }): Target {
  return { ...targetOf(aProcess({ pid: facts.pid })), name: 'node', ...facts };
}

export function aDeed(facts: { readonly act: Act; readonly target?: Target; readonly at?: number } & Result): Deed {
  return { target: aTarget({ pid: 4211 }), at: 10, ...facts };
}

const linux = signalsOn('linux');

/** A signal of this machine by its name. */
export function signal(name: string): Signal {
  const found = linux.find((one) => one.name === name);
  if (found === undefined) throw new Error(`no signal ${name} here`);
  return found;
}
