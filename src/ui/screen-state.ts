import { builtInLayouts, DEFAULT_LAYOUT } from '../config/built-in-layouts.ts';
import type { InForce } from '../config/configuration.ts';
import type { Changes } from '../config/option-table.ts';
import { panelsOf } from '../config/plan.ts';
import { type ColumnName, type Layouts, type PanelName, panelNames, type Settings } from '../config/settings.ts';
import type { Control, ControlOff } from '../control/control.ts';
import type { Pursuit } from '../control/pursuit.ts';
import type { Action, OverlayName, Scroll } from '../keymap/action.ts';
import { known } from '../metrics/outcome.ts';
import type { Frame } from '../monitor.ts';
import type { Seconds } from '../units/quantity.ts';
import { beginInspection, type Inspection } from './detail/inspection.ts';
import type { Dialog } from './dialog.ts';
import { neighbourSpan } from './draw/time-axis.ts';
import { beginExplaining, type Explained, reduceExplained } from './explain/reduce.ts';
import type { ShownValue } from './explain/shown.ts';
import { focusAtFirst, focusInSight, keepFocus } from './panel-focus.ts';
import { createColumnsDialog } from './processes/columns-dialog.ts';
import { openFind } from './processes/find.ts';
import type { Listing } from './processes/listing.ts';
import { showMembers } from './processes/members.ts';
import { clearProcesses, initialView, type Listed, moveSelection, type ProcessView, reduceProcesses } from './processes/view.ts';
import { createSettingsDialog } from './settings/settings-dialog.ts';

/** What the user has chosen to see; the numbers come from the frame. */
export interface ScreenState {
  readonly visible: readonly PanelName[];
  /** Those that a key walks through, and the name of the one in force. */
  readonly layouts: Layouts;
  readonly layout: string;
  readonly focus: PanelName | undefined;
  readonly zoomed: boolean;
  readonly overlay: OverlayName | undefined;
  /** The process whose detail is open. */
  readonly detail: Inspection | undefined;
  /** The value that is explained. */
  readonly explained?: Explained | undefined;
  /** Takes the keys while it is there. */
  readonly dialog: Dialog | undefined;
  /** Rows scrolled in the overlay or the zoomed panel; the view clamps it to what there is. */
  readonly scroll: number;
  /** The time that graphs span; undefined: a sample a column. */
  readonly span: Seconds | undefined;
  /** The frame that stands still while paused. */
  readonly paused: Frame | undefined;
  readonly message: Message | undefined;
  /** Signals that were sent, until it is known what became of it. */
  readonly pursuits: readonly Pursuit[];
  readonly processes: ProcessView;
}

/** A line of news in the footer's place until `until`, by the monotonic clock. */
export interface Message {
  readonly text: string;
  readonly tone: 'good' | 'bad';
  readonly until: number;
}

export type News = Omit<Message, 'until'>;

/** What an action is done upon. */
export interface Situation {
  readonly frame: Frame | undefined;
  /** The panels that are seen; absent: all that are shown. */
  readonly inSight?: readonly PanelName[];
  /** Rows that a page has, and the last that can be scrolled to. */
  readonly page: number;
  readonly end: number;
  /** The last line to which what is said of a value can be scrolled. */
  readonly explanationEnd?: number;
  /** The values that a state shows, or would show if it were scrolled. */
  values(state: ScreenState): readonly ShownValue[];
  /** What the list of processes shows. */
  readonly listed: Listed & Pick<Listing, 'rows'>;
  readonly control: Control | ControlOff;
  /** Whether there is room for a dialog to be seen. */
  readonly roomy: boolean;
  /** The configuration by now. */
  inForce(): InForce;
  /** The names of one's own themes. */
  ownThemes(): readonly string[];
}

export function initialState(
  visible: readonly PanelName[],
  columns?: readonly ColumnName[],
  { layouts, preset }: Pick<Settings, 'layouts' | 'preset'> = { layouts: builtInLayouts, preset: DEFAULT_LAYOUT },
): ScreenState {
  return {
    visible,
    layouts,
    layout: preset,
    focus: focusAtFirst(layouts[preset], visible),
    zoomed: false,
    overlay: undefined,
    detail: undefined,
    dialog: undefined,
    scroll: 0,
    span: undefined,
    paused: undefined,
    message: undefined,
    pursuits: [],
    processes: { ...initialView, columns, byHand: columns && new Set(columns) },
  };
}

