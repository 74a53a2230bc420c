import type { Line } from '../draw/line.ts';
import type { Size } from '../panels/panel.ts';
import { cellsOf, type Ground } from './cell.ts';
import { bar, CELL, marksOf } from './mark.ts';
import { createStrokes } from './strokes.ts';
import { encodeTexts, escapeXml } from './text.ts';

export interface SvgOptions extends Size, Ground {
  readonly title: string;
  /** What the picture shows, for those who don't see it. */
  readonly description: string;
}

/** Around the screen, in units of the picture. */
const MARGIN = 8;

/** Six tenths of it are a cell's width in nearly every monospaced font. */
const FONT_SIZE = 13.33;
const FONTS = "ui-monospace,'SF Mono',Menlo,'DejaVu Sans Mono',Consolas,'Liberation Mono',monospace";

/** The lines as a picture that needs no font, no script and no other file: cell by cell where a terminal has them. */
export function encodeSvg(lines: readonly Line[], options: SvgOptions): string {
  const { width, height, background, foreground, title, description } = options;
  const cells = cellsOf(lines.slice(0, height), width, options);
  const behind = createStrokes();
  const shapes = createStrokes();
  const text = cells.filter((cell) => {
    const { column, row, glyph, color } = cell;
    if (cell.background !== background) behind.add(bar(0, 0, cell.width * CELL.width, CELL.height), column, row, cell.background);
    const marks = marksOf(glyph);
    for (const mark of marks ?? []) shapes.add(mark, column, row, color);
    return marks === undefined;
  });
  const [wide, high] = [width * CELL.width + 2 * MARGIN, height * CELL.height + 2 * MARGIN];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title description" width="${wide}" height="${high}" viewBox="${-MARGIN} ${-MARGIN} ${wide} ${high}">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="description">${escapeXml(description)}</desc>`,
    `<rect x="${-MARGIN}" y="${-MARGIN}" width="${wide}" height="${high}" rx="${MARGIN}" fill="${background}"/>`,
    '<g fill="none">',
    ...behind.encode(),
    '</g>',
    '<g fill="none">',
    ...shapes.encode(),
    '</g>',
    `<g fill="${foreground}" font-family="${FONTS}" font-size="${FONT_SIZE}">`,
    ...encodeTexts(text, foreground),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
