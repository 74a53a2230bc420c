import { Text, useIsScreenReaderEnabled } from 'ink';
import { createElement, memo, useState } from 'react';
import { createStyler } from './draw/ansi.ts';
import type { Line } from './draw/line.ts';
import { nameLines, type StyledLine } from './ink/line.ts';
import { useLook } from './LookContext.ts';

/**
 * Lines, one below the other. The one place where drawn text becomes Ink's: as few texts as possible, since each costs React, the
 * layout and Ink more than what is written in it. A line with wide characters is a text of its own.
 */
export function Rows({ lines }: { readonly lines: readonly Line[] }) {
  const { ascii } = useLook();
  const [style] = useState(createStyler);
  return blocksOf(style(lines, ascii)).map(({ start, rows }) => <Block key={start} rows={rows} />);
}

/** One line; where it looks the same, it is not rendered again. */
export function Row({ line }: { readonly line: Line }) {
  return <Rows lines={[line]} />;
}

interface BlockProps {
  readonly rows: readonly StyledLine[];
}

/** Where all rows are those of the frame before, nothing is rendered. */
const Block = memo(
  function Block({ rows }: BlockProps) {
    const isSpoken = useIsScreenReaderEnabled();
    if (!isNamed || isSpoken || !rows.every((row) => row.isPlain)) {
      return <Text wrap="truncate-end">{rows.map((row) => row.encoded).join('\n')}</Text>;
    }
    // What Ink's Text is made of, without the transformer that it would call for each line.
    return createElement('ink-text', { style: TEXT_STYLE }, nameLines(rows));
  },
  (before, { rows }) => before.rows.length === rows.length && before.rows.every((row, i) => row === rows[i]),
);

const TEXT_STYLE = { flexGrow: 0, flexShrink: 1, flexDirection: 'row', textWrap: 'truncate-end' } as const;

declare const FRUGAL_INK: boolean | undefined;

/** Whether Ink's modules are those of `ink/`, which know lines by a name. */
const isNamed = typeof FRUGAL_INK !== 'undefined' && FRUGAL_INK;

interface Block {
  readonly start: number;
  readonly rows: readonly StyledLine[];
}

/** Plain rows that follow each other are one text; the others are left for themselves, for Ink to cut where they are too wide. */
function blocksOf(rows: readonly StyledLine[]): readonly Block[] {
  const blocks: { start: number; rows: StyledLine[] }[] = [];
  let open: StyledLine[] | undefined;
  rows.forEach((row, start) => {
    if (row.isPlain && open) {
      open.push(row);
      return;
    }
    const begun = [row];
    open = row.isPlain ? begun : undefined;
    blocks.push({ start, rows: begun });
  });
  return blocks;
}
