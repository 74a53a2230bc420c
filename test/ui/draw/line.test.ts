import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beside,
  equalLine,
  fitLine,
  joinWhatFits,
  lineWidth,
  span,
  spellLine,
  spreadLine,
  telling,
} from '../../../src/ui/draw/line.ts';
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

  it('stands for another one only where it looks the same and tells the same', () => {
    const line = [span('lo', 'red'), telling(span('1.2'), 'network.interfaces.receive_rate', 'lo')];
    const other = (part: (typeof line)[number]) => [span('lo', 'red'), part];
    expect(equalLine(line, other(telling(span('1.2'), 'network.interfaces.receive_rate', 'lo')))).toBe(true);
    expect(equalLine(line, other(telling(span('1.2'), 'network.interfaces.receive_rate', 'eth0')))).toBe(false);
    expect(equalLine(line, other(telling(span('1.2'), 'network.interfaces.send_rate', 'lo')))).toBe(false);
    expect(equalLine(line, other(telling(span('1.2', 'red'), 'network.interfaces.receive_rate', 'lo')))).toBe(false);
    expect(equalLine(line, line.slice(0, 1))).toBe(false);
  });

  it('is spelled in ASCII cell for cell, letters without their marks', () => {
    const spelled = (text: string) => textOf(spellLine([span(text)]));
    expect(spelled('│ ▸ ⣿ … │')).toMatch(/^[ -~]{9}$/);
    expect(spelled('e\u0301t\u0301')).toBe('et');
    expect(spelled('日本')).toBe('????');
    // Of two characters each, and two cells wide.
    for (const wide of ['❤️', '1️⃣', '🇩🇪']) expect(spelled(`${wide}|`)).toMatch(/^[ -~]{2}\|$/);
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
