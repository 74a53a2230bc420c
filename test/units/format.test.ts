import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  BYTE_RATE_SHORT_WIDTH,
  BYTE_RATE_WIDTH,
  BYTES_WIDTH,
  formatBitRate,
  formatByteRate,
  formatByteRateShort,
  formatBytes,
  formatBytesShort,
  formatCount,
  formatDateTime,
  formatDuration,
  formatFileTime,
  formatHertz,
  formatInterval,
  formatLoad,
  formatPercent,
  formatPower,
  formatTemperature,
  formatTimeOfDay,
  formatTimestamp,
  PERCENT_WIDTH,
  UNKNOWN,
} from '../../src/units/format.ts';
import { parseDuration } from '../../src/units/parse.ts';

const KiB = 1024;
const MiB = 1024 ** 2;

/** Values of every size, and those beside the borders where a unit or a digit changes. */
const sizes = fc.oneof(
  fc.double({ min: 0, max: 2 ** 63, noNaN: true }),
  fc
    .tuple(
      fc.constantFrom(1000, 1024),
      fc.nat(5),
      fc.constantFrom(0.995, 9.945, 9.95, 9.995, 99.5, 99.95, 999.5, 1023.5),
      fc.double({ min: -1e-3, max: 1e-3, noNaN: true }),
    )
    .map(([base, power, border, shift]) => (border + shift) * base ** power),
);

describe('formatted numbers', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1023.6, '1.00 KiB'],
    [1023.4 * KiB, '1023 KiB'],
    [1023.6 * KiB, '1.00 MiB'],
    [9.994 * KiB, '9.99 KiB'],
    [9.996 * KiB, '10.0 KiB'],
    [99.96 * KiB, '100 KiB'],
    [93.1 * 1024 ** 3, '93.1 GiB'],
    [2 ** 63, '8.00 EiB'],
    [undefined, UNKNOWN],
  ])('write %s bytes as %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  it.each([
    [0, '0B'],
    [1023, '1023B'],
    [1.25 * KiB, '1.3K'],
    [9.96 * MiB, '10M'],
    [1023.6 * MiB, '1.0G'],
    [undefined, UNKNOWN],
  ])('write %s bytes as %s in tables', (bytes, text) => expect(formatBytesShort(bytes)).toBe(text));

  it.each([
    [0, '0'],
    [12.34, '12.3'],
    [312, '312'],
    [999.4, '999'],
    [999.6, '1.00k'],
    [1250, '1.25k'],
    [12_345_678, '12.3M'],
    [undefined, UNKNOWN],
  ])('write the count %s as %s', (count, text) => expect(formatCount(count)).toBe(text));

  it.each([
    [0, '0.0%'],
    [0.9994, '99.9%'],
    [0.9996, '100%'],
    [2.5, '250%'],
    [undefined, UNKNOWN],
  ])('write the share %s as %s', (share, text) => expect(formatPercent(share)).toBe(text));

  it.each([
    [800e6, '800 MHz'],
    [999.6e6, '1.00 GHz'],
    [2.596e9, '2.60 GHz'],
    [undefined, UNKNOWN],
  ])('write %s hertz as %s', (hertz, text) => expect(formatHertz(hertz)).toBe(text));

  it.each([
    [0.424, '0.42'],
    [9.996, '10.0'],
    [99.96, '100'],
    [undefined, UNKNOWN],
  ])('write the load %s as %s', (load, text) => expect(formatLoad(load)).toBe(text));

  it('write rates in bytes, or in bits as links are measured', () => {
    expect(formatByteRate(1_310_720)).toBe('1.25 MiB/s');
    expect(formatByteRate(1_310_720, 'bits')).toBe('10.5 Mb/s');
    expect(formatByteRate(undefined, 'bits')).toBe(UNKNOWN);
    expect(formatBitRate(2_500_000_000)).toBe('2.5 Gb/s');
    expect(formatBitRate(undefined)).toBe(UNKNOWN);
  });

  it('write temperatures without a zero below zero', () => {
    expect(formatTemperature(-0.4)).toBe('0°C');
    expect(formatTemperature(-17.9, 'fahrenheit')).toBe('0°F');
    expect(formatTemperature(45.4, 'fahrenheit')).toBe('114°F');
    expect(formatTemperature(undefined)).toBe(UNKNOWN);
  });

  it('write power in watts, below zero where it is, but no zero below zero', () => {
    expect(formatPower(65)).toBe('65.0 W');
    expect(formatPower(-8.24)).toBe('-8.2 W');
    expect(formatPower(-0.04)).toBe('0.0 W');
    expect(formatPower(undefined)).toBe(UNKNOWN);
  });

  it('never get wider than their column', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (size, share) => {
        expect(formatBytes(size).length).toBeLessThanOrEqual(BYTES_WIDTH);
        expect(formatByteRate(size).length).toBeLessThanOrEqual(BYTE_RATE_WIDTH);
        expect(formatByteRate(size, 'bits').length).toBeLessThanOrEqual(BYTE_RATE_WIDTH);
        expect(formatBytesShort(size).length).toBeLessThanOrEqual(5);
        expect(formatByteRateShort(size).length).toBeLessThanOrEqual(BYTE_RATE_SHORT_WIDTH);
        expect(formatByteRateShort(size, 'bits').length).toBeLessThanOrEqual(BYTE_RATE_SHORT_WIDTH);
        expect(formatCount(size).length).toBeLessThanOrEqual(5);
        expect(formatPercent(share).length).toBeLessThanOrEqual(PERCENT_WIDTH);
      }),
    );
  });

  it('stay within half a percent of the value', () => {
    const powers = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
    fc.assert(
      fc.property(sizes, (size) => {
        const [digits = '', unit = ''] = formatBytes(size).split(' ');
        const shown = Number(digits) * 1024 ** powers.indexOf(unit);
        expect(Math.abs(shown - size)).toBeLessThanOrEqual(Math.max(0.5, size * 0.005));
      }),
    );
  });
});

