import { describe, expect, it } from 'vitest';
import { addRecent, drawRecentCpu } from '../../../src/ui/processes/recent-cpu.ts';
import { ascii, colored, plain, textOf } from '../../harness/look.ts';

describe('the CPU of the last samples', () => {
  it('is a graph that ends now, two samples a cell, taller for more', () => {
    expect(textOf(drawRecentCpu([0, 0.2, 0.5, 1], 4, plain))).toBe('  ⣠⣾');
  });

  it('tells idle from unknown', () => {
    expect(textOf(drawRecentCpu([0, 0, undefined, undefined, 0, 0], 4, plain))).toBe(' ⣀ ⣀');
    expect(textOf(drawRecentCpu([], 4, plain))).toBe('    ');
  });

  it('shows the latest where there are more than fit, and is full at one core or more', () => {
    expect(textOf(drawRecentCpu([1, 1, 1, 1, 0, 0, 8, 8], 2, plain))).toBe('⣀⣿');
  });

  it('is drawn in ASCII, one sample a cell', () => {
    expect(textOf(drawRecentCpu([0, 0.2, 1], 4, ascii))).toBe(' ..|');
  });

  it('is coloured cell by cell as the share is, dim where there was none, neighbours of one colour in one part', () => {
    const line = drawRecentCpu([0, 0, 0, 0, 1, 1], 3, colored);
    expect(line.map(({ text, color }) => [text, color])).toEqual([
      ['⣀⣀', colored.theme.dim],
      ['⣿', colored.ramp(1)],
    ]);
  });
});

describe('of several processes', () => {
  it('is their sum, sample by sample, all ending now', () => {
    expect(addRecent([[0.25, 0.5, 0.5], [0.25], [undefined, 0.125]])).toEqual([0.25, 0.5, 0.875]);
    expect(addRecent([[undefined], [undefined]])).toEqual([undefined]);
    expect(addRecent([])).toEqual([]);
  });
});
