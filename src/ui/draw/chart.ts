import asciichart from 'asciichart';
import { padCells } from '../../units/cells.ts';
import type { Series } from './graph.ts';

export interface ChartOptions {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  format(value: number): string;
}

/** Spaces between two labels of an axis: as many as its rows allow, so that a label stands at a round value. */
const DIVISIONS = [5, 4, 3, 2, 1];

/** Of so many rows, those that a chart's axis parts evenly into five. */
export function evenRows(height: number): number {
  return height < 6 ? height : 5 * Math.floor((height - 1) / 5) + 1;
}

/**
 * A line chart with an axis, by asciichart, which throws on holes and on nothing: each run of known values is plotted on its
 * own, on the same axis, and holes stay blank. The newest value is at the right edge. Where there are more values than columns,
 * a column shows the largest of its own.
 */
export function drawChart(series: Series, { width, height, top, format }: ChartOptions): readonly string[] {
  const rows = Math.max(1, height - 1);
  const every = rows / (DIVISIONS.find((count) => rows % count === 0) ?? 1);
  const labelOf = (value: number, row: number) => (row % every === 0 ? formatBriefly(format(Math.max(0, value))) : '');
  const labels = Math.max(6, ...Array.from({ length: rows + 1 }, (_, row) => labelOf(top - (top * row) / rows, row).length));
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
        format: (value: number, row: number) => `${labelOf(value, row).padStart(labels)} `,
      })
      .split('\n')
      // Only where there is a label there is a tick.
      .map((line, row) => (row % every === 0 ? line : line.replace('┤', '│')));
  const runs = splitRuns(columns);
  const last = runs.at(-1);
  // The stroke of a single value at the right edge has to come before it.
  if (last && last.values.length === 1 && last.start === columns.length - 1) last.start = Math.max(0, last.start - 1);
  if (runs.length === 0) return plot([0]).map((line, row) => line.slice(0, offset).replace('┼', row % every === 0 ? '┤' : '│'));
  const lines = runs.reduce<string[]>((drawn, { start, values }, i) => {
    // A run of one has no line to draw; twice the value makes it a dash.
    const part = plot(values.length === 1 ? [...values, ...values] : values);
    return part.map((line, row) => {
      const body = i === 0 ? line : padCells(drawn[row] ?? '', offset + start) + line.slice(offset);
      if (i > 0 || start === 0) return body;
      // The line doesn't begin at the axis.
      return line.slice(0, offset).replace('┼', row % every === 0 ? '┤' : '│') + ' '.repeat(start) + line.slice(offset);
    });
  }, []);
  return lines.map((line) => line.slice(0, width));
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
