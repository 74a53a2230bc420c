import { describe, expect, it } from 'vitest';
import { chooseColoring } from '../../src/commands/coloring.ts';
import { resolveSettings } from '../../src/config/resolve.ts';
import { dark } from '../../src/themes/built-in/index.ts';

const automatic = resolveSettings({ flags: {}, environment: {} });

describe('the colours', () => {
  it('are those of the theme that was chosen', async () => {
    const resolved = resolveSettings({ flags: { theme: 'dark' }, environment: {} });
    expect(await chooseColoring(resolved, { COLORFGBG: '0;15' })).toEqual({ palette: dark });
  });

  it.each([
    [undefined, 'dark'],
    ['', 'dark'],
    ['15;0', 'dark'],
    ['0;15', 'light'],
    ['0;default;15', 'light'],
    ['0;7', 'light'],
    ['15;8', 'dark'],
    ['15;17', 'dark'],
  ])('follow the background, which COLORFGBG=%s hints at: %s', async (COLORFGBG, background) => {
    expect(await chooseColoring(automatic, { COLORFGBG })).toEqual({ background, ask: true });
  });

  it('are not asked for on the Linux console, which would print the question', async () => {
    expect(await chooseColoring(automatic, { TERM: 'linux' })).toEqual({ background: 'dark', ask: false });
  });
});
