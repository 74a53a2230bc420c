import { builtInLayouts, DEFAULT_LAYOUT } from '../config/built-in-layouts.ts';
import type { ColumnName, Layouts, PanelName, Settings } from '../config/settings.ts';
import type { Pursuit } from '../control/pursuit.ts';
import type { OverlayName } from '../keymap/action.ts';
import type { Frame } from '../monitor.ts';
import type { Seconds } from '../units/quantity.ts';
import type { Inspection } from './detail/inspection.ts';
import type { Dialog } from './dialog.ts';
import type { Explained } from './explain/reduce.ts';
import { focusAtFirst } from './panel-focus.ts';
import { initialView, type ProcessView, withColumns } from './processes/view.ts';

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

/** Before any key was pressed. */
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
    processes: withColumns(initialView, columns),
  };
}

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

/** Cursor keys go to the processes, wherever the focus is, unless something else on the screen can be scrolled. */
export function isListInSight(state: ScreenState, inSight: readonly PanelName[] = state.visible): boolean {
  if (isCovered(state) || !(state.zoomed ? state.visible : inSight).includes('processes')) return false;
  return !state.zoomed || state.focus === 'processes';
}

/** Whether graphs are in sight whose time can change: of panels, whichever has the focus. */
export function hasGraphs(state: ScreenState, inSight: readonly PanelName[] = state.visible): boolean {
  if (isCovered(state)) return false;
  return state.zoomed ? state.focus !== 'processes' : inSight.some((name) => GRAPHED.has(name));
}

const GRAPHED: ReadonlySet<PanelName> = new Set<PanelName>(['cpu', 'memory', 'disks', 'network']);
