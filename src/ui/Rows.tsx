import { Text } from 'ink';
import { memo } from 'react';
import { ONE_CELL } from '../units/one-cell.ts';
import { encodeAnsi } from './draw/ansi.ts';
import { type Line, type Span, spellLine } from './draw/line.ts';
import { useLook } from './LookContext.ts';

/**
 * Lines, one below the other. The one place where drawn text becomes Ink's: as few texts as possible, since each costs React, the
 * layout and Ink more than what is written in it. A line with wide characters is a text of its own.
 */
export function Rows({ lines }: { readonly lines: readonly Line[] }) {
  const { ascii } = useLook();
  const rows = lines.map((line) => encodeRow(line, ascii));
  return blocksOf(rows).map(({ start, text }) => (
    <Text key={start} wrap="truncate-end">
      {text}
    </Text>
  ));
}

/** One line; where it looks the same, it is not rendered again. */
export const Row = memo(
  function Row({ line }: { readonly line: Line }) {
    const { ascii } = useLook();
    return <Text wrap="truncate-end">{encodeRow(line, ascii)}</Text>;
  },
  (before, after) => sameLine(before.line, after.line),
);

/** A row without text would take no room. */
function encodeRow(line: Line, ascii: boolean): string {
  return encodeAnsi(ascii ? spellLine(line) : line) || ' ';
}

interface Block {
  readonly start: number;
  readonly text: string;
}

/** Rows with nothing but characters of one cell each, and their styles. */
const PLAIN = new RegExp(`^[\\x1b${ONE_CELL}]*$`);

/** Plain rows that follow each other are one text; the others are left for themselves, for Ink to cut where they are too wide. */
function blocksOf(rows: readonly string[]): readonly Block[] {
  const blocks: { start: number; text: string }[] = [];
  let open: { start: number; text: string } | undefined;
  rows.forEach((row, start) => {
    const plain = PLAIN.test(row);
    if (plain && open) {
      open.text += `\n${row}`;
      return;
    }
    const block = { start, text: row };
    blocks.push(block);
    open = plain ? block : undefined;
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
