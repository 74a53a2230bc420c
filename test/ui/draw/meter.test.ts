import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineWidth } from '../../../src/ui/draw/line.ts';
import { drawMeter, drawStack } from '../../../src/ui/draw/meter.ts';
import { colored, plain, textOf } from '../../harness/look.ts';

const part = (share: number, glyph: string) => ({ share, glyph, color: glyph });

describe('a stacked bar', () => {
  it('gives each part the cells of its share, and the rest to the track', () => {
    expect(textOf(drawStack([part(0.5, 'u'), part(0.25, 's')], 8, plain))).toBe('uuuuss··');
  });

  it('tells parts apart by glyph without colour, and by colour with it', () => {
    const bar = drawStack([part(0.5, 'u'), part(0.5, 's')], 4, colored);
    expect(textOf(bar)).toBe('■■■■');
    expect(bar.map(({ color }) => color)).toEqual(['u', 's']);
  });

  it('rounds the sum, so that many small parts together are as long as they are', () => {
    expect(
      textOf(
        drawStack(
          Array.from({ length: 10 }, () => part(0.04, 'u')),
          10,
          plain,
        ),
      ),
    ).toBe('uuuu······');
  });

  it('never grows beyond its width, where shares are more than a whole or less than nothing', () => {
    expect(textOf(drawStack([part(0.8, 'u'), part(0.8, 's')], 5, plain))).toBe('uuuus');
    expect(textOf(drawStack([part(-1, 'u'), part(0.4, 's')], 5, plain))).toBe('ss···');
  });

  it('is exactly as wide as asked, and filled to within half a cell of the sum', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { maxLength: 5 }),
        fc.integer({ min: 1, max: 80 }),
        (shares, width) => {
          const bar = drawStack(
            shares.map((share) => part(share, 'x')),
            width,
            plain,
          );
          const sum = shares.reduce((a, b) => a + b, 0);
          expect(lineWidth(bar)).toBe(width);
          expect(Math.abs(textOf(bar).replaceAll('·', '').length - sum * width)).toBeLessThanOrEqual(0.5 + 1e-9);
        },
      ),
    );
  });
});

describe('a meter', () => {
  it('is as long as its value', () => {
    expect(textOf(drawMeter(0.5, 6, plain))).toBe('■■■···');
    expect(textOf(drawMeter(1, 6, plain))).toBe('■■■■■■');
  });

  it('shows a cell for anything above nothing, and none for nothing', () => {
    expect(textOf(drawMeter(0.01, 6, plain))).toBe('■·····');
    expect(textOf(drawMeter(0, 6, plain))).toBe('······');
  });

  it('is all track for what is not known', () => {
    expect(textOf(drawMeter(undefined, 6, plain))).toBe('······');
  });

  it('gets the colour of its value, unless it is given one', () => {
    expect(drawMeter(1, 2, colored)[0]?.color).toBe(colored.theme.critical);
    expect(drawMeter(0.1, 2, colored, 'mine')[0]?.color).toBe('mine');
  });
});
