import fc from 'fast-check';
import { expect, test } from 'vitest';
import { increase, rate, share, sum } from '../../src/metrics/rate.ts';

const counter = fc.maxSafeNat();
const elapsed = fc.double({ min: 0.001, max: 1e6, noNaN: true });

test('a rate is the growth over the time that really passed', () => {
  expect(rate(3000, 1000, 2)).toBe(1000);
  expect(rate(3000, 1000, 0.5)).toBe(4000);
  expect(rate(1000, 1000, 1)).toBe(0);
});

test('without a reading before, or without time between, there is no rate', () => {
  expect(rate(1000, undefined, 1)).toBeUndefined();
  expect(rate(undefined, 1000, 1)).toBeUndefined();
  expect(rate(2000, 1000, 0)).toBeUndefined();
  expect(rate(2000, 1000, -1)).toBeUndefined();
});

test('a counter that was reset gives no rate', () => {
  expect(rate(10, 1_000_000, 1)).toBeUndefined();
  expect(rate(10, 2 ** 40, 1)).toBeUndefined();
  expect(rate(2 ** 31, 2 ** 32 - 1, 1)).toBeUndefined();
});

test('a 32-bit counter that wraps goes on counting', () => {
  expect(increase(99, 2 ** 32 - 1)).toBe(100);
  expect(rate(0, 2 ** 32 - 1000, 1)).toBe(1000);
});

test('whatever two counters say, a rate is a finite number, not negative, or unknown', () => {
  fc.assert(
    fc.property(counter, counter, elapsed, (now, before, time) => {
      const value = rate(now, before, time);
      return value === undefined || (Number.isFinite(value) && value >= 0);
    }),
  );
});

test('a counter that grew is given back by what it grew', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (before, growth) => {
      expect(increase(before + growth, before)).toBe(growth);
    }),
  );
});

test('a 32-bit counter read often enough loses nothing by wrapping', () => {
  const growth = fc.nat({ max: 2 ** 31 - 1 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), growth, (before, grown) => {
      expect(increase((before + grown) % 2 ** 32, before)).toBe(grown);
    }),
  );
});

test('a share lies between none and all, or is unknown', () => {
  expect(share(1, 4)).toBe(0.25);
  expect(share(-1, 4)).toBe(0);
  expect(share(5, 4)).toBe(1);
  expect(share(0, 0)).toBeUndefined();
  expect(share(undefined, 4)).toBeUndefined();
  expect(share(1, undefined)).toBeUndefined();
});

test('a sum leaves out what is unknown, and is unknown where all is', () => {
  expect(sum([1, undefined, 2])).toBe(3);
  expect(sum([undefined, 0])).toBe(0);
  expect(sum([undefined])).toBeUndefined();
  expect(sum([])).toBeUndefined();
});
