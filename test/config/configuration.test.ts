import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { describe, expect, it, vi } from 'vitest';
import { type Configuration, createConfiguration, openConfiguration } from '../../src/config/configuration.ts';
import type { Environment } from '../../src/config/option.ts';
import type { Values } from '../../src/config/option-list.ts';
import { UsageError } from '../../src/errors.ts';
import { writeTree } from '../harness/tree.ts';

interface Opened extends Configuration {
  readonly path: string;
  values(): Values;
}

async function open(text: string, flags: Values = {}, environment: Environment = {}): Promise<Opened> {
  const path = `${writeTree({ '/mine.yaml': text })}/mine.yaml`;
  const configuration = await openConfiguration({ flags: { ...flags, config: path }, environment }, { write: writeFile });
  return { ...configuration, path, values: () => configuration.inForce.get().values };
}

describe('a change by hand', () => {
  it('goes above flags, environment and file, and tells those who listen', async () => {
    const configuration = await open('ascii: true\n', { interval: 5 }, { NO_COLOR: '1' });
    const seen: unknown[] = [];
    configuration.inForce.subscribe(() => seen.push(configuration.values().interval));
    configuration.change({ interval: 2, color: '256', ascii: false });
    expect(configuration.values()).toMatchObject({ interval: 2, color: '256', ascii: false });
    const { origins, unsaved, settings } = configuration.inForce.get();
    expect([origins.interval, origins.color, origins.ascii]).toEqual(Array(3).fill({ from: 'session' }));
    expect(unsaved).toEqual(['interval', 'color', 'ascii']);
    expect(settings.interval).toBe(2);
    expect(seen).toEqual([2]);
  });

  it('to what would be in force anyway is none', async () => {
    const configuration = await open('interval: 2s\n', { theme: 'light' });
    configuration.change({ interval: 3, theme: 'dark' });
    configuration.change({ interval: 2, theme: 'light' });
    expect(configuration.inForce.get().unsaved).toEqual([]);
    expect(configuration.inForce.get().origins.interval).toMatchObject({ from: 'file' });
  });

  it('can go back to the default, above what the file says', async () => {
    const configuration = await open('interval: 2s\nascii: true\n');
    configuration.change({ interval: undefined, ascii: undefined });
    expect(configuration.values().interval).toBeUndefined();
    expect(configuration.values().ascii).toBe(false);
  });

  it('of the layout brings the panels of that one, and is refused where there is no such layout', async () => {
    const configuration = await open('panels: [cpu]\n');
    configuration.change({ preset: 'graphs' });
    expect(configuration.inForce.get().settings.panels).toEqual(['cpu', 'memory', 'disks', 'network']);
    expect(configuration.inForce.get().unsaved).toEqual(['panels', 'preset']);
    expect(() => configuration.change({ preset: 'grahps' })).toThrow('did you mean graphs?');
    configuration.change({ preset: 'full', panels: ['cpu'] });
    expect(configuration.inForce.get().unsaved).toEqual([]);
  });

  it('of the layout stays where the file has that layout no more, and the file is what is wrong', async () => {
    const configuration = await open('layouts:\n  mine: [cpu]\n');
    configuration.change({ preset: 'mine' });
    writeFileSync(configuration.path, '');
    await configuration.reload();
    expect(configuration.inForce.get()).toMatchObject({
      settings: { preset: 'mine' },
      trouble: expect.stringMatching(/^preset: there is no layout "mine"; /),
    });
  });

  it('is refused where a key would mean two things, and changes nothing', async () => {
    const configuration = await open('bindings:\n  alerts: f4\n');
    expect(() => configuration.change({ keys: 'htop' })).toThrow('f4 is the key of both alerts and filter');
    expect(configuration.values().keys).toBe('sysmon');
  });

  it('switches acting off for good', async () => {
    const configuration = await open('readonly: false\n');
    configuration.change({ readonly: true });
    for (const readonly of [false, undefined]) expect(() => configuration.change({ readonly })).toThrow(UsageError);
    writeFileSync(configuration.path, 'readonly: false\nascii: true\n');
    await configuration.reload();
    expect(configuration.values()).toMatchObject({ readonly: true, ascii: true });
    const another = await open('readonly: true\n');
    writeFileSync(another.path, 'ascii: true\n');
    await another.reload();
    expect(another.values()).toMatchObject({ readonly: true, ascii: true });
    expect(another.inForce.get().unsaved).toEqual([]);
  });

  it('that locks comes from the file once it is saved there', async () => {
    const configuration = await open('ascii: true\n');
    configuration.change({ readonly: true });
    await configuration.save();
    expect(configuration.inForce.get().origins.readonly).toMatchObject({ from: 'file', line: 2 });
  });

  it('waits for what it takes, and is refused where that is not to be had', async () => {
    const path = `${writeTree({ '/mine.yaml': '' })}/mine.yaml`;
    const services = {
      write: writeFile,
      check: ({ values: { theme } }: { readonly values: Values }) =>
        theme === 'auto' ? undefined : theme === 'mine' ? Promise.resolve() : Promise.reject(new UsageError(`no ${theme}`)),
    };
    const configuration = await openConfiguration({ flags: { config: path }, environment: {} }, services);
    await configuration.change({ theme: 'mine' });
    expect(configuration.inForce.get().values.theme).toBe('mine');
    await expect(configuration.change({ theme: 'other' })).rejects.toThrow('no other');
    expect(configuration.inForce.get().values.theme).toBe('mine');
  });
});