/** The state when the settings have changed; the same one where they say what is so already. */
export function followSettings(
  state: ScreenState,
  { panels, layouts, preset, processColumns }: Pick<Settings, 'panels' | 'layouts' | 'preset' | 'processColumns'>,
): ScreenState {
  const { visible, focus, processes } = state;
  const sameLayout = layouts === state.layouts && preset === state.layout && panels.join() === visible.join();
  if (sameLayout && processColumns?.join() === processes.columns?.join()) return state;
  const processView = { ...processes, columns: processColumns };
  const next = { ...state, layouts, layout: preset, visible: panels, processes: processView };
  return focus && panels.includes(focus) ? next : { ...next, focus: focusAtFirst(layouts[preset], panels), zoomed: false };
}

/** What a step on the screen changes of the settings. */
export function settingsChanged(before: ScreenState, after: ScreenState): Changes | undefined {
  const preset = after.layout !== before.layout && { preset: after.layout };
  const panels = after.visible !== before.visible && { panels: panelsByHand(after) };
  const columns = after.processes.columns !== before.processes.columns && { processColumns: after.processes.columns };
  return preset || panels || columns ? { ...preset, ...panels, ...columns } : undefined;
}

/** The panels that are shown, where those aren't just the layout's. */
function panelsByHand({ visible, layouts, layout }: ScreenState): readonly PanelName[] | undefined {
  return visible.join() === panelsOf(layouts[layout]).join() ? undefined : visible;
}

/** Pure: the state after an action. Intents leave it as it is. */
export function reduceScreen(state: ScreenState, action: Action, situation: Situation): ScreenState {
  const seen = focusInSight(state, situation.inSight ?? state.visible);
  return keepFocus(state, seen, reduceSeen(seen, action, situation));
}

function reduceSeen(state: ScreenState, action: Action, situation: Situation): ScreenState {
  const { inSight = state.visible } = situation;
  const explained = isExplaining(state) ? reduceExplained(state, action, situation) : undefined;
  if (explained) return explained;
  switch (action.type) {
    case 'explain':
      return beginExplaining(state, situation);
    case 'walk':
      return state;
    case 'togglePanel':
      return togglePanel(state, action.panel);
    case 'moveFocus':
      return isCovered(state) ? state : { ...state, focus: neighbour(state, action.by, inSight), scroll: 0 };
    case 'walkLayouts':
      return isCovered(state) ? state : walkLayouts(state, action.by);
    case 'zoom':
      return zoom(state);
    case 'open':
      return open(state, situation);
    case 'back':
      return goBack({ ...state, message: undefined });
    case 'show':
      return { ...state, overlay: state.overlay === action.overlay ? undefined : action.overlay, scroll: 0 };
    case 'scroll':
      if (isListInSight(state, inSight))
        return { ...state, processes: moveSelection(state.processes, action.by, situation.listed) };
      return { ...state, scroll: scrolled(Math.min(state.scroll, situation.end), action.by, situation) };
    case 'pause':
      return { ...state, paused: state.paused ? undefined : still(situation.frame) };
    case 'zoomTime':
      return hasGraphs(state, inSight) ? { ...state, span: neighbourSpan(state.span, action.by) } : state;
    case 'sort':
    case 'sortNext':
    case 'reverse':
    case 'arrange':
    case 'toggleShare':
    case 'toggleKernel':
    case 'toggleThreads':
    case 'toggleOwn':
    case 'fold':
    case 'foldAll':
    case 'follow':
      // What is behind a detail isn't seen, and its process stays the selected one.
      return state.detail ? state : { ...state, processes: reduceProcesses(state.processes, action) };
    case 'editQuery':
      return { ...showProcesses(state), processes: reduceProcesses(state.processes, action) };
    case 'find':
      return { ...showProcesses(state), processes: openFind(state.processes, action.by, situation.listed) };
    case 'chooseColumns':
      return { ...showProcesses(state), dialog: createColumnsDialog(state.processes) };
    case 'openSettings':
      return { ...state, dialog: createSettingsDialog(situation.inForce, situation.ownThemes()) };
    case 'signal':
    case 'freeze':
    case 'tag':
    case 'renice':
    case 'copy':
    case 'save':
    case 'screenshot':
    case 'changeInterval':
    case 'redraw':
    case 'suspend':
    case 'quit':
      return state;
  }
}

function goBack(state: ScreenState): ScreenState {
  if (state.overlay) return { ...state, overlay: undefined, scroll: 0 };
  if (state.detail) return { ...state, detail: undefined, scroll: 0 };
  if (state.zoomed) return { ...state, zoomed: false, scroll: 0 };
  return { ...state, processes: clearProcesses(state.processes) };
}

/** A frame that doesn't change any more. */
function still(frame: Frame | undefined): Frame | undefined {
  return frame && { ...frame, tracks: frame.tracks.copy() };
}

