import { describe, expect, it } from 'vitest';
import { isProblem } from '../../src/config/kind.ts';
import { optionList } from '../../src/config/option-list.ts';
import { mode, options, sections } from '../../src/config/option-table.ts';

const all = [...optionList.map(([, option]) => option), mode];

describe('the option table', () => {
  it('can be reached: every option has a flag, a variable or a key', () => {
    expect(all.filter(({ flag, environment, key }) => !(flag || environment || key))).toEqual([]);
  });

  it.each([
    ['flags', all.flatMap(({ flag }) => flag ?? [])],
    ['letters', all.flatMap(({ short }) => short ?? [])],
    ['variables', all.flatMap(({ environment }) => environment?.name ?? [])],
    ['keys', all.flatMap(({ key }) => key ?? [])],
  ])('gives no two options the same of its %s', (_, names) => {
    expect(names.length).toBeGreaterThan(2);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('spells flags and keys in kebab-case, and names a flagged option as meow names its flag', () => {
    const names = all.flatMap(({ flag, key }) => [flag, key]).filter((name) => name !== undefined);
    expect(names.filter((name) => !/^[a-z]+(-[a-z]+)*(\.[a-z]+)?$/.test(name))).toEqual([]);
    for (const [name, { flag }] of optionList) {
      if (flag !== undefined) expect(name).toBe(flag.replace(/-[a-z]/g, ([, letter = '']) => letter.toUpperCase()));
    }
  });

  it('explains each option in one short line, and says what may be written', () => {
    for (const { help, kind } of all) {
      expect(help).toMatch(/^[A-Za-z].{8,110}[^.]$/);
      expect(kind.meaning).not.toBe('');
      expect(Object.keys(kind.schema)).not.toEqual([]);
    }
  });

  it('describes each map of the file, and has no empty one', () => {
    const maps = all.flatMap(({ key }) => (key?.includes('.') ? key.replace(/\..*/, '') : []));
    expect(Object.keys(sections).sort()).toEqual([...new Set(maps)].sort());
  });

  it('has defaults that their own kind reads back unchanged', () => {
    const defaulted = all.filter((option) => option.default !== undefined);
    expect(defaulted.length).toBeGreaterThan(10);
    for (const option of defaulted)
      expect(option.kind.parse(option.kind.toYaml(option.default))).toEqual({ value: option.default });
  });

  it('has variables that mean something their option can be', () => {
    for (const { environment, kind } of all) {
      if (environment?.means !== undefined) expect(isProblem(kind.parse(environment.means))).toBe(false);
    }
    expect(options.color.environment?.means).toBe('none');
  });
});
