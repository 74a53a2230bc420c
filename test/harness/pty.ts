import { type IPty, spawn } from '@lydell/node-pty';
import { afterEach } from 'vitest';
import { createDisplay, type Display } from './display.ts';
import { cleanEnvironment, type Variables } from './environment.ts';
import { type Key, sequenceOf } from './keys.ts';
import { SYSMON } from './run.ts';

export interface PtyOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly cwd?: string;
  readonly env?: Variables;
  /** What the terminal answers when its background is asked: "rgb:ffff/ffff/ffff"; it is silent without. */
  readonly background?: string;
}

/** A program in a pseudo-terminal that a test looks at and types into. */
export interface Terminal extends Pick<Display, 'rows' | 'text' | 'waitFor' | 'modes'> {
  readonly alternate: boolean;
  /** Puts on the screen what another program might write to it. */
  scribble(output: string): void;
  /** Everything that was written, as it came. */
  readonly written: () => string;
  press(...keys: readonly Key[]): void;
  resize(columns: number, rows: number): void;
  /** Takes the terminal away, as when its window is closed. */
  hangUp(): void;
}

/** sysmon in a terminal, under a shell that waits for it. */
export interface LiveProgram extends Terminal {
  /** Resolves when the program has been started. */
  readonly pid: Promise<number>;
  signal(name: NodeJS.Signals): Promise<void>;
  /** What the shell finds when the program is gone. */
  readonly ended: Promise<Ending>;
}

export interface Ending {
  readonly code: number;
  /** The lines that are left on the terminal. */
  readonly left: readonly string[];
  /** Private modes that are set; [25] is a terminal that shows its cursor and nothing special. */
  readonly modes: readonly number[];
  readonly alternate: boolean;
  /** Whether the line discipline (echo, line editing, signals) is as it was before. */
  readonly restored: boolean;
}

/** Starts a program with a terminal of its own; it ends with the test. */
export function openTerminal(file: string, args: readonly string[], options: PtyOptions = {}) {
  const { columns: cols = 80, rows = 24, cwd, env } = options;
  const display = createDisplay(cols, rows);
  const variables = cleanEnvironment(env);
  const pty = spawn(file, [...args], {
    ...(variables.TERM !== undefined && { name: variables.TERM }),
    cols,
    rows,
    env: variables,
    ...(cwd !== undefined && { cwd }),
  });
  const opened = { gone: false, text: display.text, hangUp };
  open.add(opened);
  let written = '';
  pty.onData((data) => {
    written += data;
    display.write(data);
  });
  pty.onExit(() => {
    opened.gone = true;
    open.delete(opened);
  });
  const answer = (text: string) => {
    if (!opened.gone) pty.write(text);
  };
  display.onAnswer(answer);
  display.onMessage(11, (text) => {
    if (text === '?' && options.background !== undefined) answer(`\u001b]11;${options.background}\u001b\\`);
  });
  return {
    display,
    rows: display.rows,
    text: display.text,
    waitFor: display.waitFor,
    modes: display.modes,
    get alternate() {
      return display.alternate;
    },
    scribble: (output: string) => display.write(output),
    written: () => written,
    press: (...keys: readonly Key[]) => {
      for (const key of keys) pty.write(sequenceOf(key));
    },
    resize: (nextColumns: number, nextRows: number) => {
      display.resize(nextColumns, nextRows);
      pty.resize(nextColumns, nextRows);
    },
    hangUp,
  } satisfies Terminal & { display: Display };

  function hangUp(): void {
    // Not in its types: closes the terminal's own end, which sends SIGHUP to whoever runs in it.
    (pty as IPty & { destroy(): void }).destroy();
  }
}

/** Terminals that are still open. */
const open = new Set<{ text(): string; hangUp(): void }>();

afterEach(({ task }) => {
  for (const terminal of open) {
    if (task.result?.state === 'fail') console.error(`What the terminal showed:\n${terminal.text()}`);
    terminal.hangUp();
  }
  open.clear();
});

/**
 * Tells the process id, runs the program, tells its exit code and the line discipline before and after. Then it stays until the
 * terminal is taken away: what was written right before the end of a terminal's last process is lost when this one is busy.
 */
const SHELL = `
trap : INT QUIT TSTP
before=$(stty -g)
sh -c 'printf "\\033]7700;%s\\007" $$; exec "$@"' sh "$@"
code=$?
printf '\\033]7701;%s %s %s\\007' $code "$before" "$(stty -g)"
read -r rest
`;

/** Starts sysmon, or another program in its place, in a terminal. */
export function startLive(
  args: readonly string[],
  { program = ['node', SYSMON], ...options }: PtyOptions & { readonly program?: readonly string[] } = {},
): LiveProgram {
  const terminal = openTerminal('sh', ['-c', SHELL, 'sh', ...program, ...args], options);
  const { display } = terminal;
  const pid = new Promise<number>((resolve) => display.onMessage(7700, (text) => resolve(Number(text))));
  const ended = new Promise<Ending>((resolve) => {
    display.onMessage(7701, (text) => {
      const [code, before, after] = text.split(' ');
      resolve({
        code: Number(code),
        left: display.rows().filter((row) => row !== ''),
        modes: display.modes(),
        alternate: display.alternate,
        restored: before === after,
      });
    });
  });
  return Object.assign(terminal, {
    pid,
    ended,
    signal: async (name: NodeJS.Signals) => void process.kill(await pid, name),
  });
}
