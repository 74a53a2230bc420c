import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../harness/environment.ts';
import { buildFaulty } from '../harness/faulty.ts';
import { mountHung, whyNoHungMount } from '../harness/hung-mount.ts';
import { startLive } from '../harness/pty.ts';
import { run } from '../harness/run.ts';

const QUICK = ['--interval', '0.1'];
const CLEAN = { modes: [25], alternate: false, restored: true };
const WIDE = { columns: 160, rows: 48 };

/** A machine whose files a test changes while it is watched; it is read as a running one, not as a recording. */
function foreignMachine(): { readonly root: string; file(name: string): string } {
  const root = temporaryFolder();
  cpSync(fileURLToPath(new URL('../fixtures/laptop/t1', import.meta.url)), root, { recursive: true });
  return { root, file: (name) => path.join(root, name) };
}

describe('a crash inside React', () => {
  test.each([
    ['at the first picture', 0],
    ['later', 20],
  ])('%s leaves the terminal clean, with one line and code 1', async (_, after) => {
    const program = await buildFaulty(
      'src/ui/panels/memory.ts',
      `import { memoryPanel as whole } from 'whole';
       let drawn = 0;
       export const memoryPanel = {
         ...whole,
         demand(frame) {
           drawn += 1;
           if (drawn > ${after}) throw new Error('the pen broke\\nin two');
           return whole.demand(frame);
         },
       };`,
    );
    const live = startLive(QUICK, { ...WIDE, program: ['node', program] });
    expect(await live.ended).toEqual({ ...CLEAN, code: 1, left: ['sysmon: the pen broke'] });
  });

  test('a mistake in answering a key ends in the same way', async () => {
    const program = await buildFaulty(
      'src/ui/press.ts',
      `export * from 'whole';
       export function press() { throw new Error('the key broke'); }`,
    );
    const live = startLive(QUICK, { ...WIDE, program: ['node', program] });
    await live.waitFor('q quit');
    live.press('p');
    expect(await live.ended).toEqual({ ...CLEAN, code: 1, left: ['sysmon: the key broke'] });
  });
});

describe('a reader that fails once', () => {
  test('is told in its panel; the rest goes on, and so does it', async () => {
    const program = await buildFaulty(
      'src/metrics/memory/linux.ts',
      `import { readMemory as whole } from 'whole';
       export * from 'whole';
       let reads = 0;
       export const readMemory = {
         open(system) {
           const read = whole.open(system);
           return () => {
             reads += 1;
             if (reads === 5) throw new Error('the memory slipped');
             return read();
           };
         },
       };`,
    );
    const { stdout, stderr, code } = await run(['--ndjson', '-n', '6', ...QUICK], { program: ['node', program] });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const documents = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(documents.map(({ memory }) => memory !== undefined)).toEqual([true, true, true, false, true, true]);
    expect(documents[3].failed).toEqual({ memory: expect.objectContaining({ error: 'the memory slipped' }) });
    for (const { cpu } of documents) expect(cpu.usage_percent).toBeTypeOf('number');
  });
});

describe('a file that', () => {
  test('vanishes and comes back: its panel says what it lacks, the others go on', async () => {
    const { root, file } = foreignMachine();
    const live = startLive(['--root', root, ...QUICK], WIDE);
    await live.waitFor('9.58 GiB of 15.3 GiB');
    renameSync(file('proc/meminfo'), file('proc/away'));
    await live.waitFor('/proc/meminfo is missing');
    expect(live.text()).toContain('wlp0s20f3');
    renameSync(file('proc/away'), file('proc/meminfo'));
    await live.waitFor('9.58 GiB of 15.3 GiB');
    live.press('q');
    expect(await live.ended).toEqual({ ...CLEAN, code: 0, left: [] });
  });

  test('can not be read is told with its reason', async () => {
    const { root, file } = foreignMachine();
    const live = startLive(['--root', root, ...QUICK], WIDE);
    await live.waitFor('9.58 GiB of 15.3 GiB');
    rmSync(file('proc/meminfo'));
    cpSync(file('proc/self'), file('proc/meminfo'), { recursive: true });
    await live.waitFor(/memory: .*EISDIR/);
    live.press('q');
    expect(await live.ended).toEqual({ ...CLEAN, code: 0, left: [] });
  });

  test('makes no sense is told, too', async () => {
    const { root, file } = foreignMachine();
    const live = startLive(['--root', root, ...QUICK], WIDE);
    await live.waitFor('9.58 GiB of 15.3 GiB');
    for (const name of ['stat', 'meminfo', 'diskstats', 'net/dev', 'self/mountinfo', 'loadavg', 'uptime']) {
      writeFileSync(file(`proc/${name}`), '\u0000\ufffd nonsense -1 NaN\n');
    }
    await live.waitFor((text) => !text.includes('9.58 GiB'));
    await live.waitFor('q quit');
    live.press('q');
    expect(await live.ended).toEqual({ ...CLEAN, code: 0, left: [] });
  });
});

describe('a core, a disk and an interface', () => {
  test('go and come while they are watched', async () => {
    const { root, file } = foreignMachine();
    const live = startLive(['--root', root, ...QUICK], WIDE);
    await live.waitFor((text) => ['wlp0s20f3', 'nvme0n1'].every((name) => text.includes(name)));
    const names = ['proc/stat', 'proc/diskstats', 'proc/net/dev'];
    const texts = names.map((name) => readFileSync(file(name), 'utf8'));
    for (const [i, name] of names.entries()) {
      writeFileSync(file(name), (texts[i] ?? '').replace(/^(cpu11|.*\bnvme0n1|\s*wlp0s20f3:) .*\n/gm, ''));
    }
    await live.waitFor((text) => !text.includes('wlp0s20f3') && !text.includes('nvme0n1 '));
    await live.waitFor(/\b11 +(–|off)/);
    for (const [i, name] of names.entries()) writeFileSync(file(name), texts[i] ?? '');
    await live.waitFor((text) => ['wlp0s20f3', 'nvme0n1 '].every((name) => text.includes(name)));
    live.press('q');
    expect(await live.ended).toEqual({ ...CLEAN, code: 0, left: [] });
  });
});

describe('a machine with half of it missing', () => {
  test('is shown with the reasons', async () => {
    const live = startLive(['--root', 'test/fixtures/half'], WIDE);
    await live.waitFor('41.8%');
    for (const reason of ['/proc/diskstats is missing', 'does not measure pressure', 'no hwmon devices', 'no battery']) {
      expect(live.text()).toContain(reason);
    }
  });
});

const why = whyNoHungMount();

describe.skipIf(why !== undefined)(`a mount that hangs${why ? ` (not tried: ${why})` : ''}`, () => {
  test('is shown as not answering, delays nothing, and holds nobody back from quitting', async () => {
    const mount = await mountHung();
    try {
      const live = startLive(QUICK, WIDE);
      await live.waitFor(/no answer/);
      live.press('p');
      await live.waitFor('PAUSED 00:00');
      live.press('p');
      live.press('q');
      const asked = performance.now();
      expect(await live.ended).toEqual({ ...CLEAN, code: 0, left: [] });
      expect(performance.now() - asked).toBeLessThan(2000);
      const began = performance.now();
      const { stdout, code } = await run(['--json']);
      expect(code).toBe(0);
      expect(performance.now() - began).toBeLessThan(4000);
      const rows: readonly { mount_point: string }[] = JSON.parse(stdout).disk.disks;
      expect(rows.find((row) => row.mount_point === mount.mountPoint)).toMatchObject({
        silent: expect.stringMatching(/^no answer for/),
      });
    } finally {
      await mount.end();
    }
  });
});
