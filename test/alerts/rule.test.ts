import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Rule } from '../../src/alerts/alert.ts';
import { defaultRules, formatRule, parseRule } from '../../src/alerts/rule.ts';
import { notationOf } from '../../src/alerts/threshold.ts';
import { UsageError } from '../../src/errors.ts';
import { allEntries } from '../../src/metrics/catalog.ts';

const rule = { comparison: '>', hold: 0, severity: 'warning' } as const;

describe('a rule', () => {
  test.each<[string, Omit<Rule, 'text'>]>([
    ['cpu.usage > 80% for 10s', { ...rule, metric: 'cpu.usage', threshold: 0.8, hold: 10 }],
    ['cpu.usage>0.8', { ...rule, metric: 'cpu.usage', threshold: 0.8 }],
    ['cpu.usage > 95 % critical', { ...rule, metric: 'cpu.usage', threshold: 0.95, severity: 'critical' }],
    ['self.usage > 150%', { ...rule, metric: 'self.usage', threshold: 1.5 }],
    [
      'filesystem.usage[/home] > 95% for 500ms critical',
      { ...rule, metric: 'filesystem.usage', item: '/home', threshold: 0.95, hold: 0.5, severity: 'critical' },
    ],
    [
      'filesystem.usage [/for [my] > 9 photos] > 5%',
      { ...rule, metric: 'filesystem.usage', item: '/for [my] > 9 photos', threshold: 0.05 },
    ],
    [
      'filesystem.available[/mnt/*] < 2GiB',
      { ...rule, metric: 'filesystem.available', item: '/mnt/*', comparison: '<', threshold: 2 ** 31 },
    ],
    [
      'memory.available < 500M for 1m',
      { ...rule, metric: 'memory.available', comparison: '<', threshold: 500 * 2 ** 20, hold: 60 },
    ],
    ['network.interfaces.receive_rate > 100MB', { ...rule, metric: 'network.interfaces.receive_rate', threshold: 100e6 }],
    ['network.interfaces.receive_rate > 1M/s', { ...rule, metric: 'network.interfaces.receive_rate', threshold: 2 ** 20 }],
    [
      'network.interfaces.speed[eth?] < 1Gb/s',
      { ...rule, metric: 'network.interfaces.speed', item: 'eth?', comparison: '<', threshold: 1e9 },
    ],
    ['cpu.load.one > 8 for 1m', { ...rule, metric: 'cpu.load.one', threshold: 8, hold: 60 }],
    ['cpu.tasks > 2k', { ...rule, metric: 'cpu.tasks', threshold: 2000 }],
    ['sensors.temperatures.temperature > 90', { ...rule, metric: 'sensors.temperatures.temperature', threshold: 90 }],
    [
      'sensors.temperatures.temperature < -5.5°C',
      { ...rule, metric: 'sensors.temperatures.temperature', comparison: '<', threshold: -5.5 },
    ],
    ['cpu.frequency < 1.5GHz', { ...rule, metric: 'cpu.frequency', comparison: '<', threshold: 1.5e9 }],
    [
      'battery.remaining < 10m critical',
      { ...rule, metric: 'battery.remaining', comparison: '<', threshold: 600, severity: 'critical' },
    ],
  ])('reads %s', (text, expected) => {
    expect(parseRule(`  ${text} `)).toEqual({ text, ...expected });
  });

  const grammar = 'write METRIC[ITEM] > VALUE [for DURATION] [warning|critical], like cpu.usage > 80% for 10s';
  test.each([
    ['', `Rule "": ${grammar}`],
    ['cpu.usage', `Rule "cpu.usage": ${grammar}`],
    ['cpu.usage >', `Rule "cpu.usage >": ${grammar}`],
    ['> 80%', `Rule "> 80%": ${grammar}`],
    ['cpu usage > 80%', `Rule "cpu usage > 80%": ${grammar}`],
    ['cpu.usage >= 80%', 'Rule "cpu.usage >= 80%": ">=" is not known; compare with > or <'],
    ['cpu.usage = 80%', 'Rule "cpu.usage = 80%": "=" is not known; compare with > or <'],
    ['cpu.usgae > 80%', 'Rule "cpu.usgae > 80%": there is no metric cpu.usgae; did you mean cpu.usage?'],
    [
      'network.interfaces.receiveRate > 1M',
      'Rule "network.interfaces.receiveRate > 1M": there is no metric network.interfaces.receiveRate; did you mean network.interfaces.receive_rate?',
    ],
    ['host.name > 3', 'Rule "host.name > 3": host.name is not a number; did you mean host.uptime?'],
    ['cpu.usage[3] > 80%', 'Rule "cpu.usage[3] > 80%": cpu.usage has one value only; leave out [3]'],
    [
      'filesystem.usage[] > 80%',
      'Rule "filesystem.usage[] > 80%": [] names nothing; write filesystem.usage[NAME], or filesystem.usage for all',
    ],
    ['cpu.usage > 80', 'Rule "cpu.usage > 80": "80" is not a share; write one like 80% or 0.8'],
    ['cpu.usage > 80% urgent', 'Rule "cpu.usage > 80% urgent": "80% urgent" is not a share; write one like 80% or 0.8'],
    [
      'memory.available < 500m',
      'Rule "memory.available < 500m": "500m" is not a size; write one like 500M, 2GiB (powers of 1024) or 100MB (powers of 1000)',
    ],
    [
      'disk.read_rate > fast',
      'Rule "disk.read_rate > fast": "fast" is not a size a second; write one like 500M/s, 2GiB/s (powers of 1024) or 100MB/s (powers of 1000)',
    ],
    [
      'host.uptime > 3 years',
      'Rule "host.uptime > 3 years": "3 years" is not a length of time; write one like 500ms, 10s, 5m or 1h',
    ],
    ['cpu.load.one > 80%', 'Rule "cpu.load.one > 80%": "80%" is not a number; write one like 8, 0.5 or 2k'],
    [
      'sensors.temperatures.temperature > 2k',
      'Rule "sensors.temperatures.temperature > 2k": "2k" is not a number; write one like 90 or 90°C',
    ],
    [
      'cpu.usage > 80% for ever',
      'Rule "cpu.usage > 80% for ever": "ever" is not a length of time; write one like 500ms, 10s, 5m or 1h',
    ],
    [
      'cpu.usage > 80% for 10s urgent',
      'Rule "cpu.usage > 80% for 10s urgent": "10s urgent" is not a length of time; write one like 500ms, 10s, 5m or 1h',
    ],
    ['cpu.usage\n> 80', 'Rule "cpu.usage > 80": "80" is not a share; write one like 80% or 0.8'],
  ])('refuses %j in one line that says what to write', (text, message) => {
    expect(() => parseRule(text)).toThrow(new UsageError(message));
  });

  it('can be over every number of the catalog, and over nothing else', () => {
    for (const { name, field } of allEntries()) {
      const notation = notationOf(field.unit);
      if (notation === undefined) expect(() => parseRule(`${name} > 1`)).toThrow(`${name} is not a number; did you mean`);
      else expect(parseRule(`${name} > ${notation.format(1)}`)).toMatchObject({ metric: name, threshold: 1 });
    }
  });

  it('is read as it is written', () => {
    const numeric = allEntries().filter(({ field }) => notationOf(field.unit) !== undefined);
    const decimals = fc.oneof(
      fc.integer({ min: 0, max: 1e12 }),
      fc.integer({ min: 0, max: 1e6 }).map((n) => n / 1000),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...numeric),
        fc.option(fc.stringMatching(/^\S(.*\S)?$/), { nil: undefined }),
        fc.constantFrom('>', '<'),
        decimals,
        decimals,
        fc.constantFrom('warning', 'critical'),
        ({ name, list }, item, comparison, threshold, hold, severity) => {
          const written = { metric: name, ...(list && item && { item }), comparison, threshold, hold, severity } as const;
          const { text, ...read } = parseRule(formatRule(written));
          expect(read).toEqual({ ...written, threshold: expect.closeTo(threshold, 9), hold: expect.closeTo(hold, 9) });
          expect(formatRule(read)).toBe(text);
        },
      ),
    );
  });

  test.each([
    ['memory.available < 524288000', 'memory.available < 500M'],
    ['network.receive_rate > 1500kB', 'network.receive_rate > 1500kB/s'],
    ['cpu.usage > 0.07 for 90s warning', 'cpu.usage > 7% for 90s'],
    ['host.uptime > 86400', 'host.uptime > 1d'],
    ['cpu.frequency > 3200000000', 'cpu.frequency > 3200MHz'],
    ['cpu.load.one > 0.0000001', 'cpu.load.one > 0.0000001'],
  ])('%s is written %s', (text, written) => {
    expect(formatRule(parseRule(text))).toBe(written);
  });
});

describe('the default rules', () => {
  const texts = (rules: readonly Rule[]) => rules.map(({ text }) => text);

  it('watch CPU, memory and every filesystem, twice', () => {
    expect(texts(defaultRules())).toEqual([
      'cpu.usage > 80% for 10s',
      'cpu.usage > 95% for 10s critical',
      'memory.usage > 85% for 5s',
      'memory.usage > 95% for 5s critical',
      'filesystem.usage > 90%',
      'filesystem.usage > 95% critical',
    ]);
  });

  it('are what their texts say', () => {
    expect(defaultRules().map(({ text }) => parseRule(text))).toEqual(defaultRules());
  });

  it('leave out a critical threshold that lies below the warning', () => {
    expect(texts(defaultRules({ cpu: 0.97, memory: 0.95, filesystem: 0.5, critical: 0.95 }))).toEqual([
      'cpu.usage > 97% for 10s',
      'memory.usage > 95% for 5s',
      'filesystem.usage > 50%',
      'filesystem.usage > 95% critical',
    ]);
  });
});
