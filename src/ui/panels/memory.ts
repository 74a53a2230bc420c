import type { ValueOf } from '../../metrics/index.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { padCellsStart } from '../../units/cells.ts';
import { BYTE_RATE_WIDTH, BYTES_WIDTH, formatByteRate, formatBytes, formatPercent, PERCENT_WIDTH } from '../../units/format.ts';
import { joinWhatFits, type Line, span, telling } from '../draw/line.ts';
import { shareTop } from '../draw/scale.ts';
import type { Look } from '../look.ts';
import { drawLack, drawShortLack } from './lack.ts';
import { CACHE, cacheOf, drawGauges, memoryGauges } from './memory-gauges.ts';
import type { Panel, Scrolled } from './panel.ts';
import { type Probe, seriesOf } from './series.ts';
import { drawSummary } from './summary.ts';
import { drawTrends, type Trend } from './trend.ts';

type Memory = ValueOf<'memory'>;

export const memoryPanel: Panel = {
  name: 'memory',
  title: 'memory',
  accent: 'memory',
  metrics: ['memory'],
  demand(frame) {
    const memory = known(frame.sample.memory);
    return { least: 6, enough: 3 + (memory ? memoryGauges(memory).length : 1), most: 16 };
  },
  caption(frame, look, _, room) {
    const now = SHARES.used(frame.sample);
    const options = { tells: 'memory.usage', now, cells: PERCENT_WIDTH, room, format: formatPercent };
    return drawSummary(frame, usageSeries(frame), options, look);
  },
  draw: drawMemory,
  wholeRows(frame) {
    const memory = known(frame.sample.memory);
    return memory ? memoryGauges(memory).length + 1 : 0;
  },
  compact(frame, { width, height }, look) {
    const memory = known(frame.sample.memory);
    if (!memory) return drawShortLack(frame.sample, 'memory', 'memory', width, look);
    return drawGauges(memory, width, look).slice(0, height);
  },
  trends: trendsOf,
};

function drawMemory(frame: Frame, { width, height, whole }: Scrolled, look: Look): readonly Line[] {
  const memory = known(frame.sample.memory);
  if (!memory) return drawLack(frame.sample, 'memory', 'memory', width, look, height);
  const details = [drawDetails(memory, width, look)];
  const gauges = [...drawGauges(memory, width, look), ...details].slice(0, height);
  // Above stand charts of the same.
  if (whole) return gauges;
  return [...gauges, ...drawTrends(trendsOf(frame), frame.history, { width, height: height - gauges.length }, look)];
}

/** What is used on the scale of all that there is, where the alert's line is seen; the others on one of their own. */
function trendsOf({ history, sample }: Frame): readonly Trend[] {
  const memory = known(sample.memory);
  const used: Trend = { ...share('used'), top: 1 };
  return [used, ...(memory && cacheOf(memory) > 0 ? [share('cached')] : []), ...(memory?.swap?.total ? [share('swap')] : [])];

  function share(label: 'used' | 'cached' | 'swap'): Trend {
    const series = seriesOf(history, SHARES[label]);
    return {
      label,
      tells: TELLS[label],
      series,
      now: SHARES[label](sample),
      shading: label,
      top: shareTop(series),
      cells: PERCENT_WIDTH,
      format: formatPercent,
    };
  }
}

/** What is worth a word but not a bar. */
function drawDetails(memory: Memory, width: number, look: Look): Line {
  const { dim, text } = look.theme;
  const fact = (label: string, tells: string, value: string | undefined, cells = BYTES_WIDTH): Line =>
    value === undefined ? [] : [span(`${label} `, dim), telling(span(padCellsStart(value, cells), text), tells)];
  const { swap } = memory;
  return joinWhatFits(
    [
      fact('available', 'memory.available', formatBytes(memory.available)),
      fact('shared', 'memory.shared', memory.shared === undefined ? undefined : formatBytes(memory.shared)),
      swap?.total ? fact('swap in', 'memory.swap.in_rate', formatByteRate(swap.inRate), BYTE_RATE_WIDTH) : [],
      swap?.total ? fact('out', 'memory.swap.out_rate', formatByteRate(swap.outRate), BYTE_RATE_WIDTH) : [],
      swap?.total === 0 ? [telling(span('no swap', dim), 'memory.swap.total')] : [],
    ],
    width,
  );
}

const TELLS = { used: 'memory.usage', cached: CACHE, swap: 'memory.swap.usage' };

function usageSeries(frame: Frame) {
  return seriesOf(frame.history, SHARES.used);
}

const SHARES = {
  used: (sample) => known(sample.memory)?.usage,
  cached: (sample) => {
    const memory = known(sample.memory);
    return memory && memory.total > 0 ? cacheOf(memory) / memory.total : undefined;
  },
  swap: (sample) => known(sample.memory)?.swap?.usage,
} satisfies Record<string, Probe>;
