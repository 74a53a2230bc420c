import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawGraph } from '../../../src/ui/draw/graph.ts';
import { lineWidth } from '../../../src/ui/draw/line.ts';
import { ascii, blocks, colored, plain, textsOf } from '../../harness/look.ts';

const options = { width: 4, height: 2, max: 8, color: () => undefined };

describe('a graph', () => {
  it('holds two values a cell, four dots high, the newest at the right edge', () => {
    expect(textsOf(drawGraph([1, 2, 3, 4, 5, 6, 7, 8], options, plain))).toEqual(['  ⣠⣾', '⣠⣾⣿⣿']);
  });

  it('has but a faint floor at the left while there are few values, and forgets the oldest where there are many', () => {
    expect(textsOf(drawGraph([8], { ...options, height: 1 }, plain))).toEqual(['⢀⢀⢀⢸']);
    expect(textsOf(drawGraph([8, 8, 8, 4, 4, 4, 4, 4, 4, 4, 4], { ...options, height: 1 }, plain))).toEqual(['⣤⣤⣤⣤']);
  });

  it('tells an idle line, which has its lowest dot, from a hole, whose beginning and floor are marked, and from nothing known yet', () => {
    const holes = [undefined, undefined, 0, 0, undefined, undefined, undefined, undefined, 0, 0];
    expect(textsOf(drawGraph(holes, { ...options, width: 6, height: 2 }, plain))).toEqual(['   ┊  ', '⢀⢀⣀┊╌⣀']);
    expect(textsOf(drawGraph([0, 0, undefined, undefined], { ...options, width: 5 }, ascii))).toEqual(['   / ', ' ../-']);
    expect(textsOf(drawGraph(holes, { ...options, width: 6, height: 2 }, ascii))).toEqual(['      ', '----..']);
  });

  it('has its rows, and nothing in them, where no room is left for it', () => {
    for (const width of [0, -3]) expect(textsOf(drawGraph([1, 2], { ...options, width }, plain))).toEqual(['', '']);
  });

  it('shows a hole of one sample, and leaves it blank where that is asked for', () => {
    const hole = [8, 8, 8, undefined, 8, 8];
    expect(textsOf(drawGraph(hole, { ...options, width: 3, height: 1 }, plain))).toEqual(['⣿⡇⣿']);
    const broken = [2, 2, undefined, 2];
    expect(textsOf(drawGraph(broken, { ...options, width: 2, height: 2 }, plain))).toEqual([' ┊', '⣤⢠']);
    expect(textsOf(drawGraph(broken, { ...options, width: 2, height: 2, blank: true }, plain))).toEqual(['  ', '⣤⢠']);
  });

  it('hangs from the ceiling, upside down', () => {
    expect(textsOf(drawGraph([1, 2, 3, 4, 5, 6, 7, 8], { ...options, hanging: true }, plain))).toEqual(['⠙⢿⣿⣿', '  ⠙⢿']);
    expect(textsOf(drawGraph([1, 4, 5, 8], { ...options, hanging: true }, ascii))).toEqual(["'|||", "  '|"]);
  });

  it('has a threshold across: a line where values are below it, cut out of them where they go beyond', () => {
    const crossed = { ...options, threshold: 6 };
    expect(textsOf(drawGraph([0, 0, 6, 6, 7, 7, 8, 8], crossed, plain))).toEqual(['⠤⣤⣒⣛', '⣀⣿⣿⣿']);
    const [row = []] = drawGraph([0, 0, 8, 8], { ...crossed, width: 2 }, colored);
    expect(row).toEqual([
      { text: '⠤', color: colored.theme.border },
      { text: '⣛', color: undefined },
    ]);
  });

  it('has no threshold that lies above its scale', () => {
    expect(textsOf(drawGraph([1], { ...options, threshold: 9 }, plain))).toEqual(textsOf(drawGraph([1], options, plain)));
  });

  it('has a value a cell, in eighths, in block characters', () => {
    expect(textsOf(drawGraph([0, 1, 2, 3, 4, 5, 6, 7, 8], { ...options, width: 9, height: 1 }, blocks))).toEqual(['▁▁▂▃▄▅▆▇█']);
  });

  it('hangs in eighths, too, in block characters: those that there are not from above are drawn inverse', () => {
    const hanging = { ...options, width: 9, hanging: true };
    const [row = []] = drawGraph([0, 1, 2, 3, 4, 5, 6, 7, 8], { ...hanging, height: 1 }, blocks);
    const inverse = row.flatMap(({ text, inverse }) => [...text].map(() => inverse ?? false));
    expect(textsOf([row])).toEqual(['▔▔▆▅▀▃▂▁█']);
    expect(inverse).toEqual([false, false, true, true, false, true, true, true, false]);
    const [first, second] = drawGraph([8, 5], { ...hanging, width: 2, max: 8, height: 2, threshold: 7 }, blocks);
    expect(textsOf([first ?? [], second ?? []])).toEqual(['██', '█▆']);
    expect(second?.map(({ text, inverse }) => [text, inverse ?? false])).toEqual([
      ['█', false],
      ['▆', true],
    ]);
  });

  it('is cut at its top, however high a value is', () => {
    expect(textsOf(drawGraph([1e12, 1e12], { ...options, width: 1 }, plain))).toEqual(['⣿', '⣿']);
  });

  it('stays at its lowest dot where the scale is nothing', () => {
    expect(textsOf(drawGraph([5, 5], { ...options, width: 1, height: 1, max: 0 }, plain))).toEqual(['⣀']);
  });

  it('has one value a cell, three steps high, in ASCII', () => {
    expect(textsOf(drawGraph([1, 4, 5, 8], options, ascii))).toEqual(['  .|', '.|||']);
  });

  it('asks for the colour of each row by the middle of its height', () => {
    const rows = drawGraph([1], { ...options, blank: true, height: 4, color: (height) => `${height}` }, plain);
    expect(rows.map(([part]) => part?.color)).toEqual(['0.875', '0.625', '0.375', '0.125']);
  });

  it('fills exactly its size, whatever the values', () => {
    const value = fc.option(fc.double({ min: 0, max: 1e15, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(value), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 9 }), (values, width, height) => {
        const rows = drawGraph(values, { width, height, max: 100, color: () => undefined }, plain);
        return rows.length === height && rows.every((row) => lineWidth(row) === width);
      }),
    );
  });
});
