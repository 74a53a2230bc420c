import xterm from '@xterm/headless';
import chalk from 'chalk';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import InkOutput from '../../../node_modules/ink/build/output.js';
import { styleLine } from '../../../src/ui/draw/ansi.ts';
import type { Span } from '../../../src/ui/draw/line.ts';
import { nameLines, spellOut } from '../../../src/ui/ink/line.ts';
import { Output } from '../../../src/ui/ink/output.ts';

type Clip = Parameters<InkOutput['clip']>[0];
type Transformer = (line: string, index: number) => string;
type Operation =
  | {
      readonly type: 'write';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly transformers: Transformer[];
    }
  | { readonly type: 'clip'; readonly clip: Clip }
  | { readonly type: 'unclip' };
interface Frame {
  readonly width: number;
  readonly height: number;
  readonly operations: readonly Operation[];
}

const write = (x: number, y: number, text: string, ...transformers: Transformer[]): Operation => ({
  type: 'write',
  x,
  y,
  text,
  transformers,
});
const clip = (x1?: number, x2?: number, y1?: number, y2?: number): Operation => ({ type: 'clip', clip: { x1, x2, y1, y2 } });
const unclip: Operation = { type: 'unclip' };
const frame = (...operations: Operation[]): Frame => ({ width: 20, height: 4, operations });

const red = (text: string) => `\x1b[31m${text}\x1b[39m`;
const link = (text: string) => `\x1b]8;;https://example.org\x07${text}\x1b]8;;\x07`;

