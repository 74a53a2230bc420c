import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { followFile } from '../../src/commands/follow-file.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { temporaryFolder } from '../harness/environment.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** Follows a file; `change` does something to it and resolves when that was noticed. */
async function follow(file: string) {
  let notice = () => {};
  stops.push(followFile(file, systemClock, () => notice()));
  const noticed = () =>
    new Promise<void>((resolve) => {
      notice = resolve;
    });
  // The first look.
  await noticed();
  return async (act: () => void) => {
    const seen = noticed();
    act();
    await seen;
  };
}

describe('a file that is followed', () => {
  it('is noticed when it is written, replaced, removed and made again', async () => {
    const file = path.join(temporaryFolder(), 'config.yaml');
    writeFileSync(file, 'a');
    const change = await follow(file);
    await change(() => writeFileSync(file, 'b'));
    await change(() => {
      writeFileSync(`${file}.new`, 'c');
      renameSync(`${file}.new`, file);
    });
    await change(() => rmSync(file));
    await change(() => writeFileSync(file, 'd'));
  });

  it('is noticed when it comes with all of its folders', async () => {
    const folder = temporaryFolder();
    const file = path.join(folder, 'a', 'b', 'config.yaml');
    const change = await follow(file);
    await change(() => mkdirSync(path.join(folder, 'a')));
    await change(() => mkdirSync(path.join(folder, 'a', 'b')));
    await change(() => writeFileSync(file, 'a'));
  });

  it('is noticed when its folder takes the place of a file', async () => {
    const folder = path.join(temporaryFolder(), 'a');
    writeFileSync(folder, 'no folder');
    const file = path.join(folder, 'b', 'config.yaml');
    const change = await follow(file);
    await change(() => rmSync(folder));
    await change(() => mkdirSync(path.dirname(file), { recursive: true }));
    await change(() => writeFileSync(file, 'a'));
  });

  it('is noticed when its folder is moved away, and when another takes its place', async () => {
    const home = temporaryFolder();
    const folder = path.join(home, 'sysmon');
    const file = path.join(folder, 'config.yaml');
    mkdirSync(folder);
    writeFileSync(file, 'a');
    const change = await follow(file);
    await change(() => renameSync(folder, path.join(home, 'old')));
    mkdirSync(path.join(home, 'new'));
    writeFileSync(path.join(home, 'new', 'config.yaml'), 'b');
    await change(() => renameSync(path.join(home, 'new'), folder));
    await change(() => writeFileSync(file, 'c'));
  });

  it('is noticed behind a link', async () => {
    const [here, there] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(path.join(there, 'real.yaml'), 'a');
    symlinkSync(path.join(there, 'real.yaml'), path.join(here, 'config.yaml'));
    const change = await follow(path.join(here, 'config.yaml'));
    await change(() => writeFileSync(path.join(there, 'real.yaml'), 'b'));
  });

  it('is looked at once, when nothing has happened for a while', async () => {
    const file = path.join(temporaryFolder(), 'config.yaml');
    const waiting = new Set<{ readonly callback: () => void }>();
    let again = () => {};
    const clock = {
      ...systemClock,
      after(_: number, callback: () => void) {
        const timer = { callback };
        waiting.add(timer);
        again();
        return () => void waiting.delete(timer);
      },
    };
    let looks = 0;
    stops.push(
      followFile(file, clock, () => {
        looks += 1;
      }),
    );
    for (const text of ['a', 'b', 'c']) {
      const put = new Promise<void>((resolve) => {
        again = resolve;
      });
      writeFileSync(file, text);
      await put;
    }
    expect(waiting.size).toBe(1);
    expect(looks).toBe(0);
    for (const { callback } of waiting) callback();
    expect(looks).toBe(1);
  });
});
