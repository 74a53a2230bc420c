import type { Keymap } from '../keymap/keymap.ts';
import type { Frame } from '../monitor.ts';
import type { History } from '../sampling/history.ts';
import { drawChart } from './draw/chart.ts';
import type { Series } from './draw/graph.ts';
import { type Line, lineWidth, span } from './draw/line.ts';
import { peakTop } from './draw/scale.ts';
import { tintOf } from './draw/shading.ts';
import { inColumns } from './draw/time-axis.ts';
import { captionRoom, drawFramed, type FrameOptions } from './framed.ts';
import type { Look } from './look.ts';
import { hotkeyOf } from './panels/index.ts';
import type { Panel, Scrolled, Size } from './panels/panel.ts';
import { drawSummary } from './panels/summary.ts';
import type { Trend } from './panels/trend.ts';
import type { Processes } from './processes/processes.ts';

/** Rows that charts leave to the panel's own content, of so many. */
const CONTENT_SHARE = 0.45;
/** More than this they don't leave, even where that would show all. */
const MOST_CONTENT = 0.7;
/** A chart with fewer rows than this says nothing. */
const LEAST_CHART = 5;

/** One panel on the whole screen: its long history as charts with an axis above, all its details below. */
export function drawZoomed(
  panel: Panel,
  frame: Frame,
  { width, height, scroll }: Scrolled,
  look: Look,
  processes: Processes,
  keymap: Keymap,
): readonly Line[] {
  const inner = { width: width - 4, height: height - 2 };
  const charts = drawCharts(panel, frame, inner, look);
  const rest = { ...inner, height: Math.max(0, inner.height - charts.length), scroll, whole: true };
  const content = panel.draw(frame, rest, look, processes);
  // Charts tell what sums it up.
  const caption = charts.length === 0 ? panel.caption?.(frame, look, processes, captionRoom(panel.title, width)) : undefined;
  const options = { ...zoomedFrame(panel, { width, height }, look, keymap), ...(caption && { caption }) };
  return drawFramed([...charts, ...content], options, look);
}

export function zoomedFrame(panel: Panel, size: Size, look: Look, keymap: Keymap): FrameOptions {
  const { title, name, accent } = panel;
  return { ...size, title, hotkey: hotkeyOf(name, keymap), accent: look.theme[accent], focused: true };
}

/** As many as have room, above what the panel shows itself. */
export function drawCharts(panel: Panel, frame: Frame, { width, height }: Size, look: Look): readonly Line[] {
  const trends = panel.trends(frame, look).filter(({ series }) => series.some((value) => value !== undefined));
  const whole = panel.wholeRows?.(frame, width) ?? 0;
  const left = Math.min(12, Math.floor(height * CONTENT_SHARE));
  const room = height - (whole <= height * MOST_CONTENT ? Math.max(left, whole) : left);
  const fitting = trends.slice(0, Math.max(1, Math.floor(room / (LEAST_CHART + 1))));
  const each = fitting.length > 0 ? Math.floor(room / fitting.length) : 0;
  return fitting.flatMap((trend) => drawHistory(trend, frame, { width, height: each }, look));
}

function drawHistory(trend: Trend, frame: Frame, { width, height }: Size, look: Look): readonly Line[] {
  const { label, series, shading, metric, format } = trend;
  const top = peakTop(series, trend.top);
  const color = tintOf(shading, look);
  const room = width - lineWidth([span(label)]) - 2;
  const title: Line = [{ text: label, color, bold: true }, span('  '), ...drawSummary(frame, series, { ...trend, room }, look)];
  const plot = drawChart(chartedOf(frame.history, series, width, look), { width, height: height - 1, top, format });
  const limit = metric === undefined ? undefined : look.limitOf(metric);
  const crossed = limit === undefined || limit > top ? -1 : Math.round((1 - limit / top) * (plot.length - 1));
  return [
    title,
    ...plot.map((text, row): Line => (row === crossed ? drawCrossed(text, width, color, look) : [span(text, color)])),
  ];
}

/** A row of a chart with a threshold across, where it is free. */
function drawCrossed(text: string, width: number, color: string | undefined, look: Look): Line {
  const axis = text.search(/[┤┼]/) + 1;
  const parts =
    text
      .slice(axis)
      .padEnd(width - axis)
      .match(/ +|[^ ]+/g) ?? [];
  const line = (part: string) => span('╌'.repeat(part.length), look.theme.border);
  return [span(text.slice(0, axis), color), ...parts.map((part) => (part.startsWith(' ') ? line(part) : span(part, color)))];
}

/** Of the time that graphs span, with as much room at the left as nothing is known of. */
function chartedOf(history: History, series: Series, width: number, { span: seconds }: Look): Series {
  if (seconds === undefined) return series;
  const known = inColumns(history, series, seconds, width);
  return [...new Array<undefined>(width - known.length).fill(undefined), ...known];
}
