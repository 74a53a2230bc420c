import { describe, expect, it } from 'vitest';
import { themeNames } from '../../src/config/settings.ts';
import { createLook } from '../../src/ui/look.ts';
import { createTheme } from '../../src/ui/theme.ts';
import { defaults } from '../harness/machine.ts';

const colorsOf = (depth: 0 | 1 | 2 | 3, name: (typeof themeNames)[number] = 'dark') => {
  const { ramp, ...meanings } = createTheme(name, depth);
  return [...Object.values(meanings), ...ramp];
};

describe('the theme', () => {
  it.each(themeNames)('%s has a colour for every meaning', (name) => {
    for (const color of colorsOf(3, name)) expect(color).toMatch(/^#[0-9a-f]{6}$/);
  });

  it('has no colour at all where there are none', () => {
    expect(colorsOf(0).filter((color) => color !== undefined)).toEqual([]);
  });

  it('has only the names of the sixteen, where there are no more', () => {
    for (const color of colorsOf(1)) expect(color ?? 'gray').toMatch(/^(gray|red|green|yellow|blue|magenta|cyan)$/);
  });

  it('goes from calm over warning to critical', () => {
    const { ramp, ok, critical } = createTheme('dark', 3);
    expect(ramp[0]).toBe(ok);
    expect(ramp.at(-1)).toBe(critical);
    expect(new Set(ramp).size).toBe(ramp.length);
  });

  it('tells the parts of a bar apart, in every depth that has colours', () => {
    for (const depth of [1, 2, 3] as const) {
      const { user, system, iowait, steal, used, cached, receive, send, read, write } = createTheme('dark', depth);
      expect(new Set([user, system, iowait, steal]).size).toBe(4);
      for (const [a, b] of [
        [used, cached],
        [receive, send],
        [read, write],
      ])
        expect(a).not.toBe(b);
    }
  });
});

describe('the colour of a share', () => {
  const { ramp, theme } = createLook(defaults, 3);

  it('stays within calm and critical, also beyond nothing and all', () => {
    expect([ramp(-1), ramp(0)]).toEqual([theme.ok, theme.ok]);
    expect([ramp(1), ramp(7)]).toEqual([theme.critical, theme.critical]);
  });
});
