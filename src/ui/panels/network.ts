import type { ValueOf } from '../../metrics/index.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { padCells, padCellsStart, printable, truncateCells } from '../../units/cells.ts';
import { BYTE_RATE_WIDTH, BYTES_WIDTH, formatBitRate, formatByteRate, formatBytes, formatCount } from '../../units/format.ts';
import type { Series } from '../draw/graph.ts';
import { beside, joinWhatFits, type Line, lineWidth, span, spreadLine, telling } from '../draw/line.ts';
import { dampedTop, roundBits, roundBytes, summarize } from '../draw/scale.ts';
import { shadingOf } from '../draw/shading.ts';
import type { Look } from '../look.ts';
import { drawFlow, type Direction as FlowDirection, shareRows } from './flow.ts';
import { drawPast } from './history.ts';
import { drawLack, drawShortLack } from './lack.ts';
import type { Panel, Scrolled, Size } from './panel.ts';
import { type Probe, probeFor, seriesOf } from './series.ts';
import type { Trend } from './trend.ts';

type Network = ValueOf<'network'>;
type Interface = Network['interfaces'][number];
type Direction = 'receive' | 'send';

/** A line that moves a few bytes stays low. */
const QUIET = 10 * 1024;

export const networkPanel: Panel = {
  name: 'network',
  title: 'network',
  accent: 'network',
  metrics: ['network'],
  demand(frame) {
    const interfaces = known(frame.sample.network)?.interfaces.length ?? 1;
    return { least: 5, most: 2 + Math.max(3, interfaces * 3) + 6 };
  },
  caption(frame, look) {
    const network = known(frame.sample.network);
    return network ? drawRates(network.receiveRate, network.sendRate, look) : [];
  },
  draw: drawNetwork,
  compact(frame, { width, height }, look) {
    const network = known(frame.sample.network);
    if (!network) return drawShortLack(frame.sample, 'network', 'network', width, look);
    const total = spreadLine([span('net    ', look.theme.dim)], drawRates(network.receiveRate, network.sendRate, look), width);
    const lines = byImportance(network).flatMap((link) =>
      (['receive', 'send'] as const).map((direction) => drawDirection(frame, link, direction, width, look)),
    );
    return [total, ...lines].slice(0, height);
  },
  trends: trendsOf,
};

function drawNetwork(frame: Frame, { width, height, scroll }: Scrolled, look: Look): readonly Line[] {
  const network = known(frame.sample.network);
  if (!network) return drawLack(frame.sample, 'network', 'network', width, look);
  return drawInterfaces(network, frame, width, height, scroll, look);
}

/** Who it is, and what comes in and goes out in one graph; of one that is down, only who. What doesn't fit is counted, not dropped. */
function drawInterfaces(
  network: Network,
  frame: Frame,
  width: number,
  height: number,
  scroll: number,
  look: Look,
): readonly Line[] {
  const links = byImportance(network);
  const busy = links.filter((link) => !isIdle(link));
  const least = links.length + busy.length * LEAST_GRAPH;
  const extra = shareRows(Math.max(0, height - least), busy.length, LEAST_EXTRA);
  const blocks = links.map((link) => {
    const identity = drawIdentity(link, width, look);
    const rows = LEAST_GRAPH + (extra[busy.indexOf(link)] ?? 0);
    return {
      rows: isIdle(link) ? 1 : rows + 1,
      draw: () => [identity, ...(isIdle(link) ? [] : drawBoth(frame, link, { width, height: rows }, look))],
    };
  });
  const total = blocks.reduce((sum, { rows }) => sum + rows, 0);
  const first = Math.max(0, Math.min(scroll, total - height));
  // Only what is seen is drawn: of two hundred interfaces few are.
  const lines: Line[] = [];
  let at = 0;
  let whole = 0;
  for (const { rows, draw } of blocks) {
    if (at < first + height && at + rows > first) lines.push(...draw().slice(Math.max(0, first - at)));
    at += rows;
    if (at <= first + height - 1) whole += 1;
  }
  const shown = lines.slice(0, height);
  const rest = blocks.length - whole;
  // Three rows hold one interface whole: both directions are worth more than how many others there are.
  if (total <= height || first + height >= total || height < 4) return shown;
  return [...shown.slice(0, -1), [span(`and ${rest} more`, look.theme.dim)]];
}

/** A row for each direction, and from how many more on a graph gets more. */
const LEAST_GRAPH = 2;
const LEAST_EXTRA = 2;

function isIdle(link: Interface): boolean {
  return link.state === 'down' && !link.received && !link.sent;
}

