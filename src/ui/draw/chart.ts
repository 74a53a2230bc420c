import asciichart from 'asciichart';
import { padCells } from '../../units/cells.ts';
import type { Series } from './graph.ts';

export interface ChartOptions {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  /** A value that a label may be written for afterwards. */
  readonly marked?: number | undefined;
  format(value: number): string;
}

/** From so many rows on, labels at a fifth each look even wherever they have to stand. */
const ROOMY = 10;

/**
 * A line chart with an axis, by asciichart, which throws on holes and on nothing: each run of known values is plotted on its
 * own, on the same axis, and holes stay blank. The newest value is at the right edge. Where there are more values than columns,
 * a column shows the largest of its own.
 */
export function drawChart(series: Series, { width, height, top, marked, format }: ChartOptions): readonly string[] {
  const rows = Math.max(1, height - 1);
  const ticks = ticksOf(rows, (share) => formatBriefly(format(top * share)));
  const further = marked === undefined ? [] : [formatBriefly(format(marked))];
  const labels = Math.max(6, ...[...ticks.values(), ...further].map((label) => label.length));
  // Label, a space, the axis; asciichart joins n values by n − 1 strokes.
  const offset = labels + 2;
  const columns = fillColumns(series, Math.max(1, width - offset + 1));
  const plot = (values: readonly number[]) =>
    asciichart
      .plot([...values], {
        min: 0,
        max: top,
        height: rows,
        // To asciichart a label is as wide as one column, the axis is the other.
        offset: 2,
        format: (_: number, row: number) => `${(ticks.get(row) ?? '').padStart(labels)} `,
      })
      .split('\n')
      // Only where there is a label there is a tick.
      .map((line, row) => (ticks.has(row) ? line : line.replace('┤', '│')));
  const runs = splitRuns(columns);
  const last = runs.at(-1);
  // The stroke of a single value at the right edge has to come before it.
  if (last && last.values.length === 1 && last.start === columns.length - 1) last.start = Math.max(0, last.start - 1);
  const emptied = (line: string, row: number) => line.slice(0, offset).replace('┼', ticks.has(row) ? '┤' : '│');
  if (runs.length === 0) return plot([0]).map(emptied);
  const lines = runs.reduce<string[]>((drawn, { start, values }, i) => {
    // A run of one has no line to draw; twice the value makes it a dash.
    const part = plot(values.length === 1 ? [...values, ...values] : values);
    return part.map((line, row) => {
      const body = i === 0 ? line : padCells(drawn[row] ?? '', offset + start) + line.slice(offset);
      if (i > 0 || start === 0) return body;
      // The line doesn't begin at the axis.
      return emptied(line, row) + ' '.repeat(start) + line.slice(offset);
    });
  }, []);
  return lines.map((line) => line.slice(0, width));
}

/** Labels of round values by the rows nearest to these; those at the ends are exact. */
function ticksOf(rows: number, labelOf: (share: number) => string): ReadonlyMap<number, string> {
  // A half is near enough to a row's value.
  const even = DIVISIONS.filter((count) => rows >= ROOMY || rows % count === 0 || (count === 2 && rows > 4));
  const labels = (rows > 4 ? even : [...even, 1]).map((count) =>
    Array.from({ length: count + 1 }, (_, i) => labelOf(1 - i / count)),
  );
  const [first = [], ...others] = labels;
  const roundest = others.reduce((best, one) => (roughnessOf(one) < roughnessOf(best) ? one : best), first);
  return new Map(roundest.map((label, i) => [Math.round((rows * i) / (roundest.length - 1)), label]));
}

/** Into how many parts an axis is divided: the first where others aren't rounder, as a half of 2 MiB/s is than fifths, one of which is 819 KiB/s. */
const DIVISIONS = [5, 4, 2, 3];

/** Digits of the least round label, zeros at its end aside; and as less than two between the ends tell little, more for that. */
function roughnessOf(labels: readonly string[]): number {
  const digits = labels.map((label) => label.replace(/[^\d]/g, '').replace(/0+$/, '').length);
  return Math.max(...digits) + Math.max(0, 4 - labels.length);
}

/** "20%" for "20.0%", "5 MiB/s" for "5.00 MiB/s". */
export function formatBriefly(label: string): string {
  return label.replace(/\.0+(?!\d)/, '');
}

interface Run {
  start: number;
  readonly values: readonly number[];
}

function splitRuns(columns: Series): readonly Run[] {
  const runs: { start: number; values: number[] }[] = [];
  columns.forEach((value, i) => {
    if (value === undefined) return;
    const last = runs.at(-1);
    if (last && last.start + last.values.length === i) last.values.push(value);
    else runs.push({ start: i, values: [value] });
  });
  return runs;
}

/** As many values as there are columns, each the largest of the ones it stands for: a spike must not be averaged away. */
function fillColumns(series: Series, width: number): Series {
  if (series.length <= width) return [...new Array<undefined>(width - series.length).fill(undefined), ...series];
  const step = series.length / width;
  return Array.from({ length: width }, (_, i) => {
    const slice = series.slice(Math.floor(i * step), Math.floor((i + 1) * step)).filter((value) => value !== undefined);
    return slice.length > 0 ? Math.max(...slice) : undefined;
  });
}
