import type { ValueOf } from '../../metrics/index.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { padCells, padCellsStart, printable, truncateCells } from '../../units/cells.ts';
import { BYTE_RATE_WIDTH, formatBitRate, formatByteRate, formatBytes, formatCount } from '../../units/format.ts';
import { drawGraph, type Series } from '../draw/graph.ts';
import { joinWhatFits, type Line, span, spreadLine } from '../draw/line.ts';
import { dampedTop, summarize } from '../draw/scale.ts';
import type { Look } from '../look.ts';
import { seriesOf } from './history.ts';
import { drawLack, drawShortLack } from './lack.ts';
import type { Panel, Scrolled } from './panel.ts';
import { drawTrends, type Trend } from './trend.ts';

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
    if (!network) return drawShortLack(frame.sample.network, 'network', width, look);
    const total = spreadLine([span('net    ', look.theme.dim)], drawRates(network.receiveRate, network.sendRate, look), width);
    const lines = byImportance(network).flatMap((link) =>
      (['receive', 'send'] as const).map((direction) => drawFlow(frame, link, direction, width, look, true)),
    );
    return [total, ...lines].slice(0, height);
  },
  trends: trendsOf,
};

function drawNetwork(frame: Frame, { width, height, scroll }: Scrolled, look: Look): readonly Line[] {
  const network = known(frame.sample.network);
  if (!network) return drawLack(frame.sample.network, 'network', width, look);
  return drawInterfaces(network, frame, width, height, scroll, look);
}

/** Who it is, what comes in, what goes out; of one that is down, only who. What doesn't fit is counted, not dropped. */
function drawInterfaces(
  network: Network,
  frame: Frame,
  width: number,
  height: number,
  scroll: number,
  look: Look,
): readonly Line[] {
  const blocks = byImportance(network).map((link) => {
    const identity = drawIdentity(link, width, look);
    if (isIdle(link)) return [identity];
    return [identity, drawFlow(frame, link, 'receive', width, look), drawFlow(frame, link, 'send', width, look)];
  });
  const lines = blocks.flat();
  if (lines.length <= height) {
    const totals =
      network.receiveRate === undefined ? [] : drawTrends(trendsOf(frame, look), { width, height: height - lines.length }, look);
    return [...lines, ...totals];
  }
  const first = Math.min(scroll, lines.length - height);
  const shown = lines.slice(first, first + height);
  const whole = blocks.filter((_, i) => blocks.slice(0, i + 1).flat().length <= first + height - 1).length;
  const rest = blocks.length - whole;
  // Three rows hold one interface whole: both directions are worth more than how many others there are.
  if (rest <= 0 || height < 4) return shown;
  return [...shown.slice(0, -1), [span(`and ${rest} more`, look.theme.dim)]];
}

function isIdle(link: Interface): boolean {
  return link.state === 'down' && !link.received && !link.sent;
}

/** The machine's own total, in and out: for the charts and for rows to spare. */
function trendsOf(frame: Frame, look: Look): readonly Trend[] {
  return (['receive', 'send'] as const).map((direction) => {
    const series = seriesOf(frame.history, (sample) => known(sample.network)?.[`${direction}Rate`]);
    return {
      label: `${ARROWS[direction]} all ${direction === 'receive' ? 'received' : 'sent'}`,
      series,
      color: look.theme[direction],
      top: dampedTop(series, QUIET),
      format: (rate) => formatByteRate(rate, look.networkUnit),
    };
  });
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
  return joinWhatFits(
    [
      [{ text: truncateCells(printable(link.name), 20), color: title, bold: true }],
      link.state === undefined ? [] : [span(link.state, up ? ok : dim)],
      link.addresses?.[0] === undefined ? [] : [span(link.addresses[0], dim)],
      link.speed === undefined ? [] : [span(formatBitRate(link.speed), dim)],
      failures > 0 ? [span(`errors ${formatCount(failures)}`, critical)] : [],
      drops > 0 ? [span(`drops ${formatCount(drops)}`, warn)] : [],
      link.counted ? [] : [span('not in total', dim)],
    ],
    width,
  );
}

const ARROWS = { receive: '↓', send: '↑' } as const;

/** A sparkline with the rate now, its peak, and the total since the interface came up. */
function drawFlow(frame: Frame, link: Interface, direction: Direction, width: number, look: Look, named = false): Line {
  const { dim, text } = look.theme;
  const series = interfaceSeries(frame, link.name, direction);
  const peak = summarize(series)?.peak;
  const color = look.theme[direction];
  const rate = formatByteRate(link[`${direction}Rate`], look.networkUnit);
  const total = direction === 'receive' ? link.received : link.sent;
  const facts = [
    [span(padCellsStart(rate, BYTE_RATE_WIDTH + 1), text)],
    width >= 48
      ? [span(' peak', dim), span(padCellsStart(formatByteRate(peak, look.networkUnit), BYTE_RATE_WIDTH + 1), text)]
      : [],
    width >= 62 ? [span(' total', dim), span(padCellsStart(formatBytes(total), 9), text)] : [],
  ].flat();
  const used = facts.reduce((sum, part) => sum + part.text.length, 0);
  const head = named ? padCells(truncateCells(printable(link.name), 9), 10) : '  ';
  const room = Math.max(4, width - used - head.length - 2);
  const top = dampedTop(series, QUIET);
  const spark = drawGraph(series, { width: room, height: 1, max: top, color: () => color }, look)[0] ?? [];
  return [span(`${head}${ARROWS[direction]} `, color), ...spark, ...facts];
}

function interfaceSeries(frame: Frame, name: string, direction: Direction): Series {
  return seriesOf(
    frame.history,
    (sample) => known(sample.network)?.interfaces.find((link) => link.name === name)?.[`${direction}Rate`],
  );
}

function drawRates(received: number | undefined, sent: number | undefined, look: Look): Line {
  const rate = (value: number | undefined) => padCellsStart(formatByteRate(value, look.networkUnit), BYTE_RATE_WIDTH + 1);
  return [
    span('↓', look.theme.receive),
    span(rate(received), look.theme.text),
    span('  ↑', look.theme.send),
    span(rate(sent), look.theme.text),
  ];
}
