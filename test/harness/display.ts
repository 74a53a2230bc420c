import xterm, { type IBufferCell } from '@xterm/headless';

/** What a terminal shows of all that was written to it, and the modes that were set in it. */
export interface Display {
  /** Takes output as it comes. */
  write(output: string): void;
  resize(columns: number, rows: number): void;
  /** The screen's rows, without the blanks at their ends. */
  rows(): readonly string[];
  text(): string;
  /** A character a cell: what `sign` gives for it. A wide character's second cell is left out. */
  signs(sign: (cell: IBufferCell) => string): readonly string[];
  /** Resolves as soon as the screen is so; rejects, showing the screen, when it never is. */
  waitFor(wanted: string | RegExp | ((text: string) => boolean)): Promise<string>;
  readonly alternate: boolean;
  /** Private modes (DECSET) that were set and not reset, sorted: 25 is a shown cursor, 1049 the alternate screen. */
  modes(): readonly number[];
  /** Calls back with the text of each OSC sequence of this number. */
  onMessage(number: number, listener: (text: string) => void): void;
  /** Calls back with what the terminal answers to the questions of programs. */
  onAnswer(listener: (text: string) => void): void;
}

/** Milliseconds after which what was waited for will not come. */
const PATIENCE = 20_000;

/** @param convertEol whether a line feed goes to the line's beginning, too, which a real terminal's driver sees to. */
export function createDisplay(columns: number, rows: number, { convertEol = false } = {}): Display {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 200, convertEol });
  const listeners = new Set<() => void>();
  const modes = new Set([25]);
  for (const final of ['h', 'l']) {
    terminal.parser.registerCsiHandler({ prefix: '?', final }, (numbers) => {
      for (const mode of numbers.flat()) {
        if (final === 'h') modes.add(mode);
        else modes.delete(mode);
      }
      return false;
    });
  }
  const line = (row: number) => terminal.buffer.active.getLine(terminal.buffer.active.baseY + row);
  const readRows = () =>
    Array.from({ length: terminal.rows }, (_, row) => line(row)?.translateToString(true, 0, terminal.cols) ?? '');
  const readText = () => readRows().join('\n');

  return {
    write: (output) =>
      terminal.write(output, () => {
        // In the midst of a synchronized update (2026) a terminal shows nothing new, either.
        if (!modes.has(2026)) for (const listener of [...listeners]) listener();
      }),
    resize: (nextColumns, nextRows) => terminal.resize(nextColumns, nextRows),
    rows: readRows,
    text: readText,
    signs: (sign) =>
      Array.from({ length: terminal.rows }, (_, row) => {
        const cells = Array.from({ length: terminal.cols }, (_, column) => line(row)?.getCell(column));
        return cells.map((cell) => (cell === undefined || cell.getWidth() === 0 ? '' : sign(cell))).join('');
      }),
    waitFor(wanted) {
      const holds = (text: string) => {
        if (typeof wanted === 'string') return text.includes(wanted);
        return wanted instanceof RegExp ? wanted.test(text) : wanted(text);
      };
      return new Promise((resolve, reject) => {
        const check = () => {
          const text = readText();
          if (!holds(text)) return;
          finish();
          resolve(text);
        };
        const limit = setTimeout(() => {
          finish();
          reject(new Error(`the screen never showed ${wanted}:\n${readText()}`));
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
    modes: () => [...modes].sort((a, b) => a - b),
    onMessage: (number, listener) => {
      terminal.parser.registerOscHandler(number, (text) => {
        listener(text);
        return true;
      });
    },
    onAnswer: (listener) => {
      terminal.onData(listener);
    },
  };
}
