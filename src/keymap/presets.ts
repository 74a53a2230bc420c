import type { Keys } from '../config/settings.ts';

/**
 * What is not as in sysmon's own keys, for hands that come from elsewhere, by the id of the binding. An action that is
 * not named keeps those of its keys that nothing here takes.
 */
export const presets = {
  sysmon: {},
  btop: {
    'panel-cpu': ['1'],
    'panel-memory': ['2'],
    'panel-network': ['3'],
    'panel-processes': ['4'],
    'panel-disks': ['d', '5'],
    'panel-sensors': ['6'],
    filter: ['f', '/'],
    tree: ['e', 'f5'],
    zoom: ['Z'],
    'sort-previous': ['left', '<'],
    'sort-next': ['right', '>', 'f6'],
    left: ['shift+left'],
    right: ['shift+right'],
    'cpu-share': ['c', '0'],
    'sort-cpu': ['alt+c'],
    layout: ['p', 'L'],
    'layout-previous': ['P', 'alt+l'],
    pause: ['u'],
    'group-users': ['ctrl+u'],
    signal: ['t', 'k', 's', 'f9', 'delete'],
    save: ['ctrl+s'],
  },
  htop: {
    quit: ['f10', 'q'],
    help: ['f1', '?', 'h'],
    filter: ['f4', '\\'],
    find: ['f3', '/', 'ctrl+f'],
    tree: ['f5', 't'],
    'sort-next': ['f6', '>', '.'],
    'sort-previous': ['<', ','],
    'sort-cpu': ['P'],
    'sort-memory': ['M'],
    'sort-pid': ['N'],
    'sort-time': ['T'],
    reverse: ['I'],
    fold: ['+', '-'],
    'time-in': ['}'],
    'time-out': ['{'],
    signal: ['f9', 'k', 'delete'],
    tag: ['space', 'c', 'x'],
    slower: [')'],
    faster: ['('],
    pause: ['Z', 'p'],
    down: ['down', 'alt+j', 'ctrl+n'],
    up: ['up', 'alt+k', 'ctrl+p'],
  },
  vim: {
    down: ['j', 'down'],
    up: ['k', 'up'],
    'page-down': ['ctrl+d', 'pagedown'],
    'page-up': ['ctrl+u', 'ctrl+b', 'pageup'],
    'sort-previous': ['h', '<'],
    'sort-next': ['l', '>', 'f6'],
    help: ['?', 'f1'],
    'group-programs': ['J'],
    signal: ['d', 'f9', 'delete'],
    tag: ['v', 'x'],
  },
} as const satisfies Readonly<Record<string, Keys>>;

export type PresetName = keyof typeof presets;
export const presetNames = Object.keys(presets) as readonly PresetName[];
