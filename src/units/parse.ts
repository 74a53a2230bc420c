import type { Bytes, EpochMs, Ratio, Seconds } from './quantity.ts';

const SECONDS: Readonly<Record<string, Seconds>> = { ms: 0.001, s: 1, m: 60, min: 60, h: 3600, d: 86400 };

/** "2", "0.5", "500ms", "2s", "1h" in seconds; undefined for anything else. */
export function parseDuration(text: string): Seconds | undefined {
  return parseQuantity(text, { '': 1, ...SECONDS });
}

/** "2026-11-22 14:03:59", or whatever else a system writes, in ms since 1970; undefined for anything that is no time. */
export function parseTime(text: string): EpochMs | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** "80%" or "0.8" as a share; undefined for anything else. */
export function parseRatio(text: string): Ratio | undefined {
  const ratio = parseQuantity(text, { '': 1, '%': 0.01 });
  // 95 * 0.01 is 0.9500000000000001.
  return ratio === undefined ? undefined : Number(ratio.toPrecision(15));
}

/** "512", "1K", "10MiB", "2G" (powers of 1024), "5MB" (powers of 1000); undefined for anything else. */
export function parseBytes(text: string): Bytes | undefined {
  const units: Record<string, number> = { '': 1, B: 1 };
  'KMGTPE'.split('').forEach((letter, i) => {
    units[letter] = units[`${letter}iB`] = 1024 ** (i + 1);
    units[`${letter}B`] = units[`${letter.toLowerCase()}B`] = 1000 ** (i + 1);
  });
  return parseQuantity(text, units);
}

function parseQuantity(text: string, units: Readonly<Record<string, number>>): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?|\.\d+)\s*([a-zA-Z%]*)\s*$/.exec(text);
  const unit = match?.[2] ?? '';
  const factor = Object.hasOwn(units, unit) ? units[unit] : undefined;
  if (!match || factor === undefined) return undefined;
  // 7 × 0.01 is 0.07000000000000001: no user wrote that.
  return Number((Number(match[1]) * factor).toPrecision(15));
}
