import { drawGraph } from '../draw/graph.ts';
import { type Line, type Span, span } from '../draw/line.ts';
import { colorOfShare } from '../draw/share-color.ts';
import type { Look } from '../look.ts';

/** Shares of one core at the last samples, oldest first; undefined where one wasn't known. */
export type RecentCpu = readonly (number | undefined)[];

/** What several processes used together, sample by sample: all end now. */
export function addRecent(all: readonly RecentCpu[]): RecentCpu {
  const length = Math.max(0, ...all.map((one) => one.length));
  return Array.from({ length }, (_, i) => {
    const known = all.flatMap((one) => one[i - length + one.length] ?? []);
    return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : undefined;
  });
}

/**
 * A graph one row high. Its height is the square root of the share, or a process that takes 10 % of a core would look idle; what is
 * exact is in the column beside it, and the colour is the same as there.
 */
export function drawRecentCpu(recent: RecentCpu, width: number, look: Look): Line {
  const { perCell } = look.glyphs.graph;
  const latest = recent.slice(-width * perCell);
  if (latest.length === width * perCell && latest.every((share) => share === 0)) return drawIdle(width, look);
  const missing = width * perCell - latest.length;
  const heights = latest.map((share) => (share === undefined ? undefined : Math.sqrt(share)));
  const graph = drawGraph(heights, { width, height: 1, max: 1, blank: true, color: () => undefined }, look);
  const glyphs = graph[0]?.[0]?.text ?? '';
  const parts: Span[] = [];
  let from = 0;
  let tint: string | undefined;
  // Neighbours of one colour are one part.
  for (let cell = 0; cell <= width; cell += 1) {
    const most = Math.max(shareAt(latest, cell * perCell - missing), shareAt(latest, (cell + 1) * perCell - 1 - missing));
    const color = colorOfShare(most, look);
    if (cell > from && (cell === width || color !== tint)) {
      parts.push(span(glyphs.slice(from, cell), tint));
      from = cell;
    }
    tint = color;
  }
  return parts;
}

function shareAt(shares: RecentCpu, at: number): number {
  return shares[at] ?? 0;
}

/** What most processes show for most of the time. */
function drawIdle(width: number, look: Look): Line {
  const { perCell, levels, standing } = look.glyphs.graph;
  const cell = standing[perCell === 1 ? 1 : levels + 2] ?? ' ';
  return [span(cell.repeat(width), look.theme.dim)];
}
