import type { ValueOf } from '../../metrics/index.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import { printable } from '../../units/cells.ts';
import { compareTexts } from '../../units/order.ts';
import { fitLine, type Line, lineWidth, span, spreadLine } from '../draw/line.ts';
import type { Look } from '../look.ts';
import { shareRows } from './flow.ts';
import { drawFlowSummary } from './flow-summary.ts';
import { drawLack, drawShortLack } from './lack.ts';
import { drawBoth, drawDirection, drawIdentity, drawRates, type Interface, totalsOf, trendsOf } from './network-link.ts';
import type { Panel, Scrolled, Size } from './panel.ts';

type Network = ValueOf<'network'>;

export const networkPanel: Panel = {
  name: 'network',
  title: 'network',
  accent: 'network',
  metrics: ['network'],
  demand({ sample }) {
    const interfaces = known(sample.network)?.interfaces ?? [];
    return { least: 5, enough: 2 + planRows(interfaces).rows, most: 2 + Math.max(3, interfaces.length * 3) + 6 };
  },
  caption: (frame, look, _, room) =>
    known(frame.sample.network) ? drawFlowSummary(frame, totalsOf(frame, look), room, look) : [],
  draw: drawNetwork,
  wholeRows({ sample }, { height }) {
    const { rows, graphs } = planRows(known(sample.network)?.interfaces ?? []);
    const large = rows + graphs * LARGER;
    // The charts above show what a single one does.
    return graphs > 1 && large <= height ? large : rows;
  },
  compact(frame, { width, height }, look) {
    const network = known(frame.sample.network);
    if (!network) return drawShortLack(frame.sample, 'network', 'network', width, look);
    const total = spreadLine([span('net', look.theme.dim)], drawRates(network, look), width);
    const lines = byImportance(network).flatMap((link) =>
      (['receive', 'send'] as const).map((direction) => drawDirection(frame, link, direction, width, look)),
    );
    return [total, ...lines].slice(0, height);
  },
  trends: trendsOf,
};

/** How many rows tell of all interfaces, and how many graphs are among that. */
function planRows(all: readonly Interface[]) {
  const links = all.filter((link) => !isIdle(link));
  const graphs = links.filter((link) => link.counted).length || links.length;
  return { graphs, rows: links.length + graphs * LEAST_GRAPH + (links.length < all.length ? 1 : 0) };
}

function drawNetwork(frame: Frame, { width, height, scroll }: Scrolled, look: Look): readonly Line[] {
  const network = known(frame.sample.network);
  if (!network) return drawLack(frame.sample, 'network', 'network', width, look, height);
  return drawInterfaces(network, frame, width, height, scroll, look);
}

/** Who it is, and what comes in and goes out in one graph, or in a line of numbers. What doesn't fit is counted, not dropped. */
function drawInterfaces(
  network: Network,
  frame: Frame,
  width: number,
  height: number,
  scroll: number,
  look: Look,
): readonly Line[] {
  const idle = network.interfaces.filter(isIdle);
  const links = byImportance(network).filter((link) => !isIdle(link));
  const rows = shareGraphs(links, height - (idle.length > 0 ? 1 : 0));
  const blocks: readonly Block[] = [
    ...links.map((link, i) => drawLink(link, frame, { width, height: rows[i] ?? 0 }, look)),
    ...(idle.length > 0 ? [drawIdle(idle, width, look)] : []),
  ];
  const total = blocks.reduce((sum, block) => sum + block.rows, 0);
  const first = Math.max(0, Math.min(scroll, total - height));
  // Only what is seen is drawn: of two hundred interfaces few are.
  const lines: Line[] = [];
  let at = 0;
  let left = 0;
  for (const block of blocks) {
    if (at < first + height && at + block.rows > first) lines.push(...block.draw().slice(Math.max(0, first - at)));
    at += block.rows;
    if (at > first + height - 1) left += block.links;
  }
  const shown = lines.slice(0, height);
  // Three rows hold one interface whole: both directions are worth more than how many others there are.
  if (total <= height || first + height >= total || height < 4) return shown;
  return [...shown.slice(0, -1), [span(`and ${left} more`, look.theme.dim)]];
}

/** What is drawn of one interface, or of several in a line. */
interface Block {
  readonly rows: number;
  readonly links: number;
  draw(): readonly Line[];
}

/** A row for each direction, and from how many more on a graph gets more. */
const LEAST_GRAPH = 2;
const LEAST_EXTRA = 2;
/** Zoomed, a graph gets so many more where all do. */
const LARGER = 4;
/** Where every graph can be so high, those have one, too, that aren't in the total. */
const ROOMY_GRAPH = 6;

/** The rows of each interface's graph; 0: it has none. The traffic that counts comes first. */
function shareGraphs(links: readonly Interface[], height: number): readonly number[] {
  const counted = links.filter((link) => link.counted);
  const graphed = counted.length === 0 || height >= links.length * (1 + ROOMY_GRAPH) ? links : counted;
  const spare = Math.max(0, height - links.length - graphed.length * LEAST_GRAPH);
  const extra = shareRows(spare, graphed.length, LEAST_EXTRA);
  return links.map((link) => (graphed.includes(link) ? LEAST_GRAPH + (extra[graphed.indexOf(link)] ?? 0) : 0));
}

function drawLink(link: Interface, frame: Frame, { width, height }: Size, look: Look): Block {
  const draw = () =>
    height > 0
      ? [drawIdentity(link, width, look), ...drawBoth(frame, link, { width, height }, look)]
      : [drawTraffic(link, width, look)];
  return { rows: height + 1, links: 1, draw };
}

/** Who it is, and its traffic in numbers. */
function drawTraffic(link: Interface, width: number, look: Look): Line {
  const rates = drawRates(link, look, link.name);
  return spreadLine(drawIdentity(link, width - lineWidth(rates) - 1, look), rates, width);
}

/** Those that are down and never moved anything, by name. */
function drawIdle(idle: readonly Interface[], width: number, look: Look): Block {
  const names = idle.map((link) => printable(link.name)).sort(compareTexts);
  const draw = () => [fitLine([span(`down: ${names.join(', ')}`, look.theme.dim)], width)];
  return { rows: 1, links: idle.length, draw };
}

function isIdle(link: Interface): boolean {
  return link.state === 'down' && !link.received && !link.sent;
}

/** Counted interfaces first, then those that move most; those that are down last. */
function byImportance(network: Network): readonly Interface[] {
  const weight = (link: Interface) => (link.counted ? 2 : 0) + (link.state === 'down' ? 0 : 1);
  const moved = (link: Interface) => (link.received ?? 0) + (link.sent ?? 0);
  return [...network.interfaces].sort((a, b) => weight(b) - weight(a) || moved(b) - moved(a) || compareTexts(a.name, b.name));
}
