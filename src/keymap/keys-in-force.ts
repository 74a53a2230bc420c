import type { Keys } from '../config/settings.ts';
import { bindings } from './bindings.ts';
import { type PresetName, presets } from './presets.ts';

/** The key that nothing takes away from quitting: whoever wants out, gets out. */
export const WAY_OUT = 'ctrl+c';

/** All keys of a preset: each action's own in it, else those of sysmon that nothing in it takes. */
export function keysOfPreset(name: PresetName): Keys {
  const own: Keys = presets[name];
  const taken = new Set(Object.values(own).flat());
  const free = (keys: readonly string[]) => keys.filter((key) => !taken.has(key));
  return withWayOut(Object.fromEntries(bindings.map(({ id, keys }) => [id, own[id] ?? free(keys)])));
}

/** The keys in force: the preset's; an action that was given keys by hand has those alone. */
export function deriveKeys(preset: PresetName, byHand: Keys): Keys {
  return withWayOut({ ...keysOfPreset(preset), ...byHand });
}

function withWayOut(keys: Keys): Keys {
  return { ...keys, quit: [...new Set([...(keys.quit ?? []), WAY_OUT])] };
}
