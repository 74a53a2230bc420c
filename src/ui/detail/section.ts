import { padCells, printable } from '../../units/cells.ts';
import { type Line, span } from '../draw/line.ts';
import { wrapCells } from '../draw/wrap.ts';
import type { Look } from '../look.ts';

/** Facts or lines under one title. */
export interface Section {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** A fact, wrapped beside its label, or a line as it is. */
export type Row = Fact | { readonly line: Line };

export interface Fact {
  /** Empty: the value takes all of the width. */
  readonly label: string;
  readonly value: string;
}

const LABEL = 11;
/** What is longer is cut: a command line can have two million characters. */
const LONGEST = 2000;

export function drawSections(sections: readonly Section[], width: number, look: Look): readonly Line[] {
  return sections.flatMap(({ title, rows }) => [
    [{ text: title, color: look.theme.title, bold: true }],
    ...rows.flatMap((row) => ('line' in row ? [row.line] : drawFact(row, width, look))),
    [],
  ]);
}

function drawFact({ label, value }: Fact, width: number, { theme: { dim, text } }: Look): readonly Line[] {
  const shown = printable(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);
  const indent = label === '' ? 0 : LABEL + 1;
  return wrapCells(shown, Math.max(8, width - indent)).map((line, i) => [
    span(padCells(i === 0 ? label : '', indent), dim),
    span(line, text),
  ]);
}
