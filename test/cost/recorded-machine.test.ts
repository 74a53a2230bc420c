import { expect, it } from 'vitest';
import { carryOn } from './recorded-machine.ts';

it('a counter that grew goes on growing, and what fell goes to and fro', () => {
  expect(carryOn('rx 100 free 7.50', 'rx 130 free 7.25', 3)).toBe('rx 190 free 7.25');
  expect(carryOn('rx 100 free 7.50', 'rx 130 free 7.25', 4)).toBe('rx 220 free 7.50');
});

it('decimals keep their places', () => {
  expect(carryOn('98.90 12.00', '100.10 12.00', 2)).toBe('101.30 12.00');
});

it('what changed in more than its numbers stays as it became', () => {
  expect(carryOn('eth0: 1\n', 'eth0: 2\nwlan0: 1\n', 5)).toBe('eth0: 2\nwlan0: 1\n');
});
