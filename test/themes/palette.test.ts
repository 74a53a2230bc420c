import { describe, expect, it } from 'vitest';
import { dark } from '../../src/themes/built-in/index.ts';
import { colorAt, deriveStops } from '../../src/themes/gradient.ts';
import { inherit } from '../../src/themes/palette.ts';

describe('a theme that changes some of another', () => {
  it('has all else from it', () => {
    const own = inherit('own', dark, { colors: { cpu: '#123456' }, gradients: {} });
    expect(own).toEqual({ ...dark, name: 'own', help: undefined, colors: { ...dark.colors, cpu: '#123456' } });
  });

  it('has gradients that follow the colours it changes, and only those', () => {
    const own = inherit('own', dark, { colors: { receive: '#123456', warn: '#fedcba' }, gradients: {} });
    expect(own.gradients.receive.at(-1)).toBe('#123456');
    expect(own.gradients.cpu).toEqual([dark.colors.ok, '#fedcba', dark.colors.critical]);
    expect(own.gradients.send).toEqual(dark.gradients.send);
  });

  it('keeps a gradient that it gives itself', () => {
    const own = inherit('own', dark, { colors: { receive: '#123456' }, gradients: { receive: ['#000000', '#ffffff'] } });
    expect(own.gradients.receive).toEqual(['#000000', '#ffffff']);
  });
});

describe('a gradient', () => {
  it('goes evenly through its stops', () => {
    const stops = ['#000000', '#ff0000', '#ffffff'] as const;
    expect([0, 0.5, 1].map((place) => colorAt(stops, place))).toEqual(stops);
    expect([-1, 2, Number.POSITIVE_INFINITY].map((place) => colorAt(stops, place))).toEqual(['#000000', '#ffffff', '#ffffff']);
  });

  it('of one colour rises out of the background', () => {
    const [low, high] = deriveStops('receive', dark.colors, dark.background);
    expect(high).toBe(dark.colors.receive);
    expect(low).not.toBe(high);
  });
});
