import { cellWidth } from '../../units/cells.ts';
import type { Line, Span } from '../draw/line.ts';
import type { Look } from '../look.ts';
import type { ShownValue } from './shown.ts';

/** The lines with a value marked: inverse, and between marks where there are blanks to hold them. */
export function markValue(lines: readonly Line[], value: ShownValue, look: Look): readonly Line[] {
  return lines.map((line, y) => (y === value.y ? markIn(line, value, look) : line));
}

function markIn(line: Line, { x, width }: ShownValue, { theme }: Look): Line {
  const before = cut(line, 0, x);
  const value = cut(line, x, x + width).map((part): Span => ({ ...part, inverse: !part.inverse, bold: true }));
  const after = cut(line, x + width, Number.POSITIVE_INFINITY);
  const last = before.at(-1);
  const first = after[0];
  const mark = (text: string): Span => ({ text, color: theme.focus, bold: true });
  return [
    ...(last?.text.endsWith(' ') ? [...before.slice(0, -1), { ...last, text: last.text.slice(0, -1) }, mark('▸')] : before),
    ...value,
    ...(first?.text.startsWith(' ') ? [mark('◂'), { ...first, text: first.text.slice(1) }, ...after.slice(1)] : after),
  ];
}

const graphemes = new Intl.Segmenter();

/** The cells of a line from one to another; a wide character that an edge would cut belongs to neither side's end. */
function cut(line: Line, from: number, to: number): Line {
  let x = 0;
  return line.flatMap((part): Span[] => {
    const start = x;
    const width = cellWidth(part.text);
    x += width;
    if (x <= from || start >= to) return [];
    if (start >= from && x <= to) return [part];
    let at = start;
    let text = '';
    for (const { segment } of graphemes.segment(part.text)) {
      if (at >= from && at < to) text += segment;
      at += cellWidth(segment);
    }
    return [{ ...part, text }];
  });
}
