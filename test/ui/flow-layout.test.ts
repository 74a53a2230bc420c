import { describe, expect, it } from 'vitest';
import { type PanelName, panelNames } from '../../src/config/settings.ts';
import { arrangeFlow } from '../../src/ui/flow-layout.ts';
import type { Demands } from '../../src/ui/layout.ts';
import { demandsOf } from '../harness/plans.ts';

const fives = demandsOf({ least: 5, most: 9 });
const columnsOf = (width: number, height: number, demands: Demands, panels: readonly PanelName[] = panelNames) =>
  arrangeFlow({ width, height }, panels, demands)?.map((band) => band.map((column) => column.map(({ panel }) => panel)));

describe('the layout that flows', () => {
  it('puts panels beside each other where they stay readable, below each other where not', () => {
    const counts = (width: number) => columnsOf(width, 40, fives)?.map((band) => band.length);
    expect(counts(78)).toEqual([1, 2]);
    expect(counts(77)).toEqual([1]);
  });

  it('is none where the least that is asked for does not fit', () => {
    expect(columnsOf(60, 29, fives)).toBeUndefined();
    expect(columnsOf(60, 30, fives)).toBeDefined();
    expect(columnsOf(100, 19, fives)).toBeUndefined();
    expect(columnsOf(100, 20, fives)).toBeDefined();
  });

  it('gives the processes nearly a column for themselves, as far as there are any to see', () => {
    const demandsWith = (most: number): Demands => ({
      cpu: { least: 5, most: 9 },
      memory: { least: 6, most: 10 },
      disks: { least: 5, most: 9 },
      network: { least: 5, most: 9 },
      sensors: { least: 4, most: 8 },
      processes: { least: 4, most },
    });
    const below = (width: number, height: number, most: number, panels = panelNames) =>
      columnsOf(width, height, demandsWith(most), panels)?.[1];
    const beside = [
      ['memory', 'disks', 'network'],
      ['processes', 'sensors'],
    ];
    const last = [
      ['memory', 'network'],
      ['disks', 'sensors', 'processes'],
    ];
    expect(below(120, 40, 500)).toEqual(beside);
    expect(below(120, 40, 4)).toEqual(last);
    // Three panels below each other on the left need 16 rows, and the CPU 5.
    expect(below(120, 20, 4)).toEqual(last);
    expect(below(149, 20, 4)).toEqual(last);
    expect(below(150, 20, 500)).toEqual([['memory', 'network'], ['disks', 'sensors'], ['processes']]);
    expect(below(150, 21, 500)).toEqual(beside);
    expect(below(120, 17, 4)).toBeUndefined();
  });

  it('leaves the sensors out before the list of processes has less than five rows', () => {
    const demands: Demands = { ...demandsOf({ least: 5, most: 9 }), processes: { least: 5, most: 500 } };
    const without = panelNames.filter((name) => name !== 'sensors');
    expect(columnsOf(120, 19, demands)).toBeUndefined();
    expect(columnsOf(120, 19, demands, without)?.[1]).toEqual([
      ['memory', 'network'],
      ['disks', 'processes'],
    ]);
    const listed = arrangeFlow({ width: 120, height: 19 }, without, demands)
      ?.flat(2)
      .find(({ panel }) => panel === 'processes');
    expect(listed?.height).toBeGreaterThanOrEqual(8);
    // Where there is still less, a short list is better than none.
    expect(columnsOf(120, 15, demands, without)).toBeDefined();
  });

  it('puts the CPU into a column, too, where it is wide and low', () => {
    const demands: Demands = { ...demandsOf({ least: 5, most: 9 }), processes: { least: 5, most: 500 } };
    expect(columnsOf(200, 13, demands)).toEqual([
      [
        ['cpu', 'memory'],
        ['network', 'disks'],
        ['processes', 'sensors'],
      ],
    ]);
    expect(columnsOf(149, 13, demands)).toBeUndefined();
  });

  it('gives rows to who has something left to say before it gives any for larger graphs', () => {
    const demands: Demands = {
      ...demandsOf({ least: 5, most: 9 }),
      memory: { least: 6, enough: 7, most: 16 },
      disks: { least: 5, enough: 12, most: 20 },
      network: { least: 5, enough: 8, most: 20 },
      processes: { least: 5, most: 500 },
    };
    const heights = (height: number) =>
      Object.fromEntries(
        (arrangeFlow({ width: 120, height }, panelNames, demands)?.at(-1) ?? [])
          .flat()
          .map((place) => [place.panel, place.height]),
      );
    // The CPU takes its nine rows first.
    expect(heights(9 + 24)).toMatchObject({ memory: 7, disks: 9, network: 8 });
    expect(heights(9 + 27)).toMatchObject({ memory: 7, disks: 12, network: 8 });
    expect(heights(9 + 33)).toMatchObject({ memory: 9, disks: 14, network: 10 });
  });

  it('gives one panel all there is', () => {
    for (const panel of panelNames) {
      expect(arrangeFlow({ width: 120, height: 40 }, [panel], fives)?.flat(2)).toEqual([{ panel, width: 120, height: 40 }]);
    }
  });
});
