import type { ValueOf } from '../../metrics/index.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import type { Sample } from '../../sampling/sample.ts';
import { cellWidth, padCells, padCellsStart, printable, truncateCells } from '../../units/cells.ts';
import { formatDuration, formatPercent, formatTemperature, PERCENT_WIDTH } from '../../units/format.ts';
import { fitLine, joinWhatFits, type Line, lineWidth, span } from '../draw/line.ts';
import { drawMeter } from '../draw/meter.ts';
import type { Look } from '../look.ts';
import { drawLack, drawShortLack } from './lack.ts';
import type { Panel, Scrolled } from './panel.ts';
import { type Probe, probeFor, seriesOf } from './series.ts';
import type { Trend } from './trend.ts';

type Pressure = ValueOf<'pressure'>;
type Temperature = ValueOf<'sensors'>['temperatures'][number];

/** Where a sensor doesn't say what is hot, this is. */
const HOT = 95;

export const sensorsPanel: Panel = {
  name: 'sensors',
  title: 'pressure and sensors',
  accent: 'sensors',
  metrics: ['pressure', 'sensors', 'battery'],
  demand(frame) {
    const sensors = known(frame.sample.sensors);
    const batteries = known(frame.sample.battery)?.length ?? 0;
    return { least: 4, most: 2 + 3 + (sensors ? sensors.temperatures.length + sensors.fans.length : 0) + batteries + 1 };
  },
  draw: drawSensors,
  compact: (frame, { width, height }, look) => drawAll(frame, width, look, drawShortReasons).slice(0, height),
  trends(frame, look) {
    const stall = (resource: keyof Pressure): Trend => ({
      label: `Pressure: some task waited for ${NOUNS[resource]}`,
      series: seriesOf(frame.history, stallOf(resource)),
      shading: 'sensors',
      top: 0.1,
      cells: PERCENT_WIDTH,
      format: formatPercent,
    });
    const temperature: Trend = {
      label: 'CPU temperature',
      series: seriesOf(frame.history, temperatureOf),
      shading: 'temperature',
      top: 60,
      cells: PERCENT_WIDTH,
      format: (celsius) => formatTemperature(celsius, look.temperatureUnit),
    };
    return [
      ...(frame.sample.pressure.state === 'ok' ? [stall('cpu'), stall('memory'), stall('io')] : []),
      ...(known(frame.sample.sensors)?.cpuTemperature === undefined ? [] : [temperature]),
    ];
  },
};

const stallOf = probeFor((resource: keyof Pressure) => (sample) => known(sample.pressure)?.[resource]?.some?.now);

const temperatureOf: Probe = (sample) => known(sample.sensors)?.cpuTemperature;

const NOUNS = { cpu: 'a processor', memory: 'memory', io: 'a disk' } as const;

function drawSensors(frame: Frame, { width, height, scroll, whole }: Scrolled, look: Look): readonly Line[] {
  const lines = drawAll(frame, width, look, whole ? drawReasons : drawShortReasons);
  const first = Math.min(scroll, Math.max(0, lines.length - height));
  const shown = lines.slice(first, first + height);
  const rest = lines.length - first - height;
  if (rest > 0 && height >= 2) shown.splice(height - 1, 1, [span(`and ${rest + 1} more lines`, look.theme.dim)]);
  return shown;
}

/** What there is, then what there is not. */
function drawAll({ sample }: Frame, width: number, look: Look, drawAbsent: typeof drawReasons): Line[] {
  const pressure = known(sample.pressure);
  const sensors = known(sample.sensors);
  const temperatures = sensors?.temperatures ?? [];
  const name = nameWidth(temperatures, width);
  const fans = sensors?.fans ?? [];
  return [
    ...(pressure ? (['cpu', 'memory', 'io'] as const).flatMap((resource) => drawStall(pressure, resource, width, look)) : []),
    ...(known(sample.battery) ?? []).map((one) => drawBattery(one, width, look)),
    ...temperatures.map((one) => drawTemperature(one, name, width, look)),
    ...fans.map((fan) => [
      span(padCells(truncateCells(printable(fan.name), 22), 23), look.theme.dim),
      span(`${fan.speed} rpm`, look.theme.text),
    ]),
    ...drawAbsent(sample, width, look),
  ];
}

