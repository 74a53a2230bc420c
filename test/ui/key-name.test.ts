import { describe, expect, it } from 'vitest';
import { nameKey, splitKeys } from '../../src/ui/key-name.ts';

const ESC = '\u001b';

describe('the name of a key', () => {
  it.each([
    ['a', 'a'],
    ['G', 'G'],
    ['+', '+'],
    ['é', 'é'],
    ['日', '日'],
    [' ', 'space'],
    ['\r', 'enter'],
    ['\n', 'enter'],
    ['\t', 'tab'],
    [ESC, 'escape'],
    ['\u007f', 'backspace'],
    ['\u0003', 'ctrl+c'],
    ['\u000c', 'ctrl+l'],
    ['\u001a', 'ctrl+z'],
  ])('of %j is %s', (sequence, name) => {
    expect(nameKey(sequence)).toBe(name);
  });

  it.each([
    [
      'xterm',
      { up: '[A', down: '[B', right: '[C', left: '[D', home: '[H', end: '[F', f1: 'OP', f4: 'OS', f5: '[15~', 'shift+tab': '[Z' },
    ],
    ['xterm in application mode', { up: 'OA', down: 'OB', home: 'OH', end: 'OF' }],
    ['VT220', { home: '[1~', insert: '[2~', delete: '[3~', end: '[4~', pageup: '[5~', pagedown: '[6~', f6: '[17~', f10: '[21~' }],
    ['rxvt', { home: '[7~', end: '[8~', f1: '[11~', f2: '[12~', f3: '[13~', f4: '[14~' }],
    ['the Linux console', { f1: '[[A', f2: '[[B', f3: '[[C', f4: '[[D', f5: '[[E' }],
  ])('is found in what %s sends', (_terminal, keys) => {
    for (const [name, sequence] of Object.entries(keys)) expect(nameKey(ESC + sequence)).toBe(name);
  });

  it.each(['', `${ESC}[99~`, `${ESC}[200~`, 'ab', '\u0000'])('of %j is none', (sequence) => {
    expect(nameKey(sequence)).toBeUndefined();
  });
});

it('takes fast typing apart, and leaves a sequence whole', () => {
  expect(splitKeys('pp?')).toEqual(['p', 'p', '?']);
  expect(splitKeys(`${ESC}[A`)).toEqual([`${ESC}[A`]);
});
