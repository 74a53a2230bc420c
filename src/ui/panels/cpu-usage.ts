import { splitCpu } from '../../metrics/cpu/split.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { padCellsStart } from '../../units/cells.ts';
import { formatPercent, PERCENT_WIDTH } from '../../units/format.ts';
import { crossedRow } from '../draw/graph.ts';
import { beside, type Line, span, telling } from '../draw/line.ts';
import { drawMirrored } from '../draw/mirror.ts';
import { peakTop } from '../draw/scale.ts';
import { shadingOf } from '../draw/shading.ts';
import type { Look } from '../look.ts';
import { drawPast, shownOf } from './history.ts';
import type { Size } from './panel.ts';
import { type Probe, seriesOf } from './series.ts';
import type { Trend } from './trend.ts';

/** From so many rows on, the kernel's part hangs below the middle line. */
const MIRRORED = 6;
/** "100%" and a space. */
const SCALE = 5;
/** What the part below reaches to, in half of the rows. */
const HALF = 0.5;
/** With less room for the graph the scale is left out. */
const LEAST_GRAPH = 24;

/**
 * How busy the machine was, with the alert's threshold across. Where there are rows enough, what of it was the kernel's hangs
 * below: half of the machine in half as many rows, unless that would cut it off.
 */
export function drawUsage({ history }: Frame, { width, height }: Size, look: Look): readonly Line[] {
  if (height <= 0) return [];
  const scaled = width >= SCALE + LEAST_GRAPH && height > 1;
  const room = width - (scaled ? SCALE : 0);
  const usage = seriesOf(history, usageOf);
  const below = height >= MIRRORED ? Math.round(height / 3) : 0;
  const above = height - below;
  const threshold = look.limitOf('cpu.usage');
  const options = { max: 1, threshold, color: shadingOf('cpu', look) };
  if (below === 0) {
    const graph = drawPast(history, usage, { ...options, width: room, height }, look);
    return scaled ? beside([drawScale(above, { threshold }, look), graph], height) : graph;
  }
  const system = seriesOf(history, systemOf);
  const most = peakTop(system, 0) > HALF ? 1 : HALF;
  const graph = drawMirrored(
    { ...options, values: shownOf(history, usage, room, look), rows: above },
    { values: shownOf(history, system, room, look), max: most, rows: below, color: shadingOf('system', look) },
    room,
    look,
  );
  return scaled ? beside([drawScale(above, { threshold, below, most }, look), graph], height) : graph;
}

interface Scale {
  readonly threshold: number | undefined;
  /** Rows below the middle line, and the share at their edge. */
  readonly below?: number;
  readonly most?: number;
}

/** How busy the machine was, and what of it was the kernel's, on the scale of the whole machine. */
export function usageTrends({ history, sample }: Frame): readonly Trend[] {
  const share = { top: 1, cells: PERCENT_WIDTH, format: formatPercent };
  const usage = {
    label: 'CPU usage',
    tells: 'cpu.usage',
    series: seriesOf(history, usageOf),
    now: usageOf(sample),
  };
  const system = { label: 'system', tells: SYSTEM, series: seriesOf(history, systemOf), now: systemOf(sample) };
  return [
    { ...share, ...usage, shading: 'cpu' },
    { ...share, ...system, shading: 'system' },
  ];
}

/** All that the processors did. */
export const usageOf: Probe = (sample) => known(sample.cpu)?.usage;

const systemOf: Probe = (sample) => {
  const cpu = known(sample.cpu);
  return cpu && splitCpu(cpu).system;
};

/** What the kernel did for itself and for others. */
export const SYSTEM = 'cpu.system+cpu.irq+cpu.softirq';

/** What a height means: at the edges, at the threshold, and which half is which. */
function drawScale(above: number, { threshold, below = 0, most = 0 }: Scale, look: Look): readonly Line[] {
  const { dim, system } = look.theme;
  const limit = crossedRow({ height: above, max: 1, threshold }, look);
  return Array.from({ length: above + below }, (_, row): Line => {
    if (row === 0) return label('100%', dim, 'scale(cpu.usage)');
    if (row === limit && threshold !== undefined) return label(percent(threshold), dim, 'threshold(cpu.usage)');
    if (below > 0 && row === above - 1) return label('all', dim);
    if (below > 0 && row === above) return label('sys', system);
    if (row === above + below - 1)
      return below > 0 ? label(percent(most), system, `scale(${SYSTEM})`) : label('0%', dim, 'scale(cpu.usage)');
    return label('', dim);
  });
}

function label(text: string, color: string | undefined, tells?: string): Line {
  const scale = span(`${padCellsStart(text, SCALE - 1)} `, color);
  return [tells === undefined ? scale : telling(scale, tells)];
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
