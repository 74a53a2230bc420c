import { Readable, Writable } from 'node:stream';
import { createDisplay, type Display } from './display.ts';
import { type Key, sequenceOf } from './keys.ts';

/** A terminal that a test looks at: a screen of cells behind a stream that takes itself for a TTY, and a keyboard. */
export interface FakeTerminal extends Pick<Display, 'rows' | 'text' | 'signs' | 'waitFor'> {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Everything that was written, as it came. */
  readonly written: () => string;
  press(...keys: readonly Key[]): void;
  resize(columns: number, rows: number): void;
  readonly alternate: boolean;
  readonly cursorShown: boolean;
  readonly raw: boolean;
}

export function createTerminal(columns: number, rows: number): FakeTerminal {
  const display = createDisplay(columns, rows, { convertEol: true });
  let written = '';
  const stdout = Object.assign(
    new Writable({
      decodeStrings: false,
      write(chunk: string, _encoding, done) {
        written += chunk;
        display.write(chunk);
        done();
      },
    }),
    { isTTY: true, columns, rows },
  );
  const stdin = Object.assign(new Readable({ encoding: 'utf8', read() {} }), {
    isTTY: true,
    isRaw: false,
    setRawMode(raw: boolean) {
      stdin.isRaw = raw;
      return stdin;
    },
    ref: () => stdin,
    unref: () => stdin,
  });

  return {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    written: () => written,
    rows: display.rows,
    text: display.text,
    signs: display.signs,
    waitFor: display.waitFor,
    press(...keys) {
      for (const key of keys) stdin.push(sequenceOf(key));
    },
    resize(nextColumns, nextRows) {
      display.resize(nextColumns, nextRows);
      Object.assign(stdout, { columns: nextColumns, rows: nextRows });
      stdout.emit('resize');
    },
    get alternate() {
      return display.alternate;
    },
    get cursorShown() {
      return display.modes().includes(25);
    },
    get raw() {
      return stdin.isRaw;
    },
  };
}
