import { type Binding, bindings, keyGroups } from '../../src/keymap/bindings.ts';
import { keyLabel } from '../../src/keymap/key-label.ts';

/** docs/keys.md: the keymap as tables of Markdown, a group each. */
export function formatKeysPage(): string {
  const tables = keyGroups.map((group) => {
    const rows = bindings.filter((binding) => binding.group === group).map(formatRow);
    return [`## ${group}`, '', '| key | what it does |', '|---|---|', ...rows].join('\n');
  });
  return `${[INTRODUCTION, ...tables].join('\n\n')}\n`;
}

const INTRODUCTION = `# Keys

Of the live screen. \`?\` shows the same list in the program. Keys are not configurable.`;

function formatRow({ keys, help }: Binding): string {
  return `| ${keys.map((key) => `\`${keyLabel(key)}\``).join(' ')} | ${help} |`;
}
