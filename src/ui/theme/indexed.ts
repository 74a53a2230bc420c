import { distance, type Hex, hexOf, type Oklab, oklabOf } from '../../themes/color.ts';
import { distinctions, type Meaning, meaningNames } from '../../themes/meaning.ts';
import type { Palette } from '../../themes/palette.ts';

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
  let best = { index: FIRST, far: Number.POSITIVE_INFINITY };
  for (const [i, known] of fixedColors().entries()) {
    const far = distance(known, wanted);
    if (far < best.far && !taken.has(FIRST + i)) best = { index: FIRST + i, far };
  }
  return best.index;
}

/** As chalk and Ink write it. */
function encode(index: number): string {
  return `ansi256(${index})`;
}

/** The first sixteen are the terminal owner's to choose; from here on they are the same everywhere. */
const FIRST = 16;
const LEVELS = [0, 95, 135, 175, 215, 255];

/** A cube of six levels, then a ramp of greys: xterm's, and everybody's since. */
function fixedColors(): readonly Oklab[] {
  fixed ??= [
    ...LEVELS.flatMap((red) => LEVELS.flatMap((green) => LEVELS.map((blue) => [red, green, blue]))),
    ...Array.from({ length: 24 }, (_, i) => [8 + 10 * i, 8 + 10 * i, 8 + 10 * i]),
  ].map((channels) => oklabOf(hexOf(channels)));
  return fixed;
}

let fixed: readonly Oklab[] | undefined;
