import type { ValueOf } from '../../metrics/index.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { padCells, padCellsStart, printable, truncateCells } from '../../units/cells.ts';
import {
  BYTE_RATE_SHORT_WIDTH,
  BYTE_RATE_WIDTH,
  formatByteRate,
  formatByteRateShort,
  formatBytesShort,
  formatCount,
  formatPercent,
} from '../../units/format.ts';
import { compareTexts } from '../../units/order.ts';
import { fitLine, type Line, lineWidth, span, telling } from '../draw/line.ts';
import { drawMeter } from '../draw/meter.ts';
import { peakTop, roundBytes } from '../draw/scale.ts';
import { shadingOf } from '../draw/shading.ts';
import { colorOfShare } from '../draw/share-color.ts';
import type { Look } from '../look.ts';
import { damped } from './damped.ts';
import { drawFilesystems, tabulateFilesystems } from './filesystems.ts';
import { type Direction, drawFlow, shareRows } from './flow.ts';
import { drawFlowSummary, type Flow } from './flow-summary.ts';
import { drawPast } from './history.ts';
import { drawLack, drawShortLack } from './lack.ts';
import type { Panel, Scrolled, Size } from './panel.ts';
import { finderOf, type Probe, probeFor, seriesOf } from './series.ts';
import type { Trend } from './trend.ts';

type Filesystem = ValueOf<'filesystem'>[number];
type Device = ValueOf<'disk'>['devices'][number];

/** Reads and writes below this keep their lines low. */
const QUIET = 100 * 1024;

export const disksPanel: Panel = {
  name: 'disks',
  title: 'disks',
  accent: 'disks',
  metrics: ['filesystem', 'disk'],
  demand(frame) {
    const filesystems = known(frame.sample.filesystem)?.length ?? 1;
    const devices = known(frame.sample.disk)?.devices.length ?? 1;
    const enough = 3 + filesystems + devices;
    // Only what a device does has a graph that may grow.
    return { least: 5, enough, most: known(frame.sample.disk) ? enough + 8 : enough };
  },
  caption: (frame, look, _, room) => (known(frame.sample.disk) ? drawFlowSummary(frame, totalsOf(frame), room, look) : []),
  draw: drawDisks,
  wholeRows({ sample }, { width, height }, look) {
    const devices = known(sample.disk)?.devices.length ?? 0;
    const lack = drawLack(sample, 'disk', 'disk activity', width, look).length;
    const rows = (known(sample.filesystem)?.length ?? 1) + 1 + devices + lack;
    const graphed = rows + devices * LEAST_GRAPH;
    // The charts above show what a single device does.
    return devices > 1 && graphed <= height ? graphed : rows;
  },
  compact(frame, { width, height }, look) {
    const filesystems = known(frame.sample.filesystem);
    const lines = filesystems
      ? fullestFirst(filesystems).map((one) => drawFilesystem(one, width, look))
      : drawShortLack(frame.sample, 'filesystem', 'filesystems', width, look);
    const disk = known(frame.sample.disk);
    return [...lines, ...(disk?.devices ?? []).map((device) => drawDevice(device, frame, width, look))].slice(0, height);
  },
  trends: trendsOf,
};

function drawDisks(frame: Frame, size: Scrolled, look: Look): readonly Line[] {
  const { table, tableRows, lack, active } = divideDisks(frame, size, look);
  return [...(table ? drawFilesystems(table, look).slice(0, tableRows) : lack), ...active];
}

/** So many rows of a graph say more than small ones in a device's line. */
const LEAST_GRAPH = 2;

/** A device's line, and in so many rows a graph of what it reads and writes. */
function drawActivity(device: Device, frame: Frame, { width, height }: Size, look: Look): readonly Line[] {
  if (height <= 0) return [drawDevice(device, frame, width, look)];
  const graph = drawFlow(frame.history, flowOf(device, frame, 'read'), flowOf(device, frame, 'write'), { width, height }, look);
  return [drawDevice(device, frame, width, look, false), ...graph];
}

function flowOf({ name }: Device, { history }: Frame, direction: 'read' | 'write'): Direction {
  const probe = RATES[direction](name);
  const series = seriesOf(history, probe);
  const mark = direction === 'read' ? 'r' : 'w';
  const tells = `disk.devices.${direction}_rate`;
  const top = roundBytes(damped(history, probe, QUIET));
  return { shading: direction, mark, tells, item: name, series, top, format: formatByteRate };
}

const RATES = { read: probeRate('readRate'), write: probeRate('writeRate') };

function probeRate(rate: 'readRate' | 'writeRate') {
  return probeFor((name: string) => {
    const find = finderOf((one: Device) => one.name === name);
    return (sample) => find(known(sample.disk)?.devices)?.[rate];
  });
}

const TOTALS: Record<'read' | 'write', Probe> = {
  read: (sample) => known(sample.disk)?.readRate,
  write: (sample) => known(sample.disk)?.writeRate,
};

