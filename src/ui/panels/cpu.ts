import { splitCpu } from '../../metrics/cpu/split.ts';
import type { ValueOf } from '../../metrics/index.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { padCells, padCellsStart, printable } from '../../units/cells.ts';
import { formatCount, formatHertz, formatLoad, formatPercent, formatTemperature, PERCENT_WIDTH } from '../../units/format.ts';
import { beside, joinWhatFits, type Line, span, strong, telling } from '../draw/line.ts';
import type { Look } from '../look.ts';
import { coresWidth, drawCores, drawCpuBar, rowsOfCores } from './cpu-cores.ts';
import { drawUsage, SYSTEM, usageOf, usageTrends } from './cpu-usage.ts';
import { drawLack, drawShortLack } from './lack.ts';
import type { Panel, Scrolled, Size } from './panel.ts';
import { finderOf, probeFor, seriesOf } from './series.ts';
import { drawSummary } from './summary.ts';

type Cpu = ValueOf<'cpu'>;

export const cpuPanel: Panel = {
  name: 'cpu',
  title: 'cpu',
  accent: 'cpu',
  metrics: ['cpu'],
  demand: () => ({ least: 5, enough: 8, most: 24 }),
  caption(frame, look, _, room) {
    const now = usageOf(frame.sample);
    const options = { tells: 'cpu.usage', now, cells: PERCENT_WIDTH, room, format: formatPercent };
    return drawSummary(frame, usageSeries(frame), options, look);
  },
  draw: drawCpu,
  wholeRows(frame, { width, height }) {
    const cpu = known(frame.sample.cpu);
    const rows = cpu ? 1 + rowsOfCores(cpu.cores.length, { width, height: height - 1 }, !isMany(cpu)) : 0;
    // A heat map is as high as it may be.
    return rows > height ? 0 : rows;
  },
  compact(frame, size, look) {
    const cpu = known(frame.sample.cpu);
    if (!cpu) return drawShortLack(frame.sample, 'cpu', 'CPU', size.width, look);
    const graph = size.height >= 4 ? drawUsage(frame, { width: size.width, height: Math.min(4, size.height - 2) }, look) : [];
    const cores =
      size.height >= 2
        ? drawCores(cpu.cores, { width: size.width, height: Math.max(1, size.height - 1 - graph.length) }, look)
        : [];
    return [drawTotal(cpu, frame, size.width, look, 'cpu'), ...cores, ...graph].slice(0, size.height);
  },
  trends(frame) {
    const trends = usageTrends(frame);
    // Many cores need the rows themselves.
    return isMany(known(frame.sample.cpu)) ? trends.slice(0, 1) : trends;
  },
};

function drawCpu(frame: Frame, { width, height, whole }: Scrolled, look: Look): readonly Line[] {
  const cpu = known(frame.sample.cpu);
  if (!cpu) return drawLack(frame.sample, 'cpu', 'CPU', width, look, height);
  const size = { width, height: height - 1 };
  const body = whole ? drawAllCores(cpu, frame, size, look) : drawBody(cpu, frame, size, look);
  return [drawTotal(cpu, frame, width, look), ...body];
}

/** The charts above tell what all of them did together. */
function drawAllCores(cpu: Cpu, frame: Frame, size: Size, look: Look): readonly Line[] {
  return drawCores(cpu.cores, size, look, isMany(cpu) ? undefined : { ...pastOf(frame), spread: true });
}

function pastOf({ history }: Frame) {
  return { history, historyOf: (id: number) => seriesOf(history, usageOfCore(id)) };
}

/** History at the left, cores at the right; the more cores, the more room they get. */
function drawBody(cpu: Cpu, frame: Frame, { width, height }: Size, look: Look): readonly Line[] {
  if (height <= 0) return [];
  const most = Math.floor(width * (isMany(cpu) ? 0.75 : 0.55));
  const coresRoom = coresWidth(cpu.cores, { width: most, height });
  const graph = drawUsage(frame, { width: width - coresRoom - GAP, height }, look);
  const cores = drawCores(cpu.cores, { width: coresRoom, height }, look, pastOf(frame));
  return beside([graph, cores], height, ' '.repeat(GAP));
}

