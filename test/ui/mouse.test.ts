import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInputParser } from '../../node_modules/ink/build/input-parser.js';
import type { FocusReport } from '../../src/ui/focus.ts';
import { createReportSplitter, type MouseReport, parseReport } from '../../src/ui/mouse.ts';

const ESC = '\u001b';

describe('a report of the mouse', () => {
  it.each([
    ['[<0;1;1M', { kind: 'press', button: 'left', x: 0, y: 0 }],
    ['[<0;300;120m', { kind: 'release', button: 'left', x: 299, y: 119 }],
    ['[<1;5;9M', { kind: 'press', button: 'middle', x: 4, y: 8 }],
    ['[<2;5;9m', { kind: 'release', button: 'right', x: 4, y: 8 }],
    ['[<64;5;9M', { kind: 'wheel', by: -1, x: 4, y: 8 }],
    ['[<65;5;9M', { kind: 'wheel', by: 1, x: 4, y: 8 }],
    ['[<16;5;9M', { kind: 'press', button: 'left', x: 4, y: 8 }],
    ['[<69;5;9M', { kind: 'wheel', by: 1, x: 4, y: 8 }],
    ['[M %)', { kind: 'press', button: 'left', x: 4, y: 8 }],
    ['[M#%)', { kind: 'release', button: 'left', x: 4, y: 8 }],
    ['[Ma%)', { kind: 'wheel', by: 1, x: 4, y: 8 }],
  ])('%s tells what was done and where', (sequence, report) => {
    expect(parseReport(ESC + sequence)).toEqual(report);
  });

  it.each([
    ['a move', '[<35;5;9M'],
    ['a drag', '[<32;5;9M'],
    ['a wheel that goes sideways', '[<66;5;9M'],
    ['a button beyond the third', '[<128;5;9M'],
    ['another sequence', '[5~'],
  ])('is none where %s is told', (_what, sequence) => {
    expect(parseReport(ESC + sequence)).toBeUndefined();
  });
});

const cell = fc.nat(400);
const anyReport: fc.Arbitrary<MouseReport | FocusReport> = fc.oneof(
  fc.record({ kind: fc.constant('focus' as const), focused: fc.boolean() }),
  fc.record({
    kind: fc.constantFrom('press' as const, 'release' as const),
    button: fc.constantFrom('left' as const, 'middle' as const, 'right' as const),
    x: cell,
    y: cell,
  }),
  fc.record({ kind: fc.constant('wheel' as const), by: fc.constantFrom(1 as const, -1 as const), x: cell, y: cell }),
);
/** Characters that are typed, and keys that send sequences; Esc alone is one. */
const anyKey = fc.oneof(
  fc.constantFrom('q', 'M', '[', '0', ';', '<', ' ', '\r', 'é', '日', ESC),
  fc.constantFrom('[A', '[5~', 'OP', '[15~').map((rest) => ESC + rest),
);

function encode(report: MouseReport | FocusReport): string {
  if (report.kind === 'focus') return `${ESC}[${report.focused ? 'I' : 'O'}`;
  const code = report.kind === 'wheel' ? (report.by > 0 ? 65 : 64) : ['left', 'middle', 'right'].indexOf(report.button);
  return `${ESC}[<${code};${report.x + 1};${report.y + 1}${report.kind === 'release' ? 'm' : 'M'}`;
}

describe('what a terminal sends', () => {
  it('has every report in it, however it is cut', () => {
    const sent = fc.array(fc.oneof(anyKey, anyReport), { maxLength: 12 });
    fc.assert(
      fc.property(sent, fc.array(fc.nat(150), { maxLength: 20 }), (items, cuts) => {
        const split = createReportSplitter();
        const pieces = chunksOf(items.map((one) => (typeof one === 'string' ? one : encode(one))).join(''), cuts).flatMap(split);
        expect(pieces.filter((piece) => typeof piece !== 'string')).toEqual(items.filter((one) => typeof one !== 'string'));
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves nothing but keys to Ink, which drops a sequence that is none', () => {
    const sent = fc.array(
      fc.oneof(
        anyKey.filter((key) => key !== ESC),
        anyReport,
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(sent, fc.array(fc.nat(150), { maxLength: 20 }), (items, cuts) => {
        const split = createReportSplitter();
        const ink = createInputParser();
        const pieces = chunksOf(items.map((one) => (typeof one === 'string' ? one : encode(one))).join(''), cuts).flatMap(split);
        const events = pieces.flatMap((piece) => (typeof piece === 'string' ? ink.push(piece) : []));
        const keys = events.filter((event) => typeof event === 'string' && !isReport(event.replace(ESC + ESC, ESC)));
        expect(keys.join('')).toBe(items.filter((one) => typeof one === 'string').join(''));
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps what the mouse did in its place between the keys', () => {
    const split = createReportSplitter();
    const press = { kind: 'press', button: 'left', x: 1, y: 1 };
    expect(split(`a${ESC}[<0;2;2Mb`)).toEqual(['a', press, 'b']);
    expect(split(`${ESC}[<0;2`)).toEqual([]);
    expect(split(`;2M`)).toEqual([press]);
  });

  it('loses nothing of the older form either, which ends in three characters of any kind', () => {
    const split = createReportSplitter();
    expect(split(`x${ESC}[M `)).toEqual(['x']);
    expect(split(`qq${ESC}[M#qqy`)).toEqual([
      { kind: 'press', button: 'left', x: 80, y: 80 },
      { kind: 'release', button: 'left', x: 80, y: 80 },
      'y',
    ]);
  });

  it('is let through where it only looks like the beginning of a report', () => {
    const split = createReportSplitter();
    expect(split(`${ESC}[<0;`)).toEqual([]);
    expect(split('x')).toEqual([`${ESC}[<0;x`]);
    expect([ESC, '[', '<', 'm'].flatMap(split)).toEqual([ESC, '[', '<m']);
    expect([ESC, '[', 'M', 'q'].flatMap(split)).toEqual([ESC, '[', 'M', 'q']);
  });
});

function isReport(sequence: string): boolean {
  return parseReport(sequence) !== undefined || /^.\[[IO]$/.test(sequence);
}

function chunksOf(text: string, cuts: readonly number[]): readonly string[] {
  const at = [0, ...[...new Set(cuts)].filter((cut) => cut > 0 && cut < text.length).sort((a, b) => a - b), text.length];
  return at.slice(1).map((end, i) => text.slice(at[i], end));
}
