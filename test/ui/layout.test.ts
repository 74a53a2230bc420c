import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { panelNames } from '../../src/config/settings.ts';
import { arrange, type Demand, type Layout } from '../../src/ui/layout.ts';

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
const anyVisible = fc.subarray([...panelNames], { minLength: 1 });
const anyWidth = fc.integer({ min: 40, max: 250 });
const anyHeight = fc.integer({ min: 7, max: 90 });

const placesOf = (layout: Layout) => (layout.kind === 'grid' ? layout.bands.flat(2) : []);
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('the layout', () => {
  it('fills the body exactly: no row and no column is left over or taken twice', () => {
    fc.assert(
      fc.property(anyWidth, anyHeight, anyVisible, anyDemand, (width, height, visible, demand) => {
        const layout = arrange(width, height, visible, demand);
        if (layout.kind === 'compact') return;
        const bandHeights = layout.bands.map((band) => band.map((column) => sum(column.map((place) => place.height))));
        for (const heights of bandHeights) expect(new Set(heights).size).toBe(1);
        expect(sum(bandHeights.map(([first]) => first ?? 0))).toBe(height);
        for (const band of layout.bands) {
          expect(sum(band.map((column) => column[0]?.width ?? 0))).toBe(width);
          for (const column of band) expect(new Set(column.map((place) => place.width)).size).toBe(1);
        }
      }),
    );
  });

  it('places every visible panel once, and none less high than the least it asks for', () => {
    fc.assert(
      fc.property(anyWidth, anyHeight, anyVisible, anyDemand, (width, height, visible, demand) => {
        const places = placesOf(arrange(width, height, visible, demand));
        if (places.length === 0) return;
        expect(places.map(({ panel }) => panel).sort()).toEqual([...visible].sort());
        for (const place of places) expect(place.height).toBeGreaterThanOrEqual(demand[place.panel].least);
      }),
    );
  });

  it('has no borders where the least that is asked for does not fit', () => {
    const demand = Object.fromEntries(panelNames.map((name) => [name, { least: 5, most: 9 }])) as Parameters<typeof arrange>[3];
    expect(arrange(60, 29, panelNames, demand).kind).toBe('compact');
    expect(arrange(60, 30, panelNames, demand).kind).toBe('grid');
    expect(arrange(100, 19, panelNames, demand).kind).toBe('compact');
    expect(arrange(100, 20, panelNames, demand).kind).toBe('grid');
  });

  it('puts panels beside each other where they stay readable, below each other where not', () => {
    const demand = Object.fromEntries(panelNames.map((name) => [name, { least: 5, most: 9 }])) as Parameters<typeof arrange>[3];
    const columns = (width: number) => {
      const layout = arrange(width, 40, panelNames, demand);
      return layout.kind === 'grid' ? layout.bands.map((band) => band.length) : [];
    };
    expect(columns(78)).toEqual([1, 2]);
    expect(columns(77)).toEqual([1]);
  });

  it('gives the processes nearly a column for themselves, as far as there are any to see', () => {
    const others = { cpu: 5, memory: 6, disks: 5, network: 5, sensors: 4 };
    const demandWith = (most: number) =>
      ({
        ...Object.fromEntries(Object.entries(others).map(([name, least]) => [name, { least, most: least + 4 }])),
        processes: { least: 4, most },
      }) as Parameters<typeof arrange>[3];
    const columns = (height: number, most: number) => {
      const layout = arrange(120, height, panelNames, demandWith(most));
      return layout.kind === 'grid' ? layout.bands[1]?.map((column) => column.map(({ panel }) => panel)) : layout.kind;
    };
    const last = [
      ['memory', 'network'],
      ['disks', 'sensors', 'processes'],
    ];
    expect(columns(40, 500)).toEqual([
      ['memory', 'disks', 'network'],
      ['processes', 'sensors'],
    ]);
    expect(columns(40, 4)).toEqual(last);
    // Three panels below each other on the left need 16 rows, and the CPU 5.
    expect(columns(20, 500)).toEqual(last);
    expect(columns(17, 500)).toBe('compact');
  });

  it('gives one panel all there is', () => {
    const demand = Object.fromEntries(panelNames.map((name) => [name, { least: 5, most: 9 }])) as Parameters<typeof arrange>[3];
    for (const panel of panelNames) {
      expect(placesOf(arrange(120, 40, [panel], demand))).toEqual([{ panel, width: 120, height: 40 }]);
    }
  });
});
