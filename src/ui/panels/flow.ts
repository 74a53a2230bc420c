import type { History } from '../../sampling/history.ts';
import { padCellsStart } from '../../units/cells.ts';
import { BYTE_RATE_WIDTH } from '../../units/format.ts';
import { crossedRow, type Series } from '../draw/graph.ts';
import { beside, type Line, type Span, span, telling } from '../draw/line.ts';
import { drawMirrored, type Half } from '../draw/mirror.ts';
import { type Shading, shadingOf } from '../draw/shading.ts';
import type { Look } from '../look.ts';
import { drawPast, shownOf } from './history.ts';
import type { Size } from './panel.ts';

/** One direction of what flows in and out. */
export interface Direction {
  readonly shading: Shading & ('receive' | 'send' | 'read' | 'write');
  /** Marks it, a cell wide. */
  readonly mark: string;
  /** What it is, and of which device, as a span tells it. */
  readonly tells: string;
  readonly item: string;
  readonly series: Series;
  /** The value at its edge. */
  readonly top: number;
  format(rate: number): string;
}

/** "10.0 MiB/s " */
const SCALE = BYTE_RATE_WIDTH + 1;
/** "↓ " */
const MARK = 2;
/** With less room for the graph the scale is left out. */
const LEAST_GRAPH = 14;

/** Both directions in one graph, one up and one down, with their marks at the left, and their scales where there is room; in a single row beside each other. */
export function drawFlow(history: History, up: Direction, down: Direction, { width, height }: Size, look: Look): readonly Line[] {
  if (height === 1) return [drawRow(history, up, down, width, look)];
  const scaled = width >= MARK + SCALE + LEAST_GRAPH;
  const gutter = MARK + (scaled ? SCALE : 0);
  const room = Math.max(1, width - gutter);
  const rows = Math.ceil(height / 2);
  const half = ({ series, top, shading, tells, item }: Direction, count: number): Half => ({
    values: shownOf(history, series, room, look),
    max: top,
    threshold: look.limitOf(tells, item),
    rows: count,
    color: shadingOf(shading, look),
  });
  const [upper, lower] = [half(up, rows), half(down, height - rows)];
  const blank = [span(' '.repeat(gutter))];
  const scale = (direction: Direction, { rows, max, threshold }: Half): readonly Line[] => {
    const crossed = scaled ? crossedRow({ height: rows, max, threshold }, look) : undefined;
    return Array.from({ length: rows }, (_, row): Line => {
      if (row === 0) return drawScale(direction, scaled, look);
      return row === crossed && threshold !== undefined ? drawLimit(direction, threshold, look) : blank;
    });
  };
  const scales = [...scale(up, upper), ...scale(down, lower).toReversed()];
  return beside([scales, drawMirrored(upper, lower, room, look)], height);
}

function drawRow(history: History, up: Direction, down: Direction, width: number, look: Look): Line {
  const half = Math.floor((width - MARK) / 2);
  const drawOne = ({ mark, shading, series, top }: Direction, width: number): Line => {
    const options = { width: Math.max(1, width - MARK), height: 1, max: top, color: shadingOf(shading, look) };
    return [span(`${mark} `, look.theme[shading]), ...(drawPast(history, series, options, look)[0] ?? [])];
  };
  return [...drawOne(up, half), span(' '.repeat(MARK)), ...drawOne(down, width - MARK - half)];
}

function drawScale({ mark, shading, tells, item, top, format }: Direction, scaled: boolean, look: Look): Line {
  const scale = telling(drawRate(format(top), look), `scale(${tells})`, item);
  return [span(`${mark} `, look.theme[shading]), ...(scaled ? [scale] : [])];
}

/** Round numbers need no more digits. */
function drawRate(rate: string, { theme }: Look): Span {
  return span(`${padCellsStart(rate.replace(/\.0+ /, ' '), BYTE_RATE_WIDTH)} `, theme.dim);
}

function drawLimit({ tells, item, format }: Direction, limit: number, look: Look): Line {
  return [span(' '.repeat(MARK)), telling(drawRate(format(limit), look), `threshold(${tells})`, item)];
}

/** Rows for each of so many graphs: as many graphs as get enough, the first ones first; what can't be shared evenly goes to the first. */
export function shareRows(spare: number, count: number, least: number): readonly number[] {
  const graphs = Math.min(count, Math.floor(spare / least));
  const each = Math.floor(spare / Math.max(1, graphs));
  return Array.from({ length: count }, (_, i) => (i >= graphs ? 0 : each + (i < spare - each * graphs ? 1 : 0)));
}
