import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnName, columnNames } from '../../../src/config/settings.ts';
import { type FixedColumnName, headOf } from '../../../src/ui/processes/cell.ts';
import { columns } from '../../../src/ui/processes/columns.ts';
import type { ListedRow } from '../../../src/ui/processes/row.ts';
import { cellWidth } from '../../../src/units/cells.ts';
import { colored, plain, textOf } from '../../harness/look.ts';

const names = columnNames.filter((name): name is FixedColumnName => name !== 'command');
const rowOf = (facts: Partial<ListedRow>): ListedRow => ({ id: '1', count: 1, name: 'x', resident: 0, prefix: '', ...facts });
const cell = (name: FixedColumnName, facts: Partial<ListedRow>, cores = 1) =>
  textOf(columns[name].draw(rowOf(facts), { look: plain, cores, recent: [] }));
const colorOf = (name: FixedColumnName, facts: Partial<ListedRow>) =>
  columns[name].draw(rowOf(facts), { look: colored, cores: 1, recent: [] })[0]?.color;

describe('columns', () => {
  it('hold any process without moving their neighbours', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('日本語ユーザー名', '\u001b[2J', 'R', '', '/a/very/long/control.slice/group-12.scope/日本語'),
    );
    const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
    const number = fc.oneof(fc.double({ min: 0, max: 1e15, noNaN: true }), fc.nat(1000));
    const anyRow = fc.record({
      pid: maybe(fc.nat()),
      parent: maybe(fc.nat()),
      count: fc.nat(),
      user: maybe(text),
      unit: maybe(text),
      group: maybe(text),
      state: maybe(text),
      usage: maybe(number),
      cpuTime: maybe(number),
      age: maybe(number),
      resident: number,
      virtual: maybe(number),
      shared: maybe(number),
      ioRate: maybe(number),
      readRate: maybe(number),
      writeRate: maybe(number),
      files: maybe(fc.nat()),
      memoryUsage: maybe(number),
      threads: maybe(fc.nat()),
      nice: maybe(fc.integer()),
      priority: maybe(fc.integer()),
      restricted: fc.constantFrom<true | undefined>(true, undefined),
    });
    const anyPast = fc.array(maybe(fc.double({ min: 0, max: 128, noNaN: true })), { maxLength: 40 });
    fc.assert(
      fc.property(anyRow, anyPast, fc.integer({ min: 1, max: 4096 }), (facts, past, cores) => {
        for (const name of names) {
          const drawn = columns[name].draw(rowOf(facts as Partial<ListedRow>), {
            look: plain,
            cores,
            recent: past,
          });
          expect(cellWidth(textOf(drawn))).toBe(columns[name].width);
          expect(textOf(drawn)).not.toMatch(/\p{Cc}/u);
          expect(headOf(columns[name], cores, '▼').length).toBeLessThanOrEqual(columns[name].width);
        }
      }),
    );
  });

  it('show what real machines have in full', () => {
    expect(cell('pid', { pid: 4_194_304 })).toBe('4194304');
    expect(cell('pid', { count: 25 })).toBe('    ×25');
    expect(cell('cpu', { usage: 128 })).toBe('   12800');
    expect(cell('time', { cpuTime: 65 })).toBe('    1:05');
    expect(cell('time', { cpuTime: 7390 })).toBe(' 2:03:10');
    expect(cell('time', { cpuTime: 9.2 * 86_400 })).toBe('   9d04h');
    expect(cell('time', { cpuTime: 93_440 * 86_400 })).toBe('  93440d');
    expect(cell('threads', { threads: 4321 })).toBe('4321');
    expect(cell('nice', { nice: -20 })).toBe('-20');
    expect(cell('priority', { priority: -100 })).toBe('-100');
    expect(cell('user', { user: 'systemd-resolve' })).toBe('systemd-…');
  });

  it('tell sizes and rates with three digits, at the same width', () => {
    const sizes = [0, 512, 4096, 12.3 * 2 ** 20, 547 * 2 ** 20, 1.25 * 2 ** 30, 1023.4 * 2 ** 30];
    expect(sizes.map((resident) => cell('resident', { resident }))).toEqual([
      '    0B',
      '  512B',
      ' 4.00K',
      ' 12.3M',
      '  547M',
      ' 1.25G',
      ' 1023G',
    ]);
    expect(cell('io', { ioRate: 3.5 * 2 ** 20 })).toBe(' 3.50M');
  });

  it('tell an age in its two largest units', () => {
    const ages = [0, 59, 312, 11_045, 3 * 86_400 + 7200, 99.9 * 86_400, 1234 * 86_400];
    expect(ages.map((age) => cell('age', { age }).trim())).toEqual(['0s', '59s', '5m12s', '3h04m', '3d02h', '99d21h', '1234d']);
  });

  it('show the end of a control group that is too long: there stands whose it is', () => {
    expect(cell('group', { group: '/user.slice/user-1000.slice/session-2.scope' })).toBe('…0.slice/session-2.scope');
  });

  it('show a dash for what is not known, and a word for what may not be', () => {
    const numbers: readonly FixedColumnName[] = [
      'cpu',
      'memory',
      'time',
      'threads',
      'nice',
      'user',
      'io',
      'read',
      'write',
      'files',
    ];
    for (const name of numbers) expect(cell(name, {}).trim()).toBe('–');
    for (const name of ['io', 'read', 'write', 'files'] as const) {
      expect(cell(name, { restricted: true }).trim()).toBe('denied');
    }
    // What is known is told, whatever else may not be.
    expect(cell('files', { restricted: true, files: 0 }).trim()).toBe('0');
    expect(cell('io', { restricted: true, ioRate: 0 }).trim()).toBe('0B');
  });

  it('are stronger the more there is', () => {
    const shades = [0, 2 ** 20, 200 * 2 ** 20, 2 ** 30].map((resident) => colorOf('resident', { resident }));
    expect(new Set(shades).size).toBe(4);
    expect(shades).toEqual([colored.theme.dim, colored.theme.text, colored.theme.title, colored.theme.warn]);
  });

  it('tell what they mean, each something else', () => {
    const meanings = names.map((name: ColumnName) => columns[name as FixedColumnName].meaning);
    expect(new Set(meanings).size).toBe(names.length);
  });
});

describe('CPU', () => {
  it('is a share of one core, or of the machine, and the head says which', () => {
    expect(cell('cpu', { usage: 1.5 })).toBe('     150');
    expect(cell('cpu', { usage: 1.5 }, 4)).toBe('    37.5');
    expect([1, 4, 128].map((cores) => headOf(columns.cpu, cores))).toEqual(['CPU%', 'CPU%/4', '%/128']);
  });
});