describe('changes by hand that follow each other', () => {
  const slowly = () => {
    const getReady = new Map<unknown, { resolve(): void; reject(error: Error): void }>();
    const check = ({ values: { theme } }: { readonly values: Values }) =>
      theme === 'auto' || theme === 'dark'
        ? undefined
        : new Promise<void>((resolve, reject) => getReady.set(theme, { resolve, reject }));
    const folder = writeTree({});
    const sources = { flags: { config: `${folder}/none.yaml` }, environment: {} };
    const configuration = createConfiguration(sources, { write: writeFile, check });
    return { configuration, getReady, theme: () => configuration.inForce.get().values.theme };
  };

  it('are taken in that order, though the first takes longer to get ready', async () => {
    const { configuration, getReady, theme } = slowly();
    const changes = ['slow', 'fast', 'dark'].map((name) => configuration.change({ theme: name }));
    getReady.get('fast')?.resolve();
    getReady.get('slow')?.resolve();
    await Promise.all(changes);
    expect(theme()).toBe('dark');
    configuration.change({ theme: 'auto' });
    expect(theme()).toBe('auto');
  });

  it('are taken where the one before could not be', async () => {
    const { configuration, getReady, theme } = slowly();
    const refused = expect(configuration.change({ theme: 'slow' })).rejects.toThrow('no slow');
    const taken = configuration.change({ theme: 'dark' });
    getReady.get('slow')?.reject(new UsageError('no slow'));
    await Promise.all([refused, taken]);
    expect(theme()).toBe('dark');
  });
});

