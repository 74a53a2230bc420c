import type { Keys } from '../config/settings.ts';
import { WAY_OUT } from './keys-in-force.ts';
import type { PresetName } from './presets.ts';

/** One key that two actions want. */
export interface Conflict {
  readonly key: string;
  /** The action that was given the key by hand. */
  readonly id: string;
  /** The action that has it, too: by hand, or from the preset. */
  readonly other: string;
  readonly otherByHand: boolean;
  /** What the other one has besides. */
  readonly left: readonly string[];
}

/** The first key that two actions want, of those in force; undefined where there is none. */
export function findConflict(keys: Keys, byHand: Keys): Conflict | undefined {
  const owners = new Map<string, string>();
  // Those by hand come last: they are the ones to be told of.
  const ids = Object.keys(keys).sort((a, b) => Number(Object.hasOwn(byHand, a)) - Number(Object.hasOwn(byHand, b)));
  for (const id of ids) {
    for (const key of keys[id] ?? []) {
      const other = owners.get(key);
      if (other !== undefined) {
        const left = (keys[other] ?? []).filter((one) => one !== key);
        return { key, id, other, otherByHand: Object.hasOwn(byHand, other) && key !== WAY_OUT, left };
      }
      owners.set(key, id);
    }
  }
  return undefined;
}

/** In one line: who wants which key, and how to free it. */
export function describeConflict({ key, id, other, otherByHand, left }: Conflict, preset: PresetName): string {
  if (key === WAY_OUT) return `${key} is the key of both ${id} and quit, which always keeps it; give ${id} another one`;
  if (otherByHand) return `${key} is the key of both ${other} and ${id}; take it from one of them`;
  const remedy = `write "${other}: [${left.map(encodeKey).join(', ')}]", too, or give ${id} another one`;
  return `${key} is the key of both ${id} and ${other}, which has it in the preset ${preset}; ${remedy}`;
}

/** As YAML wants it. */
function encodeKey(key: string): string {
  return /^[\w+]+$/.test(key) ? key : `'${key.replaceAll("'", "''")}'`;
}
