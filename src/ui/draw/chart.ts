import asciichart from 'asciichart';
import { padCells } from '../../units/cells.ts';
import type { Series } from './graph.ts';

export interface ChartOptions {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  format(value: number): string;
}

/**
 * A line chart with an axis, by asciichart, which throws on holes and on nothing: each run of known values is plotted on its
 * own, on the same axis, and holes stay blank. Where there are more values than columns, a column shows the largest of its own.
 */
export function drawChart(series: Series, { width, height, top, format }: ChartOptions): readonly string[] {
  const labels = Math.max(...[1, 0.75, 0.5, 0.25, 0].map((share) => format(top * share).length), 6);
  // Label, a space, the axis; asciichart joins n values by n − 1 strokes.
  const offset = labels + 2;
  const rows = Math.max(1, height - 1);
  // Whole parts of the scale are labelled, each in the row next to it: what other rows stand for is no number to read.
  const parts = rows >= 8 ? 4 : rows >= 5 || rows === 2 || rows === 4 ? 2 : 1;
  const placed = new Map(Array.from({ length: parts + 1 }, (_, part) => [Math.round((part / parts) * rows), 1 - part / parts]));
  const labelAt = (row: number) => {
    const share = placed.get(row);
    return share === undefined ? '' : format(top * share);
  };
  const columns = condense(series, Math.max(1, width - offset + 1));
  const plot = (values: readonly number[]) =>
    asciichart
      .plot([...values], {
        min: 0,
        max: top,
        height: rows,
        // To asciichart a label is as wide as one column, the axis is the other.
        offset: 2,
        format: (_: number, row: number) => `${labelAt(row).padStart(labels)} `,
      })
      .split('\n');
  const runs = splitRuns(columns);
  if (runs.length === 0) return plot([0]).map((line) => line.slice(0, offset).replace('┼', '┤'));
  const lines = runs.reduce<string[]>((drawn, { start, values }, i) => {
    // A run of one has no line to draw; twice the value makes it a dash.
    const part = plot(values.length === 1 ? [...values, ...values] : values);
    return part.map((line, row) => {
      const body = i === 0 ? line : padCells(drawn[row] ?? '', offset + start) + line.slice(offset);
      return i === 0 && start > 0 ? line.slice(0, offset) + ' '.repeat(start) + line.slice(offset) : body;
    });
  }, []);
  return lines.map((line) => line.slice(0, width));
}

interface Run {
  readonly start: number;
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

/** At most `width` values, each the largest of the ones it stands for: a spike must not be averaged away. */
function condense(series: Series, width: number): Series {
  if (series.length <= width) return series;
  const step = series.length / width;
  return Array.from({ length: width }, (_, i) => {
    const slice = series.slice(Math.floor(i * step), Math.floor((i + 1) * step)).filter((value) => value !== undefined);
    return slice.length > 0 ? Math.max(...slice) : undefined;
  });
}
