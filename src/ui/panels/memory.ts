import type { ValueOf } from '../../metrics/index.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { padCells, padCellsStart } from '../../units/cells.ts';
import { BYTE_RATE_WIDTH, BYTES_WIDTH, formatByteRate, formatBytes, formatPercent, PERCENT_WIDTH } from '../../units/format.ts';
import { joinWhatFits, type Line, lineWidth, type Span, span, strong, telling } from '../draw/line.ts';
import { drawMeter, drawStack } from '../draw/meter.ts';
import { shareTop } from '../draw/scale.ts';
import type { Look } from '../look.ts';
import { drawLack, drawShortLack } from './lack.ts';
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
  demand: () => ({ least: 6, most: 16 }),
  caption(frame, look, _, room) {
    const options = { tells: 'memory.usage', cells: PERCENT_WIDTH, room, metric: 'memory.usage', format: formatPercent };
    return drawSummary(frame, usageSeries(frame), options, look);
  },
  draw: drawMemory,
  wholeRows(frame) {
    const memory = known(frame.sample.memory);
    return memory ? gaugesOf(memory) + 1 : 0;
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
  if (!memory) return drawLack(frame.sample, 'memory', 'memory', width, look);
  const details = [drawDetails(memory, width, look)];
  const gauges = [...drawGauges(memory, width, look), ...details].slice(0, height);
  // Above stand charts of the same.
  if (whole) return gauges;
  return [...gauges, ...drawTrends(trendsOf(frame), frame.history, { width, height: height - gauges.length }, look)];
}

/** What is used on the scale of all that there is, where the alert's line is seen; the others on one of their own. */
function trendsOf({ history, sample }: Frame): readonly Trend[] {
  const memory = known(sample.memory);
  const used: Trend = { ...share('used'), top: 1, metric: 'memory.usage' };
  return [used, ...(memory && cacheOf(memory) > 0 ? [share('cached')] : []), ...(memory?.swap?.total ? [share('swap')] : [])];

  function share(label: 'used' | 'cached' | 'swap'): Trend {
    const series = seriesOf(history, SHARES[label]);
    return {
      label,
      tells: TELLS[label],
      series,
      shading: label,
      top: shareTop(series),
      cells: PERCENT_WIDTH,
      format: formatPercent,
    };
  }
}

/** What the kernel gives back on demand. */
function cacheOf({ cached = 0, buffers = 0 }: Memory): number {
  return cached + buffers;
}

/** Used, cached and free of RAM in one bar, then swap, then the control group's limit: what matters most first. */
function drawGauges(memory: Memory, width: number, look: Look): readonly Line[] {
  const { theme, glyphs } = look;
  const { total, used, usage, cached = 0, buffers = 0, free = 0, swap, limit } = memory;
  const of = (bytes: number) => (total > 0 ? bytes / total : 0);
  // What is available but neither free nor cache by the kernel's estimate stays in the used part: the bar follows `usage`.
  const cache = Math.max(0, Math.min(cached + buffers, total - used));
  const ram = (room: number) =>
    drawStack(
      [
        // As with every meter, anything above nothing is at least a cell: else the first one would be of the cache.
        { share: usage > 0.001 ? Math.max(usage, 1 / room) : usage, color: theme.used, glyph: glyphs.user },
        { share: of(cache), color: theme.cached, glyph: glyphs.iowait },
      ],
      room,
      look,
    );
  const lines: Line[] = [
    drawGauge(
      'used',
      ram,
      usage,
      [
        ['memory.used', used],
        ['memory.total', total],
      ],
      width,
      look,
      'memory.usage',
    ),
  ];
  if (cached + buffers > 0) {
    const bar = (room: number) => drawMeter(of(cached + buffers), room, look, theme.cached);
    lines.push(drawGauge('cached', bar, of(cached + buffers), [[CACHE, cached + buffers]], width, look));
  }
  if (memory.free !== undefined) {
    const bar = (room: number) => drawMeter(of(free), room, look, theme.free);
    lines.push(drawGauge('free', bar, of(free), [['memory.free', free]], width, look));
  }
  if (swap && swap.total > 0) {
    const bar = (room: number) => drawMeter(swap.usage, room, look, theme.swap);
    lines.push(
      drawGauge(
        'swap',
        bar,
        swap.usage,
        [
          ['memory.swap.used', swap.used],
          ['memory.swap.total', swap.total],
        ],
        width,
        look,
        'memory.swap.usage',
      ),
    );
  }
  if (limit) {
    const bar = (room: number) => drawMeter(limit.usage, room, look);
    const amounts = [
      ['memory.limit.used', limit.used],
      ['memory.limit.total', limit.total],
    ] as const;
    lines.splice(1, 0, drawGauge('limit', bar, limit.usage, amounts, width, look, 'memory.limit.usage'));
  }
  return lines;
}

/** What the kernel gives back on demand. */
const CACHE = 'memory.cached+memory.buffers';
const TELLS = { used: 'memory.usage', cached: CACHE, swap: 'memory.swap.usage' };

/** How many bars these are. */
function gaugesOf({ cached = 0, buffers = 0, free, swap, limit }: Memory): number {
  return [true, cached + buffers > 0, free !== undefined, swap !== undefined && swap.total > 0, limit !== undefined].filter(
    Boolean,
  ).length;
}

const LABEL = 7;
const AMOUNT = BYTES_WIDTH * 2 + 5;

/** So many bytes, and what they are. */
type Amount = readonly [tells: string, bytes: number];

/** @param share what the percentage tells, and that it stands out; absent: the first amount. */
function drawGauge(
  label: string,
  bar: (width: number) => Line,
  usage: number | undefined,
  amounts: readonly Amount[],
  width: number,
  look: Look,
  share?: string,
): Line {
  const amountWidth = width >= 44 ? AMOUNT : width >= 30 ? BYTES_WIDTH + 1 : 0;
  const room = width - LABEL - 7 - amountWidth;
  const percent = padCellsStart(formatPercent(usage), 7);
  return [
    span(padCells(label, LABEL), look.theme.dim),
    ...bar(Math.max(4, room)),
    share === undefined
      ? telling(span(percent, look.theme.text), amounts[0]?.[0] ?? '')
      : strong(percent, look.theme.text, share),
    ...drawAmounts(amounts, amountWidth, look),
  ];
}

/** "3.1 GiB of 15.6 GiB", or the first alone where there is no room for both. */
function drawAmounts(amounts: readonly Amount[], width: number, { theme }: Look): Line {
  if (width === 0) return [];
  const parts = amounts.map(([tells, bytes]) => telling(span(formatBytes(bytes), theme.text), tells));
  const all = parts.flatMap((part, i): Span[] => (i === 0 ? [part] : [span(' of ', theme.text), part]));
  const shown = lineWidth(all) <= width ? all : parts.slice(0, 1);
  return [span(' '.repeat(Math.max(0, width - lineWidth(shown)))), ...shown];
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

function usageSeries(frame: Frame) {
  return seriesOf(frame.history, SHARES.used);
}

const SHARES = {
  used: (sample) => known(sample.memory)?.usage,
  cached: (sample) => {
    const memory = known(sample.memory);
    return memory && cacheOf(memory) / memory.total;
  },
  swap: (sample) => known(sample.memory)?.swap?.usage,
} satisfies Record<string, Probe>;
