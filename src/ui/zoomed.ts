import type { Keymap } from '../keymap/keymap.ts';
import type { Frame } from '../monitor.ts';
import type { History } from '../sampling/history.ts';
import { drawChart, formatBriefly } from './draw/chart.ts';
import type { Series } from './draw/graph.ts';
import { type Line, lineWidth, span } from './draw/line.ts';
import { peakTop } from './draw/scale.ts';
import { shadingOf, tintOf } from './draw/shading.ts';
import { inColumns } from './draw/time-axis.ts';
import { captionRoom, drawFramed, type FrameOptions } from './framed.ts';
import type { Look } from './look.ts';
import { shareRows } from './panels/flow.ts';
import { hotkeyOf } from './panels/index.ts';
import type { Panel, Scrolled, Size } from './panels/panel.ts';
import { drawSummary } from './panels/summary.ts';
import type { Trend } from './panels/trend.ts';
import type { Processes } from './processes/processes.ts';

/** Rows that charts leave to the panel's own content, of so many, where it doesn't know how many it needs. */
const CONTENT_SHARE = 0.45;
/** More than this they don't leave, even where that would show all; where even so much wouldn't, they leave a half. */
const MOST_CONTENT = 0.7;
/** A chart with fewer rows than this says nothing. */
const LEAST_CHART = 6;

/** One panel on the whole screen: its long history as charts with an axis above, all its details below. */
export function drawZoomed(
  panel: Panel,
  frame: Frame,
  { width, height, scroll, behind }: Scrolled & Pick<FrameOptions, 'behind'>,
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
  const below = panel.thumb?.(frame, rest, processes);
  const thumb = below && { ...below, from: below.from + charts.length };
  const options = { ...zoomedFrame(panel, { width, height }, look, keymap), behind, thumb, ...(caption && { caption }) };
  return drawFramed([...charts, ...content], options, look);
}

export function zoomedFrame(panel: Panel, size: Size, look: Look, keymap: Keymap): FrameOptions {
  const { title, name, accent } = panel;
  return { ...size, title, hotkey: hotkeyOf(name, keymap), accent: look.theme[accent], focused: true };
}

/** As many as have room, above what the panel shows itself. */
export function drawCharts(panel: Panel, frame: Frame, { width, height }: Size, look: Look): readonly Line[] {
  const trends = panel.trends(frame, look).filter(({ series }) => series.some((value) => value !== undefined));
  const most = Math.floor(height * MOST_CONTENT);
  const whole = panel.wholeRows?.(frame, { width, height: most }, look) ?? 0;
  const left = Math.min(12, Math.floor(height * CONTENT_SHARE));
  const room = height - (whole > most ? Math.floor(height / 2) : whole > 0 ? whole : left);
  const fitting = trends.slice(0, Math.max(1, Math.floor(room / (LEAST_CHART + 1))));
  const heights = shareRows(room, fitting.length, 1);
  return fitting.flatMap((trend, i) => drawHistory(trend, frame, { width, height: heights[i] ?? 0 }, look));
}

function drawHistory(trend: Trend, frame: Frame, { width, height }: Size, look: Look): readonly Line[] {
  const { label, tells, series, shading, format } = trend;
  const top = chartTop(series, trend.top);
  const tint = tintOf(shading, look);
  const shade = shadingOf(shading, look);
  const room = width - lineWidth([span(label)]) - 2;
  const title: Line = [
    { text: label, color: tint, bold: true },
    span('  '),
    ...drawSummary(frame, series, { ...trend, room }, look),
  ];
  const first = look.limitOf(tells);
  const limit = first === undefined || first > top ? undefined : first;
  const options = { width, height: height - 1, top, marked: limit, format };
  const plot = drawChart(chartedOf(frame.history, series, width, look), options);
  const crossed = limit === undefined ? -1 : Math.round((1 - limit / top) * (plot.length - 1));
  return [
    title,
    ...plot.map((text, row) => {
      const color = shade(1 - row / plot.length);
      // The row stands for values around its own: where the threshold is another one, its label says so.
      return row === crossed
        ? drawCrossed(relabel(text, format(limit ?? 0)), width, color, look)
        : drawPlotted(text, color, look);
    }),
  ];
}

/** So many times the usual top reads as well. */
const STRETCHES = [1, 1.5, 2, 3, 5];

/** The top of a chart, which must not cut off anything: the usual one, or as much more as reads well. */
function chartTop(series: Series, usual: number): number {
  const times = peakTop(series, usual) / usual;
  const decade = 10 ** Math.floor(Math.log10(times));
  return usual * decade * (STRETCHES.find((stretch) => stretch * decade >= times) ?? 10);
}

/** A row of a chart: label and axis, then the line. */
function drawPlotted(text: string, color: string | undefined, { theme }: Look): Line {
  const begin = axisEnd(text);
  return [span(text.slice(0, begin), theme.dim), span(text.slice(begin), color)];
}

/** The same with a threshold across, where the line leaves it free. */
function drawCrossed(text: string, width: number, color: string | undefined, { theme }: Look): Line {
  const begin = axisEnd(text);
  const rest = text.slice(begin).padEnd(width - begin);
  const parts = (rest.match(/ +|[^ ]+/g) ?? []).map((part) =>
    part.startsWith(' ') ? span('╌'.repeat(part.length), theme.border) : span(part, color),
  );
  return [span(text.slice(0, begin), theme.dim), ...parts];
}

function axisEnd(text: string): number {
  return text.search(/[┤┼│]/) + 1;
}

function relabel(text: string, label: string): string {
  const room = axisEnd(text) - 2;
  return `${formatBriefly(label).padStart(room)} ${text.slice(room + 1).replace(/^│/, '┤')}`;
}

/** Of the time that graphs span, with as much room at the left as nothing is known of. */
function chartedOf(history: History, series: Series, width: number, { span: seconds }: Look): Series {
  if (seconds === undefined) return series;
  const known = inColumns(history, series, seconds, width);
  return [...new Array<undefined>(width - known.length).fill(undefined), ...known];
}
