import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInputParser } from '../../node_modules/ink/build/input-parser.js';
import { parseKeys } from '../../src/ui/key-name.ts';
import { createPasteSplitter, lineOf, type Paste } from '../../src/ui/paste.ts';

const ESC = '\u001b';
const encode = (pasted: string) => `${ESC}[200~${pasted}${ESC}[201~`;

/** What may be typed between pastes: characters, Esc, and keys that send sequences. */
const anyKey = fc.oneof(
  fc.constantFrom('q', 'k', '[', '2', '0', '~', '\r', 'é', '日', ESC),
  fc.constantFrom('[A', '[5~', '[20~', '[2~', 'OP', '[15~', '[<0;1;1M').map((rest) => ESC + rest),
);
/** What may be pasted: what would act if it were typed, and what looks like the marks around a paste. */
const anyPaste = fc
  .array(fc.constantFrom('k', '\r', '\n', 'Z', `${ESC}[201`, `${ESC}[200~`, ESC, '[201~', '日本', `${ESC}[<0;1;1M`), {
    maxLength: 8,
  })
  .map((parts) => parts.join(''))
  .filter((text) => !`${text}${ESC}[201~`.slice(0, -1).includes(`${ESC}[201~`))
  .map((pasted): Paste => ({ pasted }));

type Sent = readonly (string | Paste)[];

const anySent: fc.Arbitrary<Sent> = fc.array(fc.oneof(anyKey, anyPaste), { maxLength: 10 });
const written = (sent: Sent) => sent.map((one) => (typeof one === 'string' ? one : encode(one.pasted))).join('');

/** The text in chunks of the lengths given, the rest as one. */
function chunksOf(text: string, lengths: readonly number[]): readonly string[] {
  const chunks: string[] = [];
  let rest = text;
  for (const length of lengths) {
    if (rest === '') break;
    chunks.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return rest === '' ? chunks : [...chunks, rest];
}

const anyLengths = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 60 });

describe('what a terminal sends', () => {
  it('has every paste in it, whole, however it is cut', () => {
    fc.assert(
      fc.property(anySent, anyLengths, (sent, lengths) => {
        const pieces = chunksOf(written(sent), lengths).flatMap(createPasteSplitter());
        expect(pieces.filter((piece) => typeof piece !== 'string')).toEqual(sent.filter((one) => typeof one !== 'string'));
      }),
      { numRuns: 3000 },
    );
  });

  it('loses no key that was typed, and holds none back but for what may begin a paste', () => {
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 12 }), anyLengths, (keys, lengths) => {
        const split = createPasteSplitter();
        const text = keys.join('');
        const passed = chunksOf(text, lengths).flatMap(split).join('');
        expect(['', '[2', '[20', '[200'].map((held) => held && ESC + held)).toContain(text.slice(passed.length));
        expect(passed + split('x').join('')).toBe(`${text}x`);
      }),
      { numRuns: 3000 },
    );
  });

  it('has no character of a paste among its keys, even if Ink waits for the rest of a sequence no longer than a chunk', () => {
    // Typed are only characters that no paste here has: every other key comes of a paste or of its marks.
    const sent: fc.Arbitrary<Sent> = fc.array(fc.oneof(fc.constantFrom('a', 'b'), anyPaste), { maxLength: 8 });
    fc.assert(
      fc.property(sent, anyLengths, fc.array(fc.boolean(), { maxLength: 60 }), (items, lengths, late) => {
        const split = createPasteSplitter();
        const ink = createInputParser();
        const events: string[] = [];
        for (const [i, chunk] of chunksOf(written(items), lengths).entries()) {
          for (const piece of split(chunk)) {
            if (typeof piece === 'string') events.push(...ink.push(piece).filter((event) => typeof event === 'string'));
          }
          const flushed = late[i] && ink.hasPendingEscape() ? ink.flushPendingEscape() : undefined;
          if (flushed) events.push(flushed);
        }
        const keys = events.flatMap((event) => parseKeys(event, () => false));
        // Of marks that arrive a byte at a time, and slowly, Esc and [ have been keys before the rest came.
        expect(keys.filter((key) => !['escape', '['].includes(key)).join('')).toBe(
          items.filter((one) => typeof one === 'string').join(''),
        );
      }),
      { numRuns: 3000 },
    );
  });

  it('keeps of an endless paste the beginning, and knows where it ends', () => {
    const split = createPasteSplitter();
    split(`${ESC}[200~`);
    for (let i = 0; i < 1000; i += 1) expect(split('k\r'.repeat(50))).toEqual([]);
    const [paste, key] = split(`${ESC}[201~q`);
    expect([(paste as Paste).pasted.length, key]).toEqual([4096, 'q']);
  });

  it('is typed again after Ctrl+C where the end of a paste was lost', () => {
    const split = createPasteSplitter();
    expect(split(`${ESC}[200~k\u0003`)).toEqual([]);
    expect(split('\u0003')).toEqual(['\u0003']);
    expect(split('q')).toEqual(['q']);
  });
});

describe('a paste in a line of text', () => {
  it.each([
    ['node\n', 'node'],
    ['cpu>20\r\nand\tuser=root\r\n', 'cpu>20 and user=root'],
    ['a\u0000b\u001b[31mc', 'ab[31mc'],
    ['\n\n', ''],
  ])('%j is %j', (pasted, line) => {
    expect(lineOf(pasted)).toBe(line);
  });
});
