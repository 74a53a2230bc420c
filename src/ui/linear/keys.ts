import { keyLabel } from '../../keymap/key-label.ts';
import type { Keymap } from '../../keymap/keymap.ts';
import { sayList } from './words.ts';

/** What the keys do here, by the ids of their bindings: the same keys as on the screen, in the order in which they are told. */
const linearKeys: readonly (readonly [id: string, help: string])[] = [
  ['open', 'the summary, now'],
  ['panel-cpu', 'CPU'],
  ['panel-memory', 'memory'],
  ['panel-disks', 'filesystems and disks'],
  ['panel-network', 'network'],
  ['panel-sensors', 'pressure, sensors and battery'],
  ['panel-processes', 'processes'],
  ['sort-cpu', 'the busiest processes'],
  ['sort-memory', 'the largest processes'],
  ['filter', 'processes by name or query: it is asked for'],
  ['alerts', 'what fires, and what was resolved'],
  ['signal', 'send a signal to a process: its name or number is asked for'],
  ['freeze', 'freeze a process first, then look'],
  ['nice-down', 'lower the nice value of a process by one, for more CPU'],
  ['nice-up', 'raise the nice value of a process by one, for less CPU'],
  ['pause', 'tell nothing by itself, or tell again'],
  ['save', 'save a snapshot as JSON'],
  ['slower', 'sample less often'],
  ['faster', 'sample more often'],
  ['help', 'these keys'],
  ['suspend', 'suspend'],
  ['quit', 'quit'],
];

/** A line a key, and what is not there. */
export function sayHelp({ bindings }: Keymap): readonly string[] {
  const lines = linearKeys.flatMap(([id, help]) => {
    const keys = bindings.find((binding) => binding.id === id)?.keys ?? [];
    return keys.length === 0 ? [] : [`${sayList(keys.map(sayKey))}: ${help}.`];
  });
  return [...lines, NOT_THERE];
}

const NOT_THERE =
  'Not here: settings; the configuration file is followed. What takes an answer is asked for in words, and left by Escape.';

/** Signs that a screen reader may pass over have their names, and so have capitals, which sound like small letters. */
export function sayKey(key: string): string {
  return NAMES[key] ?? (/^[A-Z]$/.test(key) ? `capital ${key}` : keyLabel(key));
}

const NAMES: Readonly<Record<string, string>> = {
  '?': 'question mark',
  '+': 'plus',
  '-': 'minus',
  '.': 'full stop',
  ',': 'comma',
  '/': 'slash',
  '*': 'asterisk',
};
