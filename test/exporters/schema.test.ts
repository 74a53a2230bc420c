import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_ALERTS } from '../../src/alerts/alert.ts';
import { documentShape } from '../../src/exporters/document.ts';
import { encodeSnapshot } from '../../src/exporters/json.ts';
import { membersOf } from '../../src/exporters/member.ts';
import { encodeSnapshotSchema } from '../../src/exporters/schema.ts';
import { metricNames } from '../../src/metrics/index.ts';
import { failed } from '../../src/metrics/outcome.ts';
import type { Shape } from '../../src/metrics/shape.ts';
import { anySample } from '../harness/arbitrary.ts';
import { sampleAt } from '../harness/sample.ts';
import { alerts, busy } from './busy.ts';
import { readLive } from './live.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
/** The published schema lets unknown keys pass, for later versions; here none may. */
const validate = ajv.compile(closed(encodeSnapshotSchema()) as object);

function errorsIn(document: unknown): unknown {
  // As a reader gets it: through the text.
  return validate(JSON.parse(JSON.stringify(document))) ? [] : validate.errors;
}

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
  return { ...Object.fromEntries(entries), ...('properties' in schema && { additionalProperties: false }) };
}

describe('the published schema', () => {
  it('accepts a document with everything in it', () => {
    expect(errorsIn(encodeSnapshot({ sample: busy, alerts }))).toEqual([]);
  });

  it('accepts a document in which nothing is available, or everything failed', () => {
    const broken = Object.fromEntries(metricNames.map((name) => [name, failed('broken')]));
    expect(errorsIn(encodeSnapshot({ sample: sampleAt(0), alerts: NO_ALERTS }))).toEqual([]);
    expect(errorsIn(encodeSnapshot({ sample: sampleAt(0, broken), alerts: NO_ALERTS }))).toEqual([]);
  });

  it.each(['linux', 'portable'] as const)('accepts what this machine says, read by the %s platform', async (platform) => {
    expect(errorsIn(encodeSnapshot({ sample: await readLive(platform), alerts: NO_ALERTS }))).toEqual([]);
  });

  it('accepts whatever the tables of the metrics allow', () => {
    fc.assert(
      fc.property(anySample, (sample) => {
        expect(errorsIn(encodeSnapshot({ sample, alerts }))).toEqual([]);
      }),
    );
  });

  it.each([
    ['a required key that is missing', { memory: { total_bytes: 1 } }],
    ['a number written as text', { cpu: { cores: [], usage_percent: '12' } }],
    ['half a byte', { disk: { total_read_bytes: 0.5 } }],
    ['a time that is none', { timestamp: 'yesterday' }],
    ['an unknown value written as null', { cpu: { cores: [], usage_percent: null } }],
  ])('refuses %s', (_, part) => {
    const document = encodeSnapshot({ sample: sampleAt(0), alerts: NO_ALERTS });
    expect(errorsIn({ ...document, ...part })).not.toEqual([]);
  });

  it('describes every value with its meaning, unit, source and formula', () => {
    expect(encodeSnapshotSchema()).toMatchObject({
      properties: {
        memory: {
          properties: {
            swap_used_bytes: {
              description: 'Swap in use, in bytes. Source: /proc/meminfo, proc_meminfo(5). Formula: SwapTotal − SwapFree',
              type: 'integer',
            },
          },
        },
      },
    });
  });
});

describe('the keys of the document', () => {
  it('never stand for two values', () => {
    for (const { place, keys } of objectsIn('', documentShape)) {
      expect(keys, `keys of ${place || 'the document'}`).toEqual([...new Set(keys)]);
    }
  });

  it('are in snake_case', () => {
    const keys = objectsIn('', documentShape).flatMap((object) => object.keys);
    expect(keys.filter((key) => !/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(key))).toEqual([]);
  });

  function objectsIn(place: string, shape: Shape): { place: string; keys: string[] }[] {
    if (shape.kind === 'field') return [];
    const members = membersOf(shape.fields);
    const inner = members.flatMap((member) => objectsIn(`${place}.${member.key}`, member.shape));
    return [{ place, keys: members.map(({ key }) => key) }, ...inner];
  }
});
