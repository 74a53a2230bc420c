import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../harness/environment.ts';
import { scriptsIn } from '../harness/loaded.ts';
import { openTerminal, startLive } from '../harness/pty.ts';
import { run, runShell, SYSMON } from '../harness/run.ts';

const LAPTOP = ['--root', 'test/fixtures/laptop'];
const CLEAN = { modes: [25], alternate: false, restored: true };

/** What a terminal is told beyond text, but for where pastes begin and end. */
function controls(written: string): readonly string[] {
  const told = written.split('\u001b[?2004h').pop() ?? '';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what is looked for.
  return told.match(/\u001b(?!\[\?2004l|\]77)[^\u0007]{0,8}/g) ?? [];
}

describe('--linear in a terminal', () => {
  test('tells a summary in plain lines, answers to keys, and gives the terminal back', async () => {
    const live = startLive(['--linear', ...LAPTOP], { columns: 200, rows: 60 });
    await live.waitFor('q quits.');
    expect(live.alternate).toBe(false);
    expect(live.text()).toContain('CPU 21%, 12 cores');
    live.press('2');
    await live.waitFor('available.');
    live.press('3');
    await live.waitFor('Disk ');
    live.press('4');
    await live.waitFor('receives 1.2 MiB/s');
    live.press('5');
    await live.waitFor('Battery BAT0');
    live.press('6');
    await live.waitFor('Largest:');
    live.press('k');
    await live.waitFor('not of the system that sysmon runs on.');
    live.press('/', 'firefox', 'Enter');
    await live.waitFor(/\d+ process(es)?: \d+% of one core and /);
    live.press('?');
    await live.waitFor('Not here:');
    expect(controls(live.written())).toEqual([]);
    live.press('q');
    expect(await live.ended).toMatchObject({ ...CLEAN, code: 0 });
  });

  test("is what Ink's own switch means, and the configuration file's", async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'config.yaml'), 'linear: true\n');
    for (const [args, env] of [
      [[], { INK_SCREEN_READER: 'true' }],
      [['--config', path.join(folder, 'config.yaml')], {}],
    ] as const) {
      const live = startLive([...args, ...LAPTOP], { columns: 200, env });
      await live.waitFor('q quits.');
      expect(live.alternate).toBe(false);
      live.press('Ctrl+C');
      expect(await live.ended).toMatchObject({ ...CLEAN, code: 0 });
    }
  });

  test('gives way to the screen where --no-linear asks for that', async () => {
    const live = startLive(['--no-linear', ...LAPTOP], { columns: 160, rows: 48, env: { INK_SCREEN_READER: 'true' } });
    await live.waitFor('q quit');
    expect(live.alternate).toBe(true);
    expect(live.text()).toContain('╭─');
    live.press('q');
    expect(await live.ended).toMatchObject({ ...CLEAN, code: 0 });
  });

  test('takes no paste for keys', async () => {
    const live = startLive(['--linear', ...LAPTOP], { columns: 200 });
    await live.waitFor('q quits.');
    live.press('\u001b[200~q\rp\u001b[201~');
    await live.waitFor('A paste is not taken for keys.');
    live.press('m');
    await live.waitFor('Largest:');
    live.press('q');
    expect(await live.ended).toMatchObject({ ...CLEAN, code: 0 });
  });

  test('raises the nice value of the process that is named, and tells what it is then', async () => {
    const child = spawn('sleep', ['1000'], { stdio: 'ignore' });
    try {
      const live = startLive(['--linear'], { columns: 200, rows: 40 });
      await live.waitFor('q quits.');
      live.press('[');
      await live.waitFor('Raise the nice value of which process');
      live.press(String(child.pid), 'Enter');
      await live.waitFor(`The nice value of sleep (${child.pid}) is now 1.`);
      expect(os.getPriority(child.pid)).toBe(1);
    } finally {
      child.kill('SIGKILL');
    }
  });

  test('ends by a signal with the terminal as it was', async () => {
    const live = startLive(['--linear'], { columns: 200 });
    await live.waitFor('q quits.');
    await live.signal('SIGTERM');
    expect(await live.ended).toMatchObject({ ...CLEAN, code: 143 });
  });

  test('gives the terminal back for Ctrl+Z, and reads keys again after fg', async () => {
    const shell = openTerminal('bash', ['--norc', '--noprofile', '-i'], { env: { PS1: 'prompt> ' }, rows: 50, columns: 200 });
    await shell.waitFor('prompt>');
    shell.press(`stty -a > /dev/null; node '${SYSMON}' --linear`, 'Enter');
    await shell.waitFor('q quits.');
    shell.press('Ctrl+Z');
    await shell.waitFor(/Stopped[\s\S]*prompt> $/m);
    shell.press('echo $((6 * 7)) typed', 'Enter');
    await shell.waitFor('42 typed');
    shell.press('fg', 'Enter');
    await shell.waitFor(/fg\s+node/);
    shell.press('m');
    await shell.waitFor('Largest:');
    shell.press('q');
    await shell.waitFor(/Largest:[\s\S]*prompt> $/m);
  });

  test('saves a snapshot, and says where', async () => {
    const cwd = temporaryFolder();
    const live = startLive(['--linear', '--root', path.resolve('test/fixtures/laptop')], { columns: 200, cwd });
    await live.waitFor('q quits.');
    live.press('s');
    await live.waitFor(/Saved .*\.json\./);
    expect(readdirSync(cwd)).toEqual([expect.stringMatching(/^metrics_\d{8}_\d{6}\.json$/)]);
    live.press('q');
    await live.ended;
  });
});

