import type { GraphGlyphs } from '../graph-glyphs.ts';
import type { Look } from '../look.ts';
import { type Line, type Span, span } from './line.ts';

/** A value at each sample, oldest first; undefined where it was not known, or the line is broken by a gap. */
export type Series = readonly (number | undefined)[];

export interface GraphOptions {
  readonly width: number;
  readonly height: number;
  /** The value at the top edge. */
  readonly max: number;
  /** A value that is worth a line across: where an alert begins. */
  readonly threshold?: number | undefined;
  /** Values hang from the ceiling: the lower half of a mirrored graph. */
  readonly hanging?: boolean;
  /** What isn't known stays blank: where there is no room to say so much. */
  readonly blank?: boolean;
  /** The colour of a row by its height, 0 to 1. */
  color(height: number): string | undefined;
}

/**
 * A filled graph of the latest values, which end at the right edge. In braille a cell holds two values, four dots high.
 * A known value always shows its lowest dot, so that an idle line is told from a missing one. What was known before and is
 * no more is a hole, and marked; before the first value there is but a faint floor.
 */
export function drawGraph(values: Series, options: GraphOptions, look: Look): readonly Line[] {
  const { height, max, color, threshold, hanging = false, blank = false } = options;
  // What is left of a terminal that is narrower than what stands beside the graph.
  const width = Math.max(0, options.width);
  const { graph } = look.glyphs;
  const { perCell, levels } = graph;
  const plot = plotOf(values, width * perCell, max, height * levels);
  const limit = limitStep(threshold, max, height * levels);
  const rows: Line[] = [];
  for (let row = 0; row < height; row += 1) {
    const rank = hanging ? row : height - 1 - row;
    const base = rank * levels;
    const tint = color((rank + 0.5) / height);
    const crossed = limit > base && limit <= base + levels;
    const floor = rank === 0 && !hanging && !blank && plot.steps[0] === EMPTY;
    const even = !hanging || !graph.inverse;
    if (even && !crossed && !floor && (blank || !plot.holes))
      rows.push([span(drawPlainRow(plot.steps, base, hanging, graph), tint)]);
    else rows.push(drawMarkedRow(plot.steps, { base, hanging, floor, limit: crossed ? limit : 0, tint }, look));
  }
  return rows;
}

/** The row that a threshold crosses, counted from the edge of the largest values; undefined where none does. */
export function crossedRow(
  { height, max, threshold }: Pick<GraphOptions, 'height' | 'max' | 'threshold'>,
  look: Look,
): number | undefined {
  const { levels } = look.glyphs.graph;
  const limit = limitStep(threshold, max, height * levels);
  return limit === 0 ? undefined : height - Math.ceil(limit / levels);
}

/** 0: it isn't in sight. */
function limitStep(threshold: number | undefined, max: number, top: number): number {
  return threshold === undefined || threshold > max || max <= 0 ? 0 : stepOf(threshold, max, top);
}

/** Nothing known yet, and no longer known. */
const EMPTY = 0;
const HOLE = -1;

interface Plot {
  /** Steps of height of each value, right-aligned. */
  readonly steps: Int16Array;
  readonly holes: boolean;
}

function plotOf(values: Series, length: number, max: number, top: number): Plot {
  const steps = new Int16Array(length);
  const skipped = values.length - length;
  const begin = values.findIndex((value) => value !== undefined);
  let holes = false;
  for (let i = Math.max(0, skipped, begin < 0 ? values.length : begin); i < values.length; i++) {
    const value = values[i];
    if (value === undefined) holes = true;
    steps[i - skipped] = value === undefined ? HOLE : stepOf(value, max, top);
  }
  return { steps, holes };
}

function stepOf(value: number, max: number, top: number): number {
  if (max <= 0) return 1;
  return Math.min(top, Math.max(1, Math.round((value / max) * top)));
}

