import { parseBytes, parseDuration, parseRatio } from '../units/parse.ts';
import type { Pattern } from './pattern.ts';
import type { Process, Test } from './process.ts';

/** What a process can be asked for, and how the value is written that it is compared with. */
export type Field = TextField | NumberField;

interface TextField extends Cost {
  readonly kind: 'text';
  readonly of: (process: Process) => string | undefined;
}

interface NumberField extends Cost {
  readonly kind: 'number';
  /** What the text is compared with, in the base unit; undefined where it isn't written so. */
  readonly parse: (text: string) => Wanted | undefined;
  /** What the value is, and how it may be written: parts of a message. */
  readonly noun: string;
  readonly examples: string;
}

interface Cost {
  /** It is read only of processes that are looked at closely. */
  readonly close?: true;
}

interface Wanted {
  readonly of: (process: Process) => number | undefined;
  readonly value: number;
}

const SIZES = '500M or 1G';
const RATES = '1M or 500K, in bytes a second';

const memory: NumberField = {
  kind: 'number',
  parse: (text) =>
    text.endsWith('%') ? wanted((one) => one.memoryUsage, parseRatio(text)) : wanted((one) => one.resident, parseBytes(text)),
  noun: 'a size or a share',
  examples: '500M, 1G or 5%',
};

/** The fields by the names that a query gives them. */
export const fields: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['cpu', number((one) => one.usage, percent, 'a number', '20 or 20%, of one core')],
  ['mem', memory],
  ['name', text((one) => one.name)],
  ['command', text((one) => one.command)],
  ['user', text((one) => one.user)],
  ['unit', text((one) => one.unit)],
  ['group', text((one) => one.group)],
  ['state', text((one) => one.state)],
  ['pid', number((one) => one.pid, decimal, 'a number', '1')],
  ['ppid', number((one) => one.parent, decimal, 'a number', '1')],
  ['threads', number((one) => one.threads, decimal, 'a number', '8')],
  ['nice', number((one) => one.nice, decimal, 'a number', '10 or -5')],
  ['io', closely(number((one) => one.ioRate, parseRate, 'a rate', RATES))],
  ['read', closely(number((one) => one.readRate, parseRate, 'a rate', RATES))],
  ['write', closely(number((one) => one.writeRate, parseRate, 'a rate', RATES))],
  ['files', closely(number((one) => one.files, decimal, 'a number', '100'))],
  ['shared', closely(number((one) => one.shared, parseBytes, 'a size', SIZES))],
  ['virtual', number((one) => one.virtual, parseBytes, 'a size', SIZES)],
  ['time', number((one) => one.cpuTime, parseDuration, 'a length of time', '30s, 5m or 1h')],
  ['age', number((one) => one.age, parseDuration, 'a length of time', '30s, 5m or 1h')],
]);

export const NUMERIC = ['<', '<=', '>', '>=', '=', '!='] as const;
export const TEXTUAL = ['=', '!=', '~', '!~'] as const;
export type Numeric = (typeof NUMERIC)[number];
export type Textual = (typeof TEXTUAL)[number];

/** A value that isn't known compares with nothing, not even as unequal. */
export function compareNumber(operator: Numeric, { of, value }: Wanted): Test {
  const compare = comparisons[operator];
  return (process) => {
    const known = of(process);
    return known !== undefined && compare(known, value);
  };
}

/** Whether it fits the pattern, or known not to. */
export function compareText({ of }: TextField, pattern: Pattern, fits: boolean): Test {
  return (process) => {
    const known = of(process);
    return known !== undefined && pattern(known) === fits;
  };
}

const comparisons: Readonly<Record<Numeric, (a: number, b: number) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};

function text(of: TextField['of']): TextField {
  return { kind: 'text', of };
}

function number(of: Wanted['of'], parse: (text: string) => number | undefined, noun: string, examples: string): NumberField {
  return { kind: 'number', parse: (text) => wanted(of, parse(text)), noun, examples };
}

function closely(field: NumberField): NumberField {
  return { ...field, close: true };
}

function wanted(of: Wanted['of'], value: number | undefined): Wanted | undefined {
  return value === undefined ? undefined : { of, value };
}

/** 20 means 20%. */
function percent(text: string): number | undefined {
  return parseRatio(text.endsWith('%') ? text : `${text}%`);
}

function decimal(text: string): number | undefined {
  return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}

/** 1M/s means 1M, too. */
function parseRate(text: string): number | undefined {
  return parseBytes(text.replace(/\/s$/, ''));
}
