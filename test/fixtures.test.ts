import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { allEntries, valuesOf } from '../src/metrics/catalog.ts';
import { type MetricName, metricNames } from '../src/metrics/index.ts';
import { isRecording, recordedSystem } from '../src/platform/recording.ts';
import { createSource, type Reading } from '../src/sampling/reading.ts';
import { deriveSample, type Sample } from '../src/sampling/sample.ts';

const FIXTURES = path.join(import.meta.dirname, 'fixtures');
const machines = readdirSync(FIXTURES).filter((name) => isRecording(path.join(FIXTURES, name)));

test('there are five recorded machines', () => {
  expect(machines).toEqual(['container', 'half', 'laptop', 'server', 'vm']);
});

describe.each(machines)('the machine %s', async (machine) => {
  const folder = path.join(FIXTURES, machine);
  const { facts }: Facts = JSON.parse(readFileSync(path.join(folder, 'facts.json'), 'utf8'));
  const [first, second] = await readSamples(folder);

  test.each(facts.map((fact) => [titleOf(fact), fact] as const))('%s', (_, fact) => check(second, fact));

  test('no metric fails', () => {
    for (const sample of [first, second]) {
      expect(metricNames.filter((name) => sample[name].state === 'failed').map((name) => [name, sample[name]])).toEqual([]);
    }
  });

  test('no number is NaN, infinite or below zero, and no ratio above one, but where it may be', () => {
    for (const sample of [first, second]) expect(numbersOf(sample).filter(isWrong)).toEqual([]);
  });

  test('the first sample has no rates', () => {
    const rates = allEntries().filter(({ field, name }) => field.unit.endsWith('/s') && name !== 'network.interfaces.speed');
    expect(rates.flatMap((entry) => valuesOf(entry, first[entry.metric]))).toEqual([]);
  });

  test('no two items of a list have the same id', () => {
    for (const { list, path: place, metric } of allEntries()) {
      if (list === undefined) continue;
      const ids = valuesOf(entryNamed([metric, ...place, list.id].join('.')), second[metric]).map(({ item }) => item);
      expect(ids).toEqual([...new Set(ids)]);
    }
  });
});

interface Facts {
  readonly machine: string;
  readonly interval: number;
  readonly facts: readonly Fact[];
}

/** What is known of a machine's second sample without sysmon; test/fixtures/README.md. */
interface Fact {
  readonly name: string;
  /** The list item's id, where the value stands in a list. */
  readonly item?: string;
  readonly value?: number | string | boolean;
  /** How far a number may be off: one in a million, if not told. */
  readonly tolerance?: number;
  readonly values?: readonly unknown[];
  readonly items?: readonly string[];
  /** `items` are the filesystems that aren't hidden. */
  readonly shown?: true;
  readonly count?: number;
  readonly absent?: true;
  readonly present?: true;
  readonly state?: string;
}

function titleOf({ name, item, ...fact }: Fact): string {
  const what = item === undefined ? name : `${name} of ${item}`;
  if (fact.absent) return `${what} is not known`;
  if (fact.present) return `${what} is told`;
  if (fact.state) return `${what} is ${fact.state}`;
  if (fact.count !== undefined) return `there are ${fact.count} × ${what}`;
  return `${what} is ${JSON.stringify(fact.value ?? fact.values ?? fact.items)}`;
}

function check(sample: Sample, fact: Fact) {
  if (fact.state !== undefined) return expect(sample[fact.name as MetricName].state).toBe(fact.state);
  const entry = entryNamed(fact.name);
  const all = valuesOf(entry, sample[entry.metric]).filter(({ item }) => !fact.shown || !isHidden(sample, item));
  const values = all.filter(({ item }) => fact.item === undefined || item === fact.item).map(({ value }) => value);
  if (fact.absent) return expect(values).toEqual([]);
  if (fact.present) return expect(values).toHaveLength(1);
  if (fact.count !== undefined) return expect(values).toHaveLength(fact.count);
  if (fact.items) return expect(values.map(String).sort()).toEqual([...fact.items].sort());
  if (fact.values) return expect(values).toEqual(fact.values);
  expect(values).toHaveLength(1);
  const [value] = values;
  if (typeof fact.value !== 'number') return expect(value).toBe(fact.value);
  expect(value).toBeTypeOf('number');
  expect(Math.abs(Number(value) - fact.value), `${value}, not ${fact.value}`).toBeLessThanOrEqual(
    fact.tolerance ?? Math.abs(fact.value) / 1e6,
  );
}

function entryNamed(name: string) {
  const entry = allEntries().find((one) => one.name === name);
  if (entry === undefined) throw new Error(`no metric has a value named ${name}`);
  return entry;
}

function isHidden({ filesystem }: Sample, mount: string | undefined): boolean {
  return filesystem.state === 'ok' && filesystem.value.some((row) => row.mount === mount && row.hidden);
}

/** Both samples of a recording, at the pace of its instants. */
async function readSamples(folder: string): Promise<[Sample, Sample]> {
  const source = createSource(recordedSystem(folder), 'linux');
  const [one, two] = [await source.read(), await source.read()] as [Reading, Reading];
  const interval = two.monotonic - one.monotonic;
  const first = deriveSample(one, undefined, interval);
  return [first, deriveSample(two, { reading: one, sample: first }, interval)];
}

function numbersOf(sample: Sample) {
  return allEntries().flatMap((entry) =>
    valuesOf(entry, sample[entry.metric]).flatMap(({ item, value }) =>
      typeof value === 'number' ? [{ name: entry.name, unit: entry.field.unit, item, value }] : [],
    ),
  );
}

function isWrong({ name, unit, value }: { name: string; unit: string; value: number }): boolean {
  if (!Number.isFinite(value)) return true;
  return (value < 0 && unit !== 'celsius' && !SIGNED.has(name)) || (unit === 'ratio' && value > 1 && name !== OF_ONE_CORE);
}

const SIGNED = new Set(['process.all.nice', 'process.all.priority']);
/** Threads on several cores use more than one. */
const OF_ONE_CORE = 'process.all.usage';
