import { expect, it } from 'vitest';
import { createKeymap } from '../../../src/keymap/keymap.ts';
import { deriveKeys } from '../../../src/keymap/keys-in-force.ts';
import { drawHelp } from '../../../src/ui/overlays/help.ts';
import { cellWidth } from '../../../src/units/cells.ts';
import { plain, textOf } from '../../harness/look.ts';

const helpFor = (keymap: ReturnType<typeof createKeymap>) => drawHelp(keymap, 120, plain).map(textOf);

it('the help has the keys in force, in a column as wide as they need', () => {
  const usual = helpFor(createKeymap());
  expect(usual).toContainEqual(expect.stringMatching(/^ {2}q Ctrl\+C +Quit$/));
  const other = helpFor(createKeymap(deriveKeys('htop', { pause: [], save: ['f2', 'shift+delete', 'ctrl+pagedown'] })));
  expect(other).toContain('  F2 Shift+Del Ctrl+PgDn  Save a snapshot as JSON');
  expect(other).toContainEqual(expect.stringMatching(/^ {2}F10 q Ctrl\+C {12}Quit$/));
  expect(other.join('\n')).not.toContain('Hold the picture');
});

it('the help stands in two columns where there is room, and wraps what is longer than its place', () => {
  const keymap = createKeymap();
  const wide = drawHelp(keymap, 156, plain).map(textOf);
  const narrow = drawHelp(keymap, 76, plain).map(textOf);
  expect(wide.length).toBeLessThan(0.6 * narrow.length);
  expect([...wide.filter((line) => cellWidth(line) > 156), ...narrow.filter((line) => cellWidth(line) > 76)]).toEqual([]);
  const words = (lines: readonly string[]) => lines.join(' ').trim().split(/\s+/).sort();
  expect(words(wide)).toEqual(words(narrow));
});
