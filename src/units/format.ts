import type { Bytes, Celsius, EpochMs, Hertz, Ratio, Seconds, Watts } from './quantity.ts';

/**
 * Numbers for people, three significant digits, in widths that don't change while values do:
 * callers pad to the widths given here. What is unknown is a dash.
 */
export const UNKNOWN = '–';

/** "99.9%" is the widest share of a whole. */
export const PERCENT_WIDTH = 5;

export function formatPercent(ratio: Ratio | undefined): string {
  if (ratio === undefined) return UNKNOWN;
  const percent = ratio * 100;
  return `${percent.toFixed(percent >= 99.95 ? 0 : 1)}%`;
}

/** "1023 B" and "1.25 GiB" are at most this wide. */
export const BYTES_WIDTH = 8;

const BINARY = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB', 'EiB'];
const SHORT = ['B', 'K', 'M', 'G', 'T', 'P', 'E'];
const DECIMAL = ['', 'k', 'M', 'G', 'T', 'P', 'E'];

/** "512 B", "1.25 GiB", "93.1 GiB". */
export function formatBytes(bytes: Bytes | undefined): string {
  return formatScaled(bytes, 1024, BINARY);
}

/** "1.25 MiB/s", or in bits, as links are measured: "10.5 Mb/s". */
export function formatByteRate(rate: number | undefined, unit: 'bytes' | 'bits' = 'bytes'): string {
  if (rate === undefined) return UNKNOWN;
  return unit === 'bytes' ? `${formatBytes(rate)}/s` : `${formatScaled(rate * 8, 1000, DECIMAL)}b/s`;
}

/** "1023 KiB/s" is the widest. */
export const BYTE_RATE_WIDTH = 10;

/** The same, short: "1.2M/s", "10Mb/s". */
export function formatByteRateShort(rate: number | undefined, unit: 'bytes' | 'bits' = 'bytes'): string {
  if (rate === undefined) return UNKNOWN;
  return unit === 'bytes' ? `${formatBytesShort(rate)}/s` : `${formatShort(rate * 8, 1000, DECIMAL)}b/s`;
}

/** "1023K/s" is the widest. */
export const BYTE_RATE_SHORT_WIDTH = 7;

/** Short, for tables: "547M", "1.2G", "0B". At most 5 wide. */
export function formatBytesShort(bytes: Bytes | undefined): string {
  return bytes === undefined ? UNKNOWN : formatShort(bytes, 1024, SHORT);
}

/** The same with three significant digits, for columns in which sizes are compared: "547M", "1.25G", "0B". At most 5 wide. */
export function formatBytesExactly(bytes: Bytes | undefined): string {
  if (bytes === undefined) return UNKNOWN;
  const [value, power] = scale(bytes, 1024);
  return `${power > 0 ? threeDigits(value) : value.toFixed(0)}${'BKMGTPE'[power]}`;
}

/** A link's speed: "1 Gb/s", "2.5 Gb/s". */
export function formatBitRate(bits: number | undefined): string {
  if (bits === undefined) return UNKNOWN;
  const [value, power] = scale(bits, 1000);
  return `${Number(value.toPrecision(3))} ${DECIMAL[power]}b/s`;
}

/** A number of things, or of things a second: "0", "12.5", "1.25k". At most 5 wide. */
export function formatCount(value: number | undefined): string {
  if (value === undefined) return UNKNOWN;
  if (Math.round(value) < 1000) return digits(value);
  const [scaled, power] = scale(value, 1000);
  return `${threeDigits(scaled)}${DECIMAL[power]}`;
}

/** "2.60 GHz", "800 MHz". */
export function formatHertz(hertz: Hertz | undefined): string {
  if (hertz === undefined) return UNKNOWN;
  const megahertz = Math.round(hertz / 1e6);
  return megahertz >= 1000 ? `${(hertz / 1e9).toFixed(2)} GHz` : `${megahertz} MHz`;
}

/** "45°C" or "113°F". */
export function formatTemperature(celsius: Celsius | undefined, unit: 'celsius' | 'fahrenheit' = 'celsius'): string {
  if (celsius === undefined) return UNKNOWN;
  return unit === 'celsius' ? `${wholeDegrees(celsius)}°C` : `${wholeDegrees(celsius * 1.8 + 32)}°F`;
}

