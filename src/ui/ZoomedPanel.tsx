import type { Frame } from '../monitor.ts';
import { drawChart } from './draw/chart.ts';
import { type Line, span } from './draw/line.ts';
import { peakTop } from './draw/scale.ts';
import { useLook } from './LookContext.ts';
import type { Look } from './look.ts';
import { PanelFrame } from './PanelFrame.tsx';
import { drawSummary } from './panels/history.ts';
import type { Panel, Size } from './panels/panel.ts';
import type { Trend } from './panels/trend.ts';
import { Rows } from './Rows.tsx';

interface ZoomedPanelProps extends Size {
  readonly panel: Panel;
  readonly hotkey: string;
  readonly frame: Frame;
  readonly scroll: number;
}

/** Rows that charts leave to the panel's own content, of so many. */
const CONTENT_SHARE = 0.45;
/** A chart with fewer rows than this says nothing. */
const LEAST_CHART = 5;

/** One panel on the whole screen: its long history as charts with an axis above, all its details below. */
export function ZoomedPanel({ panel, hotkey, frame, scroll, width, height }: ZoomedPanelProps) {
  const look = useLook();
  const inner = { width: width - 4, height: height - 2 };
  const trends = panel.trends(frame, look).filter(({ series }) => series.some((value) => value !== undefined));
  const room = inner.height - Math.min(12, Math.floor(inner.height * CONTENT_SHARE));
  const fitting = trends.slice(0, Math.max(1, Math.floor(room / (LEAST_CHART + 1))));
  const each = fitting.length > 0 ? Math.floor(room / fitting.length) : 0;
  const lines = fitting.flatMap((trend) => drawHistory(trend, frame, { width: inner.width, height: each }, look));
  return (
    <PanelFrame width={width} height={height} title={panel.title} hotkey={hotkey} accent={look.theme[panel.accent]} focused>
      <Rows lines={lines} />
      <panel.Content frame={frame} width={inner.width} height={Math.max(0, inner.height - lines.length)} scroll={scroll} />
    </PanelFrame>
  );
}

function drawHistory(trend: Trend, frame: Frame, { width, height }: Size, look: Look): readonly Line[] {
  const top = peakTop(trend.series, trend.top);
  const title: Line = [
    { text: trend.label, color: look.theme.title, bold: true },
    span('  '),
    ...drawSummary(frame.history, trend.series, trend.format, look),
  ];
  const plot = drawChart(trend.series, { width, height: height - 1, top, format: trend.format });
  return [title, ...plot.map((text): Line => [span(text, trend.color)])];
}
