import type { History } from '../../sampling/history.ts';
import { drawGraph, type GraphOptions, type Series } from '../draw/graph.ts';
import type { Line } from '../draw/line.ts';
import { inColumns } from '../draw/time-axis.ts';
import type { Look } from '../look.ts';

/** The values that a graph of this width shows: the latest, or those of the time that graphs span. */
export function shownOf(history: History, series: Series, width: number, look: Look): Series {
  const columns = width * look.glyphs.graph.perCell;
  return look.span === undefined ? series : inColumns(history, series, look.span, columns);
}

/** A graph of what was. */
export function drawPast(history: History, series: Series, options: GraphOptions, look: Look): readonly Line[] {
  return drawGraph(shownOf(history, series, options.width, look), options, look);
}
