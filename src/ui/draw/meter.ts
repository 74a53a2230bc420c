import type { Ratio } from '../../units/quantity.ts';
import type { Look } from '../look.ts';
import { type Line, type Span, span } from './line.ts';

export interface Segment {
  readonly share: Ratio;
  readonly color: string | undefined;
  /** Stands for the segment where there is no colour. */
  readonly glyph: string;
}

/**
 * A horizontal bar of stacked segments: each gets the cells that its share asks for, the rest is track.
 * Ends are rounded on the running sum, so that the whole bar is never a cell off.
 */
export function drawStack(segments: readonly Segment[], width: number, look: Look): Line {
  const spans: Span[] = [];
  let sum = 0;
  let filled = 0;
  for (const { share, color, glyph } of segments) {
    sum += Math.max(0, share);
    const end = Math.min(width, Math.round(sum * width));
    if (end > filled) spans.push(span((look.colored ? look.glyphs.bar : glyph).repeat(end - filled), color));
    filled = Math.max(filled, end);
  }
  if (filled < width) spans.push(span(look.glyphs.track.repeat(width - filled), look.theme.track));
  return spans;
}

/** A bar of one colour, which follows the value. Anything above nothing shows at least one cell. */
export function drawMeter(ratio: Ratio | undefined, width: number, look: Look, color?: string): Line {
  if (ratio === undefined) return [span(look.glyphs.track.repeat(width), look.theme.track)];
  const filled = Math.min(width, Math.max(ratio > 0.001 ? 1 : 0, Math.round(ratio * width)));
  return [
    span(look.glyphs.bar.repeat(filled), color ?? look.ramp(ratio)),
    span(look.glyphs.track.repeat(width - filled), look.theme.track),
  ].filter((part) => part.text !== '');
}
