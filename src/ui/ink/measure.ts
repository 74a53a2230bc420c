import { simpleLines } from './line.ts';
import { createRecall } from './recall.ts';
import { stringWidth, widestOf } from './width.ts';

/** A text's size in cells. Stands in for Ink's function of this name, whose memory of 8,192 texts takes megabytes. */
export const measureText = createRecall((text) => {
  if (text === '') return { width: 0, height: 0 };
  const lines = simpleLines(text);
  if (lines) return { width: widestOf(lines), height: lines.length };
  const widths = text.split('\n').map((line) => stringWidth(line));
  return { width: Math.max(...widths), height: widths.length };
});
