import { formatByteRate, formatBytes } from '../../units/format.ts';
import type { Bytes, Ratio, Seconds } from '../../units/quantity.ts';

/** Numbers as they are said, not as they are lined up: no digits that nobody listens to, no signs that are spelt out. */

/** "12%", "0.4%", "0%". */
export function sayShare(ratio: Ratio): string {
  const percent = ratio * 100;
  return `${percent > 0.05 && percent < 1 ? percent.toFixed(1) : percent.toFixed(0)}%`;
}

/** "3.1 GiB". */
export function sayBytes(bytes: Bytes): string {
  return briefly(formatBytes(bytes));
}

/** "3.1 of 8 GiB"; where the units differ, "512 MiB of 8 GiB". */
export function sayPart(part: Bytes, whole: Bytes): string {
  const [amount, unit] = sayBytes(part).split(' ');
  const all = sayBytes(whole);
  return all.endsWith(` ${unit}`) ? `${amount} of ${all}` : `${amount} ${unit} of ${all}`;
}

/** "1.2 MiB/s". */
export function sayRate(rate: number, unit?: 'bytes' | 'bits'): string {
  return briefly(formatByteRate(rate, unit));
}

/** Two digits are enough to listen to: "3.1 GiB" of "3.14 GiB", "12 MiB/s" of "12.3 MiB/s", "8" of "8.00". */
export function briefly(quantity: string): string {
  return quantity.replace(/^(-?\d+)(\.\d+)/, (number, whole: string) =>
    String(Number(Number(number).toFixed(whole.length > 1 ? 0 : 1))),
  );
}

/** In words, for a bare "m" could be metres: "2 minutes 5 seconds", "1 hour". Its two largest units, as `formatDuration` has them. */
export function sayDuration(duration: Seconds): string {
  const seconds = Math.round(duration);
  if (seconds < 1) return 'less than a second';
  const parts = UNITS.map(([size, unit], i) => {
    const above = UNITS[i - 1]?.[0];
    const amount = Math.floor((above === undefined ? seconds : seconds % above) / size);
    return { amount, words: `${amount} ${unit}${amount === 1 ? '' : 's'}` };
  });
  const first = parts.findIndex(({ amount }) => amount > 0);
  return parts
    .slice(first, first + 2)
    .flatMap(({ amount, words }) => (amount > 0 ? [words] : []))
    .join(' ');
}

const UNITS = [
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
] as const;

/** "a", "a and b", "a, b and c". So many are named at most: "a, b, c and 4 more". */
export function sayList(names: readonly string[], most = names.length): string {
  const named = names.length > most ? [...names.slice(0, most), `${names.length - most} more`] : names;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`;
}

/** "1 core", "4 cores". */
export function sayCount(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`;
}

/** Begins with a capital, where it begins with a word: a name such as eth0 stays as it is. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
