import type { Look } from '../look.ts';
import { drawGraph, type Series } from './graph.ts';
import type { Line } from './line.ts';

export interface Half {
  readonly values: Series;
  /** The value at its edge, away from the middle. */
  readonly max: number;
  readonly threshold?: number | undefined;
  readonly rows: number;
  color(height: number): string | undefined;
}

/** Two graphs on one middle line: one stands on it, the other hangs from it. */
export function drawMirrored(upper: Half, lower: Half, width: number, look: Look): readonly Line[] {
  const half = ({ values, rows, max, threshold, color }: Half, hanging: boolean) =>
    drawGraph(values, { width, height: rows, max, threshold, hanging, color }, look);
  return [...half(upper, false), ...half(lower, true)];
}
