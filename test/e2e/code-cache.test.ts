import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../harness/environment.ts';
import { startLive } from '../harness/pty.ts';
import { run } from '../harness/run.ts';

const VERSION = expect.objectContaining({ code: 0, stderr: '' });

/** A folder for what can be made again, and a program that uses it. */
function openCache(more: Readonly<Record<string, string>> = {}) {
  const shared = temporaryFolder();
  const folder = path.join(shared, 'sysmon');
  const env = { XDG_CACHE_HOME: shared, NODE_DISABLE_COMPILE_CACHE: undefined, ...more };
  return {
    folder,
    env,
    start: () => run(['--version'], { env }),
    /** What is kept, and when it was written. */
    kept: () =>
      readdirSync(shared, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.code'))
        .map((name) => ({ place: path.join(shared, name), ...times(path.join(shared, name)) })),
  };
}

function times(place: string) {
  const { mtimeMs, ino, size, mode } = statSync(place);
  return { mtimeMs, ino, size, mode: mode & 0o777 };
}

describe('the code that V8 made of the program', () => {
  test('is kept for the next start, where only the user can write', async () => {
    const cache = openCache();
    expect(await cache.start()).toEqual(VERSION);
    const first = cache.kept();
    expect(first).toEqual([expect.objectContaining({ mode: 0o600, place: expect.stringMatching(/main-[^/]*\.code$/) })]);
    expect(times(cache.folder).mode).toBe(0o700);
    expect(await cache.start()).toEqual(VERSION);
    expect(cache.kept()).toEqual(first);
  });

  test('is kept anew where more of the program has run', async () => {
    const cache = openCache();
    await cache.start();
    const [before] = cache.kept();
    expect(await run(['--json', '--root', 'test/fixtures/laptop'], { env: cache.env })).toEqual(VERSION);
    const [after] = cache.kept();
    expect(after?.size).toBeGreaterThan(before?.size ?? 0);
    await cache.start();
    expect(cache.kept()).toEqual([after]);
  });

  test('is that of the screen, too, once there is one', async () => {
    const cache = openCache();
    for (const screen of ['the first', 'the second']) {
      const live = startLive([], { env: cache.env });
      await live.waitFor('q quit');
      live.press('q');
      expect(await live.ended, screen).toMatchObject({ code: 0, restored: true });
      expect(cache.kept().map(({ place }) => path.basename(place).replace(/-.*/, ''))).toEqual(['draw', 'main', 'screen']);
    }
  });

  test('is not run where it is broken, and then made again', async () => {
    const cache = openCache();
    await cache.start();
    for (const size of [0, 3, 100, 40_000]) {
      const [whole] = cache.kept();
      truncateSync(whole?.place ?? '', size);
      expect(await cache.start()).toEqual(VERSION);
      expect(cache.kept()[0]?.size).toBeGreaterThan(100_000);
    }
  });

  test('of other builds goes, and nothing else of the folder', async () => {
    const cache = openCache();
    mkdirSync(path.join(cache.folder, '0123456789abcdef'), { recursive: true, mode: 0o700 });
    writeFileSync(path.join(cache.folder, '0123456789abcdef', 'main-x.code'), 'old');
    writeFileSync(path.join(cache.folder, 'notes.txt'), 'mine');
    await cache.start();
    expect(readdirSync(cache.folder)).toEqual([expect.stringMatching(/^[0-9a-f]{16}$/), 'notes.txt']);
    expect(readdirSync(cache.folder)).not.toContain('0123456789abcdef');
  });

  test('is neither read nor written where others may write', async () => {
    const cache = openCache();
    await cache.start();
    const [kept] = cache.kept();
    chmodSync(kept?.place ?? '', 0o666);
    writeFileSync(kept?.place ?? '', Buffer.alloc(8, 1));
    expect(await cache.start()).toEqual(VERSION);
    chmodSync(cache.folder, 0o777);
    const before = cache.kept();
    writeFileSync(before[0]?.place ?? '', 'whatever somebody else wrote');
    expect(await cache.start()).toEqual(VERSION);
    expect(readFileSync(before[0]?.place ?? '', 'utf8')).toBe('whatever somebody else wrote');
  });

  test('is not kept where NODE_DISABLE_COMPILE_CACHE says so, and not missed where it can’t be', async () => {
    const off = openCache({ NODE_DISABLE_COMPILE_CACHE: '1' });
    expect(await off.start()).toEqual(VERSION);
    expect(off.kept()).toEqual([]);
    expect(await openCache({ XDG_CACHE_HOME: '/proc/nowhere' }).start()).toEqual(VERSION);
    expect(await openCache({ XDG_CACHE_HOME: '/dev/null/file' }).start()).toEqual(VERSION);
  });
});
