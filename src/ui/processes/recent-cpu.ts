import { drawGraph } from '../draw/graph.ts';
import { type Line, type Span, span } from '../draw/line.ts';
import type { Look } from '../look.ts';

/** Shares of one core at the last samples, oldest first; undefined where one wasn't known. */
export type RecentCpu = readonly (number | undefined)[];

/** A smaller share reads as nothing at all. */
export const IDLE = 0.0005;

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
  const shares = [...Array.from({ length: width * perCell - latest.length }, () => undefined), ...latest];
  const heights = shares.map((share) => (share === undefined ? undefined : Math.sqrt(share)));
  const graph = drawGraph(heights, { width, height: 1, max: 1, blank: true, color: () => undefined }, look);
  const cells = [...(graph[0]?.[0]?.text ?? '')];
  return joinAlike(
    cells.map((glyph, cell) => {
      const most = Math.max(...shares.slice(cell * perCell, (cell + 1) * perCell).map((share) => share ?? 0));
      return span(glyph, most < IDLE ? look.theme.dim : look.ramp(most));
    }),
  );
}

/** What most processes show for most of the time. */
function drawIdle(width: number, look: Look): Line {
  const { perCell, levels, standing } = look.glyphs.graph;
  const cell = standing[perCell === 1 ? 1 : levels + 2] ?? ' ';
  return [span(cell.repeat(width), look.theme.dim)];
}

/** Neighbours of one colour as one part: most processes are idle for most of the time. */
function joinAlike(cells: Line): Line {
  const joined: Span[] = [];
  for (const cell of cells) {
    const before = joined.at(-1);
    if (before && before.color === cell.color) joined[joined.length - 1] = { ...before, text: before.text + cell.text };
    else joined.push(cell);
  }
  return joined;
}
