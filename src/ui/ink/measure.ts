import { simpleLines } from './line.ts';
import { createRecall } from './recall.ts';
import { stringWidth } from './width.ts';

/** A text's size in cells. Stands in for Ink's function of this name, whose memory of 8,192 texts takes megabytes. */
export const measureText = createRecall((text) => {
  if (text === '') return { width: 0, height: 0 };
  const widths = simpleLines(text)?.map((line) => line.width) ?? text.split('\n').map((line) => stringWidth(line));
  return { width: Math.max(...widths), height: widths.length };
});
