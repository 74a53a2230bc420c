import { lackOf } from '../../metrics/outcome.ts';
import type { Process } from '../../processes/process.ts';
import type { Course, Track } from '../../processes/track.ts';
import { padCellsStart } from '../../units/cells.ts';
import { BYTE_RATE_WIDTH, BYTES_WIDTH, formatByteRate, formatBytes, formatPercent, PERCENT_WIDTH } from '../../units/format.ts';
import { drawGraph, type Series } from '../draw/graph.ts';
import { beside, fitLine, joinWhatFits, type Line, span, strong, telling } from '../draw/line.ts';
import type { Look } from '../look.ts';
import type { Size } from '../panels/panel.ts';
import type { Inspection } from './inspection.ts';

interface Graph {
  readonly label: string;
  readonly course: Course | undefined;
  /** What it shows, by its name in the catalogue, and of which process. */
  readonly tells: string;
  readonly item: string;
  readonly color: string | undefined;
  /** The value at the upper edge is the peak, but never less than this. */
  readonly floor: number;
  /** Why it is not known; undefined: not yet. */
  readonly lack?: string | undefined;
  /** Cells that values need at most. */
  readonly cells: number;
  format(value: number | undefined): string;
}

/** A graph narrower than this says little. */
const LEAST_WIDTH = 34;
const GAP = 2;

/** What the process used since it was first seen, in as many columns as fit: each with its caption above, `height` lines at most. */
export function drawGraphs({ process, track, facts, ended }: Inspection, { width, height }: Size, look: Look): readonly Line[] {
  const graphs = graphsOf(process, track, facts?.state === 'ok' ? lackOf(facts.value.totals) : undefined, look);
  const columns = Math.max(1, Math.min(graphs.length, Math.floor((width + GAP) / (LEAST_WIDTH + GAP))));
  const even = columns === 3 ? 2 : columns;
  const rows = Math.ceil(graphs.length / even);
  const most = Math.max(2, Math.floor(height / rows));
  // Those in the midst begin where the facts below part, too.
  const starts = Array.from({ length: even + 1 }, (_, i) => Math.floor((i * (width + GAP)) / even));
  return Array.from({ length: rows }, (_, row) => {
    const shown = graphs.slice(row * even, (row + 1) * even);
    // Why nothing is known takes a line, and what stands below is wanted.
    const height = shown.every(({ lack }) => lack !== undefined) ? 2 : most;
    const blocks = shown.map((graph, i) => {
      const size = { width: (starts[i + 1] ?? 0) - (starts[i] ?? 0) - GAP, height };
      return drawOne(graph, ended === undefined, size, look);
    });
    return beside(blocks, height, ' '.repeat(GAP));
  }).flat();
}

function graphsOf({ id: item }: Process, track: Track | undefined, lack: string | undefined, { theme }: Look): readonly Graph[] {
  const io = { item, format: (value: number | undefined) => formatByteRate(value), floor: 1024, lack, cells: BYTE_RATE_WIDTH };
  return [
    {
      label: 'CPU',
      course: track?.cpu,
      tells: 'process.all.usage',
      item,
      color: theme.cpu,
      floor: 0.1,
      cells: PERCENT_WIDTH + 1,
      format: formatPercent,
    },
    {
      label: 'memory',
      course: track?.memory,
      tells: 'process.all.resident',
      item,
      color: theme.used,
      floor: 1,
      cells: BYTES_WIDTH,
      format: formatBytes,
    },
    { label: 'read', course: track?.read, tells: 'process.all.read_rate', color: theme.read, ...io },
    { label: 'written', course: track?.write, tells: 'process.all.write_rate', color: theme.write, ...io },
  ];
}

function drawOne(graph: Graph, lives: boolean, { width, height }: Size, look: Look): readonly Line[] {
  const { course, color, floor, tells, item, lack = 'not known yet' } = graph;
  const values = stretch(course?.points ?? [], width * look.glyphs.graph.perCell);
  const max = Math.max(floor, course?.peak ?? 0);
  const threshold = look.limitOf(tells, item);
  const lines = drawGraph(values, { width, height: height - 1, max, threshold, color: () => color }, look);
  const empty = course?.mean === undefined ? [[telling(span(lack, look.theme.dim), tells, item)]] : [];
  return [drawCaption(graph, lives, width, look), ...empty, ...lines].slice(0, height).map((line) => fitLine(line, width));
}

/** Now, peak and mean, where there is room; each in a place of its own. */
function drawCaption(graph: Graph, lives: boolean, width: number, look: Look): Line {
  const { label, course, tells, item, color, cells, format } = graph;
  const { dim, text, title } = look.theme;
  const value = (amount: number | undefined, what: string, colored = text) =>
    telling(span(padCellsStart(format(amount), cells), colored), what, item);
  return joinWhatFits(
    [
      [strong(`${label} `, title), value(lives ? course?.now : undefined, tells, color)],
      [span('peak ', dim), value(course?.peak, `peak(${tells})`)],
      [span('mean ', dim), value(course?.mean, `mean(${tells})`)],
    ],
    width,
  );
}

/** As many values as there is room for: the graph spans the whole time, however long or short that is. */
function stretch(points: Series, length: number): Series {
  return points.length === 0 ? [] : Array.from({ length }, (_, i) => points[Math.floor((i * points.length) / length)]);
}
