import { describe, expect, test } from 'vitest';
import { createExpression, Endless } from '../../src/processes/expression.ts';
import { parseQuery } from '../../src/processes/query.ts';
import { aProcess } from './processes.ts';

const LONG = `${'a'.repeat(5000)} ${'word '.repeat(200)}!`;

describe('a regular expression that would take longer than the world stands', () => {
  test.each([
    '(a+)+$',
    '(a|aa)+$',
    '(a*)*b',
    '([a-z]+)*\\d',
    '^(\\w+\\s?)*$',
    '(x+x+)+y',
    '(.*a){12}z',
    '(A+)+$',
    '(?:a?){16}(?:a?){16}a{16}b',
  ])('is answered at once: %s', (source) => {
    const began = performance.now();
    expect(createExpression(source)(LONG)).toBe(false);
    // Two hundred times what it takes, and nothing beside what it took.
    expect(performance.now() - began).toBeLessThan(5000);
  });

  test('is answered in a query, for a thousand processes', () => {
    const query = parseQuery('command~(a+)+$');
    if ('problem' in query) throw new Error(query.problem);
    const processes = Array.from({ length: 1000 }, (_, i) => aProcess({ pid: i + 1, command: `${'a'.repeat(60)} ${i}` }));
    const began = performance.now();
    expect(processes.filter(query.matches)).toEqual([]);
    const first = performance.now() - began;
    expect(first).toBeLessThan(5000);
  });

  test.each(['(a)\\1', 'a(?=b)', 'a(?!b)', 'x{17}'])('is refused where no engine could answer it at once: %s', (source) => {
    expect(() => createExpression(source)).toThrow(Endless);
    expect(parseQuery(`name~${source}`)).toEqual({
      problem: `"${source}" may take for ever to search for; leave out references back (\\1), looks ahead and behind ((?=a) (?<=a)) and counts above 16`,
      at: 5,
    });
  });
});

describe('an expression', () => {
  test.each([
    ['NODE', 'node'],
    ['node', 'NODE'],
    ['[A-F]+$', 'xdeadbeef'],
    ['^\\S+\\D$', 'Abc'],
    ['\\x41\\u0042', 'AB'],
    ['\\x41\\u0042', 'ab'],
    ['^\\Bx|É', 'é'],
    ['a.c', 'A\nb'.replace('\n', 'x').replace('b', 'c')],
    ['\\.JS$', 'main.js'],
    ['\\\\N', '\\n'],
    ['(?<Name>a)B', 'AB'],
  ])('takes big and small letters for the same: %s finds %s', (source, text) => {
    expect(createExpression(source)(text)).toBe(true);
    expect(new RegExp(source, 'i').test(text)).toBe(true);
  });

  test.each([
    ['\\S', ' '],
    ['\\D', '7'],
    ['\\W', 'w'],
    ['[^A-Z]', 'q'],
    ['\\bode', 'NODE'],
  ])('keeps what an escape means: %s does not find %j', (source, text) => {
    expect(createExpression(source)(text)).toBe(false);
    expect(new RegExp(source, 'i').test(text)).toBe(false);
  });
});
