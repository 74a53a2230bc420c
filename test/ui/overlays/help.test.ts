import { expect, it } from 'vitest';
import { createKeymap } from '../../../src/keymap/keymap.ts';
import { deriveKeys } from '../../../src/keymap/keys-in-force.ts';
import { drawHelp } from '../../../src/ui/overlays/help.ts';
import { plain, textOf } from '../../harness/look.ts';

const helpFor = (keymap: ReturnType<typeof createKeymap>) => drawHelp(keymap, plain).map(textOf);

it('the help has the keys in force, in a column as wide as they need', () => {
  const usual = helpFor(createKeymap());
  expect(usual).toContainEqual(expect.stringMatching(/^ {2}q Ctrl\+C +Quit$/));
  const other = helpFor(createKeymap(deriveKeys('htop', { pause: [], save: ['f2', 'shift+delete', 'ctrl+pagedown'] })));
  expect(other).toContain('  F2 Shift+Del Ctrl+PgDn  Save a snapshot as JSON');
  expect(other).toContainEqual(expect.stringMatching(/^ {2}F10 q Ctrl\+C {12}Quit$/));
  expect(other.join('\n')).not.toContain('Hold the picture');
});
