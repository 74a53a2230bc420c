import type { ValueOf } from '../../metrics/index.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { padCells, padCellsStart, printable, truncateCells } from '../../units/cells.ts';
import { BYTE_RATE_WIDTH, BYTES_WIDTH, formatBitRate, formatByteRate, formatBytes, formatCount } from '../../units/format.ts';
import { beside, joinWhatFits, type Line, lineWidth, span, strong, telling } from '../draw/line.ts';
import { peakTop, roundBits, roundBytes, summarize } from '../draw/scale.ts';
import { shadingOf } from '../draw/shading.ts';
import { spanStart } from '../draw/time-axis.ts';
import type { Look } from '../look.ts';
import { damped } from './damped.ts';
import { drawFlow, type Direction as FlowDirection } from './flow.ts';
import type { Flow } from './flow-summary.ts';
import { drawPast } from './history.ts';
import type { Size } from './panel.ts';
import { finderOf, type Probe, probeFor, seriesOf } from './series.ts';
import type { Trend } from './trend.ts';

export type Interface = ValueOf<'network'>['interfaces'][number];
type Direction = 'receive' | 'send';

/** Who it is, and what is wrong with it. */
export function drawIdentity(link: Interface, width: number, look: Look): Line {
  const { dim, ok, critical, title, warn } = look.theme;
  const failures = (link.receiveErrors ?? 0) + (link.sendErrors ?? 0);
  const drops = (link.receiveDrops ?? 0) + (link.sendDrops ?? 0);
  const up = link.state === 'up' || link.state === undefined;
  const tell = (text: string, fields: string, color: string | undefined): Line => {
    const tells = fields.split('+').map((field) => `network.interfaces.${field}`);
    return [telling(span(text, color), tells.join('+'), link.name)];
  };
  return joinWhatFits(
    [
      [strong(truncateCells(printable(link.name), 20), title, 'network.interfaces.name', link.name)],
      link.state === undefined || link.state === 'unknown' ? [] : tell(printable(link.state), 'state', up ? ok : dim),
      link.addresses?.[0] === undefined ? [] : tell(printable(link.addresses[0]), 'addresses', dim),
      link.speed === undefined ? [] : tell(formatBitRate(link.speed), 'speed', dim),
      failures > 0 ? tell(`errors ${formatCount(failures)}`, 'receive_errors+send_errors', critical) : [],
      drops > 0 ? tell(`drops ${formatCount(drops)}`, 'receive_drops+send_drops', warn) : [],
      link.counted ? [] : tell('not in total', 'counted', dim),
    ],
    width,
  );
}

/** What comes in stands on the middle line, what goes out hangs from it; beside each half the rate now, its total and its peak. */
export function drawBoth(frame: Frame, link: Interface, { width, height }: Size, look: Look): readonly Line[] {
  const upper = Math.ceil(height / 2);
  const receive = flowOf(frame, link, 'receive', look);
  const send = flowOf(frame, link, 'send', look);
  const start = look.span === undefined ? 0 : spanStart(frame.history, look.span);
  const factsOf = (flow: LinkFlow, rows: number) => drawFacts(link, flow, summarize(flow.series, start)?.peak, rows, width, look);
  const facts = [...factsOf(receive, upper), ...factsOf(send, height - upper)];
  const room = width - Math.max(...facts.map(lineWidth));
  return beside([drawFlow(frame.history, receive, send, { width: room, height }, look), facts], height);
}

/** One direction in a line, for small terminals. */
export function drawDirection(frame: Frame, link: Interface, direction: Direction, width: number, look: Look): Line {
  const { series, tells, top } = flowOf(frame, link, direction, look);
  const rate = padCellsStart(formatByteRate(link[`${direction}Rate`], look.networkUnit), BYTE_RATE_WIDTH + 1);
  const head = padCells(truncateCells(printable(link.name), 9), 10);
  const room = Math.max(4, width - rate.length - head.length - 2);
  const options = { width: room, height: 1, max: top, color: shadingOf(direction, look) };
  const spark = drawPast(frame.history, series, options, look)[0] ?? [];
  return [
    span(`${head}${ARROWS[direction]} `, look.theme[direction]),
    ...spark,
    telling(span(rate, look.theme.text), tells, link.name),
  ];
}

