import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInLayouts } from '../../src/config/built-in-layouts.ts';
import { loadSettings, resolveSettings } from '../../src/config/resolve.ts';
import { UsageError } from '../../src/errors.ts';
import { keysOfPreset } from '../../src/keymap/keys-in-force.ts';
import { writeTree } from '../harness/tree.ts';

const file = {
  path: '/etc/sysmon.yaml',
  values: { interval: 3, color: '256', theme: 'light' } as const,
  lines: { interval: 2, color: 3, theme: 4 },
};

describe("a variable of another program's", () => {
  it('counts only where it says what that program heeds', () => {
    const linearOf = (text: string) => resolveSettings({ flags: {}, environment: { INK_SCREEN_READER: text } }).settings.linear;
    expect(['true', '', 'false', '1', 'yes'].map(linearOf)).toEqual([true, false, false, false, false]);
  });
});

describe('settings', () => {
  it('are the defaults where nobody says anything', () => {
    const { settings, origins } = resolveSettings({ flags: {}, environment: {} });
    expect(settings).toEqual({
      rest: true,
      platform: 'auto',
      preset: 'full',
      layouts: builtInLayouts,
      panels: ['cpu', 'memory', 'disks', 'network', 'sensors', 'processes'],
      theme: 'auto',
      color: 'auto',
      ascii: false,
      graph: 'braille',
      mouse: true,
      linear: false,
      readonly: false,
      networkUnit: 'bytes',
      temperatureUnit: 'celsius',
      filesystems: { include: [], exclude: [] },
      disks: { include: [], exclude: [] },
      interfaces: { include: [], exclude: [] },
      topProcesses: 20,
      snapshotFolder: '.',
      save: true,
      rules: settings.rules,
      keys: keysOfPreset('sysmon'),
    });
    expect(settings.rules.map(({ text }) => text)).toEqual([
      'cpu.usage > 80% for 10s',
      'cpu.usage > 95% for 10s critical',
      'memory.usage > 85% for 5s',
      'memory.usage > 95% for 5s critical',
      'filesystem.usage > 90%',
      'filesystem.usage > 95% critical',
    ]);
    expect(new Set(Object.values(origins).map(({ from }) => from))).toEqual(new Set(['default']));
  });

  it('come from the flag before the environment, from that before the file, from that before the default', () => {
    const environment = { MONITOR_INTERVAL: '4', NO_COLOR: '1' };
    const all = resolveSettings({ flags: { interval: 5 }, environment, file });
    expect(all.settings).toMatchObject({ interval: 5, color: 'none', theme: 'light', ascii: false });
    expect(all.origins).toMatchObject({
      interval: { from: 'flag', name: '--interval' },
      color: { from: 'environment', name: 'NO_COLOR' },
      theme: { from: 'file', path: '/etc/sysmon.yaml', line: 4 },
      ascii: { from: 'default' },
    });
    expect(resolveSettings({ flags: {}, environment, file }).settings.interval).toBe(4);
    expect(resolveSettings({ flags: {}, environment: {}, file }).settings.interval).toBe(3);
    expect(resolveSettings({ flags: {}, environment: {} }).settings.interval).toBeUndefined();
  });

  it('can be taken back by a flag: --no-ascii, --color beside NO_COLOR, --save beside MONITOR_NO_SAVE', () => {
    const environment = { NO_COLOR: '1', MONITOR_NO_SAVE: 'yes' };
    const inFile = { path: 'x.yaml', values: { ascii: true }, lines: { ascii: 1 } };
    expect(resolveSettings({ flags: {}, environment, file: inFile }).settings).toMatchObject({
      ascii: true,
      color: 'none',
      save: false,
    });
    const { settings, origins } = resolveSettings({
      flags: { ascii: false, color: '16', save: true },
      environment,
      file: inFile,
    });
    expect(settings).toMatchObject({ ascii: false, color: '16', save: true });
    expect(origins.ascii).toEqual({ from: 'flag', name: '--no-ascii' });
  });

  it('take an empty variable as not set', () => {
    const environment = { MONITOR_INTERVAL: '', NO_COLOR: '', MONITOR_NO_SAVE: '' };
    const { settings } = resolveSettings({ flags: {}, environment });
    expect(settings).toMatchObject({ color: 'auto', save: true });
    expect(settings.interval).toBeUndefined();
  });

  it('refuse a variable that can not be, unless a flag beats it', () => {
    const environment = { MONITOR_INTERVAL: 'soon' };
    expect(() => resolveSettings({ flags: {}, environment })).toThrow(
      new UsageError('MONITOR_INTERVAL: "soon" is not a length of time from 0.1s to 1h; write one like 2, 0.5, 500ms or 1m'),
    );
    expect(resolveSettings({ flags: { interval: 1 }, environment }).settings.interval).toBe(1);
  });

  it('put together what belongs together: thresholds with rules, filters, folders with ~ expanded', () => {
    const { settings } = resolveSettings({
      flags: { saveDir: '~/samples', root: '~', snapshotFolder: '~user/x' },
      environment: {},
      home: '/home/me',
      file: {
        path: 'x.yaml',
        lines: {},
        values: {
          cpuThreshold: 0.5,
          criticalThreshold: 0.88,
          networkExclude: ['veth*'],
          processColumns: ['pid', 'command'],
          diskInclude: ['loop0'],
          alerts: [
            { text: 'cpu.load.one > 8', metric: 'cpu.load.one', comparison: '>', threshold: 8, hold: 0, severity: 'warning' },
          ],
        },
      },
    });
    expect(settings).toMatchObject({
      saveFolder: '/home/me/samples',
      root: '/home/me',
      snapshotFolder: '~user/x',
      interfaces: { include: [], exclude: ['veth*'] },
      processColumns: ['pid', 'command'],
      disks: { include: ['loop0'], exclude: [] },
    });
    expect(settings.rules.map(({ text }) => text)).toEqual([
      'cpu.usage > 50% for 10s',
      'cpu.usage > 88% for 10s critical',
      'memory.usage > 85% for 5s',
      'memory.usage > 88% for 5s critical',
      'filesystem.usage > 90%',
      'cpu.load.one > 8',
    ]);
  });

  it('are frozen, lists and all', () => {
    const { settings } = resolveSettings({ flags: {}, environment: {} });
    const parts = [settings, settings.panels, settings.rules, settings.disks, settings.disks.exclude];
    expect(parts.map((part) => Object.isFrozen(part))).toEqual(parts.map(() => true));
  });
});