describe('formatted times', () => {
  it.each([
    [0, '0 s'],
    [0.04, '0 s'],
    [0.5, '0.5 s'],
    [0.97, '1 s'],
    [9.97, '10 s'],
    [42.4, '42 s'],
    [59.6, '1 m'],
    [312, '5 m 12 s'],
    [3600, '1 h'],
    [86_399.7, '1 d'],
    [3 * 86_400 + 4 * 3600 + 59 * 60, '3 d 4 h'],
    [undefined, UNKNOWN],
  ])('write a length of %s seconds as %s', (length, text) => expect(formatDuration(length)).toBe(text));

  it('write an interval as it is typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 3_600_000 }), (ms) => {
        const interval = ms / 1000;
        expect(Math.abs((parseDuration(formatInterval(interval)) ?? 0) - interval)).toBeLessThanOrEqual(0.005001);
      }),
    );
    expect([0.1, 0.5, 1, 2.25, 3600].map(formatInterval)).toEqual(['100ms', '0.5s', '1s', '2.25s', '3600s']);
  });

  it('write a point of time for machines in UTC, to the millisecond', () => {
    expect(formatTimestamp(Date.UTC(2026, 10, 22, 14, 3, 59, 7))).toBe('2026-11-22T14:03:59.007Z');
  });
});

describe('local times', () => {
  const zone = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = 'America/St_Johns';
  });
  afterAll(() => {
    process.env.TZ = zone;
  });

  it('are the hour on the wall, with the distance from UTC where a log is read elsewhere', () => {
    const time = Date.UTC(2026, 0, 1, 2, 3, 4);
    expect(formatTimeOfDay(time)).toBe('22:33:04');
    expect(formatDateTime(time)).toBe('2025-12-31 22:33:04-03:30');
    expect(formatFileTime(time)).toBe('20251231_223304');
  });
});
