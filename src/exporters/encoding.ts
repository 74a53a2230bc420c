import type { Unit } from '../metrics/shape.ts';
import { formatTimestamp } from '../units/format.ts';

export type Json = string | number | boolean | readonly Json[] | JsonObject;
export type JsonObject = { readonly [key: string]: Json };

/** How values of one unit are written in the JSON document. */
export interface Encoding {
  /** The unit in words, as keys end: "bytes_per_second"; absent for facts and for numbers without unit. */
  readonly unit?: string;
  /** The key of a value by its name in snake_case: "receive_rate" → "receive_bytes_per_second". */
  key(name: string): string;
  /** undefined for what JSON can't hold. */
  encode(value: unknown): Json | undefined;
  /** What may stand there, in JSON Schema. */
  readonly schema: JsonObject;
}

const POSITIVE = { type: 'number', minimum: 0 };

/** Goes where the unit says it: receive_rate → receive_bytes_per_second, read_operation_rate → read_operations_per_second. */
const RATE = /_rate$/;

/** Digits behind the point end where the measurement does; bytes are never lost. */
export const encodings: Readonly<Record<Unit, Encoding>> = {
  ratio: quantity('percent', { decimals: 2, factor: 100 }),
  bytes: quantity('bytes', { decimals: 0, schema: { type: 'integer', minimum: 0 } }),
  'bytes/s': { ...quantity('bytes_per_second', { decimals: 1 }), key: (name) => `${name.replace(RATE, '')}_bytes_per_second` },
  'bits/s': quantity('bits_per_second', { decimals: 0 }),
  '/s': { ...quantity('per_second', { decimals: 2 }), key: (name) => `${name.replace(RATE, 's')}_per_second` },
  seconds: quantity('seconds', { decimals: 3 }),
  hertz: quantity('hertz', { decimals: 0 }),
  celsius: quantity('celsius', { decimals: 1, schema: { type: 'number' } }),
  rpm: quantity('rpm', { decimals: 0 }),
  watts: quantity('watts', { decimals: 2, schema: { type: 'number' } }),
  'watt-hours': quantity('watt_hours', { decimals: 2 }),
  count: plain({ type: 'number' }, number(3)),
  load: plain(POSITIVE, number(2)),
  text: plain({ type: 'string' }, (value) => String(value)),
  texts: plain({ type: 'array', items: { type: 'string' } }, (values) => (values as readonly string[]).map(String)),
  flag: plain({ type: 'boolean' }, (value) => value === true),
  time: plain({ type: 'string', format: 'date-time' }, (time) => (isNumber(time) ? formatTimestamp(time) : undefined)),
};

function quantity(unit: string, { decimals, factor = 1, schema = POSITIVE }: Precision): Encoding {
  return { unit, key: (name) => `${name}_${unit}`, encode: number(decimals, factor), schema };
}

interface Precision {
  readonly decimals: number;
  readonly factor?: number;
  readonly schema?: JsonObject;
}

function plain(schema: JsonObject, encode: Encoding['encode']): Encoding {
  return { key: (name) => name, encode, schema };
}

function number(decimals: number, factor = 1): Encoding['encode'] {
  const scale = 10 ** decimals;
  return (value) => (isNumber(value) ? Math.round(value * factor * scale) / scale : undefined);
}

function isNumber(value: unknown): value is number {
  return Number.isFinite(value);
}
