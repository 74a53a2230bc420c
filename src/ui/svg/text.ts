import type { Cell } from './cell.ts';
import { CELL } from './mark.ts';

/** Words of one style that stand in one row, with single blanks between. */
interface Run {
  readonly first: Cell;
  text: string;
  /** The column behind it. */
  end: number;
}

/** Text elements for the cells, each put where its first cell is and stretched to where its last one ends, whatever the font. */
export function encodeTexts(cells: readonly Cell[], foreground: string): readonly string[] {
  return runsOf(cells).map((run) => encodeRun(run, foreground));
}

/** What every monospaced font has, in its own width; whatever else there is gets an element for itself. */
const PLAIN = /^[\u0021-\u007e\u00a1-\u00ac\u00ae-\u017f]$/;

function runsOf(cells: readonly Cell[]): readonly Run[] {
  const runs: Run[] = [];
  for (const cell of cells) {
    const last = runs.at(-1);
    if (cell.glyph.trim() === '') continue;
    if (last && continues(last, cell)) {
      last.text += ' '.repeat(cell.column - last.end) + cell.glyph;
      last.end = cell.column + 1;
    } else {
      runs.push({ first: cell, text: cell.glyph, end: cell.column + cell.width });
    }
  }
  return runs;
}

function continues({ first, text, end }: Run, { glyph, row, column, color, bold }: Cell): boolean {
  return (
    row === first.row &&
    column - end <= 1 &&
    color === first.color &&
    bold === first.bold &&
    PLAIN.test(glyph) &&
    (text.length > 1 || PLAIN.test(text))
  );
}

/** From a cell's top to the line that letters stand on. */
const BASELINE = 12;

function encodeRun({ first, text, end }: Run, foreground: string): string {
  const { column, row, color, bold } = first;
  const attributes = [
    `x="${column * CELL.width}" y="${row * CELL.height + BASELINE}"`,
    color === foreground ? '' : `fill="${color}"`,
    bold ? 'font-weight="bold"' : '',
    PLAIN.test(text) ? '' : `textLength="${(end - column) * CELL.width}"`,
    // A sign from another font is squeezed into its cell.
    PLAIN.test(text[0] ?? '') ? '' : 'lengthAdjust="spacingAndGlyphs"',
  ];
  return `<text ${attributes.filter(Boolean).join(' ')}>${escapeXml(text)}</text>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML 1.0 may hold it; what it may not hold at all is replaced. */
export function escapeXml(text: string): string {
  return text
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
