import { describe, expect, it } from 'vitest';
import type { ColumnName } from '../../../src/config/settings.ts';
import type { SortKey } from '../../../src/processes/order.ts';
import { columns } from '../../../src/ui/processes/columns.ts';
import { fitColumns, shownColumns } from '../../../src/ui/processes/fitting.ts';

const USUAL = ['pid', 'user', 'state', 'nice', 'threads', 'time', 'resident', 'memory', 'io', 'cpu', 'history'];
const fitAt = (width: number, chosen?: readonly ColumnName[], sort: SortKey = 'cpu') =>
  fitColumns({ columns: chosen, sort }, width);
const fitting = (...args: Parameters<typeof fitAt>) => {
  const { before, after } = fitAt(...args);
  return [...before, 'command', ...after];
};

describe('the usual columns', () => {
  it('fill the width exactly, with the command, which has room to say something', () => {
    for (let width = 14; width < 250; width++) {
      const { before, command } = fitAt(width);
      const fixed = before.reduce((sum, name) => sum + columns[name].width + 1, 0);
      expect(fixed + command).toBe(width);
      expect(command).toBeGreaterThanOrEqual(width < 23 ? 5 : 14);
    }
  });

  it('leave one by one where there is less room, and keep their places', () => {
    expect(fitting(200)).toEqual([...USUAL, 'command']);
    expect(fitting(36)).toEqual(['pid', 'cpu', 'command']);
    expect(fitting(25)).toEqual(['cpu', 'command']);
    let before = 0;
    for (let width = 14; width < 140; width++) {
      expect(fitAt(width).before).toEqual(USUAL.filter((name) => (fitAt(width).before as readonly string[]).includes(name)));
      expect(fitting(width).length).toBeGreaterThanOrEqual(before - 1);
      before = fitting(width).length;
    }
  });

  it('show I/O and the history on a screen of 160 columns', () => {
    expect(fitting(89)).toEqual(['pid', 'user', 'state', 'time', 'resident', 'memory', 'io', 'cpu', 'history', 'command']);
  });
});

describe('chosen columns', () => {
  it('stand as they were chosen, the command among them', () => {
    expect(fitting(200, ['cpu', 'command', 'files', 'pid'])).toEqual(['cpu', 'command', 'files', 'pid']);
    expect(fitting(200, ['command', 'cpu'])).toEqual(['command', 'cpu']);
  });

  it('never lack CPU and command', () => {
    expect(shownColumns({ columns: ['pid', 'user'] })).toEqual(['pid', 'user', 'cpu', 'command']);
    expect(shownColumns({ columns: ['command', 'pid'] })).toEqual(['cpu', 'command', 'pid']);
    for (let width = 24; width < 100; width++) {
      expect(fitting(width, ['group', 'unit', 'pid', 'user', 'files'])).toEqual(expect.arrayContaining(['cpu', 'command']));
    }
  });

  it('that are none of the usual ones stay longest, in their order', () => {
    const chosen = ['pid', 'user', 'memory', 'unit', 'files', 'cpu', 'command'] as const;
    const shown = (width: number) => fitting(width, chosen).filter((name) => name !== 'command');
    expect(shown(100)).toEqual(['pid', 'user', 'memory', 'unit', 'files', 'cpu']);
    expect(shown(70)).toEqual(['pid', 'unit', 'files', 'cpu']);
    // The usual ones get what is left over.
    expect(shown(52)).toEqual(['unit', 'files', 'cpu']);
    expect(shown(44)).toEqual(['unit', 'cpu']);
    expect(shown(30)).toEqual(['files', 'cpu']);
  });

  it('stay longest, too, where they are usual but were asked for', () => {
    const columns = ['pid', 'user', 'time', 'files', 'cpu', 'command'] as const;
    const shown = (width: number, byHand: ReadonlySet<ColumnName>) => fitColumns({ columns, byHand, sort: 'cpu' }, width).before;
    expect(shown(58, new Set())).toEqual(['pid', 'user', 'files', 'cpu']);
    expect(shown(58, new Set(['time']))).toEqual(['pid', 'time', 'files', 'cpu']);
    expect(shown(58, new Set(columns))).toEqual(['pid', 'user', 'time', 'files', 'cpu']);
  });

  it('fill the width exactly wherever the command stands', () => {
    for (const chosen of [
      ['command', 'cpu', 'pid'],
      ['cpu', 'command', 'io'],
      ['io', 'cpu', 'command'],
    ] as const) {
      for (let width = 30; width < 120; width++) {
        const { before, command, after } = fitAt(width, chosen);
        const fixed = [...before, ...after].reduce((sum, name) => sum + columns[name].width + 1, 0);
        expect(fixed + command + (before.length === 0 ? 1 : 0)).toBe(width);
      }
    }
  });
});

describe('the column that the list is sorted by', () => {
  it('stays where there is little room', () => {
    expect(fitting(36)).not.toContain('io');
    expect(fitting(36, undefined, 'io')).toEqual(['io', 'cpu', 'command']);
    expect(fitting(36, undefined, 'memory')).toEqual(['resident', 'cpu', 'command']);
  });
});
