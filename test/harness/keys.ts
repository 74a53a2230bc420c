/** What a terminal sends for keys that are not characters. */
export const KEYS = {
  Enter: '\r',
  Tab: '\t',
  'Shift+Tab': '\u001b[Z',
  Esc: '\u001b',
  Backspace: '\u007f',
  F1: '\u001bOP',
  Up: '\u001b[A',
  Down: '\u001b[B',
  Right: '\u001b[C',
  PgUp: '\u001b[5~',
  PgDn: '\u001b[6~',
  Home: '\u001b[H',
  End: '\u001b[F',
  'Ctrl+C': '\u0003',
  'Ctrl+L': '\u000c',
  'Ctrl+Z': '\u001a',
} as const;

/** A key's name, or characters to be typed. */
export type Key = keyof typeof KEYS | (string & {});

export function sequenceOf(key: Key): string {
  return KEYS[key as keyof typeof KEYS] ?? key;
}
