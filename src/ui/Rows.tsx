import { Text } from 'ink';
import { memo } from 'react';
import { ONE_CELL } from '../units/one-cell.ts';
import { styleLine } from './draw/ansi.ts';
import { type Line, type Span, span, spellLine } from './draw/line.ts';
import { foretell, type StyledLine } from './ink/line.ts';
import { useLook } from './LookContext.ts';

/**
 * Lines, one below the other. The one place where drawn text becomes Ink's: as few texts as possible, since each costs React, the
 * layout and Ink more than what is written in it. A line with wide characters is a text of its own.
 */
export function Rows({ lines }: { readonly lines: readonly Line[] }) {
  const { ascii } = useLook();
  const blocks = blocksOf(lines.map((line) => styleRow(line, ascii)));
  return blocks.map(({ start, rows, plain }) => {
    const text = rows.map((row) => row.encoded).join('\n');
    if (plain) foretell(text, rows);
    return (
      <Text key={start} wrap="truncate-end">
        {text}
      </Text>
    );
  });
}

/** One line; where it looks the same, it is not rendered again. */
export const Row = memo(
  function Row({ line }: { readonly line: Line }) {
    const { ascii } = useLook();
    return <Text wrap="truncate-end">{styleRow(line, ascii).encoded}</Text>;
  },
  (before, after) => sameLine(before.line, after.line),
);

/** A row without text would take no room. */
const BLANK = styleLine([span(' ')]);

function styleRow(line: Line, ascii: boolean): StyledLine {
  const row = styleLine(ascii ? spellLine(line) : line);
  return row.width === 0 ? BLANK : row;
}

interface Block {
  readonly start: number;
  readonly rows: readonly StyledLine[];
  /** Of nothing but characters of one cell each. */
  readonly plain: boolean;
}

const PLAIN = new RegExp(`^[${ONE_CELL}]*$`);

/** Plain rows that follow each other are one text; the others are left for themselves, for Ink to cut where they are too wide. */
function blocksOf(rows: readonly StyledLine[]): readonly Block[] {
  const blocks: (Block & { readonly rows: StyledLine[] })[] = [];
  let open: StyledLine[] | undefined;
  rows.forEach((row, start) => {
    const plain = PLAIN.test(row.texts.join(''));
    if (plain && open) {
      open.push(row);
      return;
    }
    open = plain ? [row] : undefined;
    blocks.push({ start, rows: open ?? [row], plain });
  });
  return blocks;
}

function sameLine(a: Line, b: Line): boolean {
  return a.length === b.length && a.every((part, i) => sameSpan(part, b[i]));
}

function sameSpan(a: Span, b: Span | undefined): boolean {
  return (
    b !== undefined &&
    a.text === b.text &&
    a.color === b.color &&
    a.background === b.background &&
    a.bold === b.bold &&
    a.inverse === b.inverse
  );
}
