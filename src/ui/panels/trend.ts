import type { History } from '../../sampling/history.ts';
import { cellWidth } from '../../units/cells.ts';
import type { Series } from '../draw/graph.ts';
import { beside, fitLine, type Line, span, telling } from '../draw/line.ts';
import { type Shading, shadingOf, tintOf } from '../draw/shading.ts';
import type { Look } from '../look.ts';
import { drawPast } from './history.ts';
import type { Size } from './panel.ts';

/** One value over time, as a panel shows it large: in rows to spare, and charted when zoomed. */
export interface Trend {
  /** "CPU usage", "all read" */
  readonly label: string;
  /** What the values are, as a span tells it: by its name a metric has its alerts, and who is to blame. */
  readonly tells: string;
  readonly series: Series;
  /** The latest, if it is known: of longer times a series holds the largest values. */
  readonly now: number | undefined;
  readonly shading: Shading;
  /** The value at the top of the graph. */
  readonly top: number;
  /** Cells that a value needs at most. */
  readonly cells: number;
  format(value: number): string;
}

/** A label above a graph that says something; with fewer rows they stand beside each other. */
const LEAST_ROWS = 3;
const LEAST_WIDTH = 18;
const GAP = 2;

/** Small graphs of the trends beside each other, as many as fit, each with its name and scale above, or with its name at the left. */
export function drawTrends(trends: readonly Trend[], history: History, { width, height }: Size, look: Look): readonly Line[] {
  if (height <= 0 || trends.length === 0) return [];
  const count = Math.max(1, Math.min(trends.length, Math.floor((width + GAP) / (LEAST_WIDTH + GAP))));
  const shown = trends.slice(0, count);
  const each = Math.floor((width + GAP) / count) - GAP;
  const blocks = shown.map((trend, i) => {
    const own = i === count - 1 ? width - (each + GAP) * i : each;
    return drawTrend(trend, history, { width: own, height }, look);
  });
  return beside(blocks, height, ' '.repeat(GAP));
}

function drawTrend(trend: Trend, history: History, { width, height }: Size, look: Look): readonly Line[] {
  const { label, tells, series, shading, top, format } = trend;
  const options = { width, height: height - 1, max: top, color: shadingOf(shading, look) };
  const name = span(`${label} `, tintOf(shading, look));
  if (height < LEAST_ROWS) {
    const room = width - cellWidth(name.text);
    const graph = drawPast(history, series, { ...options, width: room, height }, look);
    // On the line that the graph stands on.
    const blank = [span(' '.repeat(width - room))];
    return beside([[...new Array<Line>(height - 1).fill(blank), [name]], graph], height);
  }
  const caption = fitLine([name, telling(span(`up to ${format(top)}`, look.theme.dim), `scale(${tells})`)], width);
  return [caption, ...drawPast(history, series, { ...options, threshold: look.limitOf(tells) }, look)];
}
