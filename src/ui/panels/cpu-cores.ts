import { type CpuShares, splitCpu } from '../../metrics/cpu/split.ts';
import type { ValueOf } from '../../metrics/index.ts';
import type { History } from '../../sampling/history.ts';
import { padCells, padCellsStart } from '../../units/cells.ts';
import { formatPercent } from '../../units/format.ts';
import type { Series } from '../draw/graph.ts';
import { beside, type Line, span, telling } from '../draw/line.ts';
import { drawStack, type Segment } from '../draw/meter.ts';
import { shadingOf } from '../draw/shading.ts';
import { colorOfShare } from '../draw/share-color.ts';
import type { Look } from '../look.ts';
import { drawPast } from './history.ts';
import type { Size } from './panel.ts';

type Cpu = ValueOf<'cpu'>;
type Core = Cpu['cores'][number];

/** The bar of a core or of the whole: user, system, waiting for disks, stolen; the same order everywhere. */
export function drawCpuBar(shares: CpuShares, width: number, look: Look): Line {
  const { theme, glyphs } = look;
  const { user = 0, system = 0, steal = 0, iowait = 0 } = splitCpu(shares);
  const segments: readonly Segment[] = [
    { share: user, color: theme.user, glyph: glyphs.user },
    { share: system, color: theme.system, glyph: glyphs.system },
    { share: steal, color: theme.steal, glyph: glyphs.steal },
    { share: iowait, color: theme.iowait, glyph: glyphs.iowait },
  ];
  return drawStack(segments, width, look);
}

const GAP = 2;
/** Widths below which a core's cell loses its graph, then its percentage, then its bar. */
const WITH_GRAPH = 18;
const WITH_NUMBER = 15;
const WITH_BAR = 8;
/** A core with fewer rows than this gets no graph. */
const GRAPH_ROWS = 3;
/** Wider than this a bar says no more. */
const WIDEST = 34;
/** Beside the graph of all, cells that the graph could have say less than there. */
const WIDEST_BESIDE = 24;
/** With more rows than this a core's graph says no more. */
const SPREAD_ROWS = 6;

/** How wide the view of these cores is, of the width that there is at most. */
export function coresWidth(cores: readonly Core[], { width, height }: Size): number {
  const plan = planCores(cores.length, { width, height }, true);
  return plan ? plan.columns * (plan.cell + GAP) - GAP : heatMapOf(cores, { width, height }).width;
}

/** How many of the rows cores need that have all of the width: for a graph each, if need be a low one; else for a number, or a bar at least. */
export function rowsOfCores(count: number, { width, height }: Size, graphs: boolean): number {
  const rows = Math.ceil(count / mostColumns(width));
  const most = Math.min(SPREAD_ROWS, Math.floor(height / rows));
  if (graphs && most >= GRAPH_ROWS) return rows * most;
  const columns = Math.ceil(count / height);
  const narrowest = Math.floor((width + GAP) / columns) - GAP;
  return Math.ceil(count / (narrowest >= WITH_NUMBER ? columns : Math.max(1, Math.floor((width + GAP) / (WITH_BAR + GAP)))));
}

/** What cores did. */
export interface CoresPast {
  readonly history: History;
  /** They have all of the width to themselves. */
  readonly spread?: boolean;
  /** The usage of a core at each sample. */
  historyOf(core: number): Series;
}

/** Every core, in the densest form that the room demands: bar, number and history; bar and number; bar; or one cell. */
export function drawCores(cores: readonly Core[], { width, height }: Size, look: Look, past?: CoresPast): readonly Line[] {
  if (height <= 0 || cores.length === 0) return [];
  const plan = planCores(cores.length, { width, height }, past !== undefined, past?.spread);
  if (!plan) return drawHeatMap(cores, { width, height }, look);
  const { columns, cell, rows } = plan;
  const inColumn = Math.ceil(cores.length / columns);
  const digits = digitsOf(cores);
  const blank = [span(' '.repeat(cell))];
  // The graph stands below the bar, not below the number before it.
  const indent = span(' '.repeat(digits + 1));
  const drawOne = (core: Core | undefined, rows: number): readonly Line[] => {
    if (!core) return Array.from({ length: rows }, () => blank);
    const bar = drawCore(core, digits, cell, look);
    if (rows === 1 || !past) return [bar];
    const threshold = look.limitOf('cpu.cores.usage', String(core.id));
    const graph = { width: cell - digits - 1, height: rows - 1, max: 1, threshold, color: shadingOf('cpu', look) };
    return [bar, ...drawPast(past.history, past.historyOf(core.id), graph, look).map((line) => [indent, ...line])];
  };
  // What can't be shared evenly goes to the first ones.
  const spare = rows === 1 ? 0 : height - rows * inColumn;
  return Array.from({ length: inColumn }, (_, at) => {
    const own = rows + (at < spare ? 1 : 0);
    const blocks = Array.from({ length: columns }, (_, column) => drawOne(cores[column * inColumn + at], own));
    return beside(blocks, own, ' '.repeat(GAP));
  }).flat();
}

