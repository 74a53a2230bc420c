import type { Look } from '../look.ts';
import { type Line, span } from './line.ts';

/** A value at each sample, oldest first; undefined where it was not known, or the line is broken by a gap. */
export type Series = readonly (number | undefined)[];

export interface GraphOptions {
  readonly width: number;
  readonly height: number;
  /** The value at the top edge. */
  readonly max: number;
  /** The colour of a row by its height, 0 to 1. */
  color(height: number): string | undefined;
}

/**
 * A filled graph of the latest values, which end at the right edge. In braille a cell holds two values, four dots high.
 * A known value always shows its lowest dot, so that an idle line is told from a missing one.
 */
export function drawGraph(values: Series, { width, height, max, color }: GraphOptions, look: Look): readonly Line[] {
  const { perCell, levels, glyph } = look.glyphs.graph;
  const latest = values.slice(-width * perCell);
  const empty = width * perCell - latest.length;
  const heights = latest.map((value) => (value === undefined ? -1 : levelOf(value, max, height * levels)));
  return Array.from({ length: height }, (_, row) => {
    const base = (height - 1 - row) * levels;
    let text = '';
    for (let cell = 0; cell < width; cell++) {
      const level = (i: number) => {
        const at = heights[cell * perCell + i - empty] ?? -1;
        return at < 0 ? 0 : Math.min(levels, Math.max(0, at - base));
      };
      text += perCell === 2 ? glyph(level(0), level(1)) : glyph(level(0), 0);
    }
    return [span(text, color((height - 1 - row + 0.5) / height))];
  });
}

function levelOf(value: number, max: number, top: number): number {
  if (max <= 0) return 1;
  return Math.min(top, Math.max(1, Math.round((value / max) * top)));
}
