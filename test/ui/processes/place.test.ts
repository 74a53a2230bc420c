import { describe, expect, it } from 'vitest';
import { createPlace } from '../../../src/ui/processes/place.ts';
import { initialView, moveSelection } from '../../../src/ui/processes/view.ts';

const range = (count: number, without: readonly number[] = []) =>
  Array.from({ length: count }, (_, i) => i)
    .filter((i) => !without.includes(i))
    .map(String);

describe('the place of the selected row', () => {
  it('is where it stood last, and nobody has one who has not stood anywhere', () => {
    const placeOf = createPlace();
    expect(placeOf({ selected: undefined }, range(9))).toBeUndefined();
    expect(placeOf({ selected: 'x' }, range(9))).toBeUndefined();
    expect(placeOf({ selected: '3' }, range(9))).toBe(3);
    expect(placeOf({ selected: '3' }, range(9, [0]))).toBe(2);
    expect(placeOf({ selected: '3' }, range(9, [3]))).toBe(2);
    expect(placeOf({ selected: '5' }, range(9, [5]))).toBeUndefined();
  });

  it('is where one goes on from when the process has ended', () => {
    const placeOf = createPlace();
    const view = { ...initialView, selected: '20', offset: 15 };
    placeOf(view, range(40));
    const ids = range(40, [20]);
    const listed = { ids, height: 10, find: () => new Set<string>(), place: placeOf(view, ids) };
    const to = (by: Parameters<typeof moveSelection>[1]) => moveSelection(view, by, listed);
    expect([to('line'), to('lineBack'), to('page'), to('pageBack')].map(({ selected }) => selected)).toEqual([
      '21',
      '19',
      '31',
      '10',
    ]);
    expect(to('line').offset).toBe(15);
  });

  it('is the end where fewer rows are left than stood before it', () => {
    const view = { ...initialView, selected: '20' };
    const listed = { ids: range(5), height: 10, find: () => new Set<string>(), place: 20 };
    expect(moveSelection(view, 'line', listed).selected).toBe('4');
    expect(moveSelection(view, 'lineBack', listed).selected).toBe('4');
  });
});
