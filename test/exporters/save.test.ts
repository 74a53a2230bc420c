import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { OperationError } from '../../src/errors.ts';
import { replaceFile, saveSnapshot, snapshotFileName } from '../../src/exporters/save.ts';

const NAME = 'metrics_20261122_140359.json';
const root = mkdtempSync(path.join(os.tmpdir(), 'sysmon-save-'));
let folder: string;
let count = 0;

beforeEach(() => {
  count += 1;
  folder = path.join(root, String(count));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function errorOf(saving: Promise<string>): Promise<string> {
  const error = await saving.then(
    (file) => new Error(`saved ${file}`),
    (reason) => reason,
  );
  expect(error).toBeInstanceOf(OperationError);
  return error.message;
}

describe('saving a snapshot', () => {
  it('makes the folder, and leaves nothing in it but the file', async () => {
    const nested = path.join(folder, 'a', 'b');
    expect(await saveSnapshot(nested, NAME, 'text\n')).toBe(path.join(nested, NAME));
    expect(readdirSync(nested)).toEqual([NAME]);
    expect(readFileSync(path.join(nested, NAME), 'utf8')).toBe('text\n');
  });

  it('never writes over a file: the second within a second gets a number', async () => {
    await saveSnapshot(folder, NAME, 'one');
    await saveSnapshot(folder, NAME, 'two');
    expect(await saveSnapshot(folder, NAME, 'three')).toBe(path.join(folder, 'metrics_20261122_140359_3.json'));
    expect(readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))).toEqual(['one', 'two', 'three']);
  });

  it('keeps all of many that are saved at once', async () => {
    const texts = Array.from({ length: 20 }, (_, i) => `text ${i}`);
    const files = await Promise.all(texts.map((text) => saveSnapshot(folder, NAME, text)));
    expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(texts);
    expect(readdirSync(folder)).toHaveLength(20);
  });

  it('replaces a file where that is asked for', async () => {
    await saveSnapshot(folder, 'demo_snapshot.json', 'old', { replace: true });
    await saveSnapshot(folder, 'demo_snapshot.json', 'new', { replace: true });
    expect(readdirSync(folder)).toEqual(['demo_snapshot.json']);
    expect(readFileSync(path.join(folder, 'demo_snapshot.json'), 'utf8')).toBe('new');
  });

  it('names files by local time', () => {
    expect(snapshotFileName(Date.UTC(2026, 10, 22, 14, 3, 59, 999))).toBe(NAME);
  });
});

describe('replacing a file', () => {
  it('keeps its rights, and goes to where a link leads', async () => {
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'real'), 'old');
    chmodSync(path.join(folder, 'real'), 0o600);
    symlinkSync('real', path.join(folder, 'link'));
    await replaceFile(path.join(folder, 'link'), 'new');
    expect(readFileSync(path.join(folder, 'real'), 'utf8')).toBe('new');
    expect(statSync(path.join(folder, 'real')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['link', 'real']);
  });

  it('refuses one that nobody may write to, even root', async () => {
    mkdirSync(folder);
    const file = path.join(folder, 'config.yaml');
    writeFileSync(file, 'old');
    chmodSync(file, 0o444);
    await expect(replaceFile(file, 'new')).rejects.toThrow(
      `can't save ${file}: the file is read-only; allow writing it, as by chmod u+w`,
    );
    expect(readFileSync(file, 'utf8')).toBe('old');
  });
});

describe('saving where that can not be', () => {
  it('says that the folder is a file', async () => {
    writeFileSync(folder, '');
    expect(await errorOf(saveSnapshot(folder, NAME, 'x'))).toBe(
      `can't save ${NAME} in ${folder}: that is, or leads through, a file; choose another folder (ENOTDIR)`,
    );
    expect(await errorOf(saveSnapshot(path.join(folder, 'a', 'b'), NAME, 'x'))).toContain('leads through, a file');
    expect(readFileSync(folder, 'utf8')).toBe('');
  });

  it.runIf(existsSync('/proc/self'))('says that nothing can be made in /proc', async () => {
    expect(await errorOf(saveSnapshot('/proc/sysmon', NAME, 'x'))).toBe(
      `can't save ${NAME} in /proc/sysmon: no folder can be made there; choose another folder (ENOENT)`,
    );
    expect(await errorOf(saveSnapshot('/proc', NAME, 'x'))).toMatch(/^can't save metrics_.* in \/proc: .*choose another folder/);
  });

  it('says that the name is too long', async () => {
    expect(await errorOf(saveSnapshot(folder, `${'a'.repeat(300)}.json`, 'x'))).toContain('the name is too long');
  });

  it('says that symbolic links go in a circle', async () => {
    symlinkSync(folder, folder);
    expect(await errorOf(saveSnapshot(path.join(folder, 'a'), NAME, 'x'))).toContain('symbolic links go in a circle');
  });

  it('leaves no temporary file where a folder has the name already', async () => {
    mkdirSync(path.join(folder, NAME), { recursive: true });
    expect(await errorOf(saveSnapshot(folder, NAME, 'x', { replace: true }))).toContain('a folder by that name is there');
    expect(readdirSync(folder)).toEqual([NAME]);
    expect(await saveSnapshot(folder, NAME, 'x')).toBe(path.join(folder, 'metrics_20261122_140359_2.json'));
  });
});

const mounted: string[] = [];
afterAll(() => {
  for (const place of mounted) {
    execFileSync('umount', [place]);
    rmSync(place, { recursive: true });
  }
});

/** A filesystem of one page of memory; undefined where mounting isn't allowed. */
function mountTiny(options: string): string | undefined {
  const place = mkdtempSync(path.join(os.tmpdir(), 'sysmon-tiny-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place], { stdio: 'ignore' });
    mounted.push(place);
    return place;
  } catch {
    rmSync(place, { recursive: true });
    return undefined;
  }
}

describe('saving on a filesystem of its own', () => {
  it('says that the disk is full, and leaves neither the file nor a part of it', async ({ skip }) => {
    const place = mountTiny('size=8k') ?? skip('mounting a tmpfs is not allowed here');
    writeFileSync(path.join(place, 'other'), 'o'.repeat(4096));
    expect(await errorOf(saveSnapshot(place, NAME, 'x'.repeat(100_000)))).toBe(
      `can't save ${NAME} in ${place}: the disk is full; free some space, or choose another folder (ENOSPC)`,
    );
    expect(readdirSync(place)).toEqual(['other']);
    await saveSnapshot(place, NAME, 'short');
    expect(await errorOf(saveSnapshot(place, NAME, 'x'.repeat(100_000), { replace: true }))).toContain('the disk is full');
    expect(readFileSync(path.join(place, NAME), 'utf8')).toBe('short');
  });

  it('says that the filesystem is read-only', async ({ skip }) => {
    const place = mountTiny('size=8k,ro') ?? skip('mounting a tmpfs is not allowed here');
    expect(await errorOf(saveSnapshot(place, NAME, 'x'))).toContain('the filesystem is read-only; choose another folder (EROFS)');
  });
});
