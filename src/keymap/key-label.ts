/** A key as it is written for people: "F1", "Ctrl+C", "PgDn", "Alt+x". */
export function keyLabel(key: string): string {
  const [, modifier, name = key] = /^(shift|ctrl|alt)\+(.+)$/.exec(key) ?? [];
  if (modifier === undefined) return labelOf(name);
  return `${capitalize(modifier)}+${modifier === 'ctrl' ? capitalize(labelOf(name)) : labelOf(name)}`;
}

function labelOf(name: string): string {
  return LABELS[name] ?? (name.length > 1 ? capitalize(name) : name);
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const LABELS: Readonly<Record<string, string>> = {
  delete: 'Del',
  down: '↓',
  escape: 'Esc',
  insert: 'Ins',
  left: '←',
  pagedown: 'PgDn',
  pageup: 'PgUp',
  right: '→',
  up: '↑',
};
