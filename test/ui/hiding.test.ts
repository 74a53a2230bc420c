import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PanelName, panelNames } from '../../src/config/settings.ts';
import { boxesOf } from '../../src/ui/arrangement.ts';
import { arrange, importance, orderOf } from '../../src/ui/hiding.ts';
import { anyDemands, anyPlan, anyVisible, demandsOf, row } from '../harness/plans.ts';

const anyWidth = fc.integer({ min: 1, max: 400 });
const anyHeight = fc.integer({ min: 1, max: 120 });
const anyOrder = fc.shuffledSubarray([...panelNames], { minLength: panelNames.length });
const fives = demandsOf({ least: 5, most: 9 });

const boxes = (...given: Parameters<typeof arrange>) => {
  const layout = arrange(...given);
  return layout.kind === 'grid' ? boxesOf(layout.bands) : [];
};
const shown = (...given: Parameters<typeof arrange>) => boxes(...given).map(({ panel }) => panel);

describe('any layout at any size', () => {
  it('covers each cell of the body once, and gives each panel in sight the least that it asks for', () => {
    fc.assert(
      fc.property(
        anyPlan,
        anyWidth,
        anyHeight,
        anyVisible,
        anyDemands,
        anyOrder,
        (plan, width, height, visible, demands, order) => {
          const placed = boxes(plan, { width, height }, visible, demands, order);
          if (placed.length === 0) return;
          expect(new Set(placed.map(({ panel }) => panel)).size).toBe(placed.length);
          const cells = new Uint8Array(width * height);
          for (const box of placed) {
            expect(visible).toContain(box.panel);
            expect(box.height).toBeGreaterThanOrEqual(demands[box.panel].least);
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

  it('hides none that finds room beside those that matter more', () => {
    fc.assert(
      fc.property(
        anyPlan,
        anyWidth,
        anyHeight,
        anyVisible,
        anyDemands,
        anyOrder,
        (plan, width, height, visible, demands, order) => {
          const size = { width, height };
          const seen = shown(plan, size, visible, demands, order);
          if (seen.length === 0) return;
          for (const hidden of visible.filter((panel) => !seen.includes(panel))) {
            const before = order.slice(0, order.indexOf(hidden) + 1);
            const together = panelNames.filter((panel) => before.includes(panel) && (seen.includes(panel) || panel === hidden));
            expect(shown(plan, size, together, demands, order)).not.toHaveLength(together.length);
          }
        },
      ),
    );
  });

  it('has borders only where at least three quarters of the panels are seen', () => {
    fc.assert(
      fc.property(anyPlan, anyWidth, anyHeight, anyVisible, anyDemands, (plan, width, height, visible, demands) => {
        const { length } = boxes(plan, { width, height }, visible, demands);
        if (length > 0) expect(length * 4).toBeGreaterThanOrEqual(visible.length * 3);
      }),
    );
  });
});

describe('where there is no room for all', () => {
  const rows = [row(1, 'cpu'), row(1, 'memory'), row(1, 'network'), row(2, 'disks')];

  it.each([
    [20, ['cpu', 'memory', 'network', 'disks']],
    [19, ['cpu', 'memory', 'disks']],
    // Fewer than three quarters of them: lines show more.
    [14, []],
  ] as const)('a layout of rows hides who matters least, never what it is for: of %i rows', (height, left) => {
    expect(shown(rows, { width: 100, height }, ['cpu', 'memory', 'disks', 'network'], fives)).toEqual(left);
  });

  it.each([
    [30, panelNames],
    [29, ['cpu', 'memory', 'disks', 'network', 'processes']],
    [25, ['cpu', 'memory', 'disks', 'network', 'processes']],
    [24, []],
  ] as const)('the layout that flows hides the sensors: of %i rows', (height, left) => {
    expect(shown('flow', { width: 60, height }, panelNames, fives)).toEqual(left);
  });

  it('what is looked for goes first, and who has nothing to tell goes last', () => {
    const visible: readonly PanelName[] = ['cpu', 'memory', 'disks', 'network'];
    const hidden = (...given: Parameters<typeof orderOf>) => {
      const seen = shown(rows, { width: 100, height: 15 }, visible, fives, orderOf(...given));
      return visible.filter((panel) => !seen.includes(panel));
    };
    expect(hidden(rows)).toEqual(['network']);
    expect(hidden(rows, 'network')).toEqual(['memory']);
    expect(hidden(rows, undefined, ['cpu'])).toEqual(['cpu']);
    expect(hidden(rows, undefined, ['disks'])).toEqual(['disks']);
  });

  it('the order is the one that is written down, and has every panel', () => {
    expect([...importance].sort()).toEqual([...panelNames].sort());
    expect(readFileSync('docs/layouts.md', 'utf8')).toContain(importance.join(', '));
  });
});
