import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { parseMemory, readProcFile } from './process-tree.js';

/** The shell is told by the kernel (wait4) what its child cost in all, to a millisecond. */
const TIMED = `TIMEFORMAT='%R %U %S'; time "$@" >/dev/null`;
const POLL_MS = 20;

/**
 * Runs a command to its end.
 * - cpu: seconds of user and system time of the whole run, the start of Node included
 * - elapsed: seconds from start to end
 * - peak: the most bytes that were resident (VmHWM, looked at every 20 ms)
 * Throws when the command fails.
 */
export async function measureOnce(command, env) {
  const shell = spawn('bash', ['-c', TIMED, 'bash', ...command], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let peak;
  const watch = setInterval(() => {
    peak = readPeak(shell.pid) ?? peak;
  }, POLL_MS);
  try {
    const [code, told] = await Promise.all([ending(shell), text(shell.stderr)]);
    if (code !== 0) throw new Error(`${command.join(' ')} failed: ${told.trim()}`);
    const [elapsed, user, system] = told.trim().split(' ').map(Number);
    return { cpu: user + system, elapsed, peak };
  } finally {
    clearInterval(watch);
  }
}

/** Of the shell's only child; undefined when there is none, not yet or no longer. */
function readPeak(shell) {
  const child = readProcFile(shell, `task/${shell}/children`).trim();
  return parseMemory(readProcFile(child, 'status'), 'VmHWM');
}

function ending(child) {
  return new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
}
