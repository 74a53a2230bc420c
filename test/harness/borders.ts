import { cellWidth } from '../../src/units/cells.ts';

interface Box {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

const graphemes = new Intl.Segmenter();

/** What is wrong with a screen's boxes: a corner without its partners, a side that is interrupted. Empty when all are closed. */
export function brokenBorders(lines: readonly string[]): readonly string[] {
  const cells = lines.map(cellsOf);
  const at = (row: number, column: number) => cells[row]?.[column] ?? ' ';
  const boxes: Box[] = [];
  const broken: string[] = [];
  cells.forEach((row, top) => {
    row.forEach((glyph, left) => {
      // Charts turn with the glyphs that boxes have at their corners; they stand inside of a box.
      if (!'╭╮╰╯'.includes(glyph) || glyph === '' || boxes.some((box) => covers(box, top, left))) return;
      const right = row.indexOf('╮', left);
      let bottom = top + 1;
      // Of a list, a part of the right side is the thumb.
      while (at(bottom, left) === '│' && '│┃'.includes(at(bottom, right))) bottom += 1;
      if (glyph === '╭' && at(bottom, left) === '╰' && at(bottom, right) === '╯') boxes.push({ top, left, bottom, right });
      else broken.push(`the ${glyph} at row ${top}, column ${left} belongs to no closed box`);
    });
  });
  return broken;
}

function covers({ top, left, bottom, right }: Box, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

/** A line as its cells; a wide character takes two, of which the second is empty. */
function cellsOf(line: string): readonly string[] {
  return [...graphemes.segment(line)].flatMap(({ segment }) => [
    segment,
    ...Array<string>(Math.max(0, cellWidth(segment) - 1)).fill(''),
  ]);
}
