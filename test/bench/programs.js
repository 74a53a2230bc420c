import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SYSMON = fileURLToPath(new URL('../../bin/sysmon.js', import.meta.url));

/** The command that starts the built program, by the Node that runs the bench. */
export function sysmon(...args) {
  return [process.execPath, SYSMON, ...args];
}

/**
 * Programs that go on until they are stopped, each refreshing once a second. `screen`: it is given a terminal, else a pipe;
 * `crowded`: it is measured among many processes, too.
 */
export function steadyPrograms() {
  const [live, version] = [sysmon('--interval', '1'), sysmon('--version')];
  return [
    { name: 'sysmon', ours: true, crowded: true, screen: true, command: live, version },
    { name: 'btop', crowded: true, screen: true, command: ['btop', '--utf-force'], version: ['btop', '--version'] },
    { name: 'htop', crowded: true, screen: true, command: ['htop', '-d', '10'], version: ['htop', '--version'] },
    { name: 'glances', screen: true, command: ['glances', '-t', '1'], version: ['glances', '--version'] },
    { name: 'summaries of sysmon', ours: true, screen: false, command: live, version },
  ];
}

/** The version that a program tells of itself; undefined where it isn't installed. Throws when it is sysmon that doesn't start. */
export function versionOf({ ours, version: [file, ...args] }, env) {
  const told = spawnSync(file, args, { env, encoding: 'utf8' });
  if (!told.error && told.status === 0) return /\d+\.\d+[\w.-]*/.exec(told.stdout)?.[0] ?? 'of unknown version';
  if (ours) throw new Error(told.error?.message ?? told.stderr.trim());
  return undefined;
}

/** A new home folder, whose only settings are that btop refreshes once a second. */
export function createHome() {
  const home = mkdtempSync(path.join(os.tmpdir(), 'sysmon-bench-'));
  const folder = path.join(home, '.config', 'btop');
  mkdirSync(folder, { recursive: true });
  // btop takes the first line for its version.
  writeFileSync(path.join(folder, 'btop.conf'), '#? Config for btop\nupdate_ms=1000\n');
  return home;
}

/** A truecolor terminal in an otherwise empty environment: nothing of npm's or of a CI's. */
export function createEnvironment(home) {
  return {
    PATH: process.env.PATH,
    HOME: home,
    XDG_CONFIG_HOME: path.join(home, '.config'),
    LANG: 'C.UTF-8',
    TERM: 'xterm-256color',
    COLORTERM: 'truecolor',
  };
}
