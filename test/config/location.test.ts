import { homedir } from 'node:os';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { expandHome } from '../../src/config/location.ts';
import { writeTree } from '../harness/tree.ts';

/** The place on a system with these variables; they are looked at once, when the module loads. */
async function placeOn(platform: string, environment: Readonly<Record<string, string>>): Promise<string> {
  vi.resetModules();
  for (const name of ['XDG_CONFIG_HOME', 'APPDATA']) vi.stubEnv(name, environment[name]);
  const original = process.platform;
  try {
    Object.defineProperty(process, 'platform', { value: platform });
    const { configPath } = await import('../../src/config/location.ts');
    return configPath();
  } finally {
    Object.defineProperty(process, 'platform', { value: original });
  }
}

afterEach(() => vi.unstubAllEnvs());

describe('the configuration file belongs', () => {
  it.each([
    ['linux', {}, `${homedir()}/.config/sysmon/config.yaml`],
    ['linux', { XDG_CONFIG_HOME: '/xdg' }, '/xdg/sysmon/config.yaml'],
    ['darwin', {}, `${homedir()}/Library/Preferences/sysmon/config.yaml`],
    ['win32', { APPDATA: '/Users/me/AppData/Roaming' }, '/Users/me/AppData/Roaming/sysmon/Config/config.yaml'],
  ])('on %s with %j to %s', async (platform, environment, place) => {
    expect(await placeOn(platform, environment)).toBe(place);
  });
});

describe('the file at the usual place', () => {
  async function loadFrom(folder: string) {
    vi.resetModules();
    vi.stubEnv('XDG_CONFIG_HOME', folder);
    const { loadSettings } = await import('../../src/config/resolve.ts');
    return (await loadSettings({ flags: {}, environment: {} })).settings.theme;
  }

  it.runIf(process.platform === 'linux')('is read where there is one, and may be missing', async () => {
    const root = writeTree({ '/with/sysmon/config.yaml': 'theme: light\n', '/without/x': '' });
    expect(await loadFrom(`${root}/with`)).toBe('light');
    expect(await loadFrom(`${root}/without`)).toBe('auto');
    expect(await loadFrom(`${root}/without/x`)).toBe('auto');
  });

  it.runIf(process.platform === 'linux')('is told by its name where it can not be read', async () => {
    const root = writeTree({ '/sysmon/config.yaml/x': '' });
    await expect(loadFrom(root)).rejects.toThrow(`${root}/sysmon/config.yaml: is a folder, not a file`);
  });
});

describe('~', () => {
  it.each([
    ['~', '/home/me'],
    ['~/x/y', '/home/me/x/y'],
    ['~\\x', '/home/me/x'],
    ['~you/x', '~you/x'],
    ['x/~/y', 'x/~/y'],
    ['/x', '/x'],
  ])('in %s is %s', (path, expanded) => {
    expect(expandHome(path, '/home/me')).toBe(expanded);
  });
});
