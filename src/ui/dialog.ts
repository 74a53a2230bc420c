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
  /** What its keys do, for the footer. */
  readonly hint: string;
  /** Parts of the hint, between its commas, that a click presses, and their keys; without it, none. */
  readonly hintKeys?: Readonly<Record<string, string>>;
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