describe('saving', () => {
  it('writes what was changed, and nothing else, and tells what will go first at the next start', async () => {
    const configuration = await open('# mine\ntheme: light   # at day\ninterval: 2s\n', { theme: 'light' }, { NO_COLOR: '1' });
    configuration.change({ theme: 'dark', color: '16', networkExclude: ['veth*'], interval: undefined });
    const saved = await configuration.save();
    expect(readFileSync(configuration.path, 'utf8')).toBe(
      '# mine\ntheme: dark   # at day\ncolor: "16"\nnetwork:\n  exclude: [veth*]\n',
    );
    expect(saved).toEqual({
      path: configuration.path,
      names: ['interval', 'theme', 'color', 'networkExclude'],
      remade: false,
      beatenBy: ['--theme', 'NO_COLOR'],
    });
    const { unsaved, values, origins } = configuration.inForce.get();
    expect(unsaved).toEqual([]);
    expect(values).toMatchObject({ theme: 'dark', color: '16' });
    expect(origins.networkExclude).toMatchObject({ from: 'file', line: 5 });
    expect((await configuration.save()).names).toEqual([]);
  });

  it('writes what is the default, too, where something else fits the terminal', async () => {
    const configuration = await open('', {}, { TERM: 'linux' });
    expect(configuration.values().ascii).toBe(true);
    configuration.change({ ascii: false });
    expect(configuration.inForce.get().unsaved).toEqual(['ascii']);
    await configuration.save();
    expect(readFileSync(configuration.path, 'utf8')).toBe('ascii: false\n');
    configuration.change({ ascii: undefined });
    expect(configuration.values().ascii).toBe(true);
    await configuration.save();
    expect(readFileSync(configuration.path, 'utf8')).toBe('');
    configuration.change({ ascii: undefined });
    expect(configuration.inForce.get()).toMatchObject({ unsaved: [], origins: { ascii: { from: 'default', by: 'TERM' } } });
  });

  it('leaves a file alone that was broken meanwhile', async () => {
    const configuration = await open('theme: dark\n');
    configuration.change({ ascii: true });
    writeFileSync(configuration.path, 'theme: [dark\n');
    await expect(configuration.save()).rejects.toThrow(`can't save: ${configuration.path}:`);
    expect(readFileSync(configuration.path, 'utf8')).toBe('theme: [dark\n');
    expect(configuration.inForce.get().unsaved).toEqual(['ascii']);
  });

  it('keeps what others wrote into the file meanwhile', async () => {
    const configuration = await open('theme: dark\n');
    configuration.change({ ascii: true });
    writeFileSync(configuration.path, 'theme: light # new\n');
    await configuration.save();
    expect(readFileSync(configuration.path, 'utf8')).toBe('theme: light # new\nascii: true\n');
    expect(configuration.values().theme).toBe('light');
  });
});

describe('saving where the file is gone', () => {
  it('writes it again as it was, with what was changed', async () => {
    const configuration = await open('# mine\ntheme: light # at day\nascii: true\n');
    configuration.change({ theme: 'dark' });
    rmSync(configuration.path);
    await configuration.reload();
    expect(await configuration.save()).toMatchObject({ names: ['theme'], remade: true });
    expect(readFileSync(configuration.path, 'utf8')).toBe('# mine\ntheme: dark # at day\nascii: true\n');
    expect(configuration.inForce.get().trouble).toBeUndefined();
    rmSync(configuration.path);
    expect(await configuration.save()).toMatchObject({ names: [], remade: true });
    expect(readFileSync(configuration.path, 'utf8')).toBe('# mine\ntheme: dark # at day\nascii: true\n');
  });

  it('makes none where there never was one and nothing was changed', async () => {
    const write = vi.fn(writeFile);
    const folder = writeTree({});
    const configuration = createConfiguration({ flags: { config: `${folder}/none.yaml` }, environment: {} }, { write });
    expect(await configuration.save()).toMatchObject({ names: [], remade: false });
    expect(write).not.toHaveBeenCalled();
  });
});

describe('taking back', () => {
  it('leaves what the file, the flags and the saved changes say', async () => {
    const configuration = await open('theme: light\nascii: true\n', { interval: 5 });
    configuration.change({ networkUnit: 'bits', interval: 7 });
    await configuration.save();
    configuration.change({ theme: 'dark', ascii: undefined, interval: 2, preset: 'graphs' });
    expect(configuration.inForce.get().unsaved).toEqual(['interval', 'preset', 'theme', 'ascii']);
    expect(await configuration.revert()).toEqual(['interval', 'preset', 'theme', 'ascii']);
    expect(configuration.values()).toMatchObject({
      theme: 'light',
      ascii: true,
      interval: 5,
      networkUnit: 'bits',
      preset: 'full',
    });
    expect(configuration.inForce.get().unsaved).toEqual([]);
    expect(await configuration.revert()).toEqual([]);
  });

  it('does not unlock', async () => {
    const configuration = await open('');
    configuration.change({ readonly: true, ascii: true });
    expect(await configuration.revert()).toEqual(['ascii']);
    expect(configuration.values()).toMatchObject({ readonly: true, ascii: false });
    expect(configuration.inForce.get().unsaved).toEqual(['readonly']);
  });

  it('keeps what is changed while it gets ready', async () => {
    let go = () => {};
    const ready = new Promise<void>((resolve) => {
      go = resolve;
    });
    const checks = [undefined, ready, undefined];
    const sources = { flags: { config: '/nowhere.yaml' }, environment: {} };
    const configuration = createConfiguration(sources, { write: writeFile, check: () => checks.shift() });
    configuration.change({ ascii: true });
    const reverted = configuration.revert();
    await vi.waitFor(() => expect(checks).toHaveLength(1));
    configuration.change({ interval: 5 });
    go();
    expect(await reverted).toEqual(['ascii']);
    expect(configuration.inForce.get()).toMatchObject({ values: { ascii: false, interval: 5 }, unsaved: ['interval'] });
  });
});

