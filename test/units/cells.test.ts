import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { cellWidth, padCells, padCellsStart, printable, truncateCells, truncateCellsStart } from '../../src/units/cells.ts';

describe('the width of a text', () => {
  it('is two cells for wide characters, none for combining ones', () => {
    expect(cellWidth('abc')).toBe(3);
    expect(cellWidth('/mnt/日本')).toBe(9);
    expect(cellWidth('e\u0301')).toBe(1);
    expect(cellWidth('⣿■╭▸↓…')).toBe(6);
  });

  it('is the same by the short cut for plain texts as by string-width', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0x20, max: 0x2fff }).map((code) => String.fromCodePoint(code)) }),
        (text) => {
          expect(cellWidth(text)).toBe(stringWidth(text));
        },
      ),
    );
  });
});

describe('cutting a text', () => {
  it('ends with an ellipsis where something was cut, and only there', () => {
    expect(truncateCells('abcdef', 4)).toBe('abc…');
    expect(truncateCells('abcd', 4)).toBe('abcd');
  });

  it('does not cut a wide character in two', () => {
    expect(truncateCells('日本語', 4)).toBe('日…');
    expect(truncateCells('日本語', 5)).toBe('日本…');
  });

  it('takes no longer for a text that is far too long', () => {
    const long = '日本 '.repeat(1_000_000);
    expect(truncateCells(long, 6)).toBe('日本 …');
    expect(truncateCellsStart(long, 6)).toBe('…日本 ');
  });

  it('leaves nothing where there is no room', () => {
    expect(truncateCells('abc', 0)).toBe('');
    expect(truncateCells('abc', 1)).toBe('…');
  });
});

it('pads by cells, not by characters', () => {
  expect(padCells('日', 4)).toBe('日  ');
  expect(padCellsStart('日', 4)).toBe('  日');
  expect(padCells('abcde', 4)).toBe('abcde');
});

it('replaces what could move the cursor', () => {
  expect(printable('a\u001b[2Jb\nc\u202ed')).toBe('a�[2Jb�c�d');
  expect(printable('a\u2028b\u2029c\ud800d😀')).toBe('a�b�c�d😀');
});

it('measures 100,000 wide characters, with blanks or without, before anybody notices', () => {
  const began = performance.now();
  expect(cellWidth('漢'.repeat(100_000))).toBe(200_000);
  expect(cellWidth('漢字 ab '.repeat(20_000))).toBe(160_000);
  // Parted into characters at once, each takes half a minute.
  expect(performance.now() - began).toBeLessThan(10_000);
});
