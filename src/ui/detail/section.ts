import { mostUnits, padCells, printable } from '../../units/cells.ts';
import { formatCount } from '../../units/format.ts';
import { type Line, type Span, span, strong } from '../draw/line.ts';
import { wrapLine } from '../draw/wrap.ts';
import type { Look } from '../look.ts';

/** Facts or lines under one title. */
export interface Section {
  readonly title: string;
  /** How many there are. */
  readonly count?: Span;
  readonly rows: readonly Row[];
}

/** A fact, wrapped beside its label, or a line as it is. */
export type Row = Fact | { readonly line: Line };

export interface Fact {
  /** Empty: the value takes all of the width. */
  readonly label: string;
  readonly value: Line;
  /** What gives the whole of it, where it is too long to be shown. */
  readonly whole?: string | undefined;
}

const LABEL = 11;
/** What takes more lines is cut: a command line can have two million characters, and what stands below is wanted, too. */
const MOST_LINES = 6;

/** One below the other, with a blank line behind each. */
export function drawSections(sections: readonly Section[], width: number, look: Look): readonly Line[] {
  return sections.flatMap(({ title, count, rows }) => [
    [strong(title, look.theme.title), ...(count ? [span('  '), count] : [])],
    ...rows.flatMap((row) => ('line' in row ? [row.line] : drawFact(row, width, look))),
    [],
  ]);
}

function drawFact({ label, value, whole }: Fact, width: number, { theme: { dim, text } }: Look): readonly Line[] {
  const indent = label === '' ? 0 : LABEL + 1;
  const room = Math.max(8, width - indent);
  const most = mostUnits(room * (MOST_LINES + 1));
  const parts = value.map((part): Span => ({ ...part, text: printable(part.text.slice(0, most)), color: text }));
  const all = wrapLine(parts, room);
  const shown = all.length > MOST_LINES ? all.slice(0, MOST_LINES - 1) : all;
  const lines = shown.map((line, i): Line => [span(padCells(i === 0 ? label : '', indent), dim), ...line]);
  if (shown === all) return lines;
  const rest = lengthOf([value]) - lengthOf(shown);
  return [...lines, [span(`${' '.repeat(indent)}… ${formatCount(rest)} characters more${whole ? `, ${whole}` : ''}`, dim)]];
}

function lengthOf(lines: readonly Line[]): number {
  return lines.flat().reduce((length, { text }) => length + text.length, 0);
}
