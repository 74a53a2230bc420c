import type { Action } from './action.ts';
import { type Binding, bindings } from './bindings.ts';
import { keyLabel } from './key-label.ts';

/** The keys in force. */
export interface Keymap {
  /** In the order of the footer, with the keys in force; what has no key is not there. */
  readonly bindings: readonly Binding[];
  actionFor(key: string): Action | undefined;
  /** How the first key of a binding is written for people; undefined where it has none. */
  keyFor(id: string): string | undefined;
}

export function createKeymap(inForce: readonly Binding[] = bindings): Keymap {
  const actions = new Map(inForce.flatMap((binding) => binding.keys.map((key) => [key, binding.action] as const)));
  return {
    bindings: inForce.filter(({ keys }) => keys.length > 0),
    actionFor: (key) => actions.get(key),
    keyFor(id) {
      const key = inForce.find((binding) => binding.id === id)?.keys[0];
      return key === undefined ? undefined : keyLabel(key);
    },
  };
}
