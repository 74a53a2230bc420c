import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PanelName, type PlanRow, panelNames } from '../../src/config/settings.ts';
import { boxesOf } from '../../src/ui/arrangement.ts';
import type { Demand } from '../../src/ui/layout.ts';
import { arrangeRows, importance } from '../../src/ui/rows-layout.ts';

const someDemand = fc
  .record({ least: fc.integer({ min: 4, max: 7 }), more: fc.nat(30) })
  .map(({ least, more }): Demand => ({ least, most: least + more }));
const anyDemand = fc.record({
  cpu: someDemand,
  memory: someDemand,
  disks: someDemand,
  network: someDemand,
  sensors: someDemand,
  processes: someDemand,
});
const anyWeight = fc.integer({ min: 1, max: 9 });
/** Some panels in any order, cut into rows anywhere. */
const anyRows = fc
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
const anyVisible = fc.subarray([...panelNames], { minLength: 1 });
const row = (weight: number, ...panels: readonly PanelName[]): PlanRow => ({
  weight,
  cells: panels.map((panel) => ({ panel, weight: 1 })),
});
const fives = Object.fromEntries(panelNames.map((name) => [name, { least: 5, most: 9 }])) as Record<PanelName, Demand>;
const placed = (...given: Parameters<typeof arrangeRows>) => {
  const layout = arrangeRows(...given);
  return layout.kind === 'grid' ? boxesOf(layout.bands) : [];
};

describe('a layout of rows', () => {
  it('covers each cell of the body once, and gives each panel in sight the least that it asks for', () => {
    fc.assert(
      fc.property(
        anyRows,
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 1, max: 120 }),
        anyVisible,
        anyDemand,
        (rows, width, height, visible, demand) => {
          const boxes = placed(rows, { width, height }, visible, demand);
          if (boxes.length === 0) return;
          expect(new Set(boxes.map(({ panel }) => panel)).size).toBe(boxes.length);
          const cells = new Uint8Array(width * height);
          for (const box of boxes) {
            expect(visible).toContain(box.panel);
            expect(box.height).toBeGreaterThanOrEqual(demand[box.panel].least);
            expect(box.x + box.width).toBeLessThanOrEqual(width);
            for (let y = box.y; y < box.y + box.height; y++) {
              for (let x = box.x; x < box.x + box.width; x++) cells[y * width + x] = (cells[y * width + x] ?? 0) + 1;
            }
          }
          expect(cells.every((times) => times === 1)).toBe(true);
        },
      ),
    );
  });

  it('shares heights by weight, as far as a panel can use them', () => {
    const roomy = { ...fives, cpu: { least: 5, most: 90 }, processes: { least: 5, most: 90 } };
    const rows = [row(1, 'cpu'), row(3, 'processes')];
    expect(placed(rows, { width: 100, height: 40 }, ['cpu', 'processes'], roomy).map(({ height }) => height)).toEqual([10, 30]);
    expect(placed(rows, { width: 100, height: 40 }, ['cpu', 'processes'], fives)[0]?.height).toBe(10);
  });

  it('hides who matters least where there is no room, never what the layout is for', () => {
    const rows = [row(1, 'cpu'), row(1, 'memory'), row(1, 'network'), row(2, 'disks')];
    const shown = (height: number) =>
      placed(rows, { width: 100, height }, ['cpu', 'memory', 'disks', 'network'], fives).map(({ panel }) => panel);
    expect(shown(20)).toEqual(['cpu', 'memory', 'network', 'disks']);
    expect(shown(19)).toEqual(['cpu', 'memory', 'disks']);
    expect(shown(14)).toEqual(['cpu', 'disks']);
    // Less than half of them: lines show more.
    expect(shown(9)).toEqual([]);
  });

  it('puts panels of a row below each other where it is too narrow, and others below the rows', () => {
    const rows = [row(1, 'cpu', 'memory')];
    expect(placed(rows, { width: 72, height: 30 }, ['cpu', 'memory'], fives).map(({ y }) => y)).toEqual([0, 0]);
    expect(placed(rows, { width: 71, height: 30 }, ['cpu', 'memory'], fives).map(({ y }) => y)).toEqual([0, 15]);
    expect(placed(rows, { width: 72, height: 30 }, ['cpu', 'memory', 'disks'], fives).at(-1)).toMatchObject({ panel: 'disks' });
  });

  it('knows how important every panel is', () => {
    expect([...importance].sort()).toEqual([...panelNames].sort());
    expect(readFileSync('docs/layouts.md', 'utf8')).toContain(importance.join(', '));
  });
});
