import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { span, telling } from '../../../src/ui/draw/line.ts';
import { wrapCells, wrapLine } from '../../../src/ui/draw/wrap.ts';
import { cellWidth } from '../../../src/units/cells.ts';
import { textOf, textsOf } from '../../harness/look.ts';

describe('wrapping', () => {
  it.each([
    ['one two three', 8, ['one two', 'three']],
    ['one', 8, ['one']],
    ['/usr/share/a/long/path and', 8, ['/usr/sha', 're/a/lon', 'g/path', 'and']],
    ['日本語の名前', 5, ['日本', '語の', '名前']],
    ['', 8, ['']],
  ])('parts %j into lines of %d', (text, width, lines) => {
    expect(wrapCells(text, width)).toEqual(lines);
  });

  it('loses nothing but blanks, and fits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z日 ]{0,80}$/), fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = wrapCells(text, width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(cellWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('of a line parts it as its text alone, and each piece tells what its part told', () => {
    const parts = fc.array(fc.stringMatching(/^[a-z日 ]{0,20}$/), { maxLength: 5 });
    fc.assert(
      fc.property(parts, fc.integer({ min: 2, max: 20 }), (texts, width) => {
        const letters = texts.map((text, i) => telling(span(text.replaceAll(/[a-z]/g, String(i))), String(i)));
        const lines = wrapLine(letters, width);
        expect(textsOf(lines)).toEqual(wrapCells(textOf(letters), width));
        for (const { text, tells } of lines.flat()) expect(text).toMatch(new RegExp(`^[${tells}日 ]+$`));
      }),
    );
  });
});
