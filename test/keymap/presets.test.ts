import { describe, expect, it } from 'vitest';
import { formatKeysPage } from '../../.config/docs/keys.ts';
import { bindings } from '../../src/keymap/bindings.ts';
import { findConflict } from '../../src/keymap/conflict.ts';
import { isKeyName } from '../../src/keymap/key-names.ts';
import { createKeymap } from '../../src/keymap/keymap.ts';
import { keysOfPreset } from '../../src/keymap/keys-in-force.ts';
import { type PresetName, presetNames, presets } from '../../src/keymap/presets.ts';

const ids = bindings.map(({ id }) => id);

describe.each(presetNames)('the preset %s', (name) => {
  const keys = keysOfPreset(name);

  it('gives no key twice', () => {
    const all = Object.values(keys).flat();
    expect(all.filter((key, i) => all.indexOf(key) !== i)).toEqual([]);
    expect(findConflict(keys, {})).toBeUndefined();
  });

  it('loses no action: each has a key', () => {
    // One that is listed here needs keys of its own in src/keymap/presets.ts: others have taken all that it had.
    expect(ids.filter((id) => (keys[id] ?? []).length === 0)).toEqual([]);
  });

  it('names only actions that there are, and keys that can be pressed', () => {
    expect(Object.keys(presets[name]).filter((id) => !ids.includes(id))).toEqual([]);
    expect(Object.keys(keys).sort()).toEqual([...ids].sort());
    expect(
      Object.values(keys)
        .flat()
        .filter((key) => !isKeyName(key)),
    ).toEqual([]);
  });

  it('quits with q and Ctrl+C, helps with F1 and ?, goes back with Esc', () => {
    const { actionFor } = createKeymap(keys);
    for (const key of ['q', 'ctrl+c']) expect(actionFor(key)).toEqual({ type: 'quit' });
    for (const key of ['f1', '?']) expect(actionFor(key)).toEqual({ type: 'show', overlay: 'help' });
    expect(actionFor('escape')).toEqual({ type: 'back' });
  });

  it('has a column in docs/keys.md', () => {
    expect(formatKeysPage()).toContain(` ${name} |`);
  });
});

describe('hands that come from elsewhere', () => {
  it.each<[PresetName, string, string]>([
    ['htop', 'f10', 'quit'],
    ['htop', 'f4', 'filter'],
    ['htop', 'f5', 'tree'],
    ['htop', 'f6', 'sort-next'],
    ['htop', 'P', 'sort-cpu'],
    ['htop', 'M', 'sort-memory'],
    ['htop', 'T', 'sort-time'],
    ['htop', 'N', 'sort-pid'],
    ['htop', 'I', 'reverse'],
    ['htop', '+', 'fold'],
    ['htop', 'K', 'kernel-threads'],
    ['btop', '3', 'panel-network'],
    ['btop', '4', 'panel-processes'],
    ['btop', 'right', 'sort-next'],
    ['btop', 'left', 'sort-previous'],
    ['btop', 'f', 'filter'],
    ['btop', 'e', 'tree'],
    ['btop', 'r', 'reverse'],
    ['btop', '+', 'slower'],
    ['vim', 'j', 'down'],
    ['vim', 'k', 'up'],
    ['vim', 'G', 'bottom'],
    ['vim', 'ctrl+d', 'page-down'],
    ['vim', '/', 'filter'],
  ])('of %s find that %s means %s', (preset, key, id) => {
    expect(keysOfPreset(preset)[id]).toContain(key);
  });
});
