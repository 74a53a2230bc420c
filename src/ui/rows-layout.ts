import { type PanelName, type PlanRow, panelNames } from '../config/settings.ts';
import type { Band, Demand, Layout } from './layout.ts';

/**
 * Who gets a place first where there isn't room for all, wherever the layout doesn't say otherwise. docs/layouts.md has the
 * same list, which a test compares.
 */
export const importance: readonly PanelName[] = ['cpu', 'processes', 'memory', 'network', 'disks', 'sensors'];

/** Less wide, a panel can't tell enough: those of one row go below each other. */
const LEAST_WIDTH = 36;

export interface Room {
  readonly width: number;
  readonly height: number;
}

/**
 * Pure: places for rows of panels with weights. Visible panels that the rows don't name follow below. One panel after the
 * other gets a place, `first` and then by importance, as long as all have the least that they ask for; who doesn't find
 * room is hidden. Where less than half of them would be seen, lines without borders show more.
 */
export function arrangeRows(
  rows: readonly PlanRow[],
  { width, height }: Room,
  visible: readonly PanelName[],
  demand: Readonly<Record<PanelName, Demand>>,
  first?: PanelName,
): Layout {
  const all = withOthers(rows, visible);
  const rowsOf = (panels: readonly PanelName[]) => breakRows(keepOf(all, panels), width);
  const fits = (panels: readonly PanelName[]) => sum(rowsOf(panels).map((row) => demandOf(row, demand).least)) <= height;
  let shown: readonly PanelName[] = [];
  for (const panel of orderOf(rows, visible, first)) if (fits([...shown, panel])) shown = [...shown, panel];
  if (shown.length * 2 < visible.length || shown.length === 0) return { kind: 'compact' };

  const kept = rowsOf(shown);
  const heights = share(
    height,
    kept.map((row) => ({ weight: row.weight, ...demandOf(row, demand) })),
  );
  const bands = kept.map(({ cells }, i): Band => {
    const least = Math.min(LEAST_WIDTH, Math.floor(width / cells.length));
    const widths = share(
      width,
      cells.map(({ weight }) => ({ weight, least, most: width })),
    );
    return cells.map(({ panel }, column) => [{ panel, width: widths[column] ?? 0, height: heights[i] ?? 0 }]);
  });
  return { kind: 'grid', bands };
}

/** What the layout gives the most weight to is what it is for. */
function orderOf(rows: readonly PlanRow[], visible: readonly PanelName[], first?: PanelName): readonly PanelName[] {
  const heaviest = rows.toSorted((a, b) => b.weight - a.weight)[0]?.cells.toSorted((a, b) => b.weight - a.weight)[0];
  const order = new Set([...(first ? [first] : []), ...(heaviest ? [heaviest.panel] : []), ...importance]);
  return [...order].filter((panel) => visible.includes(panel));
}

function withOthers(rows: readonly PlanRow[], visible: readonly PanelName[]): readonly PlanRow[] {
  const named = new Set(rows.flatMap(({ cells }) => cells.map(({ panel }) => panel)));
  const others = panelNames.filter((panel) => visible.includes(panel) && !named.has(panel));
  return [...rows, ...others.map((panel): PlanRow => ({ weight: 1, cells: [{ panel, weight: 1 }] }))];
}

function keepOf(rows: readonly PlanRow[], panels: readonly PanelName[]): readonly PlanRow[] {
  return rows
    .map(({ weight, cells }) => ({ weight, cells: cells.filter(({ panel }) => panels.includes(panel)) }))
    .filter(({ cells }) => cells.length > 0);
}

/** Rows that are too narrow for their panels become several. */
function breakRows(rows: readonly PlanRow[], width: number): readonly PlanRow[] {
  const beside = Math.max(1, Math.floor(width / LEAST_WIDTH));
  return rows.flatMap(({ weight, cells }) => {
    const lines = Math.ceil(cells.length / beside);
    const each = Math.ceil(cells.length / lines);
    return Array.from({ length: lines }, (_, i): PlanRow => ({ weight, cells: cells.slice(i * each, (i + 1) * each) }));
  });
}

function demandOf({ cells }: PlanRow, demand: Readonly<Record<PanelName, Demand>>): Demand {
  return {
    least: Math.max(...cells.map(({ panel }) => demand[panel].least)),
    most: Math.max(...cells.map(({ panel }) => demand[panel].most)),
  };
}

interface Claim extends Demand {
  readonly weight: number;
}

/**
 * Cells for each claim: the least, then one by one to whoever has the least for its weight and can use more; what nobody
 * can use is shared in the same way. All of the total is given out, where it is enough for the least.
 */
function share(total: number, claims: readonly Claim[]): readonly number[] {
  const sizes = claims.map(({ least }) => least);
  for (let spare = total - sum(sizes); spare > 0; spare--) {
    const usable = claims.map(({ most }, i) => (sizes[i] ?? 0) < most);
    const anybody = usable.includes(true);
    let next = -1;
    claims.forEach((_, i) => {
      if ((usable[i] || !anybody) && (next < 0 || ratio(i) < ratio(next))) next = i;
    });
    sizes[next] = (sizes[next] ?? 0) + 1;
  }
  return sizes;

  function ratio(i: number): number {
    return (sizes[i] ?? 0) / (claims[i]?.weight ?? 1);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
