import { describe, expect, it } from 'vitest';
import { parseBackground } from '../../../src/ui/theme/background.ts';

describe('the background that a terminal tells', () => {
  it.each([
    ['11;rgb:ffff/ffff/ffff', 'light'],
    ['11;rgb:fdfd/f6f6/e3e3', 'light'],
    ['11;rgb:f/f/f', 'light'],
    ['11;rgba:eeee/eeee/eeee/ffff', 'light'],
    ['11;rgb:0000/0000/0000', 'dark'],
    ['11;rgb:1e/1e/2e', 'dark'],
    ['11;rgb:0000/2b2b/3636', 'dark'],
    ['11;rgb:5555/5555/5555', 'dark'],
  ])('%s is %s', (answer, background) => {
    expect(parseBackground(answer)).toBe(background);
  });

  it.each(['11;?', '10;rgb:ffff/ffff/ffff', '11;rgb:ffff/ffff', '', '11;cornsilk'])('is not known from %j', (answer) => {
    expect(parseBackground(answer)).toBeUndefined();
  });
});
