import type { ValueOf } from '../../metrics/index.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import type { Sample } from '../../sampling/sample.ts';
import { cellWidth, padCells, padCellsStart, printable, truncateCells } from '../../units/cells.ts';
import { formatDuration, formatPercent, formatPower, formatTemperature, PERCENT_WIDTH } from '../../units/format.ts';
import { fitLine, joinWhatFits, type Line, lineWidth, span, telling } from '../draw/line.ts';
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

/** Of many, what the first ones tell is what is looked at. */
const FIRST_SENSORS = 4;

export const sensorsPanel: Panel = {
  name: 'sensors',
  title: 'pressure and sensors',
  accent: 'sensors',
  metrics: ['pressure', 'sensors', 'battery'],
  demand(frame) {
    const { temperatures, fans } = known(frame.sample.sensors) ?? { temperatures: [], fans: [] };
    const batteries = known(frame.sample.battery)?.length ?? 0;
    const pressure = frame.sample.pressure.state === 'ok' ? 3 : 0;
    // What is missing stands in one line, where that is wide enough.
    const isWhole = ABSENT.every(([metric]) => frame.sample[metric].state === 'ok');
    const others = 2 + pressure + batteries + (isWhole ? 0 : 1);
    const values = temperatures.length + fans.length;
    return {
      least: 4,
      enough: Math.max(4, others + Math.min(values, FIRST_SENSORS)),
      most: Math.max(4, others + values),
    };
  },
  draw: drawSensors,
  wholeRows: (frame, { width }, look) => drawAll(frame, width, look, drawReasons).length,
  // Where lines are few, why something is missing gets one: others have values to show.
  compact: (frame, { width, height }, look) =>
    drawAll(frame, width, look, (...all) => drawShortReasons(...all).slice(0, 1)).slice(0, height),
  trends(frame, look) {
    const stall = (resource: keyof Pressure): Trend => ({
      label: `some task waited for ${NOUNS[resource]}`,
      tells: `pressure.${resource}.some.now`,
      series: seriesOf(frame.history, stallOf(resource)),
      now: stallOf(resource)(frame.sample),
      shading: 'sensors',
      top: 0.1,
      cells: PERCENT_WIDTH,
      format: formatPercent,
    });
    const temperature: Trend = {
      label: 'CPU temperature',
      tells: 'sensors.cpu_temperature',
      series: seriesOf(frame.history, temperatureOf),
      now: temperatureOf(frame.sample),
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
  if (rest > 0 && height >= 2) shown.splice(height - 1, 1, [span(`and ${rest + 1} more`, look.theme.dim)]);
  return shown;
}

/** What there is, what runs out first of all; then what there is not. */
function drawAll({ sample }: Frame, width: number, look: Look, drawAbsent: typeof drawReasons): Line[] {
  const pressure = known(sample.pressure);
  const sensors = known(sample.sensors);
  const temperatures = sensors?.temperatures ?? [];
  const name = nameWidth(temperatures, width);
  const fans = sensors?.fans ?? [];
  return [
    ...(known(sample.battery) ?? []).map((one) => drawBattery(one, width, look)),
    ...(pressure ? (['cpu', 'memory', 'io'] as const).flatMap((resource) => drawStall(pressure, resource, width, look)) : []),
    ...temperatures.map((one) => drawTemperature(one, name, width, look)),
    ...fans.map((fan) => [
      span(padCells(truncateCells(printable(fan.name), 22), 23), look.theme.dim),
      telling(span(`${fan.speed} rpm`, look.theme.text), 'sensors.fans.speed', fan.name),
    ]),
    ...drawAbsent(sample, width, look),
  ];
}

/** What may be missing, and how it is called. */
const ABSENT = [
  ['pressure', 'pressure'],
  ['sensors', 'temperatures'],
  ['battery', 'battery'],
] as const;

/** Why something is missing, and what would help. */
function drawReasons(sample: Sample, width: number, look: Look): readonly Line[] {
  return ABSENT.flatMap(([metric, name]) => drawLack(sample, metric, name, width, look));
}

/** What failed, a line each; what this machine doesn't have, side by side: it is so every day. */
function drawShortReasons(sample: Sample, width: number, look: Look): readonly Line[] {
  const absent = ABSENT.flatMap(([metric, name]): readonly Line[] => {
    const outcome = sample[metric];
    return outcome.state === 'unavailable' ? [[telling(span(`${name}: ${brief(outcome.reason)}`, look.theme.dim), metric)]] : [];
  });
  const failed = ABSENT.filter(([metric]) => sample[metric].state === 'failed');
  return [...failed.flatMap(([metric, name]) => drawShortLack(sample, metric, name, width, look)), ...sideBySide(absent, width)];
}

/** As many on each line as fit. */
function sideBySide(facts: readonly Line[], width: number): readonly Line[] {
  const lines: Line[] = [];
  for (const fact of facts) {
    const joined = joinWhatFits(
      [lines.at(-1) ?? [], fact].filter((line) => line.length > 0),
      Number.POSITIVE_INFINITY,
    );
    if (lines.length > 0 && lineWidth(joined) <= width) lines[lines.length - 1] = joined;
    // Filled up to the width it would leave no room for the next.
    else lines.push(lineWidth(fact) > width ? fitLine(fact, width) : fact);
  }
  return lines;
}

/** What is missing, without when that is usual. */
function brief(reason: string): string {
  return printable(reason.split(': ', 1)[0] ?? reason);
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
  const fact = (label: string, share: number, tells: string): Line => [
    span(`${label} `, dim),
    telling(span(padCellsStart(formatPercent(share), PERCENT_WIDTH), text), `pressure.${resource}.${tells}`),
  ];
  const facts = joinWhatFits(
    [
      fact('some', some.average10, 'some.average10'),
      // A processor that everything waits for is working: there is no such number for it.
      full ? fact('full', full.average10, 'full.average10') : [span(' '.repeat(STALL))],
      fact('1 m', some.average60, 'some.average60'),
      fact('5 m', some.average300, 'some.average300'),
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
    telling(
      span(padCellsStart(formatTemperature(sensor.temperature, look.temperatureUnit), 7), look.ramp(ratio)),
      'sensors.temperatures.temperature',
      sensor.name,
    ),
  ];
}

function drawBattery(battery: ValueOf<'battery'>[number], width: number, look: Look): Line {
  const { dim, text, ok, warn, critical } = look.theme;
  const charge = battery.charge;
  const tell = (fact: string, field: string, tint: string | undefined) =>
    telling(span(fact, tint), `battery.${field}`, battery.name);
  const color = charge === undefined || charge > 0.3 ? ok : charge > 0.1 ? warn : critical;
  const facts = joinWhatFits(
    [
      [tell(formatPercent(charge), 'charge', text)],
      battery.state === undefined ? [] : [tell(printable(battery.state), 'state', text)],
      battery.remaining === undefined ? [] : [tell(formatDuration(Math.round(battery.remaining / 60) * 60), 'remaining', text)],
      battery.power === undefined ? [] : [tell(formatPower(battery.power), 'power', dim)],
      battery.health === undefined ? [] : [tell(`health ${formatPercent(battery.health)}`, 'health', dim)],
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
