import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, type CpuScale, columnsFor, drawCell } from '../../../src/ui/processes/columns.ts';
import type { ListedRow } from '../../../src/ui/processes/listing.ts';
import { cellWidth } from '../../../src/units/cells.ts';
import { plain } from '../../harness/look.ts';

const headOf = ({ head }: Column, cores = 1) => (typeof head === 'string' ? head : head({ cores }));
const heads = (width: number) => columnsFor(width).columns.map((column) => headOf(column));
const cell = (name: string, row: Partial<ListedRow>, scale: CpuScale = { cores: 1 }) => {
  const column = columnsFor(200).columns.find((one) => headOf(one) === name);
  if (column === undefined) throw new Error(`no column ${name}`);
  return drawCell(column, { id: '1', count: 1, name: 'x', resident: 0, prefix: '', ...row }, plain, scale).text;
};

describe('columns', () => {
  it('fill the width exactly, with the command, which has room to say something', () => {
    for (let width = 14; width < 250; width++) {
      const { columns, command } = columnsFor(width);
      expect(columns.reduce((sum, column) => sum + column.width + 1, command)).toBe(width);
      expect(command).toBeGreaterThanOrEqual(14);
    }
  });

  it('leave one by one where there is less room, and keep their places', () => {
    const all = ['PID', 'USER', 'S', 'NI', 'THR', 'TIME', 'RSS', 'MEM%', 'CPU%'];
    expect(heads(200)).toEqual(all);
    expect(heads(36)).toEqual(['PID', 'CPU%']);
    expect(heads(25)).toEqual(['CPU%']);
    let before = 0;
    for (let width = 14; width < 120; width++) {
      expect(heads(width)).toEqual(all.filter((name) => heads(width).includes(name)));
      expect(heads(width).length).toBeGreaterThanOrEqual(before - 1);
      before = heads(width).length;
    }
  });

  it('hold any process without moving their neighbours', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('日本語ユーザー名', '\u001b[2J', 'R', ''),
    );
    const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
    const number = fc.oneof(fc.double({ min: 0, max: 1e15, noNaN: true }), fc.nat(1000));
    const anyRow = fc.record({
      pid: maybe(fc.nat()),
      count: fc.nat(),
      user: maybe(text),
      state: maybe(text),
      usage: maybe(number),
      cpuTime: maybe(number),
      resident: number,
      memoryUsage: maybe(number),
      threads: maybe(fc.nat()),
      nice: maybe(fc.integer()),
    });
    fc.assert(
      fc.property(anyRow, fc.integer({ min: 1, max: 4096 }), (facts, cores) => {
        const row = { id: '1', name: 'x', prefix: '', ...facts } as ListedRow;
        for (const column of columnsFor(200).columns) {
          const { text: drawn } = drawCell(column, row, plain, { cores });
          expect(cellWidth(drawn)).toBe(column.width);
          expect(drawn).not.toMatch(/\p{Cc}/u);
          expect(headOf(column, cores).length).toBeLessThanOrEqual(column.width);
        }
      }),
    );
  });

  it('show what real machines have in full', () => {
    expect(cell('PID', { pid: 4_194_304 })).toBe('4194304');
    expect(cell('PID', { count: 25 })).toBe('    ×25');
    expect(cell('CPU%', { usage: 128 })).toBe('   12800');
    expect(cell('TIME', { cpuTime: 65 })).toBe('    1:05');
    expect(cell('TIME', { cpuTime: 7390 })).toBe(' 2:03:10');
    expect(cell('TIME', { cpuTime: 9.2 * 86_400 })).toBe('   9d04h');
    expect(cell('TIME', { cpuTime: 93_440 * 86_400 })).toBe('  93440d');
    expect(cell('RSS', { resident: 1023.96 * 2 ** 30 })).not.toContain('…');
    expect(cell('THR', { threads: 4321 })).toBe('4321');
    expect(cell('NI', { nice: -20 })).toBe('-20');
    expect(cell('USER', { user: 'systemd-resolve' })).toBe('systemd-…');
  });

  it('show a dash for what is not known', () => {
    for (const name of ['CPU%', 'MEM%', 'TIME', 'THR', 'NI', 'USER']) expect(cell(name, {}).trim()).toBe('–');
  });
});

describe('CPU', () => {
  it('is a share of one core, or of the machine, and the head says which', () => {
    expect(cell('CPU%', { usage: 1.5 })).toBe('     150');
    expect(cell('CPU%', { usage: 1.5 }, { cores: 4 })).toBe('    37.5');
    const column = columnsFor(30).columns.at(-1) as Column;
    expect([1, 4, 128].map((cores) => headOf(column, cores))).toEqual(['CPU%', 'CPU%/4', '%/128']);
  });
});