describe('a file that changes', () => {
  it('is in force at once, but for what was changed by hand', async () => {
    const configuration = await open('theme: dark\ninterval: 2s\n');
    configuration.change({ interval: 5 });
    writeFileSync(configuration.path, 'theme: light\ninterval: 3s\nunits: {network: bits}\n');
    await configuration.reload();
    expect(configuration.values()).toMatchObject({ theme: 'light', interval: 5, networkUnit: 'bits' });
    expect(configuration.reloads.get()).toEqual({ outcome: 'read', changed: ['theme', 'networkUnit'] });
  });

  it('is not told where it means the same', async () => {
    const configuration = await open('theme: dark\n');
    writeFileSync(configuration.path, '# still\ntheme:   "dark"\n');
    await configuration.reload();
    expect(configuration.reloads.get()).toBeUndefined();
  });

  it.each([
    ['broken YAML', 'theme: [dark\n', /mine\.yaml:2:1: /],
    ['a value that can not be', 'ascii: true\ninterval: soon\n', /mine\.yaml:2:11: interval: "soon" is not a length of time/],
    ['a key with two meanings', 'bindings:\n  alerts: q\n', /mine\.yaml:2:3: bindings: q is the key of both/],
  ])('keeps the last good one for %s, says where it is wrong, and when it is right again', async (_, text, problem) => {
    const configuration = await open('interval: 2s\n');
    writeFileSync(configuration.path, text);
    await configuration.reload();
    expect(configuration.reloads.get()).toMatchObject({ outcome: 'broken', problem: expect.stringMatching(problem) });
    expect(configuration.inForce.get().trouble).toMatch(problem);
    expect(configuration.values()).toMatchObject({ interval: 2, ascii: false });
    configuration.change({ ascii: true });
    expect(configuration.inForce.get().trouble).toMatch(problem);
    writeFileSync(configuration.path, 'interval: 2s\n');
    await configuration.reload();
    expect(configuration.reloads.get()).toEqual({ outcome: 'read', changed: [] });
    expect(configuration.inForce.get().trouble).toBeUndefined();
  });

  it('leaves its settings when it goes', async () => {
    const configuration = await open('interval: 2s\n');
    rmSync(configuration.path);
    await configuration.reload();
    expect(configuration.reloads.get()).toEqual({ outcome: 'gone', path: configuration.path });
    expect(configuration.values().interval).toBe(2);
    writeFileSync(configuration.path, 'interval: 4s\n');
    await configuration.reload();
    expect(configuration.values().interval).toBe(4);
  });

  it('has what its settings take from other files looked at again, gone or not', async () => {
    const path = `${writeTree({ '/mine.yaml': 'theme: mine\n' })}/mine.yaml`;
    const checked: unknown[] = [];
    const check = async ({ values: { theme } }: { readonly values: Values }, anew = false) => {
      if (anew) checked.push(theme);
    };
    const configuration = await openConfiguration({ flags: { config: path }, environment: {} }, { write: writeFile, check });
    await configuration.reload();
    rmSync(path);
    await configuration.reload();
    expect(checked).toEqual(['mine', 'mine']);
    expect(configuration.inForce.get().trouble).toBe(`${path} is gone`);
  });
});
