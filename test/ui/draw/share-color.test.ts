import { describe, expect, it } from 'vitest';
import { colorOfShare } from '../../../src/ui/draw/share-color.ts';
import { colored } from '../../harness/look.ts';

describe('the colour of a share', () => {
  it('is that of how much it is, and none of nothing or of what is not known', () => {
    expect(colorOfShare(0.9, colored)).toBe(colored.ramp(0.9));
    expect(colorOfShare(0.1, colored, 2)).toBe(colored.ramp(0.2));
    // It reads as 0.0 %.
    for (const nothing of [0, 0.0004, undefined]) expect(colorOfShare(nothing, colored)).toBe(colored.theme.dim);
  });
});
