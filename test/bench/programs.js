import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const SYSMON = fileURLToPath(new URL('../../bin/sysmon.js', import.meta.url));

/** The command that starts the built program, by the Node that runs the bench. */
export function sysmon(...args) {
  return [process.execPath, SYSMON, ...args];
}

/** Moves the cursor of a list of processes, and what else is asked of sysmon alone. */
const CURSOR = { cursor: '\x1b[B' };
const OURS = { ...CURSOR, sort: 'm', tree: 't' };

/**
 * Programs that go on until they are stopped, each refreshing once a second in a terminal. `crowded`: it is measured among many
 * processes, too; `keys`: those whose answer is timed.
 */
export function steadyPrograms() {
  const live = sysmon('--interval', '1');
  return [
    { name: 'sysmon', ours: true, crowded: true, keys: OURS, command: live, version: tells(sysmon('--version')) },
    { name: 'btop', crowded: true, keys: CURSOR, command: ['btop', '--utf-force'], version: tells(['btop', '--version']) },
    { name: 'htop', crowded: true, keys: CURSOR, command: ['htop', '-d', '10'], version: tells(['htop', '--version']) },
    { name: 'Glances', command: ['glances', '-t', '1'], version: tells(['glances', '--version']) },
    // It has no option for its version, nor for its pace: processes every 3 s, most else every second.
    { name: 'gtop', command: ['gtop'], version: () => readPackageVersion('gtop') },
  ];
}

/** The version that a program tells of itself; undefined where it isn't installed. Throws when it is sysmon that doesn't start. */
export function versionOf({ ours, version }, env) {
  const told = version(env);
  if (told.version === undefined && ours) throw new Error(told.error);
  return told.version;
}

function tells([file, ...args]) {
  return (env) => {
    const told = spawnSync(file, args, { env, encoding: 'utf8' });
    if (told.error || told.status !== 0) return { error: told.error?.message ?? told.stderr.trim() };
    return { version: /\d+\.\d+[\w.-]*/.exec(told.stdout)?.[0] ?? 'of unknown version' };
  };
}

/** Of a package of npm's, from the folder that its program lies in. */
function readPackageVersion(name) {
  const found = (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((folder) => path.join(folder, name))
    .find(existsSync);
  if (found === undefined) return {};
  let folder = path.dirname(realpathSync(found));
  while (folder !== '/' && !existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder === '/' ? {} : { version: JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version };
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
