import { describe, expect, it } from 'vitest';
import { boxesOf } from '../../src/ui/arrangement.ts';
import { arrangeRows } from '../../src/ui/rows-layout.ts';
import { demandsOf, row } from '../harness/plans.ts';

const fives = demandsOf({ least: 5, most: 9 });
const placed = (...given: Parameters<typeof arrangeRows>) => boxesOf(arrangeRows(...given) ?? []);

describe('a layout of rows', () => {
  it('shares heights by weight, as far as a panel can use them', () => {
    const roomy = { ...fives, cpu: { least: 5, most: 90 }, processes: { least: 5, most: 90 } };
    const rows = [row(1, 'cpu'), row(3, 'processes')];
    expect(placed(rows, { width: 100, height: 40 }, ['cpu', 'processes'], roomy).map(({ height }) => height)).toEqual([10, 30]);
    expect(placed(rows, { width: 100, height: 40 }, ['cpu', 'processes'], fives)[0]?.height).toBe(10);
  });

  it('puts panels of a row below each other where it is too narrow, and others below the rows', () => {
    const rows = [row(1, 'cpu', 'memory')];
    expect(placed(rows, { width: 72, height: 30 }, ['cpu', 'memory'], fives).map(({ y }) => y)).toEqual([0, 0]);
    expect(placed(rows, { width: 71, height: 30 }, ['cpu', 'memory'], fives).map(({ y }) => y)).toEqual([0, 15]);
    expect(placed(rows, { width: 72, height: 30 }, ['cpu', 'memory', 'disks'], fives).at(-1)).toMatchObject({ panel: 'disks' });
  });

  it('is none where one of them would get less than it asks for', () => {
    const rows = [row(1, 'cpu', 'memory'), row(1, 'disks')];
    expect(arrangeRows(rows, { width: 72, height: 10 }, ['cpu', 'memory', 'disks'], fives)).toBeDefined();
    expect(arrangeRows(rows, { width: 72, height: 9 }, ['cpu', 'memory', 'disks'], fives)).toBeUndefined();
  });
});
