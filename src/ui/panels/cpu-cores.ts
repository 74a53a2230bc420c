import { type CpuShares, splitCpu } from '../../metrics/cpu/split.ts';
import type { ValueOf } from '../../metrics/index.ts';
import { padCells, padCellsStart } from '../../units/cells.ts';
import { formatPercent } from '../../units/format.ts';
import { drawGraph, type Series } from '../draw/graph.ts';
import { type Line, span } from '../draw/line.ts';
import { drawStack, type Segment } from '../draw/meter.ts';
import type { Look } from '../look.ts';
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
/** Widths below which a core's cell loses its percentage, then its bar. */
const WITH_NUMBER = 15;
const WITH_BAR = 8;

/** How wide a view of this many cores in this many rows wants to be. */
export function coresWidth(cores: number, rows: number): number {
  const columns = Math.ceil(cores / Math.max(1, rows));
  return columns <= 6 ? columns * (columns <= 2 ? 34 : 24) : Number.POSITIVE_INFINITY;
}

/** A core with fewer rows than this gets no graph of its own. */
const WITH_GRAPH = 3;

/**
 * Every core, in the densest form that the room demands: bar, number and history; bar and number; bar; or one cell.
 * @param historyOf the usage of a core at each sample kept.
 */
export function drawCores(
  cores: readonly Core[],
  { width, height }: Size,
  look: Look,
  historyOf?: (core: number) => Series,
): readonly Line[] {
  if (height <= 0 || cores.length === 0) return [];
  const each = Math.floor(height / cores.length);
  if (historyOf && each >= WITH_GRAPH) {
    const digits = String(cores.at(-1)?.id ?? 0).length;
    const graph = { width, height: each - 1, max: 1, color: (at: number) => look.ramp(at) };
    return cores.flatMap((core) => [drawCore(core, digits, width, look), ...drawGraph(historyOf(core.id), graph, look)]);
  }
  const columns = Math.ceil(cores.length / height);
  const cell = Math.floor((width - GAP * (columns - 1)) / columns);
  if (cell < WITH_BAR) return drawHeatMap(cores, { width, height }, look);
  const rows = Math.ceil(cores.length / columns);
  const digits = String(cores.at(-1)?.id ?? 0).length;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => cores[column * rows + row]).flatMap((core, column) => {
      const gap = column > 0 ? [span(' '.repeat(GAP))] : [];
      return core ? [...gap, ...drawCore(core, digits, cell, look)] : [];
    }),
  );
}

function drawCore(core: Core, digits: number, width: number, look: Look): Line {
  const id = span(`${padCellsStart(String(core.id), digits)} `, look.theme.dim);
  const room = width - digits - 1;
  if (!core.online) return [id, span(padCells(room < 7 ? 'off' : 'offline', room), look.theme.dim)];
  if (width < WITH_NUMBER) return [id, ...drawCpuBar(core, room, look)];
  const number = padCellsStart(formatPercent(core.usage), 6);
  return [id, ...drawCpuBar(core, room - 7, look), span(` ${number}`, look.ramp(core.usage ?? 0))];
}

/**
 * One cell a core, its height and colour by use; rows begin with the number of their first core. Where there are fewer cells
 * than cores, a cell shows the busiest of its neighbours: none is left out.
 */
function drawHeatMap(cores: readonly Core[], { width, height }: Size, look: Look): readonly Line[] {
  const digits = String(cores.at(-1)?.id ?? 0).length;
  const room = width - digits - 1;
  // Whole groups of eight are easier to count.
  const perRow = room >= 8 ? room - (room % 8) : Math.max(1, room);
  const perCell = Math.ceil(cores.length / (perRow * height));
  const cells = perCell === 1 ? cores : chunk(cores, perCell).map(busiest);
  const fair = Math.ceil(cells.length / height / 8) * 8;
  const length = Math.min(perRow, Math.max(8, fair));
  return chunk(cells, length).map((row, i) => [
    span(`${padCellsStart(String(cores[i * length * perCell]?.id ?? ''), digits)} `, look.theme.dim),
    ...row.map((core) => heatCell(core, look)),
  ]);
}

function chunk<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
}

function busiest(cores: readonly Core[]): Core {
  return cores.reduce((a, b) => ((b.usage ?? -1) > (a.usage ?? -1) ? b : a));
}

function heatCell(core: Core, look: Look) {
  if (!core.online) return span('-', look.theme.dim);
  if (core.usage === undefined) return span('?', look.theme.dim);
  const { levels } = look.glyphs;
  return span(levels[Math.min(levels.length - 1, Math.floor(core.usage * levels.length))] ?? ' ', look.ramp(core.usage));
}
