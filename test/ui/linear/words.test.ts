import { describe, expect, it } from 'vitest';
import { briefly, sayCount, sayDuration, sayList, sayPart, sayShare } from '../../../src/ui/linear/words.ts';

describe('numbers in words', () => {
  it.each([
    [0, '0%'],
    [0.004, '0.4%'],
    [0.1234, '12%'],
    [0.999, '100%'],
  ])('a share of %d is %s', (ratio, words) => {
    expect(sayShare(ratio)).toBe(words);
  });

  it.each([
    [0.2, 'less than a second'],
    [1, '1 second'],
    [61, '1 minute 1 second'],
    [3600, '1 hour'],
    [3 * 86_400 + 7200 + 59, '3 days 2 hours'],
  ])('%d seconds are %s', (seconds, words) => {
    expect(sayDuration(seconds)).toBe(words);
  });

  it.each([
    ['3.14 GiB', '3.1 GiB'],
    ['12.3 MiB/s', '12 MiB/s'],
    ['8.00 GiB', '8 GiB'],
    ['312 KiB', '312 KiB'],
    ['0 B', '0 B'],
  ])('%s is %s', (exact, brief) => {
    expect(briefly(exact)).toBe(brief);
  });

  it('a part has its unit once where the whole has the same', () => {
    expect(sayPart(3.1 * 2 ** 30, 8 * 2 ** 30)).toBe('3.1 of 8 GiB');
    expect(sayPart(512 * 2 ** 20, 8 * 2 ** 30)).toBe('512 MiB of 8 GiB');
  });

  it('a list ends in "and", and in a number where it is long', () => {
    expect(sayList([])).toBe('');
    expect(sayList(['a'])).toBe('a');
    expect(sayList(['a', 'b', 'c'])).toBe('a, b and c');
    expect(sayList(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
  });

  it('one is not many', () => {
    expect([sayCount(1, 'core'), sayCount(4, 'core'), sayCount(2, 'process', 'processes')]).toEqual([
      '1 core',
      '4 cores',
      '2 processes',
    ]);
  });
});
