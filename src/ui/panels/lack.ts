import type { MetricName } from '../../metrics/index.ts';
import { lackOf } from '../../metrics/outcome.ts';
import type { Sample } from '../../sampling/sample.ts';
import { printable, truncateCells } from '../../units/cells.ts';
import { fitLine, type Line, span, telling } from '../draw/line.ts';
import { wrapCells } from '../draw/wrap.ts';
import type { Look } from '../look.ts';

/** Why there is nothing to see, wrapped to the width: a panel never just stays empty. What `rows` have no room for ends in an ellipsis. */
export function drawLack(
  sample: Sample,
  metric: MetricName,
  title: string,
  width: number,
  look: Look,
  rows = Number.POSITIVE_INFINITY,
): readonly Line[] {
  const outcome = sample[metric];
  const lack = lackOf(outcome);
  if (lack === undefined) return [];
  const color = outcome.state === 'failed' ? look.theme.critical : look.theme.dim;
  const lines = wrapCells(printable(`${title}: ${lack}`), width);
  const last = Math.max(0, rows - 1);
  const shown = lines.length > rows ? [...lines.slice(0, last), truncateCells(lines.slice(last).join(' '), width)] : lines;
  return shown.slice(0, rows).map((line) => [telling(span(line, color), metric)]);
}

/** The same, cut to one line: for small terminals. */
export function drawShortLack(sample: Sample, metric: MetricName, title: string, width: number, look: Look): readonly Line[] {
  return drawLack(sample, metric, title, Number.POSITIVE_INFINITY, look).map((line) => fitLine(line, width));
}
