import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment, type Variables } from './environment.ts';

/** The built program, as a user starts it. */
export const SYSMON = fileURLToPath(new URL('../../bin/sysmon.js', import.meta.url));

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
  /** null where a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Variables;
  /** Another program than sysmon. */
  readonly program?: readonly [file: string, ...args: readonly string[]];
}

/** Runs sysmon without a terminal: its output goes into pipes, its input is empty. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { cwd, env, program = ['node', SYSMON] } = options;
  const [file, ...first] = program;
  const child = spawn(file, [...first, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: cleanEnvironment(env),
    ...(cwd !== undefined && { cwd }),
  });
  const end = new Promise<Pick<Ran, 'code' | 'signal'>>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal }));
  });
  const [stdout, stderr, ended] = await Promise.all([text(child.stdout), text(child.stderr), end]);
  return { stdout, stderr, ...ended };
}

/** Runs a line of shell in which `sysmon` stands for the program. */
export function runShell(line: string, options: Omit<RunOptions, 'program'> = {}): Promise<Ran> {
  return run([], { ...options, program: ['bash', '-c', `sysmon() { node '${SYSMON}' "$@"; }; ${line}`] });
}
