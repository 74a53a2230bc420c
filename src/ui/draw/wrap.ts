import { cellWidth } from '../../units/cells.ts';
import type { Line, Span } from './line.ts';

/** A text in lines of at most so many cells, parted at blanks; what is longer than a line is broken within. */
export function wrapCells(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of text.split(' ')) {
    const joined = line === undefined ? word : `${line} ${word}`;
    if (cellWidth(joined) <= width) {
      line = joined;
      continue;
    }
    if (line !== undefined) lines.push(line);
    const pieces = breakWord(word, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1);
  }
  return line === undefined ? lines : [...lines, line];
}

/** A line in lines of at most so many cells, as its text alone would be wrapped. */
export function wrapLine(line: Line, width: number): readonly Line[] {
  const text = line.map((part) => part.text).join('');
  let end = 0;
  return wrapCells(text, width).map((row) => {
    const start = text.indexOf(row, end);
    end = start + row.length;
    return sliceLine(line, start, end);
  });
}

function sliceLine(line: Line, start: number, end: number): Line {
  let next = 0;
  return line.flatMap((part): Span[] => {
    const from = next;
    next += part.text.length;
    const text = part.text.slice(Math.max(0, start - from), Math.max(0, end - from));
    return text === '' ? [] : [{ ...part, text }];
  });
}

function breakWord(word: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && cellWidth(piece + character) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}
