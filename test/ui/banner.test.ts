import { describe, expect, it } from 'vitest';
import type { Alert } from '../../src/alerts/alert.ts';
import { parseRule } from '../../src/alerts/rule.ts';
import { drawBanner } from '../../src/ui/banner.ts';
import { lineWidth } from '../../src/ui/draw/line.ts';
import { colored, plain, textsOf } from '../harness/look.ts';

const alert = (item: string, severity: Alert['severity'] = 'warning'): Alert => ({
  rule: parseRule('filesystem.usage > 90%'),
  item,
  severity,
  since: 0,
  length: 65,
  value: 0.934,
  peak: 0.95,
});
const many = (count: number) => Array.from({ length: count }, (_, i) => alert(`/d${i}`));

describe('the banner', () => {
  it('is nothing when all is well', () => {
    expect(drawBanner([], 80, 5, plain)).toEqual([]);
  });

  it('names what, how much, how long', () => {
    expect(textsOf(drawBanner([alert('/home')], 60, 5, plain))).toEqual([
      ' WARNING  /home 93.4% full for 1 m 5 s (over 90%)'.padEnd(60),
    ]);
  });

  it('tells severity by word, and by colour', () => {
    const [line] = drawBanner([alert('/', 'critical')], 60, 5, colored);
    expect(line?.[0]).toMatchObject({ text: ' CRITICAL ', color: colored.theme.critical, inverse: true });
  });

  it('tells severity by weight, too, where there are no colours', () => {
    const [critical, warning] = drawBanner([alert('/', 'critical'), alert('/home')], 60, 5, plain);
    expect(critical?.map(({ inverse = false, bold = false }) => [inverse, bold]).slice(0, 2)).toEqual([
      [true, true],
      [false, true],
    ]);
    expect(warning?.map(({ inverse = false, bold = false }) => [inverse, bold]).slice(0, 2)).toEqual([
      [false, true],
      [false, false],
    ]);
  });

  it('spells out three at most, fewer on a low screen, and counts the rest, with the key that lists them', () => {
    expect(drawBanner(many(3), 80, 5, plain)).toHaveLength(3);
    expect(textsOf(drawBanner(many(7), 80, 5, plain, 'F4'))[2]).toMatch(/and 4 more \(F4\) *$/);
    expect(textsOf(drawBanner(many(7), 80, 1, plain))).toEqual([expect.stringMatching(/and 6 more *$/)]);
  });

  it('counts the rest where there is no room for all of the text', () => {
    expect(textsOf(drawBanner(many(7), 40, 1, plain, 'a'))).toEqual([' WARNING  /d0 93.4% ful…  and 6 more (a)']);
  });

  it('is in the units that are set', () => {
    const hot = { ...alert('cpu'), rule: parseRule('sensors.temperatures.temperature > 80'), value: 90 };
    const fahrenheit = { ...plain, temperatureUnit: 'fahrenheit' } as const;
    expect(textsOf(drawBanner([hot], 60, 1, fahrenheit))[0]).toContain('cpu 194°F for 1 m 5 s (over 176°F)');
  });

  it('is never wider than the screen', () => {
    for (const line of drawBanner(many(7), 30, 5, plain)) expect(lineWidth(line)).toBe(30);
  });
});
