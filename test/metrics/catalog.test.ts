import { expect, test } from 'vitest';
import { allEntries, type Entry, snakeCase, valuesOf } from '../../src/metrics/catalog.ts';
import { cpu } from '../../src/metrics/cpu/cpu.ts';
import { metricNames, metrics } from '../../src/metrics/index.ts';
import { memory } from '../../src/metrics/memory/memory.ts';
import { failed, ok, unavailable } from '../../src/metrics/outcome.ts';
import type { Shape } from '../../src/metrics/shape.ts';

const entries = allEntries();

function entryOf(name: string): Entry {
  const entry = entries.find((one) => one.name === name);
  if (entry === undefined) throw new Error(`no entry ${name}`);
  return entry;
}

test('every value has a name of its own, in snake case, that begins with its metric', () => {
  const names = entries.map((entry) => entry.name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, metric } of entries) {
    expect(name).toMatch(/^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$/);
    expect(name.split('.')[0]).toBe(snakeCase(metric));
  }
});

test('the names that rules and documents are written with stay', () => {
  const names = entries.map((entry) => entry.name);
  expect(names).toEqual(
    expect.arrayContaining([
      'cpu.usage',
      'cpu.cores.usage',
      'cpu.load.one',
      'cpu.limit',
      'memory.usage',
      'memory.swap.in_rate',
      'memory.limit.usage',
      'pressure.cpu.some.now',
      'pressure.io.full.average10',
      'filesystem.usage',
    ]),
  );
});

test('every metric has at least one value', () => {
  expect(new Set(entries.map((entry) => entry.metric))).toEqual(new Set(metricNames));
});

test('every value says what it means and where it is read', () => {
  for (const { name, field } of entries) {
    expect(field.meaning, name).not.toBe('');
    expect(field.from, name).not.toBe('');
  }
});

test('items of a list are told apart by a field that is always there, and no list stands in a list', () => {
  for (const name of metricNames) walk(metrics[name].shape, name, false);

  function walk(shape: Shape, name: string, inList: boolean) {
    if (shape.kind === 'field') return;
    if (shape.kind === 'list') {
      expect(inList, name).toBe(false);
      expect(shape.fields[shape.id], name).toMatchObject({ kind: 'field', optional: false });
    }
    for (const [key, field] of Object.entries(shape.fields)) walk(field, `${name}.${key}`, inList || shape.kind === 'list');
  }
});

test('a value in a group is found, and none where it is unknown', () => {
  const value = memory.derive({ total: 1000, available: 250, swap: { total: 10, free: 4 } }, undefined, 0);
  expect(valuesOf(entryOf('memory.usage'), ok(value))).toEqual([{ value: 0.75 }]);
  expect(valuesOf(entryOf('memory.swap.used'), ok(value))).toEqual([{ value: 6 }]);
  expect(valuesOf(entryOf('memory.swap.in_rate'), ok(value))).toEqual([]);
  expect(valuesOf(entryOf('memory.limit.total'), ok(value))).toEqual([]);
});

test('a value in a list is found for each item that has it, with the item’s id', () => {
  const idle = { user: 0, nice: 0, system: 0, idle: 0, irq: 0 };
  const cores = [
    { id: 0, times: idle, frequency: 2e9 },
    { id: 7, times: idle },
    { id: 12, times: idle, frequency: 1e9 },
  ];
  const outcome = ok(cpu.derive({ total: idle, cores }, undefined, 0));
  expect(valuesOf(entryOf('cpu.cores.frequency'), outcome)).toEqual([
    { item: '0', value: 2e9 },
    { item: '12', value: 1e9 },
  ]);
  expect(valuesOf(entryOf('cpu.cores.online'), outcome)).toHaveLength(3);
});

test('a metric that is itself a list gives a value for each item', () => {
  const item = { device: '/dev/sda1', mount: '/data', type: 'ext4', hidden: false, readOnly: false };
  const outcome = ok(metrics.filesystem.derive([item], undefined, 0));
  expect(valuesOf(entryOf('filesystem.type'), outcome)).toEqual([{ item: '/data', value: 'ext4' }]);
  expect(valuesOf(entryOf('filesystem.usage'), outcome)).toEqual([]);
});

test('a metric that is not there has no values', () => {
  expect(valuesOf(entryOf('memory.usage'), unavailable('no'))).toEqual([]);
  expect(valuesOf(entryOf('cpu.cores.usage'), failed(new Error('no')))).toEqual([]);
});

test('snake case puts a line before each capital', () => {
  expect(snakeCase('receiveRate')).toBe('receive_rate');
  expect(snakeCase('average10')).toBe('average10');
});
