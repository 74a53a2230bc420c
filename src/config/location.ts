import { homedir } from 'node:os';
import { join } from 'node:path';
import envPaths from 'env-paths';

/** Where the configuration file belongs on this platform; XDG_CONFIG_HOME is honoured. */
export function configPath(): string {
  return join(envPaths('sysmon', { suffix: '' }).config, 'config.yaml');
}

/** The path with a `~` at its beginning as the home folder. */
export function expandHome(path: string, home = homedir()): string {
  return path === '~' ? home : /^~[/\\]/.test(path) ? join(home, path.slice(2)) : path;
}
