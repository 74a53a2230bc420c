/** What may be held with a named key: "ctrl+right". */
export const modifiers = ['shift', 'ctrl', 'alt'] as const;
export type Modifier = (typeof modifiers)[number];

/** Keys that send a sequence of their own, which tells what is held with them. */
const CURSOR = ['up', 'down', 'left', 'right', 'home', 'end', 'pageup', 'pagedown', 'insert', 'delete'];
const FUNCTION = Array.from({ length: 12 }, (_, i) => `f${i + 1}`);

/** Not these: a terminal sends the same for them as for Backspace, Tab and Enter. */
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'].filter((letter) => !'hijm'.includes(letter));

/** Every key with a name. One printable character is a key, too, and so is each of those with Alt: "alt+x". */
export const keyNames: readonly string[] = [
  ...['enter', 'tab', 'space', 'backspace', 'escape'],
  ...[...CURSOR, ...FUNCTION].flatMap((key) => [key, ...modifiers.map((modifier) => `${modifier}+${key}`)]),
  ...['shift+tab', 'alt+enter', 'alt+space', 'alt+backspace'],
  ...LETTERS.map((letter) => `ctrl+${letter}`),
];

/** What a key of one character is, alone or with Alt; as a pattern, for it stands in a JSON Schema, too. */
export const CHARACTER_KEY = '^(alt\\+)?[^\\s\\u0000-\\u001f\\u007f-\\u009f]$';

const NAMES: ReadonlySet<string> = new Set(keyNames);
const CHARACTER = new RegExp(CHARACTER_KEY, 'u');

/** Whether a key is called so. */
export function isKeyName(text: string): boolean {
  return NAMES.has(text) || CHARACTER.test(text);
}
