import type { Frame } from '../monitor.ts';
import type { Line } from './draw/line.ts';
import type { Errand } from './errand.ts';
import type { Look } from './look.ts';
import type { Cell, Size } from './panels/panel.ts';
import type { ProcessView } from './processes/view.ts';
import type { News } from './screen-state.ts';

/**
 * What stands before the panels and takes the keys until it is answered or left. It is a value: a key leads to another
 * one, or to none, and what shall be done is told, not done.
 */
export interface Dialog {
  readonly title: string;
  /** What its keys do, for the footer; the first are those that matter most. */
  readonly hints: readonly Hint[];
  press(key: string, frame: Frame, view: ProcessView): DialogStep;
  /** The dialog after a line of text was pasted; absent where none is typed. */
  paste?(text: string): Dialog;
  /** What it asks, in sentences; absent where it is only drawn. */
  say?(frame: Frame): readonly string[];
  /** What a click at a cell of the lines that are drawn leads to; without it, clicks lead to nothing. */
  click?(cell: Cell, drawn: Drawn, view: ProcessView): DialogStep;
  /** What a notch of the wheel leads to; without it, to nothing. */
  turn?(by: 1 | -1): DialogStep;
  /** What a click beside it leads to, where it may be left without an answer; without it, to nothing. */
  leave?(): DialogStep;
  /** Its lines at this width; where they don't fit into the height, it is up to the dialog which ones stay. */
  draw(frame: Frame, size: Size, look: Look): readonly Line[];
}

/** What a key does, in a word. */
export interface Hint {
  /** As they are written for people: `Esc`. */
  readonly keys: string;
  readonly text: string;
  /** The key that a click there presses; absent where a click does nothing. */
  readonly press?: string;
}

/** What its lines were drawn of. */
export interface Drawn {
  readonly frame: Frame;
  readonly size: Size;
  readonly look: Look;
}

export interface DialogStep {
  /** Absent: it is closed. */
  readonly dialog?: Dialog;
  readonly errands?: readonly Errand[];
  /** How the processes are looked at from now on. */
  readonly view?: ProcessView;
  readonly news?: News;
}