/** All of our glyphs are one code unit: put together in one go, they are a flat text at once. */
function drawPlainRow(steps: Int16Array, base: number, hanging: boolean, graph: GraphGlyphs): string {
  const cells = hanging ? graph.hanging : graph.standing;
  const { perCell, levels } = graph;
  const codes: number[] = [];
  for (let at = 0; at < steps.length; at += perCell) {
    codes.push((cells[cellAt(steps, at, base, perCell, levels)] ?? ' ').charCodeAt(0));
  }
  return String.fromCharCode(...codes);
}

/** The index of a cell's glyph by what of its values lies in the row that begins at `base`. */
function cellAt(steps: Int16Array, at: number, base: number, perCell: 1 | 2, levels: number): number {
  const first = inRow(steps[at] ?? EMPTY, base, levels);
  return perCell === 1 ? first : first * (levels + 1) + inRow(steps[at + 1] ?? EMPTY, base, levels);
}

function inRow(steps: number, base: number, levels: number): number {
  return steps <= base ? 0 : steps - base > levels ? levels : steps - base;
}

interface MarkedRow {
  readonly base: number;
  readonly hanging: boolean;
  /** Whether it shows where the graph will stand. */
  readonly floor: boolean;
  /** The step at which a threshold crosses the row; 0: none does. */
  readonly limit: number;
  readonly tint: string | undefined;
}

/** A row with a threshold, holes or inverse cells in it: what is no value is dim. */
function drawMarkedRow(steps: Int16Array, { base, hanging, floor, limit, tint }: MarkedRow, look: Look): Line {
  const { graph } = look.glyphs;
  const { perCell, levels } = graph;
  const cells = hanging ? graph.hanging : graph.standing;
  const dim = look.theme.border;
  const spans: { text: string; color: string | undefined; inverse: boolean }[] = [];
  const put = (text: string, color: string | undefined, inverse = false) => {
    const last = spans.at(-1);
    if (last && last.inverse === inverse && (last.color === color || text === ' ')) last.text += text;
    else spans.push({ text, color, inverse });
  };
  const line = limit > 0 ? graph.line[hanging ? levels - (limit - base) : limit - base - 1] : undefined;
  for (let at = 0; at < steps.length; at += perCell) {
    const cell = cellAt(steps, at, base, perCell, levels);
    if (cell === 0) {
      const hole = holeAt(steps, at, perCell);
      if (hole === 'begins') put(graph.hole, dim);
      else if (hole && base === 0) put(graph.holeFloor, dim);
      else put(line ?? (floor && isBefore(steps, at, perCell) ? graph.floor : ' '), dim);
    } else {
      const glyph = cells[cell] ?? ' ';
      const shown = limit > 0 ? cutOut(glyph, steps, at, { base, hanging, limit, graph }) : glyph;
      put(shown, tint, hanging && graph.inverse?.[cell]);
    }
  }
  return spans.map(({ text, color, inverse }): Span => (inverse ? { ...span(text, color), inverse } : span(text, color)));
}

function isBefore(steps: Int16Array, at: number, perCell: number): boolean {
  return steps[at] === EMPTY && steps[at + perCell - 1] === EMPTY;
}

function holeAt(steps: Int16Array, at: number, perCell: number): 'begins' | 'goes on' | undefined {
  for (let i = at; i < at + perCell; i++) if (steps[i] === HOLE) return i === 0 || steps[i - 1] === HOLE ? 'goes on' : 'begins';
  return undefined;
}

interface Crossing {
  readonly base: number;
  readonly hanging: boolean;
  readonly limit: number;
  readonly graph: GraphGlyphs;
}

/** Where values go beyond the threshold, its line is what is left out of them. */
function cutOut(glyph: string, steps: Int16Array, at: number, { base, hanging, limit, graph }: Crossing): string {
  const cut = graph.cut?.[hanging ? graph.levels - (limit - base) : limit - base - 1];
  if (!cut) return glyph;
  const taken = ((steps[at] ?? 0) > limit ? cut.left : 0) + ((steps[at + 1] ?? 0) > limit ? cut.right : 0);
  return String.fromCharCode(glyph.charCodeAt(0) - taken);
}
