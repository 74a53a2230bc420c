/**
 * The name of a key, as the keymap writes it: "a", "A", "+", "enter", "tab", "shift+tab", "escape", "up", "f1", "ctrl+c".
 * Ink's own useInput doesn't tell function keys apart, which is why this is ours.
 */
export function nameKey(sequence: string): string | undefined {
  const named = SEQUENCES[sequence];
  if (named !== undefined) return named;
  const code = sequence.codePointAt(0) ?? 0;
  if (sequence.length === 1 && code >= 1 && code <= 26) return `ctrl+${String.fromCharCode(code + 96)}`;
  return code >= 0x20 && sequence.length === String.fromCodePoint(code).length ? sequence : undefined;
}

/** The keys in what Ink hands on at once: an escape sequence is one; of characters, typed fast, each is. */
export function splitKeys(input: string): readonly string[] {
  return input.startsWith(ESC) ? [input] : [...input];
}

const ESC = '\u001b';

/** As xterm, VT220, rxvt and the Linux console send them. */
const SEQUENCES: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  ' ': 'space',
  [ESC]: 'escape',
  '\u007f': 'backspace',
  [`${ESC}[Z`]: 'shift+tab',
  ...cursorKeys({ A: 'up', B: 'down', C: 'right', D: 'left', H: 'home', F: 'end' }),
  ...numberedKeys({ 1: 'home', 2: 'insert', 3: 'delete', 4: 'end', 5: 'pageup', 6: 'pagedown', 7: 'home', 8: 'end' }),
  ...numberedKeys({ 11: 'f1', 12: 'f2', 13: 'f3', 14: 'f4', 15: 'f5', 17: 'f6', 18: 'f7', 19: 'f8', 20: 'f9', 21: 'f10' }),
  [`${ESC}OP`]: 'f1',
  [`${ESC}OQ`]: 'f2',
  [`${ESC}OR`]: 'f3',
  [`${ESC}OS`]: 'f4',
  [`${ESC}[[A`]: 'f1',
  [`${ESC}[[B`]: 'f2',
  [`${ESC}[[C`]: 'f3',
  [`${ESC}[[D`]: 'f4',
  [`${ESC}[[E`]: 'f5',
};

function cursorKeys(names: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(names).flatMap(([letter, name]) => [
      [`${ESC}[${letter}`, name],
      [`${ESC}O${letter}`, name],
    ]),
  );
}

function numberedKeys(names: Readonly<Record<number, string>>) {
  return Object.fromEntries(Object.entries(names).map(([number, name]) => [`${ESC}[${number}~`, name]));
}