/** Whether graphs are in sight whose time can change: of panels, whichever has the focus. */
export function hasGraphs(state: ScreenState, inSight: readonly PanelName[] = state.visible): boolean {
  if (isCovered(state)) return false;
  return state.zoomed ? state.focus !== 'processes' : inSight.some((name) => GRAPHED.has(name));
}

const GRAPHED: ReadonlySet<PanelName> = new Set<PanelName>(['cpu', 'memory', 'disks', 'network']);

/** Whether something stands before the panels. */
export function isCovered({ overlay, detail }: ScreenState): boolean {
  return overlay !== undefined || detail !== undefined;
}

/** Whether a value is explained, in sight and with the keys. */
export function isExplaining(state: ScreenState): boolean {
  return state.explained !== undefined && state.dialog === undefined && state.overlay === undefined;
}

/** Whether what stands behind has the keys no more: a dialog has them, or what explains a value. */
export function isBehind({ dialog, explained }: ScreenState): boolean {
  return dialog !== undefined || explained !== undefined;
}

function zoom(state: ScreenState): ScreenState {
  return isCovered(state) ? state : { ...state, zoomed: !state.zoomed && state.focus !== undefined, scroll: 0 };
}

/** The detail of the selected process, or the members of the selected group; where nothing is selected, the focused panel. */
function open(state: ScreenState, { frame: live, inSight }: Situation): ScreenState {
  const { selected, shape } = state.processes;
  const frame = state.paused ?? live;
  if (isCovered(state)) return state;
  if (frame === undefined || selected === undefined || !isListInSight(state, inSight)) return zoom(state);
  if (shape === 'flat' || shape === 'tree')
    return { ...state, detail: beginInspection(processOf(selected, frame), frame), explained: undefined, scroll: 0 };
  return { ...state, processes: showMembers(state.processes, shape, known(frame.sample.process)?.all ?? []) };
}

/** A thread is looked at in its process. */
function processOf(id: string, { sample }: Frame): string {
  const { all = [], tasks = [] } = known(sample.process) ?? {};
  const pid = tasks.find((task) => task.id === id)?.process;
  return all.find((one) => one.pid === pid)?.id ?? id;
}

/** Cursor keys go to the processes, wherever the focus is, unless something else on the screen can be scrolled. */
export function isListInSight(state: ScreenState, inSight: readonly PanelName[] = state.visible): boolean {
  if (isCovered(state) || !(state.zoomed ? state.visible : inSight).includes('processes')) return false;
  return !state.zoomed || state.focus === 'processes';
}

/** Nobody types a query without seeing what it does. */
function showProcesses(state: ScreenState): ScreenState {
  const { visible } = state.visible.includes('processes') ? state : togglePanel(state, 'processes');
  return {
    ...state,
    visible,
    overlay: undefined,
    detail: undefined,
    explained: state.detail ? undefined : state.explained,
    zoomed: state.zoomed && state.focus === 'processes',
    scroll: 0,
  };
}

/** With the panels that it names. */
function walkLayouts(state: ScreenState, by: 1 | -1): ScreenState {
  const names = Object.keys(state.layouts);
  const layout = names.at((names.indexOf(state.layout) + by) % names.length) ?? state.layout;
  const visible = panelsOf(state.layouts[layout]);
  const focus = state.focus && visible.includes(state.focus) ? state.focus : focusAtFirst(state.layouts[layout], visible);
  return { ...state, layout, visible, focus, zoomed: false, scroll: 0 };
}

/** A panel that is shown becomes the focused one; hiding the focused one passes the focus on. */
function togglePanel(state: ScreenState, panel: PanelName): ScreenState {
  if (!state.visible.includes(panel)) {
    const visible = panelNames.filter((name) => name === panel || state.visible.includes(name));
    return { ...state, visible, focus: panel };
  }
  const visible = state.visible.filter((name) => name !== panel);
  const focus = state.focus === panel ? neighbour({ ...state, focus: panel }, 1, visible) : state.focus;
  return { ...state, visible, focus, zoomed: state.zoomed && state.focus !== panel };
}

function neighbour(state: ScreenState, by: 1 | -1, among: readonly PanelName[] = state.visible): PanelName | undefined {
  const at = panelNames.indexOf(state.focus ?? 'cpu');
  for (let step = 1; step <= panelNames.length; step++) {
    const name = panelNames[(at + by * step + panelNames.length * step) % panelNames.length];
    if (name && among.includes(name)) return name;
  }
  return undefined;
}

function scrolled(scroll: number, by: Scroll, { page, end }: Situation): number {
  const to = { line: scroll + 1, lineBack: scroll - 1, page: scroll + page, pageBack: scroll - page, start: 0, end }[by];
  return Math.min(end, Math.max(0, to));
}
