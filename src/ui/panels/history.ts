import type { History } from '../../sampling/history.ts';
import type { Sample } from '../../sampling/sample.ts';
import { formatDuration } from '../../units/format.ts';
import type { Series } from '../draw/graph.ts';
import { type Line, span } from '../draw/line.ts';
import { summarize } from '../draw/scale.ts';
import type { Look } from '../look.ts';

/** One value of each sample kept. A gap breaks the line: the sample behind it has no rates, and levels are left out, too. */
export function seriesOf(history: History, pick: (sample: Sample) => number | undefined): Series {
  return history.map((sample) => (sample.moment.gap === undefined ? pick(sample) : undefined));
}

/** "mean 12.3% peak 45.6% over 2 m". */
export function drawSummary(history: History, series: Series, format: (value: number) => string, look: Look): Line {
  const summary = summarize(series);
  const first = history[0];
  const last = history.at(-1);
  if (!summary || !first || !last) return [];
  const { dim, text } = look.theme;
  const length = (last.moment.time - first.moment.time) / 1000;
  return [
    span('mean ', dim),
    span(format(summary.mean), text),
    span(' peak ', dim),
    span(format(summary.peak), text),
    span(` over ${formatDuration(Math.round(length))}`, dim),
  ];
}