describe("Ink's output stage and ours draw the same cells", () => {
  test.each<[string, Frame]>([
    ['nothing', frame()],
    ['plain text', frame(write(0, 0, 'plain'), write(3, 2, 'text'))],
    ['lines below each other', frame(write(2, 1, 'one\ntwo\n\nfour\nfive'))],
    ['a style that goes on in the next line', frame(write(0, 0, `\x1b[1;31mone\ntwo${'\x1b[22m'} three\x1b[0m four`))],
    ['a style that is never closed', frame(write(0, 0, '\x1b[44mblue'), write(8, 0, 'plain'))],
    ['styles within styles', frame(write(0, 0, `\x1b[31m a \x1b[1m b \x1b[2m c \x1b[22m d \x1b[32m e \x1b[39m f`))],
    ['a background to the end of the row', frame(write(0, 0, `\x1b[42m${' '.repeat(20)}\x1b[49m`))],
    ['inverse and underlined blanks at the end', frame(write(0, 0, 'a\x1b[7m  \x1b[27m'), write(0, 1, 'a\x1b[4m  \x1b[24m  '))],
    ['no-break spaces at the end', frame(write(0, 0, 'a\u00a0 \u00a0'))],
    [
      '256 colours and all colours',
      frame(write(0, 0, '\x1b[38;5;208ma\x1b[48;2;1;2;3mb\x1b[39mc\x1b[49md\x1b[58;5;3me\x1b[4mf')),
    ],
    ['codes that only a full reset undoes', frame(write(0, 0, '\x1b[31ma\x1b[73mb\x1b[21mc\x1b[39md\x1b[me'))],
    ['sequences that are no styles', frame(write(0, 0, 'a\x1b[2Kb\x1b[31'), write(0, 1, 'c\x1b[38;5md\x1b[38me'))],
    ['links', frame(write(0, 0, `${link('here')} and ${red(link('there'))}`))],
    ['wide characters', frame(write(0, 0, '日本'), write(6, 0, red('語 x')))],
    [
      'a wide character under another text',
      frame(write(0, 0, '日本語日本語'), write(3, 0, 'ab'), write(1, 1, '日本'), write(2, 1, 'x')),
    ],
    ['a wide character over another text', frame(write(0, 0, 'abcdef'), write(1, 0, '日'), write(19, 0, '本'))],
    ['emoji', frame(write(0, 0, '👩‍👩‍👧‍👦a🇩🇪b❤️c1️⃣d'), write(18, 1, '👍🏽x'))],
    ['combining marks', frame(write(0, 0, 'e\u0301a\u0308\u0323o'), write(0, 1, `a${red('\u0301b')}`), write(0, 2, '\u0301x'))],
    ['invisible characters', frame(write(0, 0, 'a\u200bb\u00adc\u2060d\ufeff'))],
    ['tabs and controls', frame(write(0, 0, 'a\tb\x07c\rd'))],
    [
      'texts that reach over each side',
      frame(write(-2, 0, 'abcd'), write(17, 1, 'abcdef'), write(25, 2, 'x'), write(0, -1, 'a\nb'), write(0, 3, 'c\nd')),
    ],
    [
      'texts above each other',
      frame(write(0, 0, red('aaaaaa')), write(2, 0, 'bb'), write(0, 1, '\x1b[41m      \x1b[49m'), write(1, 1, '  ')),
    ],
    ['texts in another order than their places', frame(write(10, 0, 'right'), write(0, 0, red('left')))],
    [
      'a clip',
      frame(clip(2, 8, 1, 3), write(0, 0, `${red('0123456789')}\n${red('abcdefghij')}\nklm\nnop`), unclip, write(0, 3, 'free')),
    ],
    ['a clip that cuts a wide character', frame(clip(1, 4, 0, 4), write(0, 0, '日本語'), unclip)],
    [
      'clips within clips',
      frame(
        clip(2, 12, 0, 3),
        clip(0, 6, 1, 9),
        write(0, 0, '0123456789\n0123456789\n0123'),
        unclip,
        write(4, 0, 'abcdefghijkl'),
        unclip,
      ),
    ],
    [
      'clips that leave nothing',
      frame(
        clip(0, 4, 0, 4),
        clip(6, 9, 0, 4),
        write(0, 0, 'nothing', (line) => `>${line}`),
        unclip,
        unclip,
        write(0, 1, 'something'),
      ),
    ],
    [
      'a clip of one side',
      frame(
        clip(3, undefined, 1, undefined),
        write(0, 0, 'abc def\nghi'),
        unclip,
        clip(undefined, undefined, 0, 1),
        write(9, 0, 'a\nb'),
        unclip,
      ),
    ],
    ['transformers', frame(write(0, 0, 'one\ntwo\n', (line, i) => `${i}${line.toUpperCase()}`, red))],
    [
      'transformers that make a text wide, long, or several',
      frame(write(0, 0, 'a\nb\nc', (line, i) => ['日本', 'x'.repeat(30), `${line}\n${line}`][i] ?? '')),
    ],
    [
      'transformers of clipped lines',
      frame(
        clip(2, 5, 1, 2),
        write(0, 0, 'abcdef\nghijkl\nmnopqr', (line, i) => `${i}${line}`),
        write(9, 0, 'far\nfar', red),
        write(5, 1, 'edge', () => '>'),
        unclip,
      ),
    ],
  ])('%s', async (_, drawn) => {
    await expectSameCells([drawn]);
  });

  test('a frame that differs from the last one in part', async () => {
    const still = write(0, 0, red('still'));
    await expectSameCells([
      frame(still, write(8, 0, 'one'), write(0, 1, 'wide 日本'), write(0, 2, 'x', red)),
      frame(
        still,
        write(8, 0, 'two'),
        write(0, 1, 'wide 日本'),
        write(0, 2, 'x', (line) => `<${line}>`),
      ),
      frame(still, write(9, 0, 'two'), clip(0, 6, 0, 4), write(0, 1, 'wide 日本'), unclip),
      { ...frame(still, write(9, 0, 'two')), width: 10 },
      { ...frame(still), height: 1 },
    ]);
  });

  test('frames of any texts at any places', async () => {
    await fc.assert(fc.asyncProperty(frames, expectSameCells), { numRuns: 600 });
  });

  test('lines that go by a name', async () => {
    chalk.level = 3;
    const rows = fc.array(fc.array(part, { maxLength: 6 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(rows, fc.nat(3), async (lines, x) => {
        const name = nameLines(lines.map(styleLine));
        await expectSameCells([frame(write(x, 0, name)), frame(write(0, 0, name)), frame(clip(1, 7, 0, 4), write(x, 0, name))]);
      }),
      { numRuns: 300 },
    );
  });
});

const color = fc.option(fc.constantFrom('#ff0000', 'green'), { nil: undefined });
const part: fc.Arbitrary<Span> = fc.record({
  text: fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b', ' ', '■') }),
  color,
  background: color,
  bold: fc.boolean(),
  inverse: fc.boolean(),
});

const fragment = fc.oneof(
  { weight: 6, arbitrary: fc.string({ maxLength: 8 }) },
  { weight: 4, arbitrary: fc.constantFrom('■■■', '⣿⣀ ', '─╮', '   ', 'µ°', '\u00a0') },
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 110 }).map((code) => `\x1b[${code}m`) },
  {
    weight: 2,
    arbitrary: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 4 }).map((codes) => `\x1b[${codes.join(';')}m`),
  },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(38, 48, 58), fc.nat(255)).map(([kind, color]) => `\x1b[${kind};5;${color}m`) },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.constantFrom(38, 48), fc.nat(255), fc.nat(255)).map(([kind, r, g]) => `\x1b[${kind};2;${r};${g};0m`),
  },
  { weight: 2, arbitrary: fc.constant('\n') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '日',
      '本語',
      '👍🏽',
      '❤️',
      '🇩🇪',
      'e\u0301',
      '\u0301',
      '\u200b',
      '\u00ad',
      link('x'),
      '\x1b[',
      '\t',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 3 }) },
);

