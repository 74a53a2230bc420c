import { closeSync } from 'node:fs';
import { constants } from 'node:os';
import process from 'node:process';
import { isatty } from 'node:tty';
import type { Outside } from './commands/outside.ts';
import { run } from './commands/run.ts';
import { describeError, errorCode, UsageError } from './errors.ts';
import { printable } from './units/cells.ts';

/** Alone in touching the process: arguments, environment, standard streams, signals, exit code. */

const writesToTerminal = isatty(1);

let giveBack = () => {};
let ending = false;

const outside: Outside = {
  terminal: Boolean(process.stdin.isTTY && process.stdout.isTTY) && process.env.TERM !== 'dumb',
  streams: process,
  write: (text) => new Promise((resolve) => process.stdout.write(text, () => resolve())),
  stop: () => process.kill(0, 'SIGTSTP'),
  pid: process.pid,
  kill: (pid, signal) => process.kill(pid, signal),
  onTerminalTaken: (how) => {
    giveBack = how;
  },
  onContinue: (listener) => process.on('SIGCONT', listener),
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const) {
  // Ctrl+C is how a stream is meant to be ended: nothing to report.
  process.on(signal, () => end(128 + constants.signals[signal], signal === 'SIGINT' ? undefined : `stopped by ${signal}`));
}
process.stdout.on('error', (error) => {
  if (writesToTerminal && !isatty(1)) end(128 + constants.signals.SIGHUP, 'the terminal was closed');
  else if (errorCode(error) === 'EPIPE') end(128 + constants.signals.SIGPIPE, 'standard output was closed by its reader');
  else end(1, `can't write to standard output: ${describeError(error)}`);
});
process.stderr.on('error', () => {});
process.on('uncaughtException', fail);
process.on('unhandledRejection', fail);

run(process.argv.slice(2), process.env, outside).then(() => end(0), fail);

function fail(error: unknown): void {
  if (error instanceof UsageError) end(2, error.message);
  else end(1, describeError(error));
}

/** The one way out: the terminal first, then the word, then the code. */
function end(code: number, word?: string): void {
  if (ending) return;
  ending = true;
  giveBack();
  const lines = word?.split('\n').map((line) => `sysmon: ${printable(line)}\n`) ?? [];
  if (lines.length === 0) exit(code);
  else process.stderr.write(lines.join(''), () => exit(code));
}

/**
 * Node puts every terminal that it was started with back in order, and aborts where one has been taken away since, unless it is closed.
 * It may have been taken away before this file was loaded, so all that isn't one now is closed.
 */
function exit(code: number): void {
  for (const stream of [0, 1, 2]) if (!isatty(stream)) closeSync(stream);
  process.exit(code);
}
