import { Text } from 'ink';
import { memo } from 'react';
import { cellWidth } from '../units/cells.ts';
import { encodeAnsi } from './draw/ansi.ts';
import type { Line, Span } from './draw/line.ts';
import { toAscii } from './glyphs.ts';
import { useLook } from './LookContext.ts';

/** Lines, one below the other. The one place where drawn text becomes Ink's. */
export function Rows({ lines }: { readonly lines: readonly Line[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: a row of the screen is its position.
  return lines.map((line, i) => <Row key={i} line={line} />);
}

/** A line that looks the same is not rendered again. One text a line: one a span would cost React and Ink thrice as much. */
export const Row = memo(
  function Row({ line }: { readonly line: Line }) {
    const { ascii } = useLook();
    const shown = ascii ? line.map((part) => ({ ...part, text: toAscii(part.text, cellWidth) })) : line;
    return <Text wrap="truncate-end">{encodeAnsi(shown)}</Text>;
  },
  (before, after) => sameLine(before.line, after.line),
);

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
