import type { ReactElement } from 'react';
import type { PanelName } from '../../config/settings.ts';
import type { MetricName } from '../../metrics/index.ts';
import type { Frame } from '../../monitor.ts';
import type { Meaning } from '../../themes/meaning.ts';
import type { Line } from '../draw/line.ts';
import type { Thumb } from '../framed.ts';
import type { Demand } from '../layout.ts';
import type { Look } from '../look.ts';
import type { Processes } from '../processes/processes.ts';
import type { ProcessView } from '../processes/view.ts';
import type { Wish } from '../wish.ts';
import type { Trend } from './trend.ts';

/** One panel: all that the screen needs to know of it. */
export interface Panel {
  readonly name: PanelName;
  readonly title: string;
  readonly accent: Meaning;
  /** What it shows, for whoever asks what that means. */
  readonly metrics: readonly MetricName[];
  demand(frame: Frame, listed: Pick<ProcessView, 'kernelThreads'>): Demand;
  /** At the right end of the border, of so many cells: what sums the panel up. */
  caption?(frame: Frame, look: Look, processes: Processes, room: number): Line;
  /** What stands inside the border: at most as many lines as there is height. */
  draw(frame: Frame, size: Scrolled, look: Look, processes: Processes): readonly Line[];
  /** Where it shows a part of a list: which, in the rows inside the border. */
  thumb?(frame: Frame, size: Size, processes: Processes): Thumb | undefined;
  /** What a click at a cell inside the border asks for, beside the focus; without it, nothing. */
  at?(cell: Cell, frame: Frame, size: Scrolled, processes: Processes): readonly Wish[];
  /** The same, where the zoomed panel shows it by a component. */
  Detail?(props: DetailProps): ReactElement;
  /** Zoomed: the rows below the charts in which it can show all, of those that it can have; 0 or absent: what charts leave anyway. */
  wholeRows?(frame: Frame, most: Size, look: Look): number;
  /** For small terminals: at most `rows` lines without border, the most important first. */
  compact(frame: Frame, size: Size, look: Look, processes: Processes): readonly Line[];
  /** The histories that the zoomed panel charts. */
  trends(frame: Frame, look: Look): readonly Trend[];
}

/** A cell, counted from the upper left corner of what it is in. */
export interface Cell {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Scrolled extends Size {
  /** Rows scrolled, while zoomed. */
  readonly scroll: number;
  /** It has the whole screen: what is cut short elsewhere is said in full. */
  readonly whole?: boolean;
}

export interface DetailProps extends Scrolled {
  readonly frame: Frame;
}