/** "65.0 W". */
export function formatPower(watts: Watts | undefined): string {
  if (watts === undefined) return UNKNOWN;
  // A hair below zero is written as zero.
  return `${(Math.round(watts * 10) / 10 + 0).toFixed(1)} W`;
}

/** "0.42", "12.3", "128": as uptime(1), but never wider than 5. */
export function formatLoad(load: number | undefined): string {
  if (load === undefined) return UNKNOWN;
  return load.toFixed(load < 9.995 ? 2 : load < 99.95 ? 1 : 0);
}

/** A length of time in its two largest units: "3 d 4 h", "5 m 12 s", "42 s", "0.5 s". */
export function formatDuration(duration: Seconds | undefined): string {
  if (duration === undefined) return UNKNOWN;
  const tenths = Math.round(duration * 10) / 10;
  if (tenths < 10 && !Number.isInteger(tenths)) return `${tenths} s`;
  const seconds = Math.round(duration);
  const parts: [number, string][] = [
    [Math.floor(seconds / 86400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'm'],
    [seconds % 60, 's'],
  ];
  const first = parts.findIndex(([amount]) => amount > 0);
  if (first < 0) return '0 s';
  return parts
    .slice(first, first + 2)
    .filter(([amount], i) => i === 0 || amount > 0)
    .map(([amount, unit]) => `${amount} ${unit}`)
    .join(' ');
}

/** An interval as it is typed: "1s", "0.5s", "100ms". */
export function formatInterval(interval: Seconds): string {
  return interval < 0.5 ? `${Math.round(interval * 1000)}ms` : `${Number(interval.toFixed(2))}s`;
}

/** Time of day, local: "14:03:59". */
export function formatTimeOfDay(time: EpochMs): string {
  const date = new Date(time);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(':');
}

/** ISO 8601 in UTC with milliseconds: "2026-11-22T14:03:59.123Z". */
export function formatTimestamp(time: EpochMs): string {
  return new Date(time).toISOString();
}

/** Day and time, local, with the distance from UTC, so that a log can be read elsewhere: "2026-11-22 14:03:59+01:00". */
export function formatDateTime(time: EpochMs): string {
  const offset = -new Date(time).getTimezoneOffset();
  const [hours, minutes] = [Math.trunc(Math.abs(offset) / 60), Math.abs(offset) % 60].map(twoDigits);
  return `${formatDay(time, '-')} ${formatTimeOfDay(time)}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}

/** For file names, local time: "20261122_140359". */
export function formatFileTime(time: EpochMs): string {
  return `${formatDay(time, '')}_${formatTimeOfDay(time).replaceAll(':', '')}`;
}

function formatDay(time: EpochMs, separator: string): string {
  const date = new Date(time);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(twoDigits).join(separator);
}

function twoDigits(part: number): string {
  return String(part).padStart(2, '0');
}

/** Rounded; the sum makes a 0 of the −0 that small negative values round to. */
function wholeDegrees(degrees: number): number {
  return Math.round(degrees) + 0;
}

function formatScaled(value: number | undefined, base: number, units: readonly string[]): string {
  if (value === undefined) return UNKNOWN;
  const [scaled, power] = scale(value, base);
  return `${power === 0 ? scaled.toFixed(0) : threeDigits(scaled)} ${units[power]}`;
}

/** Two significant digits, or as many as stand before the point. */
function formatShort(value: number, base: number, units: readonly string[]): string {
  const [scaled, power] = scale(value, base);
  return `${power > 0 && scaled < 9.95 ? scaled.toFixed(1) : scaled.toFixed(0)}${units[power]}`;
}

/** A value as mantissa and power of the base; the mantissa stays below the base after rounding, too. */
function scale(value: number, base: number): readonly [number, number] {
  let scaled = value;
  let power = 0;
  while (Math.round(scaled) >= base && power < DECIMAL.length - 1) {
    scaled /= base;
    power += 1;
  }
  return [scaled, power];
}

function threeDigits(value: number): string {
  if (value >= 99.95) return value.toFixed(0);
  return value >= 9.995 ? value.toFixed(1) : value.toFixed(2);
}

function digits(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 99.95 ? 1 : 0);
}
