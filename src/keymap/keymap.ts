import type { Keys } from '../config/settings.ts';
import { type Action, isHarmful } from './action.ts';
import type { Binding } from './binding.ts';
import { bindings } from './bindings.ts';
import { keyLabel } from './key-label.ts';
import { keysOfPreset } from './keys-in-force.ts';

/** The keys in force. */
export interface Keymap {
  /** In the order of the footer, with the keys in force; what has no key is not there. */
  readonly bindings: readonly Binding[];
  actionFor(key: string): Action | undefined;
  /** How the first key of a binding is written for people; undefined where it has none. */
  keyFor(id: string): string | undefined;
}

/** @param readonly What acts on processes is not told of; its keys stay, for whoever presses one wants to know why nothing happens. */
export function createKeymap(keys: Keys = keysOfPreset('sysmon'), readonly = false): Keymap {
  const inForce = bindings.map((binding) => ({ ...binding, keys: keys[binding.id] ?? [] }));
  const actions = new Map(inForce.flatMap((binding) => binding.keys.map((key) => [key, binding.action] as const)));
  return {
    bindings: inForce.filter((binding) => binding.keys.length > 0 && !(readonly && isHarmful(binding.action))),
    actionFor: (key) => actions.get(key),
    keyFor(id) {
      const key = keys[id]?.[0];
      return key === undefined ? undefined : keyLabel(key);
    },
  };
}
