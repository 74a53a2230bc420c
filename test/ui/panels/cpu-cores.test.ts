import { describe, expect, it } from 'vitest';
import { parseRule } from '../../../src/alerts/rule.ts';
import { lineWidth } from '../../../src/ui/draw/line.ts';
import { createLook } from '../../../src/ui/look.ts';
import { coresWidth, drawCores, drawCpuBar } from '../../../src/ui/panels/cpu-cores.ts';
import { plain, textOf, textsOf } from '../../harness/look.ts';
import { defaults } from '../../harness/machine.ts';

const cores = (count: number, usage = (_id: number): number | undefined => 0.5) =>
  Array.from({ length: count }, (_, id) => {
    const share = usage(id);
    return { id, online: true, ...(share !== undefined && { usage: share, user: share }) };
  });

describe('the bar of a processor', () => {
  it('has user, system, steal and wait in this order, each with a glyph of its own', () => {
    expect(textOf(drawCpuBar({ user: 0.3, nice: 0.1, system: 0.1, softirq: 0.1, steal: 0.1, iowait: 0.1 }, 10, plain))).toBe(
      '■■■■▣▣▨□··',
    );
  });
});

describe('the cores', () => {
  it('have a bar and a number each where there is room', () => {
    expect(textsOf(drawCores(cores(2), { width: 20, height: 2 }, plain))).toEqual([
      '0 ■■■■■■·····  50.0%',
      '1 ■■■■■■·····  50.0%',
    ]);
  });

  it('have a graph each where there are rows for it, in as many columns as that takes', () => {
    const past = { history: [], historyOf: () => [1, 1] };
    expect(textsOf(drawCores(cores(3), { width: 40, height: 6 }, plain, past))).toEqual([
      '0 ■■■■■·····  50.0%  2 ■■■■■·····  50.0%',
      '                  ⣿                    ⣿',
      '  ⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⣿    ⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⣿',
      '1 ■■■■■·····  50.0%                     ',
      '                  ⣿                     ',
      '  ⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⣿                     ',
    ]);
    expect(textsOf(drawCores(cores(3), { width: 40, height: 2 }, plain, past))).toHaveLength(2);
  });

  it('have the threshold of a rule across their graphs, each its own', () => {
    const past = { history: [], historyOf: () => [0.1] };
    const look = createLook({ ...defaults, rules: [parseRule('cpu.cores.usage[1] > 90%')] }, 0);
    const draw = (height: number) => textsOf(drawCores(cores(2), { width: 20, height }, look, past)).map((line) => line.trim());
    expect(draw(6)).toEqual([
      '0 ■■■■■■·····  50.0%',
      '',
      '⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀',
      '1 ■■■■■■·····  50.0%',
      '⠒'.repeat(18),
      '⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀',
    ]);
  });

  it('take no more width than they need', () => {
    for (const count of [1, 2, 8, 64, 128, 384]) {
      const size = { width: 85, height: 12 };
      const width = coresWidth(cores(count), size);
      const past = { history: [], historyOf: () => [] };
      expect(width).toBeLessThanOrEqual(size.width);
      expect(Math.max(...drawCores(cores(count), { ...size, width }, plain, past).map(lineWidth))).toBe(width);
    }
  });

  it('stand in columns, read downwards', () => {
    expect(textsOf(drawCores(cores(4), { width: 42, height: 2 }, plain))).toEqual([
      '0 ■■■■■■·····  50.0%  2 ■■■■■■·····  50.0%',
      '1 ■■■■■■·····  50.0%  3 ■■■■■■·····  50.0%',
    ]);
  });

  it('lose their numbers first, then their bars', () => {
    expect(textsOf(drawCores(cores(2), { width: 12, height: 2 }, plain))).toEqual(['0 ■■■■■·····', '1 ■■■■■·····']);
    expect(textsOf(drawCores(cores(16), { width: 12, height: 2 }, plain))).toEqual([' 0 ▅▅▅▅▅▅▅▅', ' 8 ▅▅▅▅▅▅▅▅']);
  });

  it('that are offline or not known are told apart from idle ones', () => {
    const mixed = [
      { id: 0, online: false },
      { id: 1, online: true },
      { id: 2, online: true, usage: 0, user: 0 },
    ];
    expect(textsOf(drawCores(mixed, { width: 20, height: 3 }, plain))).toEqual([
      '0 offline           ',
      '1 ···········      –',
      '2 ···········   0.0%',
    ]);
    expect(textOf(drawCores(mixed, { width: 10, height: 1 }, plain)[0] ?? [])).toBe('0 -?▁');
  });

  it('are all there, from 1 to 384, at every size: a busy one is seen wherever it stands', () => {
    for (const count of [1, 2, 7, 16, 64, 128, 384]) {
      for (const size of [
        { width: 36, height: 1 },
        { width: 40, height: 3 },
        { width: 55, height: 5 },
        { width: 120, height: 12 },
      ]) {
        for (const busy of [0, Math.floor(count / 2), count - 1]) {
          const lines = drawCores(
            cores(count, (id) => (id === busy ? 1 : 0)),
            size,
            plain,
          );
          expect(lines.length).toBeLessThanOrEqual(size.height);
          expect(lines.filter((line) => lineWidth(line) > size.width)).toEqual([]);
          expect(textsOf(lines).join('')).toMatch(/[█■]/);
        }
      }
    }
  });

  it('keep their ids where some are missing', () => {
    const some = cores(12).filter(({ id }) => id % 5 === 0);
    expect(textsOf(drawCores(some, { width: 30, height: 3 }, plain)).map((line) => line.slice(0, 3))).toEqual([
      ' 0 ',
      ' 5 ',
      '10 ',
    ]);
  });
});