const GAP = 2;
/** With more cores than this they are the picture. */
const MANY = 64;

function isMany(cpu: Cpu | undefined): boolean {
  return cpu !== undefined && cpu.cores.length > MANY;
}

/** What numbers take below 100 °C, a load of 10,000 and as many tasks, so that what stands behind them keeps its place. */
const WIDTHS = { load: 4, temperature: 4, frequency: 8, running: 3, tasks: 4 };

/** One line that answers the first question: how busy, with what, how many wait. */
function drawTotal(cpu: Cpu, frame: Frame, width: number, look: Look, label = 'total'): Line {
  const { dim, text, user, system, iowait, steal } = look.theme;
  const tell = (value: string, cells: number, tells: string) => telling(span(padCellsStart(value, cells), text), tells);
  const share = (name: string, value: number | undefined, color: string | undefined, tells: string): Line =>
    value === undefined ? [] : [span(`${name} `, color), tell(formatPercent(value), PERCENT_WIDTH, tells)];
  const sensors = known(frame.sample.sensors);
  const split = splitCpu(cpu);
  const barWidth = Math.max(8, Math.min(40, Math.floor(width / 4)));
  const total: Line = [
    span(padCells(label, 6), dim),
    ...drawCpuBar(cpu, barWidth, look),
    strong(` ${padCellsStart(formatPercent(cpu.usage), 6)}`, look.ramp(cpu.usage ?? 0), 'cpu.usage'),
  ];
  const parts: Line[] = [
    total,
    cpu.load ? [span('load', dim), ...drawLoad(cpu.load, width, look)] : [],
    cpu.limit === undefined
      ? []
      : [telling(span(`limit ${formatCount(cpu.limit)} of ${cpu.cores.length} cores`, look.theme.warn), 'cpu.limit')],
    share('user', split.user, user, 'cpu.user+cpu.nice+cpu.guest'),
    share('sys', split.system, system, SYSTEM),
    share('wait', split.iowait, iowait, 'cpu.iowait'),
    share('steal', split.steal, steal, 'cpu.steal'),
    sensors?.cpuTemperature === undefined
      ? []
      : [tell(formatTemperature(sensors.cpuTemperature, look.temperatureUnit), WIDTHS.temperature, 'sensors.cpu_temperature')],
    cpu.frequency === undefined ? [] : [tell(formatHertz(cpu.frequency), WIDTHS.frequency, 'cpu.frequency')],
    cpu.tasks === undefined
      ? []
      : [
          span('tasks ', dim),
          tell(String(cpu.tasksRunning ?? 0), WIDTHS.running, 'cpu.tasks_running'),
          span(' of ', text),
          tell(String(cpu.tasks), WIDTHS.tasks, 'cpu.tasks'),
        ],
    cpu.model === undefined ? [] : [telling(span(printable(cpu.model), dim), 'cpu.model')],
  ];
  return joinWhatFits(parts, width);
}

/** Of 1, 5 and 15 minutes; the first alone on a narrow screen. */
function drawLoad(load: NonNullable<Cpu['load']>, width: number, look: Look): Line {
  const minutes = width < 60 ? (['one'] as const) : (['one', 'five', 'fifteen'] as const);
  return minutes.flatMap((over) => [
    span(' '),
    telling(span(padCellsStart(formatLoad(load[over]), WIDTHS.load), look.theme.text), `cpu.load.${over}`),
  ]);
}

function usageSeries(frame: Frame) {
  return seriesOf(frame.history, usageOf);
}

const usageOfCore = probeFor((id: number) => {
  const find = finderOf((core: ValueOf<'cpu'>['cores'][number]) => core.id === id);
  return (sample) => find(known(sample.cpu)?.cores)?.usage;
});
