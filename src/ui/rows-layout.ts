import { type PanelName, type PlanRow, panelNames } from '../config/settings.ts';
import type { Band, Demand, Demands } from './layout.ts';
import type { Size } from './panels/panel.ts';

/** Less wide, a panel can't tell enough: those of one row go below each other. */
const LEAST_WIDTH = 36;

/**
 * Pure: places for all of these panels in rows with weights, those that the rows don't name below; undefined where one would
 * get less than it asks for.
 */
export function arrangeRows(
  plan: readonly PlanRow[],
  { width, height }: Size,
  panels: readonly PanelName[],
  demands: Demands,
): readonly Band[] | undefined {
  const rows = breakRows(keepOf(withOthers(plan, panels), panels), width);
  const claims = rows.map((row) => ({ weight: row.weight, ...demandOf(row, demands) }));
  if (sum(claims.map(({ least }) => least)) > height) return undefined;
  const heights = share(height, claims);
  return rows.map(({ cells }, i): Band => {
    const least = Math.min(LEAST_WIDTH, Math.floor(width / cells.length));
    const widths = share(
      width,
      cells.map(({ weight }) => ({ weight, least, most: width })),
    );
    return cells.map(({ panel }, column) => [{ panel, width: widths[column] ?? 0, height: heights[i] ?? 0 }]);
  });
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

function demandOf({ cells }: PlanRow, demands: Demands): Demand {
  return {
    least: Math.max(...cells.map(({ panel }) => demands[panel].least)),
    most: Math.max(...cells.map(({ panel }) => demands[panel].most)),
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
