import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBytes, parseDuration, parseRatio } from '../../src/units/parse.ts';

describe('quantities as people type them', () => {
  it.each([
    ['2', 2],
    ['0.5', 0.5],
    ['.5', 0.5],
    ['500ms', 0.5],
    ['7ms', 0.007],
    [' 2 s ', 2],
    ['5m', 300],
    ['5min', 300],
    ['1h', 3600],
    ['2d', 172_800],
    ['0', 0],
  ])('reads %j as %s seconds', (text, seconds) => expect(parseDuration(text)).toBe(seconds));

  it.each([
    ['80%', 0.8],
    ['7%', 0.07],
    ['0.8', 0.8],
    ['100 %', 1],
  ])('reads %j as the share %s', (text, share) => expect(parseRatio(text)).toBe(share));

  it.each([
    ['512', 512],
    ['512B', 512],
    ['1K', 1024],
    ['10MiB', 10 * 1024 ** 2],
    ['2G', 2 * 1024 ** 3],
    ['5MB', 5_000_000],
    ['5kB', 5000],
    ['1.5 TiB', 1.5 * 1024 ** 4],
  ])('reads %j as %s bytes', (text, bytes) => expect(parseBytes(text)).toBe(bytes));

  it.each(['', ' ', 'fast', '2x', '2 s s', '-1', '1e3', '1,5', '5 constructor', '1toString', 'NaN', '∞'])(
    'refuses %j',
    (text) => {
      expect([parseDuration, parseRatio, parseBytes].map((parse) => parse(text))).toEqual([undefined, undefined, undefined]);
    },
  );

  it('never reads anything but a number that is not below zero', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.tuple(fc.nat(), fc.string({ maxLength: 4 })).map(([n, unit]) => `${n}${unit}`),
        ),
        (text) => {
          for (const parse of [parseDuration, parseRatio, parseBytes]) expect(parse(text) ?? 0).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