const text = fc.array(fragment, { maxLength: 7 }).map((fragments) => fragments.join(''));
const bound = fc.option(fc.integer({ min: -3, max: 22 }), { nil: undefined, freq: 6 });

const operation: fc.Arbitrary<Operation> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(
        fc.integer({ min: -3, max: 22 }),
        fc.integer({ min: -2, max: 5 }),
        text,
        fc.subarray<Transformer>([red, (line) => line.toUpperCase(), (line, i) => `${i}${line}`], { maxLength: 2 }),
      )
      .map(([x, y, content, transformers]) => write(x, y, content, ...transformers)),
  },
  { weight: 2, arbitrary: fc.tuple(bound, bound, bound, bound).map((bounds) => clip(...bounds)) },
  { weight: 2, arbitrary: fc.constant(unclip) },
);

/** Frames that share most of what they show, as a screen's do. */
const frames: fc.Arbitrary<Frame[]> = fc.array(operation, { minLength: 1, maxLength: 8 }).chain((pool) =>
  fc.array(fc.record({ width: fc.constantFrom(20, 20, 9), height: fc.constant(4), operations: fc.subarray(pool) }), {
    minLength: 1,
    maxLength: 4,
  }),
);

async function expectSameCells(drawn: readonly Frame[]): Promise<void> {
  for (const { width, height, operations } of drawn) {
    const expected = draw(new InkOutput({ width, height }), operations.map(spelledOut));
    const actual = draw(new Output({ width, height }), operations);
    expect(actual.height).toBe(expected.height);
    if (actual.output !== expected.output) expect(await cellsOf(actual.output)).toEqual(await cellsOf(expected.output));
  }
}

/** Ink knows no names. */
function spelledOut(operation: Operation): Operation {
  return operation.type === 'write' ? { ...operation, text: spellOut(operation.text) } : operation;
}

function draw(output: Pick<InkOutput, 'write' | 'clip' | 'unclip' | 'get'>, operations: readonly Operation[]) {
  for (const each of operations) {
    if (each.type === 'write') output.write(each.x, each.y, each.text, { transformers: each.transformers });
    else if (each.type === 'clip') output.clip(each.clip);
    else output.unclip();
  }
  return output.get();
}

/** Every cell of a terminal that shows the frame: characters, width, colours, attributes; and where links lead. */
async function cellsOf(output: string): Promise<unknown> {
  const terminal = new xterm.Terminal({ cols: 80, rows: 8, allowProposedApi: true });
  await new Promise<void>((resolve) => terminal.write(output.replaceAll('\n', '\r\n'), resolve));
  const buffer = terminal.buffer.active;
  return Array.from({ length: 8 }, (_, y) => {
    const line = buffer.getLine(y);
    return Array.from({ length: 80 }, (_, x) => {
      const cell = line?.getCell(x);
      return (
        cell &&
        [
          cell.getChars() || ' ',
          cell.getWidth(),
          cell.getFgColorMode(),
          cell.getFgColor(),
          cell.getBgColorMode(),
          cell.getBgColor(),
          cell.isBold(),
          cell.isDim(),
          cell.isItalic(),
          cell.isUnderline(),
          cell.isBlink(),
          cell.isInverse(),
          cell.isInvisible(),
          cell.isStrikethrough(),
          cell.isOverline(),
        ].join()
      );
    });
  });
}
