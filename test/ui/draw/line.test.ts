import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beside, fitLine, joinWhatFits, lineWidth, span, spreadLine } from '../../../src/ui/draw/line.ts';
import { textOf, textsOf } from '../../harness/look.ts';

describe('a line', () => {
  it('is filled with spaces, or cut with an ellipsis, to exactly its width', () => {
    expect(textOf(fitLine([span('ab'), span('cd')], 6))).toBe('abcd  ');
    expect(textOf(fitLine([span('ab'), span('cdef')], 5))).toBe('abcd…');
    expect(textOf(fitLine([span('日本')], 3))).toBe('日…');
    expect(textOf(fitLine([span('日本')], 2))).toBe('… ');
  });

  it('fits any width, whatever is written', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('日本', 'é', '👩‍💻', 'ｆｕｌｌ'));
    fc.assert(
      fc.property(fc.array(text), fc.integer({ min: 0, max: 60 }), (texts, width) => {
        expect(
          lineWidth(
            fitLine(
              texts.map((one) => span(one)),
              width,
            ),
          ),
        ).toBe(width);
      }),
    );
  });

  it('keeps its right part at the right edge, and drops it where both do not fit', () => {
    expect(textOf(spreadLine([span('left')], [span('right')], 12))).toBe('left   right');
    expect(textOf(spreadLine([span('left')], [span('right')], 9))).toBe('left     ');
  });

  it('takes as many parts as fit, and passes over empty ones', () => {
    const parts = [[span('one')], [], [span('two')], [span('three')]];
    expect(textOf(joinWhatFits(parts, 12))).toBe('one  two');
    expect(textOf(joinWhatFits(parts, 15))).toBe('one  two  three');
    expect(textOf(joinWhatFits(parts, 2))).toBe('');
  });

  it('stands beside others row by row', () => {
    expect(textsOf(beside([[[span('a')], [span('b')]], [[span('c')]]], 2, '|'))).toEqual(['a|c', 'b|']);
  });
});
