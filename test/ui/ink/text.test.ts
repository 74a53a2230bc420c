import fc from 'fast-check';
import plainStringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import inkMeasureText from '../../../node_modules/ink/build/measure-text.js';
import inkSanitizeAnsi from '../../../node_modules/ink/build/sanitize-ansi.js';
import inkWrapText from '../../../node_modules/ink/build/wrap-text.js';
import { nameLines, StyledLine } from '../../../src/ui/ink/line.ts';
import { measureText } from '../../../src/ui/ink/measure.ts';
import { createRecall, endFrame } from '../../../src/ui/ink/recall.ts';
import { sanitizeAnsi } from '../../../src/ui/ink/sanitize.ts';
import { PLAIN_STYLE } from '../../../src/ui/ink/style.ts';
import { stringWidth } from '../../../src/ui/ink/width.ts';
import { wrapText } from '../../../src/ui/ink/wrap.ts';

const fragment = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 6 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
  fc.integer({ min: 0, max: 110 }).map((code) => `\x1b[${code}m`),
  fc.constantFrom(
    '\n',
    '\x1b[4:3m',
    '\x1b[38:2::1:2:3m',
    '\x1b[m',
    '\x1b[2J',
    '\x1b]0;title\x07',
    '\x9b1m',
    '\x1b',
    '\t',
    '\x07',
    '\u00ad',
    '■⣿─',
  ),
);
const text = fc.array(fragment, { maxLength: 8 }).map((fragments) => fragments.join(''));

describe("what stands in for Ink's functions gives their answers", () => {
  test.each<[string, (text: string) => unknown, (text: string) => unknown]>([
    ['cells of a text', stringWidth, plainStringWidth],
    ['size of a text', measureText, inkMeasureText],
    ['a text without what moves the cursor', sanitizeAnsi, inkSanitizeAnsi],
  ])('%s', (_, ours, inks) => {
    fc.assert(
      fc.property(text, (any) => {
        expect(ours(any)).toEqual(inks(any));
      }),
      { numRuns: 2000 },
    );
  });

  test('lines under a name measure what their text does, and are cut as it is', () => {
    const lines = ['one', '', 'a longer one'].map((line) => new StyledLine([line], [PLAIN_STYLE]));
    const name = nameLines(lines);
    const text = 'one\n\na longer one';
    expect(measureText(name)).toEqual(inkMeasureText(text));
    expect(stringWidth(name)).toBe(12);
    expect(sanitizeAnsi(name)).toBe(name);
    expect(wrapText(name, 5, 'truncate-end')).toBe(inkWrapText(text, 5, 'truncate-end'));
  });

  test('options of string-width are heeded', () => {
    expect(stringWidth('\x1b[1m±', { ambiguousIsNarrow: false })).toBe(2);
  });
});

describe('the memory of texts', () => {
  test('keeps what each frame asks for, and forgets what two frames did not', () => {
    const computed: string[] = [];
    const recall = createRecall((asked) => {
      computed.push(asked);
      return asked.length;
    });
    for (let frame = 0; frame < 5; frame++) {
      recall('kept');
      recall('kept');
      if (frame === 0) recall('once');
      endFrame();
    }
    recall('once');
    expect(computed).toEqual(['kept', 'once', 'once']);
  });
});
