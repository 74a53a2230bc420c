import { describe, expect, it } from 'vitest';
import { isKeyName, keyNames } from '../../src/keymap/key-names.ts';
import { nameKey, parseKeys } from '../../src/ui/key-name.ts';

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
    ['\b', 'backspace'],
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
    ['xterm, with something held', { 'shift+up': '[1;2A', 'ctrl+right': '[1;5C', 'alt+left': '[1;3D', 'ctrl+home': '[1;5H' }],
    [
      'xterm, with something else held',
      { 'shift+delete': '[3;2~', 'ctrl+pageup': '[5;5~', 'shift+f1': '[1;2P', 'ctrl+f12': '[24;5~' },
    ],
    ['rxvt', { home: '[7~', end: '[8~', f1: '[11~', f2: '[12~', f3: '[13~', f4: '[14~', f11: '[23~', f12: '[24~' }],
    [
      'rxvt, with something held',
      { 'shift+up': '[a', 'ctrl+left': 'Od', 'shift+delete': '[3$', 'ctrl+home': '[7^', 'alt+up': '\u001b[A' },
    ],
    ['the Linux console', { f1: '[[A', f2: '[[B', f3: '[[C', f4: '[[D', f5: '[[E', f6: '[17~', home: '[1~', end: '[4~' }],
    ['tmux and screen', { up: 'OA', f1: 'OP', home: '[1~', end: '[4~', delete: '[3~', f12: '[24~', 'ctrl+up': '[1;5A' }],
    [
      'any, with Alt',
      { 'alt+x': 'x', 'alt+X': 'X', 'alt+é': 'é', 'alt+enter': '\r', 'alt+space': ' ', 'alt+backspace': '\u007f', 'alt+[': '[' },
    ],
  ])('is found in what %s sends', (_terminal, keys) => {
    for (const [name, sequence] of Object.entries(keys)) expect(nameKey(ESC + sequence)).toBe(name);
  });

  it.each(['', `${ESC}[99~`, `${ESC}[200~`, `${ESC}[1;6A`, `${ESC}[1;5Z`, `${ESC}[<0;1;1M`, 'ab', '\u0000'])(
    'of %j is none',
    (sequence) => {
      expect(nameKey(sequence)).toBeUndefined();
    },
  );
});

/** What a terminal sends for a key: xterm's sequences, or the byte that stands for it. */
function sequenceOf(name: string): string {
  const [, modifier = '', key = name] = /^(shift|ctrl|alt)\+(.+)$/.exec(name) ?? [];
  if (name === 'shift+tab') return `${ESC}[Z`;
  if (modifier === 'ctrl' && key.length === 1) return String.fromCharCode(key.charCodeAt(0) - 96);
  const number = { shift: ';2', alt: ';3', ctrl: ';5' }[modifier] ?? '';
  const letter = { up: 'A', down: 'B', right: 'C', left: 'D', home: 'H', end: 'F', f1: 'P', f2: 'Q', f3: 'R', f4: 'S' }[key];
  if (letter) return number ? `${ESC}[1${number}${letter}` : `${ESC}O${letter}`;
  const code = {
    insert: 2,
    delete: 3,
    pageup: 5,
    pagedown: 6,
    f5: 15,
    f6: 17,
    f7: 18,
    f8: 19,
    f9: 20,
    f10: 21,
    f11: 23,
    f12: 24,
  }[key];
  if (code) return `${ESC}[${code}${number}~`;
  const plain = { enter: '\r', tab: '\t', space: ' ', backspace: '\u007f', escape: ESC }[key];
  return (modifier === 'alt' ? ESC : '') + (plain ?? key);
}

it('is found for every key that can be bound', () => {
  expect(keyNames.length).toBeGreaterThan(100);
  expect(keyNames.map((name) => nameKey(sequenceOf(name)))).toEqual(keyNames);
});

it('can be bound, whatever byte comes', () => {
  const names = Array.from({ length: 256 }, (_, code) => nameKey(String.fromCharCode(code))).filter((name) => name !== undefined);
  expect(names.length).toBeGreaterThan(200);
  expect(names.filter((name) => !isKeyName(name) && !/[\u0080-\u00a0]/.test(name))).toEqual([]);
});

describe('the keys in what comes at once', () => {
  const parse = (input: string, ...bound: readonly string[]) => parseKeys(input, (key) => bound.includes(key));

  it('are the characters of fast typing, each', () => {
    expect(parse('pp?')).toEqual(['p', 'p', '?']);
  });

  it('are one for a sequence', () => {
    expect(parse(`${ESC}[A`)).toEqual(['up']);
    expect(parse(`${ESC}[99~`)).toEqual([]);
  });

  it('are Esc and the key that was pressed right after it, unless that key with Alt means something', () => {
    expect(parse(`${ESC}x`)).toEqual(['escape', 'x']);
    expect(parse(`${ESC}x`, 'alt+x')).toEqual(['alt+x']);
    expect(parse(`${ESC}\r`)).toEqual(['escape', 'enter']);
    expect(parse(`${ESC}\u0003`)).toEqual(['escape', 'ctrl+c']);
    expect(parse(`${ESC}${ESC}`)).toEqual(['escape', 'escape']);
    expect(parse(`${ESC}${ESC}[A`)).toEqual(['escape', 'up']);
    expect(parse(`${ESC}${ESC}[A`, 'alt+up')).toEqual(['alt+up']);
  });

  it('are none where only the beginning of a sequence has come: what acts is not guessed', () => {
    expect(parse(`${ESC}[`)).toEqual([]);
    expect(parse(`${ESC}O`)).toEqual([]);
    expect(parse(`${ESC}[`, 'alt+[')).toEqual(['alt+[']);
  });

  it('are one for a sequence that tells of Alt itself: nobody pressed Esc', () => {
    expect(parse(`${ESC}[1;3A`)).toEqual(['alt+up']);
  });
});
