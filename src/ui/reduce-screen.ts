import { panelsOf } from '../config/plan.ts';
import { type PanelName, panelNames } from '../config/settings.ts';
import type { Action, Scroll } from '../keymap/action.ts';
import { known } from '../metrics/outcome.ts';
import type { Frame } from '../monitor.ts';
import { beginInspection } from './detail/inspection.ts';
import { neighbourSpan } from './draw/time-axis.ts';
import { beginExplaining, reduceExplained } from './explain/reduce.ts';
import { focusAtFirst, focusInSight, keepFocus } from './panel-focus.ts';
import { createColumnsDialog } from './processes/columns-dialog.ts';
import { openFind } from './processes/find.ts';
import { showMembers } from './processes/members.ts';
import { clearProcesses, isGrouping, moveSelection, reduceProcesses } from './processes/view.ts';
import { hasGraphs, isCovered, isExplaining, isListInSight, type ScreenState } from './screen-state.ts';
import { createSettingsDialog } from './settings/settings-dialog.ts';
import type { Situation } from './situation.ts';

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

function zoom(state: ScreenState): ScreenState {
  return isCovered(state) ? state : { ...state, zoomed: !state.zoomed && state.focus !== undefined, scroll: 0 };
}

/** The detail of the selected process, or the members of the selected group; where nothing is selected, the focused panel. */
function open(state: ScreenState, { frame: live, inSight }: Situation): ScreenState {
  const { selected, shape } = state.processes;
  const frame = state.paused ?? live;
  if (isCovered(state)) return state;
  if (frame === undefined || selected === undefined || !isListInSight(state, inSight)) return zoom(state);
  if (isGrouping(shape)) {
    return { ...state, processes: showMembers(state.processes, shape, known(frame.sample.process)?.all ?? []) };
  }
  return { ...state, detail: beginInspection(processOf(selected, frame), frame), explained: undefined, scroll: 0 };
}

/** A thread is looked at in its process. */
function processOf(id: string, { sample }: Frame): string {
  const { all = [], tasks = [] } = known(sample.process) ?? {};
  const pid = tasks.find((task) => task.id === id)?.process;
  return all.find((one) => one.pid === pid)?.id ?? id;
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
  const focus = state.focus === panel ? neighbour(state, 1, visible) : state.focus;
  return { ...state, visible, focus, zoomed: state.zoomed && state.focus !== panel };
}

/** The next of these panels from the focused one on, round the end. */
function neighbour({ focus = 'cpu' }: ScreenState, by: 1 | -1, among: readonly PanelName[]): PanelName | undefined {
  const at = panelNames.indexOf(focus);
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