describe('the file that --config names', () => {
  it('is read', async () => {
    const root = writeTree({ '/mine.yaml': 'theme: light\n' });
    const { settings, origins } = await loadSettings({ flags: { config: `${root}/mine.yaml` }, environment: {} });
    expect(settings.theme).toBe('light');
    expect(origins.theme).toEqual({ from: 'file', path: `${root}/mine.yaml`, line: 1, place: '1:8' });
  });

  it('must be there, and be a file', async () => {
    const root = writeTree({ '/mine.yaml': '' });
    const load = (config: string) => loadSettings({ flags: { config }, environment: {} });
    await expect(load(`${root}/other.yaml`)).rejects.toThrow(
      new UsageError(`--config: ${root}/other.yaml: there is no such file`),
    );
    await expect(load(`${root}/mine.yaml/x`)).rejects.toThrow(
      new UsageError(`--config: ${root}/mine.yaml/x: there is no such file`),
    );
    await expect(load(root)).rejects.toThrow(new UsageError(`--config: ${root}: is a folder, not a file`));
  });

  it('must be text', async () => {
    const root = writeTree({ '/mine.yaml': '' });
    writeFileSync(`${root}/mine.yaml`, Buffer.from([0xff, 0xfe, 0x61, 0x00]));
    const failure = loadSettings({ flags: { config: `${root}/mine.yaml` }, environment: {} });
    await expect(failure).rejects.toThrow(new UsageError(`--config: ${root}/mine.yaml: is not text in UTF-8; save it as such`));
  });

  it('is refused with a line for each thing that is wrong', async () => {
    const root = writeTree({ '/mine.yaml': 'color: pink\nasci: true\n' });
    const failure = loadSettings({ flags: { config: `${root}/mine.yaml` }, environment: {} });
    await expect(failure).rejects.toThrow(
      new UsageError(
        `${root}/mine.yaml:1:8: color: "pink" is not known; use auto, truecolor, 256, 16 or none\n${root}/mine.yaml:2:1: there is no key asci; did you mean ascii?`,
      ),
    );
  });
});