/** Why something is missing, and what would help. */
function drawReasons({ pressure, sensors, battery }: Sample, width: number, look: Look): readonly Line[] {
  return [
    ...drawLack(pressure, 'pressure', width, look),
    ...drawLack(sensors, 'temperatures', width, look),
    ...drawLack(battery, 'battery', width, look),
  ];
}

/** What failed, a line each; what this machine doesn't have, in one: it is so every day. */
function drawShortReasons({ pressure, sensors, battery }: Sample, width: number, look: Look): readonly Line[] {
  const named = Object.entries({ pressure, temperatures: sensors, battery });
  const absent = named.flatMap(([name, one]) => (one.state === 'unavailable' ? [`${name}: ${brief(one.reason)}`] : []));
  return [
    ...named.flatMap(([name, one]) => (one.state === 'failed' ? drawShortLack(one, name, width, look) : [])),
    ...(absent.length > 0 ? [fitLine([span(absent.join('  '), look.theme.dim)], width)] : []),
  ];
}

/** What is missing, without when that is usual. */
function brief(reason: string): string {
  return reason.split(': ', 1)[0] ?? reason;
}

/** "full  0.0%" */
const STALL = 5 + PERCENT_WIDTH;

/** Some and full, as a bar of the last ten seconds and in numbers, which stand below each other. */
function drawStall(pressure: Pressure, resource: keyof Pressure, width: number, look: Look): readonly Line[] {
  const stalls: Pressure['memory'] = pressure[resource];
  const some = stalls?.some;
  if (!some) return [];
  const { dim, text } = look.theme;
  const full = 'full' in stalls ? stalls.full : undefined;
  const fact = (label: string, share: number): Line => [
    span(`${label} `, dim),
    span(padCellsStart(formatPercent(share), PERCENT_WIDTH), text),
  ];
  const facts = joinWhatFits(
    [
      fact('some', some.average10),
      // A processor that everything waits for is working: there is no such number for it.
      full ? fact('full', full.average10) : [span(' '.repeat(STALL))],
      fact('1 m', some.average60),
      fact('5 m', some.average300),
    ],
    Math.max(STALL, width - 16 - 8),
  );
  return [
    [
      span(padCells(`${resource} waits`, 14), dim),
      ...drawMeter(some.average10, Math.max(4, width - 14 - lineWidth(facts) - 2), look),
      span('  '),
      ...facts,
    ],
  ];
}

/** As much as the longest name of a sensor needs, up to half of the width. */
function nameWidth(temperatures: readonly Temperature[], width: number): number {
  const longest = Math.max(...temperatures.map((one) => cellWidth(printable(one.name))));
  return Math.min(Math.floor(width / 2), Math.max(14, longest + 1));
}

function drawTemperature(sensor: Temperature, name: number, width: number, look: Look): Line {
  const limit = sensor.critical ?? sensor.high ?? HOT;
  const ratio = sensor.temperature / limit;
  return [
    span(padCells(truncateCells(printable(sensor.name), name - 1), name), look.theme.dim),
    ...drawMeter(ratio, Math.max(4, width - name - 7), look),
    span(padCellsStart(formatTemperature(sensor.temperature, look.temperatureUnit), 7), look.ramp(ratio)),
  ];
}

function drawBattery(battery: ValueOf<'battery'>[number], width: number, look: Look): Line {
  const { dim, text, ok, warn, critical } = look.theme;
  const charge = battery.charge;
  const color = charge === undefined || charge > 0.3 ? ok : charge > 0.1 ? warn : critical;
  const facts = joinWhatFits(
    [
      [span(formatPercent(charge), text)],
      battery.state === undefined ? [] : [span(battery.state, text)],
      battery.remaining === undefined ? [] : [span(formatDuration(Math.round(battery.remaining / 60) * 60), text)],
      battery.power === undefined ? [] : [span(`${battery.power.toFixed(1)} W`, dim)],
      battery.health === undefined ? [] : [span(`health ${formatPercent(battery.health)}`, dim)],
    ],
    Math.max(10, width - 14 - 8),
  );
  const used = facts.reduce((sum, part) => sum + part.text.length, 0);
  return [
    span(padCells(truncateCells(printable(battery.name), 13), 14), dim),
    ...drawMeter(charge, Math.max(4, width - 14 - used - 2), look, color),
    span('  '),
    ...facts,
  ];
}
