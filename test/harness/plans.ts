import fc, { type Arbitrary } from 'fast-check';
import { builtInLayouts } from '../../src/config/built-in-layouts.ts';
import { type PanelName, type Plan, type PlanRow, panelNames } from '../../src/config/settings.ts';
import type { Demand, Demands } from '../../src/ui/layout.ts';

export const anyVisible: Arbitrary<readonly PanelName[]> = fc.subarray([...panelNames], { minLength: 1 });

const someDemand = fc
  .record({ least: fc.integer({ min: 4, max: 7 }), more: fc.nat(30) })
  .map(({ least, more }): Demand => ({ least, most: least + more }));

export const anyDemands: Arbitrary<Demands> = fc.record({
  cpu: someDemand,
  memory: someDemand,
  disks: someDemand,
  network: someDemand,
  sensors: someDemand,
  processes: someDemand,
});

/** What each panel asks for, the same for all. */
export function demandsOf(demand: Demand): Demands {
  return Object.fromEntries(panelNames.map((name) => [name, demand])) as Record<PanelName, Demand>;
}

const anyWeight = fc.integer({ min: 1, max: 9 });

/** Some panels in any order, cut into rows anywhere. */
const anyRows: Arbitrary<readonly PlanRow[]> = fc
  .tuple(
    fc.shuffledSubarray([...panelNames], { minLength: 1 }),
    fc.array(fc.tuple(anyWeight, anyWeight, fc.boolean()), { minLength: 6, maxLength: 6 }),
  )
  .map(([order, choices]) => {
    const rows: { weight: number; cells: PlanRow['cells'][number][] }[] = [];
    for (const [i, panel] of order.entries()) {
      const [weight, height, starts] = choices[i] ?? [1, 1, true];
      if (starts || rows.length === 0) rows.push({ weight: height, cells: [] });
      rows.at(-1)?.cells.push({ panel, weight });
    }
    return rows;
  });

/** Those that are built in, and what somebody might write. */
export const anyPlan: Arbitrary<Plan> = fc.oneof(fc.constantFrom<Plan>(...Object.values(builtInLayouts)), anyRows);

/** A row of panels that are equally wide. */
export function row(weight: number, ...panels: readonly PanelName[]): PlanRow {
  return { weight, cells: panels.map((panel) => ({ panel, weight: 1 })) };
}