/** Activity keeps a third of the rows, if it needs them; the table, or why there is none, gets the rest. */
export function divideDisks(frame: Frame, { width, height, scroll }: Scrolled, look: Look) {
  const filesystems = known(frame.sample.filesystem);
  const disk = known(frame.sample.disk);
  const devices = disk?.devices ?? [];
  const lackOfTable = (rows?: number) => drawLack(frame.sample, 'filesystem', 'filesystems', width, look, rows);
  const lackOfActivity = (rows?: number) => drawLack(frame.sample, 'disk', 'disk activity', width, look, rows);
  const wanted = filesystems ? filesystems.length + 1 : lackOfTable().length;
  const active = disk ? devices.length : lackOfActivity().length;
  const activeRows = Math.min(active, Math.max(Math.floor(height / 3), height - wanted));
  const tableRows = Math.min(wanted, height - activeRows);
  const first = Math.min(scroll, Math.max(0, wanted - tableRows));
  const firstDevice = Math.min(scroll, Math.max(0, active - activeRows));
  const inSight = devices.slice(firstDevice, firstDevice + activeRows);
  const below = devices.length - firstDevice - inSight.length;
  // A device's numbers are worth more than how many others there are.
  const shown = below > 0 && inSight.length > 1 ? inSight.slice(0, -1) : inSight;
  const rest = below + inSight.length - shown.length;
  const counted: readonly Line[] = shown.length < inSight.length ? [[span(`and ${rest} more`, look.theme.dim)]] : [];
  const spare = height - tableRows - inSight.length;
  // Beside a single device there is no other to look like.
  const rows = shareRows(spare, shown.length, shown.length === 1 ? 1 : LEAST_GRAPH);
  const graphed = shown.flatMap((device, i) => drawActivity(device, frame, { width, height: rows[i] ?? 0 }, look));
  return {
    table: filesystems && tabulateFilesystems(fullestFirst(filesystems).slice(first), width, tableRows - 1),
    tableRows,
    lack: lackOfTable(tableRows),
    active: [...graphed, ...counted, ...lackOfActivity(activeRows)].slice(0, height - tableRows),
  };
}

/** Everything read and written. */
function totalsOf({ history, sample }: Frame): readonly Flow[] {
  return (['read', 'write'] as const).map((direction) => ({
    shading: direction,
    labels: [`${direction} `, direction === 'read' ? 'r ' : 'w '],
    tells: `disk.${direction}_rate`,
    series: seriesOf(history, TOTALS[direction]),
    now: TOTALS[direction](sample),
  }));
}

/** The same, for the charts. */
function trendsOf(frame: Frame): readonly Trend[] {
  return totalsOf(frame).map(({ shading, tells, series, now }) => ({
    label: shading === 'read' ? 'all read' : 'all written',
    ...{ tells, series, now, shading },
    top: roundBytes(peakTop(series, QUIET)),
    cells: BYTE_RATE_WIDTH,
    format: formatByteRate,
  }));
}

/** What is about to be full is what one looks for. */
function fullestFirst(filesystems: readonly Filesystem[]): readonly Filesystem[] {
  return [...filesystems].sort((a, b) => (b.usage ?? -1) - (a.usage ?? -1) || compareTexts(a.mount, b.mount));
}

/** Less wide, a filesystem's line has its use alone. */
const WITH_AVAILABLE = 36;

function drawFilesystem(one: Filesystem, width: number, look: Look): Line {
  const name = padCells(truncateCells(printable(one.mount), 12), 13);
  const tell = (text: string, field: string, color: string | undefined) =>
    telling(span(text, color), `filesystem.${field}`, one.mount);
  if (one.silent) return fitLine([span(name, look.theme.dim), tell(printable(one.silent), 'silent', look.theme.warn)], width);
  const available = width < WITH_AVAILABLE ? '' : padCellsStart(`${formatBytesShort(one.available)} free`, 11);
  const bar = drawMeter(one.usage, Math.max(4, width - 13 - 7 - available.length), look);
  return [
    span(name, look.theme.dim),
    ...bar,
    tell(padCellsStart(formatPercent(one.usage), 7), 'usage', look.theme.text),
    tell(available, 'available', look.theme.dim),
  ];
}

const OPERATIONS = 'disk.devices.read_operation_rate+disk.devices.write_operation_rate';

/** A device's line: name, what it reads and writes, how busy it is, and both directions as sparklines where there is room. */
function drawDevice(device: Device, frame: Frame, width: number, look: Look, sparks = true): Line {
  const { theme } = look;
  const name = span(padCells(truncateCells(printable(device.name), 9), 10), theme.title);
  const operations = sumKnown(device.readOperationRate, device.writeOperationRate);
  // Both directions are seen, at the cost of digits.
  const short = width < 10 + 2 * BYTE_RATE_WIDTH + 6;
  const gap = width < 10 + 2 * BYTE_RATE_SHORT_WIDTH + 6 ? ' ' : '  ';
  const rate = (value: number | undefined) =>
    short
      ? padCellsStart(formatByteRateShort(value), BYTE_RATE_SHORT_WIDTH + 1)
      : padCellsStart(formatByteRate(value), BYTE_RATE_WIDTH + 1);
  const tell = (text: string, tells: string, color: string | undefined = theme.text) =>
    telling(span(text, color), tells, device.name);
  const facts: Line = [
    span('r', theme.read),
    tell(rate(device.readRate), 'disk.devices.read_rate'),
    span(`${gap}w`, theme.write),
    tell(rate(device.writeRate), 'disk.devices.write_rate'),
    ...(width >= 52
      ? [
          tell(padCellsStart(formatPercent(device.busy), 7), 'disk.devices.busy', colorOfShare(device.busy, look)),
          span(' busy', theme.dim),
        ]
      : []),
    ...(width >= 64 ? [tell(padCellsStart(formatCount(operations), 6), OPERATIONS), span(' op/s', theme.dim)] : []),
  ];
  const used = 10 + lineWidth(facts);
  const room = Math.floor((width - used - 2) / 2);
  if (!sparks || room < 4) return fitLine([name, ...facts], width);
  const spark = (direction: 'read' | 'write') => {
    const { series, top } = flowOf(device, frame, direction);
    const options = { width: room, height: 1, max: top, color: shadingOf(direction, look) };
    return drawPast(frame.history, series, options, look)[0] ?? [];
  };
  return [name, ...facts, span(' '.repeat(width - used - 2 * room - 1)), ...spark('read'), span(' '), ...spark('write')];
}

function sumKnown(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : a + (b ?? 0);
}
