import fc, { type Arbitrary } from 'fast-check';
import { metricNames, metrics } from '../../src/metrics/index.ts';
import { failed, type Outcome, ok, unavailable } from '../../src/metrics/outcome.ts';
import type { Shape, Shapes, Unit } from '../../src/metrics/shape.ts';
import type { Sample } from '../../src/sampling/sample.ts';

const text = fc.oneof(
  fc.constantFrom('eth0', '/home', '日本', 'Samsung SSD 970', ''),
  fc.string({ unit: 'binary', maxLength: 60 }),
);
const time = fc.integer({ min: 0, max: Date.UTC(2200, 0, 1) });
const positive = fc.double({ min: 0, max: 1e15, noNaN: true });

const values: Readonly<Record<Unit, Arbitrary<unknown>>> = {
  ratio: fc.double({ min: 0, max: 1, noNaN: true }),
  bytes: fc.maxSafeNat(),
  'bytes/s': positive,
  'bits/s': positive,
  '/s': positive,
  count: fc.nat(),
  seconds: fc.double({ min: 0, max: 1e9, noNaN: true }),
  hertz: fc.double({ min: 0, max: 1e10, noNaN: true }),
  celsius: fc.double({ min: -60, max: 200, noNaN: true }),
  rpm: fc.nat(20_000),
  watts: fc.double({ min: -500, max: 500, noNaN: true }),
  'watt-hours': fc.double({ min: 0, max: 1000, noNaN: true }),
  load: fc.double({ min: 0, max: 10_000, noNaN: true }),
  text,
  texts: fc.array(text, { maxLength: 3 }),
  flag: fc.boolean(),
  time,
};

/** Any sample that the metrics' tables allow: every outcome, every optional value there or not, hostile texts. */
export const anySample: Arbitrary<Sample> = fc
  .record({
    moment: fc.record(
      { time, monotonic: positive, elapsed: fc.double({ min: 0.001, max: 1e6, noNaN: true }), gap: positive },
      { requiredKeys: ['time', 'monotonic'] },
    ),
    ...Object.fromEntries(metricNames.map((name) => [name, anyOutcome(metrics[name].shape)])),
  })
  .map((sample) => sample as unknown as Sample);

function anyOutcome(shape: Shape): Arbitrary<Outcome<unknown>> {
  return fc.oneof(
    { weight: 6, arbitrary: anyValue(shape).map(ok) },
    {
      weight: 1,
      arbitrary: fc.tuple(text, fc.option(text, { nil: undefined })).map(([reason, remedy]) => unavailable(reason, remedy)),
    },
    { weight: 1, arbitrary: text.map(failed) },
  );
}

function anyValue(shape: Shape): Arbitrary<unknown> {
  switch (shape.kind) {
    case 'field':
      return values[shape.unit];
    case 'group':
      return anyRecord(shape.fields);
    case 'list':
      return fc.array(anyRecord(shape.fields), { maxLength: 9 });
  }
}

function anyRecord(fields: Shapes): Arbitrary<unknown> {
  const required = Object.keys(fields).filter((property) => !fields[property]?.optional);
  return fc.record(Object.fromEntries(Object.entries(fields).map(([property, shape]) => [property, anyValue(shape)])), {
    requiredKeys: required,
  });
}
