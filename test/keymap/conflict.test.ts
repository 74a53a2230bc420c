import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Keys } from '../../src/config/settings.ts';
import { bindings } from '../../src/keymap/bindings.ts';
import { describeConflict, findConflict } from '../../src/keymap/conflict.ts';
import { createKeymap } from '../../src/keymap/keymap.ts';
import { deriveKeys } from '../../src/keymap/keys-in-force.ts';
import { type PresetName, presetNames } from '../../src/keymap/presets.ts';

function complaint(preset: PresetName, byHand: Keys): string | undefined {
  const conflict = findConflict(deriveKeys(preset, byHand), byHand);
  return conflict && describeConflict(conflict, preset);
}

describe('keys given by hand', () => {
  it('are instead of those of the preset', () => {
    const keys = deriveKeys('sysmon', { pause: ['P'], save: [] });
    expect(keys).toMatchObject({ pause: ['P'], save: [], help: ['?', 'h', 'f1'] });
    const { actionFor, keyFor, bindings: shown } = createKeymap(keys);
    expect([actionFor('P'), actionFor('p'), actionFor('s')]).toEqual([{ type: 'pause' }, undefined, undefined]);
    expect([keyFor('pause'), keyFor('save')]).toEqual(['P', undefined]);
    expect(shown.map(({ id }) => id)).not.toContain('save');
  });

  it('leave Ctrl+C to quit', () => {
    expect(deriveKeys('sysmon', { quit: ['Q'] }).quit).toEqual(['Q', 'ctrl+c']);
    expect(deriveKeys('sysmon', { quit: [] }).quit).toEqual(['ctrl+c']);
    expect(deriveKeys('sysmon', { quit: ['ctrl+c'] }).quit).toEqual(['ctrl+c']);
  });

  it('may be those that the action has already, or that another one has given up', () => {
    expect(complaint('sysmon', { pause: ['p', 'P'] })).toBeUndefined();
    expect(complaint('sysmon', { pause: ['s'], save: ['p'] })).toBeUndefined();
    expect(complaint('sysmon', { pause: ['s'], save: [] })).toBeUndefined();
  });

  it.each<[string, PresetName, Keys, string]>([
    [
      'another one has from the preset',
      'vim',
      { save: ['f11', 'k'] },
      'k is the key of both save and up, which has it in the preset vim; write "up: [up]", too, or give save another one',
    ],
    [
      'another one has besides keys that want quotes',
      'htop',
      { save: ['f4'] },
      'f4 is the key of both save and filter, which has it in the preset htop; write "filter: [\'\\\']", too, or give save another one',
    ],
    [
      'is the only one of another',
      'sysmon',
      { pause: ['s'] },
      's is the key of both pause and save, which has it in the preset sysmon; write "save: []", too, or give pause another one',
    ],
    [
      'was given to two',
      'sysmon',
      { save: ['f11'], pause: ['f11'] },
      'f11 is the key of both pause and save; take it from one of them',
    ],
    [
      'is the way out',
      'sysmon',
      { save: ['ctrl+c'], quit: ['Q'] },
      'ctrl+c is the key of both save and quit, which always keeps it; give save another one',
    ],
  ])('are refused where one %s', (_, preset, byHand, text) => {
    expect(complaint(preset, byHand)).toBe(text);
  });

  it('either are refused with key and both actions, or leave no key twice', () => {
    const id = fc.constantFrom(...bindings.map((binding) => binding.id));
    const key = fc.constantFrom('k', 'K', 'f11', 'f10', 'ctrl+c', 'ctrl+x', '/', 'up', 'j', 'q', 'alt+x', '~');
    const rebinding = fc.dictionary(id, fc.uniqueArray(key, { maxLength: 3 }), { maxKeys: 4 });
    const seen = { refused: 0, taken: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...presetNames), rebinding, (preset, byHand) => {
        const keys = deriveKeys(preset, byHand);
        const all = Object.values(keys).flat();
        const twice = all.filter((one, i) => all.indexOf(one) !== i);
        const conflict = findConflict(keys, byHand);
        seen[conflict ? 'refused' : 'taken'] += 1;
        if (conflict === undefined) {
          expect(twice).toEqual([]);
          expect(keys.quit).toContain('ctrl+c');
        } else {
          expect(twice).toContain(conflict.key);
          expect(keys[conflict.id]).toContain(conflict.key);
          expect(keys[conflict.other]).toContain(conflict.key);
          expect(conflict.id).not.toBe(conflict.other);
          const text = describeConflict(conflict, preset);
          for (const name of [conflict.key, conflict.id, conflict.other]) expect(text).toContain(name);
        }
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(seen.refused, seen.taken)).toBeGreaterThan(50);
  });
});
