import { distance, type Hex, type Oklab, oklabOf } from '../../themes/color.ts';
import { distinctions, type Meaning, meaningNames } from '../../themes/meaning.ts';
import type { Palette } from '../../themes/palette.ts';
import { FIRST_FIXED, fixedColor } from './fixed-colors.ts';

/** A palette on a terminal of 256 colours. */
export interface Indexing {
  readonly colors: Readonly<Record<Meaning, string>>;
  /** Any other colour, the nearest that there is. */
  indexed(color: Hex): string;
}

/** Each colour the nearest that there is; of meanings that must be told apart, two never get the same. */
export function createIndexing({ colors }: Palette): Indexing {
  const chosen = new Map<Meaning, number>();
  for (const meaning of meaningNames) {
    const rivals = [...chosen].filter(([other]) => colors[other] !== colors[meaning] && areRivals(meaning, other));
    chosen.set(meaning, nearest(colors[meaning], new Set(rivals.map(([, index]) => index))));
  }
  return {
    colors: Object.fromEntries([...chosen].map(([meaning, index]) => [meaning, encode(index)])) as Record<Meaning, string>,
    indexed: (color) => encode(nearest(color, NONE)),
  };
}

const NONE: ReadonlySet<number> = new Set();

function areRivals(one: Meaning, other: Meaning): boolean {
  return distinctions.some((set) => set.includes(one) && set.includes(other));
}

function nearest(color: Hex, taken: ReadonlySet<number>): number {
  const wanted = oklabOf(color);
  let best = { index: FIRST_FIXED, far: Number.POSITIVE_INFINITY };
  for (const [i, known] of fixedColors().entries()) {
    const far = distance(known, wanted);
    if (far < best.far && !taken.has(FIRST_FIXED + i)) best = { index: FIRST_FIXED + i, far };
  }
  return best.index;
}

/** As chalk and Ink write it. */
function encode(index: number): string {
  return `ansi256(${index})`;
}

function fixedColors(): readonly Oklab[] {
  fixed ??= Array.from({ length: 256 - FIRST_FIXED }, (_, i) => oklabOf(fixedColor(FIRST_FIXED + i)));
  return fixed;
}

let fixed: readonly Oklab[] | undefined;
