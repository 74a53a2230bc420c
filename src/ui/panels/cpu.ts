import { splitCpu } from '../../metrics/cpu/split.ts';
import type { ValueOf } from '../../metrics/index.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { padCells, padCellsStart, printable } from '../../units/cells.ts';
import { formatCount, formatHertz, formatLoad, formatPercent, formatTemperature, PERCENT_WIDTH } from '../../units/format.ts';
import { beside, joinWhatFits, type Line, span } from '../draw/line.ts';
import type { Look } from '../look.ts';
import { coresWidth, drawCores, drawCpuBar } from './cpu-cores.ts';
import { drawUsage, usageOf } from './cpu-usage.ts';
import { drawLack, drawShortLack } from './lack.ts';
import type { Panel, Size } from './panel.ts';
import { probeFor, seriesOf } from './series.ts';
import { drawSummary } from './summary.ts';

type Cpu = ValueOf<'cpu'>;

export const cpuPanel: Panel = {
  name: 'cpu',
  title: 'cpu',
  accent: 'cpu',
  metrics: ['cpu'],
  demand(frame) {
    const cores = known(frame.sample.cpu)?.cores.length ?? 1;
    return { least: 5, most: Math.max(14, Math.min(24, Math.ceil(cores / 4) + 4)) };
  },
  caption(frame, look, _, room) {
    const options = { cells: PERCENT_WIDTH, room, metric: 'cpu.usage', format: formatPercent };
    return drawSummary(frame, usageSeries(frame), options, look);
  },
  draw: drawCpu,
  compact(frame, size, look) {
    const cpu = known(frame.sample.cpu);
    if (!cpu) return drawShortLack(frame.sample.cpu, 'CPU', size.width, look);
    const graph = size.height >= 4 ? drawUsage(frame, { width: size.width, height: Math.min(4, size.height - 2) }, look) : [];
    const cores =
      size.height >= 2
        ? drawCores(cpu.cores, { width: size.width, height: Math.max(1, size.height - 1 - graph.length) }, look)
        : [];
    return [drawTotal(cpu, frame, size.width, look, 'cpu'), ...cores, ...graph].slice(0, size.height);
  },
  trends: (frame) => [
    {
      label: 'CPU usage',
      series: usageSeries(frame),
      shading: 'cpu',
      top: 1,
      metric: 'cpu.usage',
      cells: PERCENT_WIDTH,
      format: formatPercent,
    },
  ],
};

function drawCpu(frame: Frame, { width, height }: Size, look: Look): readonly Line[] {
  const cpu = known(frame.sample.cpu);
  if (!cpu) return drawLack(frame.sample.cpu, 'CPU', width, look);
  return [drawTotal(cpu, frame, width, look), ...drawBody(cpu, frame, { width, height: height - 1 }, look)];
}

/** History at the left, cores at the right; the more cores, the more room they get. */
function drawBody(cpu: Cpu, frame: Frame, { width, height }: Size, look: Look): readonly Line[] {
  if (height <= 0) return [];
  const most = Math.floor(width * (cpu.cores.length > 64 ? 0.75 : 0.55));
  const coresRoom = coresWidth(cpu.cores, { width: most, height });
  const graph = drawUsage(frame, { width: width - coresRoom - GAP, height }, look);
  const historyOf = (id: number) => seriesOf(frame.history, usageOfCore(id));
  const cores = drawCores(cpu.cores, { width: coresRoom, height }, look, { history: frame.history, historyOf });
  return beside([graph, cores], height, ' '.repeat(GAP));
}

const GAP = 2;

/** One line that answers the first question: how busy, with what, how many wait. */
function drawTotal(cpu: Cpu, frame: Frame, width: number, look: Look, label = 'total'): Line {
  const { dim, text, user, system, iowait, steal } = look.theme;
  const share = (name: string, value: number | undefined, color: string | undefined): Line =>
    value === undefined ? [] : [span(`${name} `, color), span(padCellsStart(formatPercent(value), 5), text)];
  const sensors = known(frame.sample.sensors);
  const split = splitCpu(cpu);
  const barWidth = Math.max(8, Math.min(40, Math.floor(width / 4)));
  const total: Line = [
    { text: padCells(label, 6), color: dim },
    ...drawCpuBar(cpu, barWidth, look),
    { text: ` ${padCellsStart(formatPercent(cpu.usage), 6)}`, color: look.ramp(cpu.usage ?? 0), bold: true },
  ];
  const parts: Line[] = [
    total,
    cpu.load ? [span('load ', dim), span(loadsThatFit(cpu.load, width).map(formatLoad).join(' '), text)] : [],
    cpu.limit === undefined ? [] : [span(`limit ${formatCount(cpu.limit)} of ${cpu.cores.length} cores`, look.theme.warn)],
    share('user', split.user, user),
    share('sys', split.system, system),
    share('wait', split.iowait, iowait),
    share('steal', split.steal, steal),
    sensors?.cpuTemperature === undefined ? [] : [span(formatTemperature(sensors.cpuTemperature, look.temperatureUnit), text)],
    cpu.frequency === undefined ? [] : [span(formatHertz(cpu.frequency), text)],
    cpu.tasks === undefined ? [] : [span('tasks ', dim), span(`${cpu.tasksRunning ?? 0} of ${cpu.tasks}`, text)],
    cpu.model === undefined ? [] : [span(printable(cpu.model), dim)],
  ];
  return joinWhatFits(parts, width);
}

/** Of 1, 5 and 15 minutes; the first alone on a narrow screen. */
function loadsThatFit({ one, five, fifteen }: NonNullable<Cpu['load']>, width: number): readonly number[] {
  return width < 60 ? [one] : [one, five, fifteen];
}

function usageSeries(frame: Frame) {
  return seriesOf(frame.history, usageOf);
}

const usageOfCore = probeFor((id: number) => (sample) => known(sample.cpu)?.cores.find((core) => core.id === id)?.usage);
