import { describe, expect, it } from 'vitest';
import { keyLabel } from '../../src/keymap/key-label.ts';
import { isKeyName, keyNames } from '../../src/keymap/key-names.ts';

describe('the name of a key', () => {
  it.each(['k', 'K', '+', '-', '\\', 'é', '日', '😀', 'alt+x', 'alt++', 'f12', 'ctrl+x', 'ctrl+right', 'shift+tab', 'space'])(
    'may be %s',
    (name) => expect(isKeyName(name)).toBe(true),
  );

  it.each([
    '',
    ' ',
    '\t',
    '\u0001',
    '\u007f',
    'kk',
    'F9',
    'f13',
    'ctrl+i',
    'ctrl+m',
    'ctrl+C',
    'alt+',
    'alt+ab',
    'ctrl+1',
    'escape+x',
  ])('can not be %j', (name) => expect(isKeyName(name)).toBe(false));

  it('is no other key with the same label', () => {
    expect(new Set(keyNames).size).toBe(keyNames.length);
    expect(new Set(keyNames.map(keyLabel)).size).toBe(keyNames.length);
  });
});

it.each([
  ['q', 'q'],
  ['Q', 'Q'],
  ['+', '+'],
  ['f10', 'F10'],
  ['ctrl+c', 'Ctrl+C'],
  ['alt+x', 'Alt+x'],
  ['alt+X', 'Alt+X'],
  ['alt++', 'Alt++'],
  ['shift+tab', 'Shift+Tab'],
  ['ctrl+right', 'Ctrl+→'],
  ['pagedown', 'PgDn'],
  ['escape', 'Esc'],
  ['delete', 'Del'],
])('writes %s as %s', (key, label) => {
  expect(keyLabel(key)).toBe(label);
});
