import { drawGraph, type Series } from '../draw/graph.ts';
import { fitLine, type Line, span } from '../draw/line.ts';
import type { Look } from '../look.ts';
import type { Size } from './panel.ts';

/** One value over time, as a panel shows it large: in rows to spare, and charted when zoomed. */
export interface Trend {
  /** "CPU usage", "all read" */
  readonly label: string;
  readonly series: Series;
  readonly color: string | undefined;
  /** The value at the top of the graph. */
  readonly top: number;
  format(value: number): string;
}

/** A label, and a graph that says something. */
const LEAST_ROWS = 3;

/** Graphs of the trends below each other, where a panel has rows to spare; nothing where it has not. */
export function drawTrends(trends: readonly Trend[], { width, height }: Size, look: Look): readonly Line[] {
  const each = Math.floor(height / trends.length);
  if (each < LEAST_ROWS) return [];
  return trends.flatMap(({ label, series, color, top, format }) => {
    const graph = drawGraph(series, { width, height: each - 1, max: top, color: () => color }, look);
    return [fitLine([span(`${label}, up to ${format(top)}`, look.theme.dim)], width), ...graph];
  });
}
