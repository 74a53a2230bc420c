import type { History } from '../../sampling/history.ts';
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
  /** What the values are, as a span tells it. */
  readonly tells: string;
  readonly series: Series;
  readonly shading: Shading;
  /** The value at the top of the graph. */
  readonly top: number;
  /** The metric whose alert is worth a line across, and whose processes may be to blame. */
  readonly metric?: string;
  /** Cells that a value needs at most. */
  readonly cells: number;
  format(value: number): string;
}

/** A label, and a graph that says something. */
const LEAST_ROWS = 3;
const LEAST_WIDTH = 18;
const GAP = 2;

/** Small graphs of the trends beside each other, as many as fit, each with its name and scale above; nothing without rows for it. */
export function drawTrends(trends: readonly Trend[], history: History, { width, height }: Size, look: Look): readonly Line[] {
  if (height < LEAST_ROWS || trends.length === 0) return [];
  const count = Math.max(1, Math.min(trends.length, Math.floor((width + GAP) / (LEAST_WIDTH + GAP))));
  const shown = trends.slice(0, count);
  const each = Math.floor((width + GAP) / count) - GAP;
  const blocks = shown.map((trend, i) => {
    const own = i === count - 1 ? width - (each + GAP) * i : each;
    return drawTrend(trend, history, { width: own, height }, look);
  });
  return beside(blocks, height, ' '.repeat(GAP));
}

function drawTrend(
  { label, tells, series, shading, top, metric, format }: Trend,
  history: History,
  { width, height }: Size,
  look: Look,
) {
  const options = {
    width,
    height: height - 1,
    max: top,
    threshold: metric === undefined ? undefined : look.limitOf(metric),
    color: shadingOf(shading, look),
  };
  const scale = telling(span(`up to ${format(top)}`, look.theme.dim), `scale(${tells})`);
  const caption = fitLine([span(`${label} `, tintOf(shading, look)), scale], width);
  return [caption, ...drawPast(history, series, options, look)];
}
