/** A key as it is written for people: "F1", "Ctrl+C", "PgDn". */
export function keyLabel(key: string): string {
  return KEY_LABELS[key] ?? key;
}

const KEY_LABELS: Readonly<Record<string, string>> = {
  'ctrl+c': 'Ctrl+C',
  'ctrl+l': 'Ctrl+L',
  'ctrl+z': 'Ctrl+Z',
  'shift+tab': 'Shift+Tab',
  down: '↓',
  end: 'End',
  enter: 'Enter',
  escape: 'Esc',
  f1: 'F1',
  f5: 'F5',
  f6: 'F6',
  delete: 'Del',
  f9: 'F9',
  f8: 'F8',
  f7: 'F7',
  space: 'Space',
  home: 'Home',
  pagedown: 'PgDn',
  pageup: 'PgUp',
  tab: 'Tab',
  up: '↑',
};
