import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channelsOf, distance, type Hex, hexOf, luminanceOf, mix, oklabOf } from '../../src/themes/color.ts';
import { contrastOf, LEGIBLE, legible } from '../../src/themes/contrast.ts';
import { difference, seen } from '../harness/color-vision.ts';

const channel = fc.integer({ min: 0, max: 255 });
const color: fc.Arbitrary<Hex> = fc.tuple(channel, channel, channel).map(hexOf);

describe('a colour', () => {
  it('is the same after there and back', () => {
    fc.assert(fc.property(color, (hex) => hexOf(channelsOf(hex)) === hex));
  });

  it.each([
    ['#ffffff', [1, 0, 0]],
    ['#000000', [0, 0, 0]],
    ['#ff0000', [0.628, 0.225, 0.126]],
    ['#0000ff', [0.452, -0.032, -0.312]],
  ] as const)('%s is at its known place in OKLab', (hex, place) => {
    for (const [i, part] of oklabOf(hex).entries()) expect(part).toBeCloseTo(place[i] ?? 0, 2);
  });

  it.each([
    ['#ffffff', '#000000', 21],
    ['#777777', '#ffffff', 4.48],
    ['#0000ff', '#ffffff', 8.59],
  ] as const)('%s on %s has the contrast that WCAG gives', (one, other, contrast) => {
    expect(contrastOf(one, other)).toBeCloseTo(contrast, 2);
    expect(contrastOf(other, one)).toBeCloseTo(contrast, 2);
  });
});

describe('a mixture', () => {
  it('begins and ends with its colours, and lies between them', () => {
    fc.assert(
      fc.property(color, color, fc.double({ min: 0, max: 1, noNaN: true }), (from, to, share) => {
        expect([mix(from, to, 0), mix(from, to, 1)]).toEqual([from, to]);
        const whole = distance(oklabOf(from), oklabOf(to));
        // A channel has 256 steps: the way there is at most a few of them longer.
        expect(distance(oklabOf(from), oklabOf(mix(from, to, share)))).toBeLessThanOrEqual(whole + 0.02);
      }),
    );
  });

  it('is of even steps to the eye', () => {
    expect(oklabOf(mix('#000000', '#ffffff', 0.5))[0]).toBeCloseTo(0.5, 2);
  });
});

describe('a colour that is to be read', () => {
  it('has the contrast that was asked for on any background', () => {
    fc.assert(
      fc.property(color, color, (front, back) => {
        expect(contrastOf(legible(front, back, LEGIBLE), back)).toBeGreaterThanOrEqual(LEGIBLE);
      }),
    );
  });

  it('stays as it is where it has it', () => {
    expect(legible('#ff8800', '#000000', LEGIBLE)).toBe('#ff8800');
  });
});

describe('the simulation of other eyes', () => {
  it('leaves greys, and takes red and green together', () => {
    for (const vision of ['protanopia', 'deuteranopia'] as const) {
      expect(difference(seen('#808080', vision), '#808080', 'usual')).toBeLessThan(0.005);
      expect(difference('#00a000', '#c87000', vision)).toBeLessThan(difference('#00a000', '#c87000', 'usual') / 2);
      expect(difference('#0000ff', '#ffff00', vision)).toBeGreaterThan(0.5);
    }
    expect(luminanceOf(seen('#ff0000', 'protanopia'))).toBeLessThan(luminanceOf('#ff0000'));
  });
});