/** Both directions now: of the machine, or of one interface. */
export function drawRates({ receiveRate, sendRate }: Rates, look: Look, link?: string): Line {
  const { receive, send, text } = look.theme;
  const of = link === undefined ? 'network' : 'network.interfaces';
  const rate = (value: number | undefined) => padCellsStart(formatByteRate(value, look.networkUnit), BYTE_RATE_WIDTH + 1);
  return [
    span('↓', receive),
    telling(span(rate(receiveRate), text), `${of}.receive_rate`, link),
    span('  ↑', send),
    telling(span(rate(sendRate), text), `${of}.send_rate`, link),
  ];
}

type Rates = Pick<Interface, 'receiveRate' | 'sendRate'>;

/** The machine's own total, in and out. */
export function totalsOf({ history, sample }: Frame, { networkUnit: unit }: Look): readonly Flow[] {
  return (['receive', 'send'] as const).map((direction) => ({
    shading: direction,
    // The widest rate is rare.
    labels: [`${ARROWS[direction]} `, ARROWS[direction]],
    tells: `network.${direction}_rate`,
    series: seriesOf(history, TOTALS[direction]),
    now: TOTALS[direction](sample),
    unit,
  }));
}

/** The same, for the charts. */
export function trendsOf(frame: Frame, look: Look): readonly Trend[] {
  return totalsOf(frame, look).map(({ shading, tells, series, now }) => ({
    label: shading === 'receive' ? `${ARROWS.receive} all received` : `${ARROWS.send} all sent`,
    ...{ tells, series, now, shading },
    top: roundRate(peakTop(series, QUIET), look),
    cells: BYTE_RATE_WIDTH,
    format: (rate) => formatByteRate(rate, look.networkUnit),
  }));
}

const TOTALS: Record<Direction, Probe> = {
  receive: (sample) => known(sample.network)?.receiveRate,
  send: (sample) => known(sample.network)?.sendRate,
};

const ARROWS = { receive: '↓', send: '↑' } as const;

interface LinkFlow extends FlowDirection {
  readonly shading: Direction;
}

function flowOf({ history }: Frame, { name }: Interface, direction: Direction, look: Look): LinkFlow {
  const probe = RATES[direction](name);
  const series = seriesOf(history, probe);
  const format = (rate: number) => formatByteRate(rate, look.networkUnit);
  const tells = `network.interfaces.${direction}_rate`;
  return {
    shading: direction,
    mark: ARROWS[direction],
    tells,
    item: name,
    series,
    top: roundRate(damped(history, probe, QUIET), look),
    format,
  };
}

function roundRate(rate: number, { networkUnit }: Look): number {
  return networkUnit === 'bits' ? roundBits(rate) : roundBytes(rate);
}

/** A line that moves a few bytes stays low. */
const QUIET = 10 * 1024;

const RATES = { receive: probeRate('receiveRate'), send: probeRate('sendRate') };

function probeRate(rate: 'receiveRate' | 'sendRate') {
  return probeFor((name: string) => {
    const find = finderOf((link: Interface) => link.name === name);
    return (sample) => find(known(sample.network)?.interfaces)?.[rate];
  });
}

/** In so many rows: the rate at the edge of its half, beside the scale, the rest towards the middle; or where there is but one row, what of it fits. */
function drawFacts(
  link: Interface,
  { shading: direction, tells }: LinkFlow,
  most: number | undefined,
  rows: number,
  width: number,
  look: Look,
): readonly Line[] {
  const { dim, text } = look.theme;
  const rate = (value: number | undefined) => padCellsStart(formatByteRate(value, look.networkUnit), BYTE_RATE_WIDTH + 1);
  const tell = (value: string, told: string) => telling(span(value, text), told, link.name);
  const now: Line = [tell(rate(link[`${direction}Rate`]), tells)];
  const total: Line = [
    span(' total ', dim),
    direction === 'receive'
      ? tell(padCellsStart(formatBytes(link.received), BYTES_WIDTH), 'network.interfaces.received')
      : tell(padCellsStart(formatBytes(link.sent), BYTES_WIDTH), 'network.interfaces.sent'),
  ];
  const peak: Line = [span(' peak', dim), tell(rate(most), `peak(${tells})`)];
  if (rows === 1) return [[...now, ...(width >= 84 ? peak : []), ...(width >= 56 ? total : [])]];
  const blank = (line: Line): Line => [span(' '.repeat(FACTS - lineWidth(line))), ...line];
  const inward = Array.from({ length: rows }, (_, row) => blank([now, total, peak][row] ?? []));
  return direction === 'send' ? inward.toReversed() : inward;
}

/** " peak", and a rate. */
const FACTS = 5 + BYTE_RATE_WIDTH + 1;
