import { panelNames } from '../config/settings.ts';
import type { Action } from './action.ts';

/** Keys that do one thing. Input, footer, help, configuration and docs/keys.md all follow from this table. */
export interface Binding {
  /** What the configuration calls it: "sort-cpu". */
  readonly id: string;
  readonly keys: readonly string[];
  readonly action: Action;
  /** Short, for the footer; absent: not shown there. */
  readonly label?: string;
  readonly help: string;
  readonly group: KeyGroup;
}

export const keyGroups = ['General', 'Panels', 'Processes', 'Acting', 'Time', 'Moving'] as const;
export type KeyGroup = (typeof keyGroups)[number];

/** With the keys of the preset sysmon, in the order of the footer, where what comes last goes first when there is no room. */
export const bindings: readonly Binding[] = [
  { id: 'quit', keys: ['q', 'ctrl+c'], action: { type: 'quit' }, label: 'quit', help: 'Quit', group: 'General' },
  {
    id: 'help',
    keys: ['?', 'h', 'f1'],
    action: { type: 'show', overlay: 'help' },
    label: 'help',
    help: 'Show or hide this help',
    group: 'General',
  },
  {
    id: 'filter',
    keys: ['/'],
    action: { type: 'editQuery' },
    label: 'filter',
    help: 'Filter processes: words, or a query such as cpu>20 and user=root; Esc clears',
    group: 'Processes',
  },
  {
    id: 'tree',
    keys: ['t', 'f5'],
    action: { type: 'arrange', as: 'tree' },
    label: 'tree',
    help: 'Tree of parents and children',
    group: 'Processes',
  },
  {
    id: 'open',
    keys: ['enter'],
    action: { type: 'open' },
    label: 'detail',
    help: 'Detail of the selected process, or the processes of the selected group; else zoom',
    group: 'Processes',
  },
  {
    id: 'signal',
    keys: ['k', 'f9', 'delete'],
    action: { type: 'signal' },
    label: 'signal',
    help: 'Send a signal to the tagged processes, or to the selected one',
    group: 'Acting',
  },
  {
    id: 'pause',
    keys: ['p'],
    action: { type: 'pause' },
    label: 'pause',
    help: 'Hold the picture, or return to now; sampling goes on',
    group: 'Time',
  },
  { id: 'save', keys: ['s'], action: { type: 'save' }, label: 'save', help: 'Save a snapshot as JSON', group: 'General' },
  {
    id: 'alerts',
    keys: ['a'],
    action: { type: 'show', overlay: 'alerts' },
    label: 'alerts',
    help: 'List what fired and what was resolved',
    group: 'General',
  },
  ...panelNames.map(
    (panel, i): Binding => ({
      id: `panel-${panel}`,
      keys: [String(i + 1)],
      action: { type: 'togglePanel', panel },
      label: panel,
      help: `Show or hide ${panel}`,
      group: 'Panels',
    }),
  ),
  {
    id: 'focus-next',
    keys: ['tab'],
    action: { type: 'moveFocus', by: 1 },
    label: 'focus',
    help: 'Focus the next panel',
    group: 'Panels',
  },
  {
    id: 'zoom',
    keys: ['e'],
    action: { type: 'zoom' },
    label: 'zoom',
    help: 'Zoom the focused panel to the whole screen, or back',
    group: 'Panels',
  },
  {
    id: 'slower',
    keys: ['+'],
    action: { type: 'changeInterval', direction: 1 },
    label: 'slower',
    help: 'Sample less often',
    group: 'Time',
  },
  {
    id: 'faster',
    keys: ['-'],
    action: { type: 'changeInterval', direction: -1 },
    label: 'faster',
    help: 'Sample more often',
    group: 'Time',
  },
  {
    id: 'freeze',
    keys: ['z'],
    action: { type: 'freeze' },
    help: 'Freeze first (STOP); then look, and end it or let it go on',
    group: 'Acting',
  },
  {
    id: 'tag',
    keys: ['x'],
    action: { type: 'tag' },
    help: 'Tag for acting: a process, in the tree its branch, a group',
    group: 'Acting',
  },
  {
    id: 'nice-down',
    keys: ['f7', ']'],
    action: { type: 'renice', by: -1 },
    help: 'Lower the nice value: more CPU',
    group: 'Acting',
  },
  {
    id: 'nice-up',
    keys: ['f8', '['],
    action: { type: 'renice', by: 1 },
    help: 'Raise the nice value: less CPU',
    group: 'Acting',
  },
  {
    id: 'copy-pid',
    keys: ['y'],
    action: { type: 'copy', what: 'pid' },
    help: 'Copy the process id to the clipboard',
    group: 'Acting',
  },
  {
    id: 'copy-command',
    keys: ['Y'],
    action: { type: 'copy', what: 'command' },
    help: 'Copy the command line to the clipboard',
    group: 'Acting',
  },
  {
    id: 'fold',
    keys: ['space'],
    action: { type: 'fold' },
    help: 'Fold or unfold the selected branch of the tree',
    group: 'Processes',
  },
  { id: 'group-programs', keys: ['j'], action: { type: 'arrange', as: 'name' }, help: 'Sum up by program', group: 'Processes' },
  { id: 'group-users', keys: ['u'], action: { type: 'arrange', as: 'user' }, help: 'Sum up by user', group: 'Processes' },
  {
    id: 'group-units',
    keys: ['w'],
    action: { type: 'arrange', as: 'unit' },
    help: 'Sum up by container or unit',
    group: 'Processes',
  },
  {
    id: 'sort-cpu',
    keys: ['c'],
    action: { type: 'sort', by: 'cpu' },
    help: 'Sort by CPU; the same key again reverses',
    group: 'Processes',
  },
  { id: 'sort-memory', keys: ['m'], action: { type: 'sort', by: 'memory' }, help: 'Sort by memory', group: 'Processes' },
  { id: 'sort-pid', keys: ['N'], action: { type: 'sort', by: 'pid' }, help: 'Sort by process id', group: 'Processes' },
  { id: 'sort-time', keys: ['T'], action: { type: 'sort', by: 'time' }, help: 'Sort by CPU time', group: 'Processes' },
  { id: 'sort-name', keys: ['n'], action: { type: 'sort', by: 'name' }, help: 'Sort by name', group: 'Processes' },
  {
    id: 'sort-next',
    keys: ['>', 'f6'],
    action: { type: 'sortNext', by: 1 },
    help: 'Sort by the next column',
    group: 'Processes',
  },
  {
    id: 'sort-previous',
    keys: ['<'],
    action: { type: 'sortNext', by: -1 },
    help: 'Sort by the column before',
    group: 'Processes',
  },
  { id: 'reverse', keys: ['r', 'I'], action: { type: 'reverse' }, help: 'Reverse the order', group: 'Processes' },
  {
    id: 'follow',
    keys: ['F'],
    action: { type: 'follow' },
    help: 'Follow the selected process wherever it moves',
    group: 'Processes',
  },
  {
    id: 'cpu-share',
    keys: ['0'],
    action: { type: 'toggleShare' },
    help: 'CPU as a share of one core, or of the machine',
    group: 'Processes',
  },
  {
    id: 'kernel-threads',
    keys: ['K'],
    action: { type: 'toggleKernel' },
    help: 'Show or hide threads of the kernel',
    group: 'Processes',
  },
  {
    id: 'focus-previous',
    keys: ['shift+tab'],
    action: { type: 'moveFocus', by: -1 },
    help: 'Focus the panel before',
    group: 'Panels',
  },
  {
    id: 'back',
    keys: ['escape'],
    action: { type: 'back' },
    help: 'Go back: from help, alerts, detail or zoom; then clear filter, selection and tags',
    group: 'General',
  },
  {
    id: 'down',
    keys: ['down'],
    action: { type: 'scroll', by: 'line' },
    help: 'Select the next process, or scroll where there is more',
    group: 'Moving',
  },
  {
    id: 'up',
    keys: ['up'],
    action: { type: 'scroll', by: 'lineBack' },
    help: 'Select the process before, or scroll back',
    group: 'Moving',
  },
  { id: 'page-down', keys: ['pagedown'], action: { type: 'scroll', by: 'page' }, help: 'Scroll down a page', group: 'Moving' },
  { id: 'page-up', keys: ['pageup'], action: { type: 'scroll', by: 'pageBack' }, help: 'Scroll up a page', group: 'Moving' },
  { id: 'top', keys: ['home', 'g'], action: { type: 'scroll', by: 'start' }, help: 'Go to the top', group: 'Moving' },
  { id: 'bottom', keys: ['end', 'G'], action: { type: 'scroll', by: 'end' }, help: 'Go to the end', group: 'Moving' },
  { id: 'redraw', keys: ['ctrl+l'], action: { type: 'redraw' }, help: 'Draw the screen anew', group: 'General' },
  { id: 'suspend', keys: ['ctrl+z'], action: { type: 'suspend' }, help: 'Suspend; fg in the shell comes back', group: 'General' },
];
