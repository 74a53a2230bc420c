import { panelNames } from '../config/settings.ts';
import type { Action } from './action.ts';

/** Keys that do one thing. Input, footer, help and docs/keys.md all follow from this table. */
export interface Binding {
  readonly keys: readonly string[];
  readonly action: Action;
  /** Short, for the footer; absent: not shown there. */
  readonly label?: string;
  readonly help: string;
  readonly group: KeyGroup;
}

export const keyGroups = ['General', 'Panels', 'Processes', 'Time', 'Moving'] as const;
export type KeyGroup = (typeof keyGroups)[number];

/** In the order of the footer, where what comes last goes first when there is no room. */
export const bindings: readonly Binding[] = [
  { keys: ['q', 'ctrl+c'], action: { type: 'quit' }, label: 'quit', help: 'Quit', group: 'General' },
  {
    keys: ['?', 'h', 'f1'],
    action: { type: 'show', overlay: 'help' },
    label: 'help',
    help: 'Show or hide this help',
    group: 'General',
  },
  {
    keys: ['p'],
    action: { type: 'pause' },
    label: 'pause',
    help: 'Hold the picture, or return to now; sampling goes on',
    group: 'Time',
  },
  { keys: ['s'], action: { type: 'save' }, label: 'save', help: 'Save a snapshot as JSON', group: 'General' },
  {
    keys: ['a'],
    action: { type: 'show', overlay: 'alerts' },
    label: 'alerts',
    help: 'List what fired and what was resolved',
    group: 'General',
  },
  { keys: ['tab'], action: { type: 'moveFocus', by: 1 }, label: 'focus', help: 'Focus the next panel', group: 'Panels' },
  {
    keys: ['enter', 'e'],
    action: { type: 'zoom' },
    label: 'zoom',
    help: 'Zoom the focused panel to the whole screen, or back',
    group: 'Panels',
  },
  { keys: ['+'], action: { type: 'changeInterval', direction: 1 }, label: 'slower', help: 'Sample less often', group: 'Time' },
  { keys: ['-'], action: { type: 'changeInterval', direction: -1 }, label: 'faster', help: 'Sample more often', group: 'Time' },
  ...panelNames.map(
    (panel, i): Binding => ({
      keys: [String(i + 1)],
      action: { type: 'togglePanel', panel },
      label: panel,
      help: `Show or hide ${panel}`,
      group: 'Panels',
    }),
  ),
  {
    keys: ['/'],
    action: { type: 'editQuery' },
    label: 'filter',
    help: 'Filter processes: words, or a query such as cpu>20 and user=root; Esc clears',
    group: 'Processes',
  },
  {
    keys: ['t', 'f5'],
    action: { type: 'arrange', as: 'tree' },
    label: 'tree',
    help: 'Tree of parents and children',
    group: 'Processes',
  },
  { keys: ['space'], action: { type: 'fold' }, help: 'Fold or unfold the selected branch of the tree', group: 'Processes' },
  { keys: ['j'], action: { type: 'arrange', as: 'name' }, help: 'Sum up by program', group: 'Processes' },
  { keys: ['u'], action: { type: 'arrange', as: 'user' }, help: 'Sum up by user', group: 'Processes' },
  { keys: ['w'], action: { type: 'arrange', as: 'unit' }, help: 'Sum up by container or unit', group: 'Processes' },
  { keys: ['c'], action: { type: 'sort', by: 'cpu' }, help: 'Sort by CPU; the same key again reverses', group: 'Processes' },
  { keys: ['m'], action: { type: 'sort', by: 'memory' }, help: 'Sort by memory', group: 'Processes' },
  { keys: ['N'], action: { type: 'sort', by: 'pid' }, help: 'Sort by process id', group: 'Processes' },
  { keys: ['T'], action: { type: 'sort', by: 'time' }, help: 'Sort by CPU time', group: 'Processes' },
  { keys: ['n'], action: { type: 'sort', by: 'name' }, help: 'Sort by name', group: 'Processes' },
  { keys: ['>', 'f6'], action: { type: 'sortNext', by: 1 }, help: 'Sort by the next column', group: 'Processes' },
  { keys: ['<'], action: { type: 'sortNext', by: -1 }, help: 'Sort by the column before', group: 'Processes' },
  { keys: ['r', 'I'], action: { type: 'reverse' }, help: 'Reverse the order', group: 'Processes' },
  { keys: ['F'], action: { type: 'follow' }, help: 'Follow the selected process wherever it moves', group: 'Processes' },
  { keys: ['0'], action: { type: 'toggleShare' }, help: 'CPU as a share of one core, or of the machine', group: 'Processes' },
  { keys: ['K'], action: { type: 'toggleKernel' }, help: 'Show or hide threads of the kernel', group: 'Processes' },
  { keys: ['shift+tab'], action: { type: 'moveFocus', by: -1 }, help: 'Focus the panel before', group: 'Panels' },
  { keys: ['escape'], action: { type: 'back' }, help: 'Go back: from help, alerts or zoom', group: 'General' },
  {
    keys: ['down'],
    action: { type: 'scroll', by: 'line' },
    help: 'Select the next process, or scroll where there is more',
    group: 'Moving',
  },
  {
    keys: ['up'],
    action: { type: 'scroll', by: 'lineBack' },
    help: 'Select the process before, or scroll back',
    group: 'Moving',
  },
  { keys: ['pagedown'], action: { type: 'scroll', by: 'page' }, help: 'Scroll down a page', group: 'Moving' },
  { keys: ['pageup'], action: { type: 'scroll', by: 'pageBack' }, help: 'Scroll up a page', group: 'Moving' },
  { keys: ['home', 'g'], action: { type: 'scroll', by: 'start' }, help: 'Go to the top', group: 'Moving' },
  { keys: ['end', 'G'], action: { type: 'scroll', by: 'end' }, help: 'Go to the end', group: 'Moving' },
  { keys: ['ctrl+l'], action: { type: 'redraw' }, help: 'Draw the screen anew', group: 'General' },
  { keys: ['ctrl+z'], action: { type: 'suspend' }, help: 'Suspend; fg in the shell comes back', group: 'General' },
];

const actions = new Map(bindings.flatMap((binding) => binding.keys.map((key) => [key, binding.action] as const)));

export function actionFor(key: string): Action | undefined {
  return actions.get(key);
}

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
  space: 'Space',
  home: 'Home',
  pagedown: 'PgDn',
  pageup: 'PgUp',
  tab: 'Tab',
  up: '↑',
};
