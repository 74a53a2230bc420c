import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rememberLast, sameItems } from '../../src/units/remember-last.ts';

test('what is asked for again with the same arguments is not computed again', () => {
  let computed = 0;
  const join = rememberLast((...words: readonly string[]) => {
    computed += 1;
    return { text: words.join(' ') };
  });
  const first = join('a', 'b');
  expect(join('a', 'b')).toBe(first);
  expect(computed).toBe(1);
});

test('only the last answer is kept', () => {
  let computed = 0;
  const double = rememberLast((value: number) => {
    computed += 1;
    return value * 2;
  });
  expect([double(1), double(2), double(1)]).toEqual([2, 4, 2]);
  expect(computed).toBe(3);
});

test('an answer of undefined, or to no arguments at all, is kept as well', () => {
  let computed = 0;
  const nothing = rememberLast(() => {
    computed += 1;
    return undefined;
  });
  nothing();
  nothing();
  expect(computed).toBe(1);
});

test('whatever is asked, the answer is that of the function itself', () => {
  const numbers = fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(numbers), (asked) => {
      const sum = (...all: readonly number[]) => all.reduce((a, b) => a + b, all.length * 10);
      const remembered = rememberLast(sum);
      for (const args of asked) expect(remembered(...args)).toBe(sum(...args));
    }),
  );
});

test('lists are the same where each item is the very same, in the same order', () => {
  const item = {};
  expect(sameItems([1, item, undefined], [1, item, undefined])).toBe(true);
  expect(sameItems([1, 2], [2, 1])).toBe(false);
  expect(sameItems([item], [{}])).toBe(false);
  expect(sameItems([1], [1, undefined])).toBe(false);
});
