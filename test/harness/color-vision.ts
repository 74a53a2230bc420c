import { distance, fromLinear, type Hex, hexOf, linearChannelsOf, oklabOf } from '../../src/themes/color.ts';

/**
 * How those see who lack one kind of cones: matrices over amounts of red, green and blue light, for full severity.
 * Machado, Oliveira and Fernandes, 2009.
 */
const deficiencies = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
} as const;

export type Vision = 'usual' | keyof typeof deficiencies;
export const visions: readonly Vision[] = ['usual', 'protanopia', 'deuteranopia'];

/** The colour as it looks to such eyes. */
export function seen(color: Hex, vision: Vision): Hex {
  if (vision === 'usual') return color;
  const light = linearChannelsOf(color);
  return hexOf(fromLinear(deficiencies[vision].map((row) => row.reduce((sum, share, i) => sum + share * (light[i] ?? 0), 0))));
}

/** How different two colours look to such eyes, in OKLab. */
export function difference(one: Hex, other: Hex, vision: Vision): number {
  return distance(oklabOf(seen(one, vision)), oklabOf(seen(other, vision)));
}
