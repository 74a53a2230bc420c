import type { Action } from './action.ts';
import { type Binding, bindings } from './bindings.ts';

/** The keys in force. */
export interface Keymap {
  /** In the order of the footer, with the keys in force; what has no key is not there. */
  readonly bindings: readonly Binding[];
  actionFor(key: string): Action | undefined;
}

export function createKeymap(inForce: readonly Binding[] = bindings): Keymap {
  const actions = new Map(inForce.flatMap((binding) => binding.keys.map((key) => [key, binding.action] as const)));
  return { bindings: inForce.filter(({ keys }) => keys.length > 0), actionFor: (key) => actions.get(key) };
}
