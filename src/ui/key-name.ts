import type { Modifier } from '../keymap/key-names.ts';

/**
 * The names of the keys in what Ink hands on at once: an escape sequence is one key; of characters, typed fast, each is.
 * Ink's own useInput doesn't tell function keys apart, which is why this is ours.
 * Terminals send Esc before a key that is pressed with Alt, which may as well be Esc and then the key, pressed in haste:
 * it is the one that means something. But the beginning of a sequence whose rest is late is no key pressed in haste.
 */
export function parseKeys(input: string, isBound: (key: string) => boolean): readonly string[] {
  if (!input.startsWith(ESC)) return [...input].flatMap((character) => nameKey(character) ?? []);
  const key = nameKey(input);
  if (key === undefined || isBound(key) || nameKey(input.slice(1)) === undefined) return key === undefined ? [] : [key];
  if (input === `${ESC}[` || input === `${ESC}O`) return [];
  return ['escape', ...parseKeys(input.slice(1), isBound)];
}

/** The name of a key, as the keymap writes it: "a", "A", "+", "enter", "shift+tab", "up", "f1", "ctrl+c", "alt+x". */
export function nameKey(sequence: string): string | undefined {
  const named = SEQUENCES[sequence] ?? nameModified(sequence);
  if (named !== undefined) return named;
  const code = sequence.codePointAt(0) ?? 0;
  if (sequence.length === 1 && code >= 1 && code <= 26) return `ctrl+${String.fromCharCode(code + 96)}`;
  if (code >= 0x20 && sequence.length === String.fromCodePoint(code).length) return sequence;
  const held = sequence.startsWith(ESC) ? nameKey(sequence.slice(1)) : undefined;
  return held && `alt+${held}`;
}

/** A key with Shift, Alt or Ctrl as xterm sends it: the modifier's number stands behind a semicolon. */
function nameModified(sequence: string): string | undefined {
  if (!sequence.startsWith(ESC)) return undefined;
  const [, number = '', modifier = '', end = ''] = /^\[(\d+);(\d)([A-Z~])$/.exec(sequence.slice(1)) ?? [];
  const held = MODIFIERS[modifier];
  const key = SEQUENCES[end === '~' ? `${ESC}[${number}~` : `${ESC}O${end}`];
  return held && key && `${held}+${key}`;
}

const ESC = '\u001b';

const MODIFIERS: Readonly<Record<string, Modifier>> = { 2: 'shift', 3: 'alt', 5: 'ctrl' };

const EDITING = { 1: 'home', 2: 'insert', 3: 'delete', 4: 'end', 5: 'pageup', 6: 'pagedown', 7: 'home', 8: 'end' };
const FUNCTION = {
  ...{ 11: 'f1', 12: 'f2', 13: 'f3', 14: 'f4', 15: 'f5', 17: 'f6' },
  ...{ 18: 'f7', 19: 'f8', 20: 'f9', 21: 'f10', 23: 'f11', 24: 'f12' },
};

/** As xterm, VT220, rxvt, the Linux console, screen and tmux send them. */
const SEQUENCES: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  ' ': 'space',
  [ESC]: 'escape',
  '\u007f': 'backspace',
  '\b': 'backspace',
  ...sequences('[', { Z: 'shift+tab' }),
  ...sequences('[', { A: 'up', B: 'down', C: 'right', D: 'left', H: 'home', F: 'end' }),
  ...sequences('O', { A: 'up', B: 'down', C: 'right', D: 'left', H: 'home', F: 'end' }),
  ...sequences('O', { P: 'f1', Q: 'f2', R: 'f3', S: 'f4' }),
  ...sequences('[[', { A: 'f1', B: 'f2', C: 'f3', D: 'f4', E: 'f5' }),
  ...sequences('[', { ...EDITING, ...FUNCTION }, '~'),
  // rxvt has endings of its own for what is held.
  ...sequences('[', { a: 'shift+up', b: 'shift+down', c: 'shift+right', d: 'shift+left' }),
  ...sequences('O', { a: 'ctrl+up', b: 'ctrl+down', c: 'ctrl+right', d: 'ctrl+left' }),
  ...sequences('[', held('shift', EDITING), '$'),
  ...sequences('[', held('ctrl', EDITING), '^'),
};

type Names = Readonly<Record<string, string>>;

function sequences(begin: string, names: Names, end = ''): Names {
  return Object.fromEntries(Object.entries(names).map(([middle, name]) => [`${ESC}${begin}${middle}${end}`, name]));
}

function held(modifier: Modifier, names: Names): Names {
  return Object.fromEntries(Object.entries(names).map(([middle, name]) => [middle, `${modifier}+${name}`]));
}
