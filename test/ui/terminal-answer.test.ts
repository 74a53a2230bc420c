import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInputParser } from '../../node_modules/ink/build/input-parser.js';
import { createSieve } from '../../src/ui/terminal-answer.ts';

const ESC = '\u001b';
const WHITE = '11;rgb:ffff/ffff/ffff';
const ENDS = ['\u0007', `${ESC}\\`] as const;

/** What comes of it when the terminal sends it in these pieces, which Ink takes apart. */
function sift(...pieces: readonly string[]) {
  const parser = createInputParser();
  const sieve = createSieve();
  const sifted = pieces.flatMap((piece) => parser.push(piece).map((input) => sieve.sift(String(input))));
  return { typed: sifted.flatMap(({ typed }) => typed).join(''), answers: sifted.flatMap(({ answers }) => answers) };
}

describe("a terminal's answer", () => {
  it.each(ENDS)('is no key, whether it ends in BEL or ST: %j', (end) => {
    expect(sift(`${ESC}]${WHITE}${end}`)).toEqual({ typed: '', answers: [WHITE] });
  });

  it('is taken out from between keys, wherever it is broken', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ENDS),
        fc.constantFrom('', 'q', 'jj', '?', '[', '11'),
        fc.constantFrom('', 'q', 'kk', `${ESC}[A`, ']', ';'),
        // Ink itself waits for what follows a lone Esc.
        fc.array(fc.nat(40), { maxLength: 3 }),
        (end, before, after, cuts) => {
          const all = `${before}${ESC}]${WHITE}${end}${after}`;
          const edges = [0, ...cuts.map((cut) => Math.min(cut, all.length)).sort((a, b) => a - b), all.length];
          const pieces = edges.slice(1).map((edge, i) => all.slice(edges[i], edge));
          expect(sift(...pieces.filter((piece) => piece !== ''))).toEqual({ typed: before + after, answers: [WHITE] });
        },
      ),
    );
  });

  it('is known also when it comes so late after its Esc that Ink took that for a key', () => {
    const sieve = createSieve();
    expect(sieve.sift(ESC)).toEqual({ typed: [ESC], answers: [] });
    expect(sieve.sift(`]${WHITE}\u0007`)).toEqual({ typed: [], answers: [WHITE] });
  });
});

describe('what is typed', () => {
  it('comes through whole', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', ']', '[', '1', ';', 'r', `${ESC}[A`, `${ESC}x`, '\r', ' '), { maxLength: 8 }),
        (keys) => {
          expect(sift(...keys)).toEqual({ typed: keys.join(''), answers: [] });
        },
      ),
    );
  });

  it('comes through where it only begins as an answer does', () => {
    expect(sift(`${ESC}]`, 'q')).toEqual({ typed: `${ESC}]q`, answers: [] });
    expect(sift(`${ESC}]`, '1', '1', 'q')).toEqual({ typed: `${ESC}]11q`, answers: [] });
  });

  it('is not held back: Esc and then ] are two keys', () => {
    const sieve = createSieve();
    expect([sieve.sift(ESC), sieve.sift(']')].flatMap(({ typed }) => typed)).toEqual([ESC, ']']);
  });

  it('is never held for long, whatever is pasted', () => {
    const sieve = createSieve();
    expect([sieve.sift(`${ESC}]`), sieve.sift(`11;${'f'.repeat(100)}`)].flatMap(({ typed }) => typed).join('')).toHaveLength(105);
  });
});
