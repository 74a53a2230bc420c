import { Readable, Writable } from 'node:stream';
import xterm, { type IBufferCell } from '@xterm/headless';

/** A terminal that a test looks at: a screen of cells behind a stream that takes itself for a TTY, and a keyboard. */
export interface FakeTerminal {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  /** Everything that was written, as it came. */
  readonly written: () => string;
  /** The screen's rows, without the blanks at their ends. */
  rows(): readonly string[];
  text(): string;
  /** A character a cell: what `sign` gives for it. A wide character's second cell is left out. */
  signs(sign: (cell: IBufferCell) => string): readonly string[];
  press(...keys: readonly (keyof typeof KEYS | string)[]): void;
  resize(columns: number, rows: number): void;
  /** Resolves as soon as the screen is so; rejects, showing the screen, when it never is. */
  waitFor(wanted: string | RegExp | ((text: string) => boolean)): Promise<string>;
  readonly alternate: boolean;
  readonly cursorShown: boolean;
  readonly raw: boolean;
}

const KEYS = {
  Enter: '\r',
  Tab: '\t',
  'Shift+Tab': '\u001b[Z',
  Esc: '\u001b',
  F1: '\u001bOP',
  Up: '\u001b[A',
  Down: '\u001b[B',
  PgUp: '\u001b[5~',
  PgDn: '\u001b[6~',
  Home: '\u001b[H',
  End: '\u001b[F',
  'Ctrl+C': '\u0003',
  'Ctrl+L': '\u000c',
  'Ctrl+Z': '\u001a',
} as const;

/** Milliseconds after which what was waited for will not come. */
const PATIENCE = 8000;

export function createTerminal(columns: number, rows: number): FakeTerminal {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, convertEol: true, scrollback: 200 });
  const listeners = new Set<() => void>();
  let written = '';
  let cursorShown = true;
  for (const final of ['h', 'l']) {
    terminal.parser.registerCsiHandler({ prefix: '?', final }, (modes) => {
      if (modes.includes(25)) cursorShown = final === 'h';
      return false;
    });
  }

  const stdout = Object.assign(
    new Writable({
      decodeStrings: false,
      write(chunk: string, _encoding, done) {
        written += chunk;
        terminal.write(chunk, () => {
          for (const listener of [...listeners]) listener();
        });
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

  const line = (row: number) => terminal.buffer.active.getLine(terminal.buffer.active.baseY + row);
  const readRows = () => Array.from({ length: terminal.rows }, (_, row) => line(row)?.translateToString(true) ?? '');

  return {
    stdin: stdin as unknown as NodeJS.ReadStream,
    stdout: stdout as unknown as NodeJS.WriteStream,
    written: () => written,
    rows: readRows,
    text: () => readRows().join('\n'),
    signs: (sign) =>
      Array.from({ length: terminal.rows }, (_, row) => {
        const cells = Array.from({ length: terminal.cols }, (_, column) => line(row)?.getCell(column));
        return cells.map((cell) => (cell === undefined || cell.getWidth() === 0 ? '' : sign(cell))).join('');
      }),
    press(...keys) {
      for (const key of keys) stdin.push(KEYS[key as keyof typeof KEYS] ?? key);
    },
    resize(nextColumns, nextRows) {
      terminal.resize(nextColumns, nextRows);
      Object.assign(stdout, { columns: nextColumns, rows: nextRows });
      stdout.emit('resize');
    },
    waitFor(wanted) {
      const holds = (text: string) => {
        if (typeof wanted === 'string') return text.includes(wanted);
        return wanted instanceof RegExp ? wanted.test(text) : wanted(text);
      };
      return new Promise((resolve, reject) => {
        const check = () => {
          const text = readRows().join('\n');
          if (!holds(text)) return;
          finish();
          resolve(text);
        };
        const limit = setTimeout(() => {
          finish();
          reject(new Error(`the screen never showed ${wanted}:\n${readRows().join('\n')}`));
        }, PATIENCE);
        const finish = () => {
          clearTimeout(limit);
          listeners.delete(check);
        };
        listeners.add(check);
        check();
      });
    },
    get alternate() {
      return terminal.buffer.active.type === 'alternate';
    },
    get cursorShown() {
      return cursorShown;
    },
    get raw() {
      return stdin.isRaw;
    },
  };
}
