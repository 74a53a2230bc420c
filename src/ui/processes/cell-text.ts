import type { Seconds } from '../../units/quantity.ts';

/** "1.2" and "100", of a share: the sign is in the head of the column. */
export function formatShare(ratio: number | undefined): string {
  if (ratio === undefined) return '–';
  const value = ratio * 100;
  return value >= 99.95 ? value.toFixed(0) : value.toFixed(1);
}

/** CPU time to the second, as far as it fits: "1:05", "2:03:10", "9d04h", "1234d". */
export function formatCpuTime(seconds: Seconds | undefined): string {
  if (seconds === undefined) return '–';
  const whole = Math.floor(seconds);
  if (whole >= 1000 * DAY) return `${Math.floor(whole / DAY)}d`;
  if (whole >= DAY) return `${Math.floor(whole / DAY)}d${two(Math.floor(whole / 3600) % 24)}h`;
  if (whole >= 3600) return `${Math.floor(whole / 3600)}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
  return `${Math.floor(whole / 60)}:${two(whole % 60)}`;
}

/** For how long: "59s", "5m12s", "3h04m", "12d03h", "1234d". At most 6 wide up to a million days. */
export function formatAge(seconds: Seconds | undefined): string {
  if (seconds === undefined) return '–';
  const whole = Math.floor(seconds);
  if (whole >= 100 * DAY) return `${Math.floor(whole / DAY)}d`;
  if (whole >= DAY) return `${Math.floor(whole / DAY)}d${two(Math.floor(whole / 3600) % 24)}h`;
  if (whole >= 3600) return `${Math.floor(whole / 3600)}h${two(Math.floor(whole / 60) % 60)}m`;
  return whole >= 60 ? `${Math.floor(whole / 60)}m${two(whole % 60)}s` : `${whole}s`;
}

/** "148", "9999", "12k". */
export function formatNumber(count: number | undefined): string {
  if (count === undefined) return '–';
  return count < 10_000 ? String(count) : `${Math.floor(count / 1000)}k`;
}

const DAY: Seconds = 86_400;

function two(value: number): string {
  return String(value).padStart(2, '0');
}