describe('the live view', () => {
  test('has nothing on it that blinks, not even a cursor', async () => {
    const live = startLive(LAPTOP, { columns: 160, rows: 48, env: { COLORTERM: 'truecolor' } });
    await live.waitFor('q quit');
    for (const [key, shown] of [
      ['?', 'Show or hide this help'],
      ['a', 'WARNING'],
      ['i', 'Share of time'],
      ['o', 'settings'],
    ] as const) {
      live.press(key);
      await live.waitFor(shown);
      live.press('Esc');
      await live.waitFor('q quit');
    }
    live.press('q');
    await live.ended;
    // SGR 5 and 6 blink text; modes 12 and DECSCUSR 0, 1, 3 and 5 the cursor.
    const marks = [...live.written().matchAll(SGR)].flatMap(([, codes = '']) => attributesOf(codes));
    expect(marks).toContain('1');
    expect(marks.filter((code) => code === '5' || code === '6')).toEqual([]);
    expect(live.written()).not.toMatch(BLINKING_CURSOR);
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how terminals are told.
const SGR = /\u001b\[([\d;:]*)m/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how terminals are told.
const BLINKING_CURSOR = /\u001b\[(?:\?12h|[0135]? q)/;

/** Of one sequence, without what belongs to a colour: "38;2;R;G;B", "38;5;N". */
function attributesOf(codes: string): readonly string[] {
  return codes.replace(/\b[34]8;(?:2;\d+;\d+;\d+|5;\d+);?/g, '').split(/[;:]/);
}

describe('--linear in a pipe', () => {
  test('tells the same without keys, and ends with the recording', async () => {
    const { stdout, stderr, code } = await run(['--linear', '--interval', '0.1', ...LAPTOP]);
    expect({ stderr, code }).toEqual({ stderr: '', code: 0 });
    expect(stdout.split('\n').slice(0, 2)).toEqual([
      'sysmon on laptop, up 1 day 2 hours.',
      expect.stringMatching(/^CPU 21%, 12 cores, load 1\.57; memory 9\.6 of 15 GiB, 63%; .*busiest: firefox \(4120\) 95%\.$/),
    ]);
    expect(stdout).not.toMatch(/\p{Cc}(?<!\n)|[\u2500-\u259f\u2800-\u28ff]|quits/u);
  });

  test('ends when its reader has gone', async () => {
    const { stdout, stderr } = await runShell('sysmon --linear --interval 0.1 | head -1');
    expect(stdout).toMatch(/^sysmon on .*\n$/);
    expect(stderr).toContain('standard output was closed by its reader');
  });

  test('loads neither React nor Ink', async () => {
    const coverage = path.join(temporaryFolder(), 'coverage');
    mkdirSync(coverage);
    await run(['--linear', '-n', '1'], { env: { NODE_V8_COVERAGE: coverage } });
    expect([...scriptsIn(coverage)].sort()).toEqual(['draw.cjs', 'main.cjs']);
  });

  test('stays a summary each interval where only the environment asks for screen readers', async () => {
    const { stdout } = await run(['-n', '1', ...LAPTOP], { env: { INK_SCREEN_READER: 'true' } });
    expect(stdout).toContain('Memory ');
  });
});
