import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Kind, Parsed } from '../../src/config/kind.ts';
import {
  budget,
  choice,
  choices,
  count,
  duration,
  flag,
  path,
  patterns,
  pictureFile,
  ratio,
  rules,
  screenSize,
} from '../../src/config/kinds.ts';

const interval = duration(0.1, 3600);
const colors = choice(['auto', '256', '16']);
const panels = choices(['cpu', 'memory', 'disks']);

function fromText<T>(kind: Kind<T>, text: string): Parsed<T> {
  return kind.parse(kind.fromText?.(text) ?? text);
}

describe('what may be written', () => {
  it.each<[string, Kind<unknown>, unknown, unknown]>([
    ['a bare number of seconds', interval, 2, 2],
    ['a text with a number', interval, '0.5', 0.5],
    ['milliseconds', interval, '500ms', 0.5],
    ['an hour', interval, '1h', 3600],
    ['a percentage', ratio, '80%', 0.8],
    ['a share', ratio, 0.8, 0.8],
    ['a budget', budget, '1%', 0.01],
    ['a budget as a fraction', budget, 0.005, 0.005],
    ['a budget as the text of a fraction', budget, '.02', 0.02],
    ['a whole core', budget, '100%', 1],
    ['no budget', budget, 'none', 'none'],
    ['a choice', colors, 'auto', 'auto'],
    ['a choice that YAML reads as a number', colors, 256, '256'],
    ['yes or no', flag, true, true],
    ['a path', path('DIR'), '~/x', '~/x'],
    ['a count', count, 3, 3],
    ['a size', screenSize, '160x48', { columns: 160, rows: 48 }],
    ['a picture', pictureFile, 'docs/screen.SVG', 'docs/screen.SVG'],
    ['a picture for standard output', pictureFile, '-', '-'],
    ['some of a set', panels, ['memory', 'cpu'], ['memory', 'cpu']],
    ['names', patterns, ['veth*', 'br-?'], ['veth*', 'br-?']],
    ['no names', patterns, [], []],
  ])('%s', (_, kind, written, value) => {
    expect(kind.parse(written)).toEqual({ value });
  });

  it('rules of alerts', () => {
    expect(rules.parse(['cpu.load.one > 8 for 1m'])).toEqual({
      value: [
        { text: 'cpu.load.one > 8 for 1m', metric: 'cpu.load.one', comparison: '>', threshold: 8, hold: 60, severity: 'warning' },
      ],
    });
  });

  it('lists and counts as text of a flag', () => {
    expect(fromText(panels, 'disks, cpu')).toEqual({ value: ['disks', 'cpu'] });
    expect(fromText(count, '12')).toEqual({ value: 12 });
  });
});

describe('what is refused, and in which words', () => {
  it.each<[Kind<unknown>, unknown, string, number?]>([
    [interval, 'banana', '"banana" is not a length of time from 0.1s to 1h; write one like 2, 0.5, 500ms or 1m'],
    [interval, 0.01, '0.01 is not a length of time from 0.1s to 1h; write one like 2, 0.5, 500ms or 1m'],
    [interval, '2h', '"2h" is not a length of time from 0.1s to 1h; write one like 2, 0.5, 500ms or 1m'],
    [interval, Number.NaN, 'NaN is not a length of time from 0.1s to 1h; write one like 2, 0.5, 500ms or 1m'],
    [interval, null, 'nothing is not a length of time from 0.1s to 1h; write one like 2, 0.5, 500ms or 1m'],
    [ratio, 80, '80 is not a share from 0% to 100%; write one like 80% or 0.8'],
    [ratio, '80', '"80" is not a share from 0% to 100%; write one like 80% or 0.8'],
    [ratio, '101%', '"101%" is not a share from 0% to 100%; write one like 80% or 0.8'],
    [budget, '0', '"0" is not a share above 0% to 100%, or none; write one like 1% or 0.01'],
    [budget, '0%', '"0%" is not a share above 0% to 100%, or none; write one like 1% or 0.01'],
    [budget, '1', '"1" is not a share above 0% to 100%, or none; write one like 1% or 0.01'],
    [budget, 1, '1 is not a share above 0% to 100%, or none; write one like 1% or 0.01'],
    [budget, '150%', '"150%" is not a share above 0% to 100%, or none; write one like 1% or 0.01'],
    [colors, 'atuo', '"atuo" is not known; did you mean auto? Use auto, 256 or 16'],
    [colors, 'mauve', '"mauve" is not known; use auto, 256 or 16'],
    [colors, 88, '88 is not known; use auto, 256 or 16'],
    [colors, ['auto'], 'a list is not known; use auto, 256 or 16'],
    [flag, 'yes', '"yes" is not true or false; write one of them'],
    [path('DIR'), ' ', '" " is not a folder; write a path like "~/sysmon"'],
    [path('FILE'), null, 'nothing is not a file; write a path like "~/sysmon"'],
    [count, 0, '0 is not a count; write a whole number from 1'],
    [count, 1.5, '1.5 is not a count; write a whole number from 1'],
    [screenSize, '160', '"160" is not columns and rows, to 1000x500; write one like 160x48 or 80x24'],
    [screenSize, '80x0', '"80x0" is not columns and rows, to 1000x500; write one like 160x48 or 80x24'],
    [screenSize, '1001x24', '"1001x24" is not columns and rows, to 1000x500; write one like 160x48 or 80x24'],
    [screenSize, 80, '80 is not columns and rows, to 1000x500; write one like 160x48 or 80x24'],
    [
      pictureFile,
      '.svg',
      '".svg" is not a file for a picture, which is SVG; write one like screen.svg, or - for standard output',
    ],
    [
      pictureFile,
      'a.png',
      '"a.png" is not a file for a picture, which is SVG; write one like screen.svg, or - for standard output',
    ],
    [panels, 'cpu', '"cpu" is not a list; write one like [a, b]'],
    [panels, [], 'the list is empty; name at least one of cpu, memory, disks'],
    [panels, ['cpu', 'memroy'], '"memroy" is not known; did you mean memory? Use cpu, memory or disks', 1],
    [panels, ['cpu', 'disks', 'cpu'], '"cpu" is named twice; leave one out', 2],
    [patterns, ['eth0', 5], '5 is not a name; write one like "veth*", in quotes', 1],
    [patterns, {}, 'a map is not a list; write one like [a, b]'],
    [
      rules,
      ['cpu.usage > 1%', 'cpu.lod.one > 8'],
      'Rule "cpu.lod.one > 8": there is no metric cpu.lod.one; did you mean cpu.load.one?',
      1,
    ],
    [rules, [8], '8 is not a rule; write METRIC[ITEM] > VALUE [for DURATION] [warning|critical]', 0],
  ])('%#: %j', (kind, written, problem, item) => {
    expect(kind.parse(written)).toEqual({ problem, ...(item !== undefined && { item }) });
  });
});

describe('what is written out', () => {
  it('is read back as the same length of time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 3_600_000 }), (milliseconds) => {
        expect(interval.parse(interval.toYaml(milliseconds / 1000))).toEqual({ value: milliseconds / 1000 });
      }),
    );
  });

  it('is read back as the same share', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (hundredths) => {
        expect(ratio.parse(ratio.toYaml(hundredths / 10_000))).toEqual({ value: hundredths / 10_000 });
      }),
    );
  });
});