/** The machine's own total, in and out: for the charts. */
function trendsOf(frame: Frame, look: Look): readonly Trend[] {
  return (['receive', 'send'] as const).map((direction) => {
    const series = seriesOf(frame.history, TOTALS[direction]);
    return {
      label: `${ARROWS[direction]} all ${direction === 'receive' ? 'received' : 'sent'}`,
      tells: `network.${direction}_rate`,
      series,
      shading: direction,
      top: topOf(series, look),
      cells: BYTE_RATE_WIDTH,
      format: (rate) => formatByteRate(rate, look.networkUnit),
    };
  });
}

function topOf(series: Series, { networkUnit }: Look): number {
  return dampedTop(series, QUIET, networkUnit === 'bits' ? roundBits : roundBytes);
}

/** Counted interfaces first, then those that move most; those that are down last. */
function byImportance(network: Network): readonly Interface[] {
  const weight = (link: Interface) => (link.counted ? 2 : 0) + (link.state === 'down' ? 0 : 1);
  const moved = (link: Interface) => (link.received ?? 0) + (link.sent ?? 0);
  return [...network.interfaces].sort((a, b) => weight(b) - weight(a) || moved(b) - moved(a) || a.name.localeCompare(b.name));
}

function drawIdentity(link: Interface, width: number, look: Look): Line {
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
      [
        {
          text: truncateCells(printable(link.name), 20),
          color: title,
          bold: true,
          tells: 'network.interfaces.name',
          item: link.name,
        },
      ],
      link.state === undefined ? [] : tell(link.state, 'state', up ? ok : dim),
      link.addresses?.[0] === undefined ? [] : tell(link.addresses[0], 'addresses', dim),
      link.speed === undefined ? [] : tell(formatBitRate(link.speed), 'speed', dim),
      failures > 0 ? tell(`errors ${formatCount(failures)}`, 'receive_errors+send_errors', critical) : [],
      drops > 0 ? tell(`drops ${formatCount(drops)}`, 'receive_drops+send_drops', warn) : [],
      link.counted ? [] : tell('not in total', 'counted', dim),
    ],
    width,
  );
}

const ARROWS = { receive: '↓', send: '↑' } as const;

/** What comes in stands on the middle line, what goes out hangs from it; beside each half the rate now, its total and its peak. */
function drawBoth(frame: Frame, link: Interface, { width, height }: Size, look: Look): readonly Line[] {
  const upper = Math.ceil(height / 2);
  const receive = flowOf(frame, link, 'receive', look);
  const send = flowOf(frame, link, 'send', look);
  const facts = [...drawFacts(link, receive, upper, width, look), ...drawFacts(link, send, height - upper, width, look)];
  const room = width - Math.max(...facts.map(lineWidth));
  return beside([drawFlow(frame.history, receive, send, { width: room, height }, look), facts], height);
}

interface Flow extends FlowDirection {
  readonly shading: Direction;
}

function flowOf({ history }: Frame, { name }: Interface, direction: Direction, look: Look): Flow {
  const series = seriesOf(history, RATES[direction](name));
  const format = (rate: number) => formatByteRate(rate, look.networkUnit);
  const tells = `network.interfaces.${direction}_rate`;
  return { shading: direction, mark: ARROWS[direction], tells, item: name, series, top: topOf(series, look), format };
}

const RATES = { receive: probeRate('receiveRate'), send: probeRate('sendRate') };

function probeRate(rate: 'receiveRate' | 'sendRate') {
  return probeFor((name: string) => (sample) => known(sample.network)?.interfaces.find((link) => link.name === name)?.[rate]);
}

const TOTALS: Record<Direction, Probe> = {
  receive: (sample) => known(sample.network)?.receiveRate,
  send: (sample) => known(sample.network)?.sendRate,
};

/** In so many rows: below each other, or where there is but one, what of it fits. */
function drawFacts(
  link: Interface,
  { shading: direction, tells, series }: Flow,
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
  const peak: Line = [span(' peak', dim), tell(rate(summarize(series)?.peak), `peak(${tells})`)];
  if (rows === 1) return [[...now, ...(width >= 84 ? peak : []), ...(width >= 56 ? total : [])]];
  const blank = (line: Line): Line => [span(' '.repeat(FACTS - lineWidth(line))), ...line];
  return Array.from({ length: rows }, (_, row) => blank([now, total, peak][row] ?? []));
}

/** " peak", and a rate. */
const FACTS = 5 + BYTE_RATE_WIDTH + 1;

/** One direction in a line, for small terminals. */
function drawDirection(frame: Frame, link: Interface, direction: Direction, width: number, look: Look): Line {
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

function drawRates(received: number | undefined, sent: number | undefined, look: Look): Line {
  const rate = (value: number | undefined) => padCellsStart(formatByteRate(value, look.networkUnit), BYTE_RATE_WIDTH + 1);
  return [
    span('↓', look.theme.receive),
    telling(span(rate(received), look.theme.text), 'network.receive_rate'),
    span('  ↑', look.theme.send),
    telling(span(rate(sent), look.theme.text), 'network.send_rate'),
  ];
}
