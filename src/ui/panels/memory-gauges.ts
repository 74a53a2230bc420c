import type { ValueOf } from '../../metrics/index.ts';
import { padCells, padCellsStart } from '../../units/cells.ts';
import { BYTES_WIDTH, formatBytes, formatPercent } from '../../units/format.ts';
import type { Bytes, Ratio } from '../../units/quantity.ts';
import { type Line, lineWidth, type Span, span, strong, telling } from '../draw/line.ts';
import { drawMeter, drawStack } from '../draw/meter.ts';
import type { Look } from '../look.ts';

type Memory = ValueOf<'memory'>;

/** A bar with its share and its bytes, in one row. */
export interface Gauge {
  readonly label: string;
  readonly usage: Ratio | undefined;
  /** What the share tells, where that is more than the first of the amounts; it stands out. */
  readonly tells?: string;
  readonly amounts: readonly Amount[];
  bar(width: number, look: Look): Line;
}

/** So many bytes, and what they are. */
type Amount = readonly [tells: string, bytes: Bytes];

/** What the kernel gives back on demand. */
export const CACHE = 'memory.cached+memory.buffers';

export function cacheOf({ cached = 0, buffers = 0 }: Memory): Bytes {
  return cached + buffers;
}

/** What is used, with the cache behind it in one bar, the control group's limit, cache and free, swap: each where there is one. */
export function memoryGauges(memory: Memory): readonly Gauge[] {
  const { total, used, usage, free, swap, limit } = memory;
  const of = (bytes: Bytes): Ratio => (total > 0 ? bytes / total : 0);
  const cache = cacheOf(memory);
  const gauges: (Gauge | undefined | false)[] = [
    {
      label: 'used',
      usage,
      tells: 'memory.usage',
      amounts: [
        ['memory.used', used],
        ['memory.total', total],
      ],
      // What is available but neither free nor cache by the kernel's estimate stays in the used part: the bar follows `usage`.
      bar: (width, look) => drawRam(usage, of(Math.max(0, Math.min(cache, total - used))), width, look),
    },
    limit && {
      label: 'limit',
      usage: limit.usage,
      tells: 'memory.limit.usage',
      amounts: [
        ['memory.limit.used', limit.used],
        ['memory.limit.total', limit.total],
      ],
      bar: (width, look) => drawMeter(limit.usage, width, look),
    },
    cache > 0 && {
      label: 'cached',
      usage: of(cache),
      amounts: [[CACHE, cache]],
      bar: (width, look) => drawMeter(of(cache), width, look, look.theme.cached),
    },
    free !== undefined && {
      label: 'free',
      usage: of(free),
      amounts: [['memory.free', free]],
      bar: (width, look) => drawMeter(of(free), width, look, look.theme.free),
    },
    swap !== undefined &&
      swap.total > 0 && {
        label: 'swap',
        usage: swap.usage,
        tells: 'memory.swap.usage',
        amounts: [
          ['memory.swap.used', swap.used],
          ['memory.swap.total', swap.total],
        ],
        bar: (width, look) => drawMeter(swap.usage, width, look, look.theme.swap),
      },
  ];
  return gauges.filter((gauge) => gauge !== undefined && gauge !== false);
}

export function drawGauges(memory: Memory, width: number, look: Look): readonly Line[] {
  return memoryGauges(memory).map((gauge) => drawGauge(gauge, width, look));
}

function drawRam(used: Ratio, cache: Ratio, width: number, look: Look): Line {
  const { theme, glyphs } = look;
  // As with every meter, anything above nothing is at least a cell: else the first one would be of the cache.
  const share = used > 0.001 ? Math.max(used, 1 / width) : used;
  return drawStack(
    [
      { share, color: theme.used, glyph: glyphs.user },
      { share: cache, color: theme.cached, glyph: glyphs.iowait },
    ],
    width,
    look,
  );
}

const LABEL = 7;
const AMOUNT = BYTES_WIDTH * 2 + 5;

function drawGauge({ label, usage, tells, amounts, bar }: Gauge, width: number, look: Look): Line {
  const amountWidth = width >= 44 ? AMOUNT : width >= 30 ? BYTES_WIDTH + 1 : 0;
  const room = width - LABEL - 7 - amountWidth;
  const percent = padCellsStart(formatPercent(usage), 7);
  return [
    span(padCells(label, LABEL), look.theme.dim),
    ...bar(Math.max(4, room), look),
    tells === undefined
      ? telling(span(percent, look.theme.text), amounts[0]?.[0] ?? '')
      : strong(percent, look.theme.text, tells),
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
