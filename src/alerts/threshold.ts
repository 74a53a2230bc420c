import type { Unit } from '../metrics/shape.ts';
import { parseBytes, parseDuration, parseRatio } from '../units/parse.ts';

/** How the value of a rule is written, for one unit. */
export interface Notation {
  /** The value in the base unit; undefined for what is not written so. */
  parse(text: string): number | undefined;
  /** As `parse` reads it. */
  format(value: number): string;
  /** What the value is, and how it may be written: the end of an error message. */
  readonly noun: string;
  readonly examples: string;
}

/** undefined for facts: a text can't pass a threshold. */
export function notationOf(unit: Unit): Notation | undefined {
  switch (unit) {
    case 'ratio':
      return ratio;
    case 'bytes':
      return size('a size', '');
    case 'bytes/s':
      return size('a size a second', '/s');
    case 'seconds':
      return duration;
    case 'bits/s':
      return quantity('b/s', PREFIXES, '100M or 1Gb/s');
    case 'hertz':
      return quantity('Hz', PREFIXES, '800M or 3.2GHz');
    case '/s':
      return quantity('/s', PREFIXES, '100, 2k or 100/s');
    case 'count':
    case 'load':
      return quantity('', PREFIXES, '8, 0.5 or 2k');
    case 'celsius':
      return quantity('°C', PLAIN, '90 or 90°C');
    case 'rpm':
      return quantity('rpm', PLAIN, '600 or 600rpm');
    case 'watts':
      return quantity('W', PLAIN, '15 or 15W');
    case 'watt-hours':
      return quantity('Wh', PLAIN, '5 or 5Wh');
    case 'text':
    case 'texts':
    case 'flag':
    case 'time':
      return undefined;
  }
}

type Scale = readonly (readonly [unit: string, factor: number])[];

const PLAIN: Scale = [];
const PREFIXES: Scale = ['T', 'G', 'M', 'k'].map((prefix, i) => [prefix, 1000 ** (4 - i)] as const);
const SIZES: Scale = [
  ...['E', 'P', 'T', 'G', 'M', 'K'].map((letter, i) => [letter, 1024 ** (6 - i)] as const),
  ...['EB', 'PB', 'TB', 'GB', 'MB', 'kB'].map((unit, i) => [unit, 1000 ** (6 - i)] as const),
];
const TIMES: Scale = [
  ['d', 86400],
  ['h', 3600],
  ['m', 60],
];

export const duration: Notation = {
  parse: parseDuration,
  format: (value) => (value % 60 === 0 && value > 0 ? scaled(value, TIMES) : `${decimal(value)}s`),
  noun: 'a length of time',
  examples: '500ms, 10s, 5m or 1h',
};

export const ratio: Notation = {
  /** A bare 80 would be 8000 %: surely meant otherwise. */
  parse(text) {
    const value = parseRatio(text);
    return value !== undefined && value > 1 && !text.includes('%') ? undefined : value;
  },
  format: (value) => `${decimal(value * 100)}%`,
  noun: 'a share',
  examples: '80% or 0.8',
};

function size(noun: string, per: string): Notation {
  return {
    parse: (text) => parseBytes(withoutEnd(text, per)),
    format: (value) => scaled(value, SIZES) + per,
    noun,
    examples: `500M${per}, 2GiB${per} (powers of 1024) or 100MB${per} (powers of 1000)`,
  };
}

/** A number, below zero too, with a decimal prefix and the unit's symbol where wanted. */
function quantity(symbol: string, prefixes: Scale, examples: string): Notation {
  return {
    parse(text) {
      const match = /^\s*(-?(?:\d+(?:\.\d+)?|\.\d+))\s*([a-zA-Z]?)\s*$/.exec(withoutEnd(text, symbol));
      if (match === null) return undefined;
      const factor = match[2] === '' ? 1 : prefixes.find(([prefix]) => prefix === match[2])?.[1];
      return factor && Number(match[1]) * factor;
    },
    format: (value) => scaled(value, prefixes) + symbol,
    noun: 'a number',
    examples,
  };
}

function withoutEnd(text: string, end: string): string {
  return end !== '' && text.endsWith(end) ? text.slice(0, -end.length) : text;
}

/** In the largest unit that leaves no fraction. */
function scaled(value: number, scale: Scale): string {
  const [unit, factor] = scale.find(([, one]) => value >= one && value % one === 0) ?? ['', 1];
  return decimal(value / factor) + unit;
}

/** Digits and a point, never an exponent; twelve significant digits hide the noise of binary fractions. */
function decimal(value: number): string {
  const text = String(Number(value.toPrecision(12)));
  // Only where it must: the first use of a locale costs 17 ms.
  return text.includes('e') ? value.toLocaleString('en-US', { useGrouping: false, maximumSignificantDigits: 12 }) : text;
}