interface Plan {
  readonly columns: number;
  /** The width of a core, and its rows. */
  readonly cell: number;
  readonly rows: number;
}

/** As few columns as leave each core a graph; where there is no room for that, as few as hold a line each; undefined: a heat map. */
function planCores(count: number, { width, height }: Size, graphs: boolean, spread = false): Plan | undefined {
  const widest = spread ? width : graphs ? WIDEST_BESIDE : WIDEST;
  const cellOf = (columns: number) => Math.min(widest, Math.floor((width + GAP) / columns) - GAP);
  const perColumn = Math.floor(height / GRAPH_ROWS);
  if (graphs && perColumn > 0) {
    const columns = Math.max(Math.ceil(count / perColumn), spread ? Math.min(count, mostColumns(width)) : 1);
    const rows = Math.floor(height / Math.ceil(count / columns));
    if (cellOf(columns) >= WITH_GRAPH) return { columns, cell: cellOf(columns), rows };
  }
  const columns = Math.ceil(count / height);
  return cellOf(columns) >= WITH_BAR ? { columns, cell: cellOf(columns), rows: 1 } : undefined;
}

/** How many columns have room for the widest cells. */
function mostColumns(width: number): number {
  return Math.max(1, Math.floor((width + GAP) / (WIDEST + GAP)));
}

function digitsOf(cores: readonly Core[]): number {
  return String(cores.at(-1)?.id ?? 0).length;
}

function drawCore(core: Core, digits: number, width: number, look: Look): Line {
  const item = String(core.id);
  const id = span(`${padCellsStart(item, digits)} `, look.theme.dim);
  const room = width - digits - 1;
  if (!core.online)
    return [id, telling(span(padCells(room < 7 ? 'off' : 'offline', room), look.theme.dim), 'cpu.cores.online', item)];
  if (width < WITH_NUMBER) return [telling(id, 'cpu.cores.usage', item), ...drawCpuBar(core, room, look)];
  const number = span(` ${padCellsStart(formatPercent(core.usage), 6)}`, colorOfShare(core.usage, look));
  return [id, ...drawCpuBar(core, room - 7, look), telling(number, 'cpu.cores.usage', item)];
}

/**
 * One cell a core, its height and colour by use; rows begin with the number of their first core. Where there are fewer cells
 * than cores, a cell shows the busiest of its neighbours: none is left out.
 */
function drawHeatMap(cores: readonly Core[], size: Size, look: Look): readonly Line[] {
  const { digits, perCell, perRow } = heatMapOf(cores, size);
  const cells = perCell === 1 ? cores : chunk(cores, perCell).map(busiest);
  return chunk(cells, perRow).map((row, i) => [
    span(`${padCellsStart(String(cores[i * perRow * perCell]?.id ?? ''), digits)} `, look.theme.dim),
    ...row.map((core) => heatCell(core, look)),
  ]);
}

function heatMapOf(cores: readonly Core[], { width, height }: Size) {
  const digits = digitsOf(cores);
  const room = width - digits - 1;
  // Whole groups of eight are easier to count.
  const most = room >= 8 ? room - (room % 8) : Math.max(1, room);
  const perCell = Math.ceil(cores.length / (most * height));
  const fair = Math.ceil(Math.ceil(cores.length / perCell) / height / 8) * 8;
  const perRow = Math.min(most, Math.max(8, fair));
  return { digits, perCell, perRow, width: digits + 1 + perRow };
}

function chunk<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

function busiest(cores: readonly Core[]): Core {
  return cores.reduce((a, b) => ((b.usage ?? -1) > (a.usage ?? -1) ? b : a));
}

function heatCell(core: Core, look: Look) {
  const item = String(core.id);
  if (!core.online) return telling(span('-', look.theme.dim), 'cpu.cores.online', item);
  if (core.usage === undefined) return telling(span('?', look.theme.dim), 'cpu.cores.usage', item);
  const { levels } = look.glyphs;
  const level = levels[Math.min(levels.length - 1, Math.floor(core.usage * levels.length))] ?? ' ';
  return telling(span(level, look.ramp(core.usage)), 'cpu.cores.usage', item);
}
