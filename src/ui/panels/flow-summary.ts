import type { Frame } from '../../monitor.ts';
import { padCellsStart } from '../../units/cells.ts';
import { BYTE_RATE_SHORT_WIDTH, BYTE_RATE_WIDTH, formatByteRate, formatByteRateShort } from '../../units/format.ts';
import type { Series } from '../draw/graph.ts';
import { type Line, lineWidth, span, telling } from '../draw/line.ts';
import { summarize } from '../draw/scale.ts';
import { spanStart } from '../draw/time-axis.ts';
import type { Look } from '../look.ts';
import { culpritAt, drawName, drawOver, LEAST_NAME, mayBlame, NAME } from './summary.ts';

/** One direction of all that flows in and out of the machine. */
export interface Flow {
  readonly shading: 'receive' | 'send' | 'read' | 'write';
  /** What stands before its rate: "read ", and where there is little room "r ". */
  readonly labels: readonly [string, string];
  /** The metric. */
  readonly tells: string;
  readonly series: Series;
  /** The latest, if it is known. */
  readonly now: number | undefined;
  readonly unit?: 'bytes' | 'bits';
}

/** What is said beside the rate of now. */
interface Extent {
  /** Of how long the others are. */
  readonly over?: boolean;
  readonly mean?: boolean;
  readonly peak?: boolean;
  /** Cells for who is to blame for the peak. */
  readonly name?: number;
  /** Rates in all digits. */
  readonly exact?: boolean;
}

/** The most first: where there is no room for one, the next. */
const EXTENTS: readonly Extent[] = [
  { over: true, mean: true, peak: true, name: NAME },
  { over: true, mean: true, peak: true, name: LEAST_NAME },
  { over: true, mean: true, peak: true },
  { mean: true, peak: true },
  { peak: true },
  { exact: true },
  {},
];

/**
 * "r 1.2M/s peak  80M/s  w   0B/s peak 9.9M/s": of both directions what is now, and of the time that graphs span mean and peak, and
 * who was to blame for it; as much as there is room for, which depends on no rate, so that none moves another.
 */
export function drawFlowSummary(frame: Frame, flows: readonly Flow[], room: number, look: Look): Line {
  const { history, peaks, sample } = frame;
  const start = look.span === undefined ? 0 : spanStart(history, look.span);
  const over = drawOver(history, start, look);
  const blames = flows.every(({ tells }) => mayBlame(tells, sample));
  for (const extent of EXTENTS) {
    const { name, mean = false } = extent;
    if (name !== undefined && !blames) continue;
    const told = { ...extent, mean: mean && history !== peaks };
    for (const label of [0, 1] as const) {
      if (widthOf(flows, told, label, over) > room) continue;
      // All digits often fill their cells, and would touch it.
      if (told.exact && flows.some(({ labels }) => !labels[label].endsWith(' '))) continue;
      const parts = flows.map((flow) => drawFlow(flow, told, label, frame, start, look));
      return [...(told.over ? [over] : []), ...parts].flatMap((part, i) => (i === 0 ? part : [span(GAP), ...part]));
    }
  }
  return [];
}

const GAP = '  ';
/** " mean " */
const WORD = 6;

function widthOf(flows: readonly Flow[], { over, mean, peak, name, exact }: Extent, label: 0 | 1, overLine: Line): number {
  const cells = exact ? BYTE_RATE_WIDTH : BYTE_RATE_SHORT_WIDTH;
  const extremes = (mean ? WORD + cells : 0) + (peak ? WORD + cells : 0) + (name ? 1 + name : 0);
  const each = flows.reduce((sum, { labels }) => sum + labels[label].length + cells + extremes, 0);
  return each + GAP.length * (flows.length - 1) + (over ? lineWidth(overLine) + GAP.length : 0);
}

function drawFlow(flow: Flow, told: Extent, label: 0 | 1, { history }: Frame, start: number, look: Look): Line {
  const { shading, labels, tells, series, now, unit } = flow;
  const { theme } = look;
  const rate = (value: number | undefined, what: string) => {
    const text = told.exact
      ? padCellsStart(formatByteRate(value, unit), BYTE_RATE_WIDTH)
      : padCellsStart(formatByteRateShort(value, unit), BYTE_RATE_SHORT_WIDTH);
    return telling(span(text, theme.text), what);
  };
  const summary = summarize(series, start);
  const culprit = told.name && summary ? culpritAt(history, summary.peakAt, tells) : undefined;
  return [
    span(labels[label], theme[shading]),
    rate(now, tells),
    ...(told.mean ? [span(' mean ', theme.dim), rate(summary?.mean, `mean(${tells})`)] : []),
    ...(told.peak ? [span(' peak ', theme.dim), rate(summary?.peak, `peak(${tells})`)] : []),
    ...(told.name ? [drawName(culprit ?? '', told.name, look)] : []),
  ];
}
