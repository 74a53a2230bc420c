import { Writable } from 'node:stream';
import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simpleLines } from '../../../src/ui/ink/line.ts';
import { logUpdate } from '../../../src/ui/ink/log-update.ts';

const COLUMNS = 10;
const ROWS = 4;

/** A terminal of 10 by 4 cells, and what was written to it last. */
function createTerminal() {
  const terminal = new xterm.Terminal({ cols: COLUMNS, rows: ROWS, allowProposedApi: true, convertEol: true, scrollback: 0 });
  let last = '';
  const stream = Object.assign(
    new Writable({
      decodeStrings: false,
      write(chunk: string, _encoding, done) {
        last += chunk;
        terminal.write(chunk);
        done();
      },
    }),
    { columns: COLUMNS, rows: ROWS, isTTY: true },
  );
  return {
    terminal,
    stream,
    log: logUpdate.create(stream as unknown as NodeJS.WriteStream),
    taken() {
      const taken = last;
      last = '';
      return taken;
    },
    async cells() {
      await new Promise<void>((resolve) => terminal.write('', resolve));
      const { active } = terminal.buffer;
      return Array.from({ length: ROWS }, (_, y) =>
        Array.from({ length: COLUMNS }, (_, x) => {
          const cell = active.getLine(y)?.getCell(x);
          return [cell?.getChars() || ' ', cell?.getFgColor(), cell?.getBgColor(), cell?.isInverse()].join();
        }),
      );
    },
    async screen() {
      await new Promise<void>((resolve) => terminal.write('', resolve));
      return Array.from({ length: ROWS }, (_, y) => terminal.buffer.active.getLine(y)?.translateToString(true).trimEnd());
    },
  };
}

describe('writing frames to the terminal', () => {
  test('writes only the rows that changed', async () => {
    const { log, taken, screen } = createTerminal();
    log('one\ntwo\nthree\nfour');
    taken();
    log('one\n2\nthree\nfour');
    expect(taken()).not.toMatch(/one|three|four/);
    expect(await screen()).toEqual(['one', '2', 'three', 'four']);
  });

  test('writes nothing where nothing changed', () => {
    const { log, taken } = createTerminal();
    log('one\ntwo');
    taken();
    expect(log('one\ntwo')).toBe(false);
    expect(taken()).toBe('');
  });

  test('leaves the last character of a row that fills the width', async () => {
    const { log, screen } = createTerminal();
    log('a\nb\nc\nd');
    log('0123456789\n日本語日本\nc\n\x1b[31m9876543210\x1b[39m');
    expect(await screen()).toEqual(['0123456789', '日本語日本', 'c', '9876543210']);
  });

  test.each(['clear', 'reset', 'done'] as const)('writes all again after %s', async (forget) => {
    const { log, terminal, taken, screen } = createTerminal();
    log('one\ntwo\nthree\nfour');
    log[forget]();
    // Somebody else has the terminal meanwhile.
    terminal.write('\x1b[2J\x1b[H');
    taken();
    log('one\ntwo\nthree\n4');
    expect(await screen()).toEqual(['one', 'two', 'three', '4']);
  });

  test('writes all again after the terminal changed its size', () => {
    const { log, stream, taken } = createTerminal();
    log('one\ntwo');
    taken();
    stream.columns = 12;
    log('one\n2');
    expect(taken()).toContain('one');
  });

  test('writes no frame that is too wide for a terminal that became narrower, and all of the next one', async () => {
    const { log, stream, terminal, taken, screen } = createTerminal();
    log('0123456789\nsame\nc\nd');
    stream.columns = 6;
    terminal.resize(6, ROWS);
    taken();
    expect(log.willRender('0123456789\nsame\nc\nd')).toBe(false);
    expect(log('0123456789\nsame\nc\nd')).toBe(false);
    expect(taken()).toBe('');
    log('012345\nsame\nc\nd');
    expect(await screen()).toEqual(['012345', 'same', 'c', 'd']);
  });

  test('takes a frame that Ink wrote itself as the one on the screen', async () => {
    const { log, terminal, taken, screen } = createTerminal();
    terminal.write('one\ntwo\nthree\nfour');
    log.sync('one\ntwo\nthree\nfour');
    taken();
    log('one\ntwo\n3\nfour');
    expect(taken()).not.toContain('one');
    expect(await screen()).toEqual(['one', 'two', '3', 'four']);
  });

  test('after any frames the last one stands on the screen', async () => {
    const row = fc
      .string({ maxLength: COLUMNS, unit: fc.constantFrom('a', 'b', ' ', '■') })
      .map((text) => `|${text.slice(1)}`.trimEnd());
    const frame = fc.array(row, { minLength: 1, maxLength: ROWS });
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 1, maxLength: 6 }), async (frames) => {
        const { log, screen } = createTerminal();
        for (const rows of frames) log(rows.join('\n'));
        const last = frames.at(-1) ?? [];
        const shown = await screen();
        // A frame of fewer rows than the one before stands where that one began.
        const height = Math.max(...frames.map((rows) => rows.length));
        expect(shown.slice(0, height).join('\n').trimEnd()).toBe(last.join('\n').trimEnd());
      }),
      { numRuns: 300 },
    );
  });

  test('after any frames of styled rows, whose stretches are known, the last one stands on the screen', async () => {
    const stretch = fc.tuple(
      fc.constantFrom('ab', 'b', '          ', '■■■■■■■■', 'aaaaaaaaa'),
      fc.constantFrom(31, 32, 44, 7, 0),
    );
    const row = fc.array(stretch, { maxLength: 5 }).map((stretches) => {
      let left = COLUMNS;
      return `${stretches
        .map(([text, code]) => {
          const cut = text.slice(0, left);
          left -= cut.length;
          return `\x1b[${code}m${cut}\x1b[0m`;
        })
        .join('')}${'.'.repeat(left)}`;
    });
    const frame = fc.array(row, { minLength: ROWS, maxLength: ROWS }).map((rows) => rows.join('\n'));
    await fc.assert(
      fc.asyncProperty(fc.array(frame, { minLength: 2, maxLength: 5 }), async (frames) => {
        const changed = createTerminal();
        const whole = createTerminal();
        for (const text of frames) {
          const lines = simpleLines(text) ?? [];
          const known = lines.map((line) => line.encoded).join('\n');
          simpleLines(known);
          changed.log(known);
        }
        whole.log(frames.at(-1) ?? '');
        expect(await changed.cells()).toEqual(await whole.cells());
      }),
      { numRuns: 300 },
    );
  });

  test('writes of a row only what differs', () => {
    const { log, taken } = createTerminal();
    const frameOf = (value: string) => {
      const text = `\x1b[31m---------\x1b[39m${value}`;
      simpleLines(text);
      return text;
    };
    log(frameOf('1'));
    taken();
    log(frameOf('2'));
    expect(taken()).toBe('\x1b[?2026h\r\x1b[9C2\r\x1b[?2026l');
  });
});
