import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { studio } from '../fixtures/make/studio.js';
import { temporaryFolder } from '../harness/environment.ts';
import { scriptsIn } from '../harness/loaded.ts';
import { startLive } from '../harness/pty.ts';
import { run } from '../harness/run.ts';
import { parseXml, rowsOf } from '../harness/svg.ts';
import { type Tree, writeTree } from '../harness/tree.ts';

const LAPTOP = path.resolve('test/fixtures/laptop');
const F12 = '\u001b[24~';

async function draw(...args: readonly string[]): Promise<string> {
  const { stdout, stderr, code } = await run(['--screenshot', '-', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe('--screenshot', () => {
  test.each([
    [160, 48],
    [80, 24],
    [40, 12],
  ])('at %i×%i shows what a terminal of that size shows', async (columns, rows) => {
    const args = ['--root', LAPTOP, '--interval', '0.1'];
    const live = startLive(args, { columns, rows });
    const svg = await draw(...args, '--size', `${columns}x${rows}`);
    const drawn = rowsOf(svg);
    expect(drawn).toHaveLength(rows);
    await live.waitFor((text) => text === drawn.join('\n'));
    live.press('q');
    expect(await live.ended).toMatchObject({ code: 0 });
  });

  test('writes the file, also over the one of before, and says so', async () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, 'screen.svg'), 'the one before');
    const { stdout, stderr, code } = await run(['--screenshot', 'screen.svg', '--root', LAPTOP], { cwd });
    expect({ stdout, stderr, code }).toEqual({ stdout: 'saved screen.svg\n', stderr: '', code: 0 });
    expect(readdirSync(cwd)).toEqual(['screen.svg']);
    const rows = rowsOf(readFileSync(path.join(cwd, 'screen.svg'), 'utf8'));
    expect(rows).toHaveLength(48);
    expect(rows[0]).toMatch(/^laptop /);
  });

  test('writes behind a link, which stays one', async () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, 'real.svg'), 'the one before');
    symlinkSync('real.svg', path.join(cwd, 'screen.svg'));
    expect(await run(['--screenshot', 'screen.svg', '--root', LAPTOP], { cwd })).toMatchObject({
      stdout: 'saved screen.svg\n',
      code: 0,
    });
    expect(lstatSync(path.join(cwd, 'screen.svg')).isSymbolicLink()).toBe(true);
    expect(readFileSync(path.join(cwd, 'real.svg'), 'utf8')).toMatch(/^<svg/);
  });

  test('draws the running system with its rates', async () => {
    const rows = rowsOf(await draw('--size', '100x30', '--interval', '0.1', '-n', '2'));
    expect(rows.join('\n')).toMatch(/user +[\d.]+%/);
  });

  test('draws a recording at its end, or after as many samples as are wanted', async () => {
    const root = writeTree(Object.assign({}, ...[0, 1, 2, 3].map(instantOf)));
    const at = async (...args: readonly string[]) =>
      /\d\d:\d\d:\d\d/.exec(rowsOf(await draw('--root', root, ...args))[0] ?? '')?.[0];
    expect([await at(), await at('-n', '1'), await at('-n', '2'), await at('-n', '9')]).toEqual([
      '21:54:23',
      '21:54:21',
      '21:54:22',
      '21:54:23',
    ]);
  });

  test('draws the panels, the theme and the characters that are asked for', async () => {
    const of = (...args: readonly string[]) => draw('--root', LAPTOP, '--size', '120x30', ...args);
    const [usual, light, plain, ascii, sixteen] = await Promise.all([
      of('--panels', 'cpu,memory'),
      of('--theme', 'light'),
      of('--color', 'none'),
      of('--ascii'),
      of('--color', '16'),
    ]);
    expect(rowsOf(usual).join('\n')).toMatch(/1 cpu/);
    expect(rowsOf(usual).join('\n')).toMatch(/2 memory/);
    expect(rowsOf(usual).join('\n')).not.toMatch(/[3-6] (disks|network|processes|pressure)/);
    expect(groundOf(light)).not.toBe(groundOf(usual));
    expect(colorsOf(plain).size).toBe(2);
    expect(colorsOf(sixteen).size).toBeLessThan(12);
    expect(rowsOf(ascii).join('')).toMatch(/^[\x20-\x7e]*$/);
  });

  test('stays small', async () => {
    expect((await draw('--root', 'test/fixtures/server')).length).toBeLessThan(60_000);
  });

  test('loads no React', async () => {
    const folder = temporaryFolder();
    const { code } = await run(['--screenshot', '-', '--root', LAPTOP], { env: { NODE_V8_COVERAGE: folder } });
    expect(code).toBe(0);
    const loaded = scriptsIn(folder);
    expect(loaded).toContain('draw.cjs');
    const sources = loaded.map((name) => readFileSync(path.join('dist', name), 'utf8'));
    expect(sources.filter((source) => source.includes('react.transitional.element'))).toEqual([]);
  });

  test.each([
    [['--screenshot', 'screen.png'], /--screenshot: "screen\.png" is not .*SVG; write one like screen\.svg, or - for/],
    [['--screenshot'], /--screenshot needs a value/],
    [['--screenshot', 'a.svg', '--size', '160'], /--size: "160" is not .*; write one like 160x48/],
    [['--screenshot', 'a.svg', '--size', '0x24'], /--size: "0x24" is not .*; write one like 160x48/],
    [['--screenshot', 'a.svg', '--size', '9999x24'], /--size: "9999x24" is not .*1000x500; write one like 160x48/],
    [['--size', '80x24'], /--size goes with --screenshot; leave it out/],
    [['--screenshot', 'a.svg', '--json'], /--screenshot and --json exclude each other/],
    [['demo', '--screenshot', 'a.svg'], /--screenshot goes without a command; leave out "demo"/],
  ])('%j is refused in one line', async (args, said) => {
    const cwd = temporaryFolder();
    const { stdout, stderr, code } = await run(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^sysmon: .*\n$/);
    expect(stderr).toMatch(said);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('fails in one line where the file can not be written', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'taken'), 'a file in its place');
    const { stdout, stderr, code } = await run(['--screenshot', path.join(folder, 'taken', 'a.svg'), '--root', LAPTOP]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^sysmon: can't save a\.svg in .*taken: .*leads through, a file; .*\n$/);
  });
});

describe('the key S', () => {
  test('saves what is on the screen beside the snapshots, in all colours', async () => {
    const cwd = temporaryFolder();
    const live = startLive(['--interval', '0.1', '--color', 'none', '--root', LAPTOP], { columns: 100, rows: 30, cwd });
    // The recording's end.
    await live.waitFor('full for 1 s');
    live.press('?');
    await live.waitFor('Save the screen as a picture (SVG)');
    // Blanks at the end of a row may be cells that were written, or not.
    const shown = live.rows().map((row) => row.trimEnd());
    live.press('S');
    await live.waitFor(/saved sysmon_\d{8}_\d{6}\.svg/);
    const [file = ''] = readdirSync(cwd);
    const svg = readFileSync(path.join(cwd, file), 'utf8');
    expect(rowsOf(svg)).toEqual(shown);
    expect(colorsOf(svg).size).toBeGreaterThan(5);
    live.press('q');
    expect(await live.ended).toMatchObject({ code: 0, restored: true });
  });

  test('is a letter where one types, and F12 is not', async () => {
    const cwd = temporaryFolder();
    const live = startLive(['--interval', '0.1', '--root', LAPTOP], { columns: 100, rows: 30, cwd });
    await live.waitFor('CPU%▼');
    live.press('/', 'S');
    await live.waitFor('Enter keep');
    await live.waitFor('/ S');
    live.press(F12);
    live.press('Enter');
    await live.waitFor(/saved sysmon_\d{8}_\d{6}\.svg/);
    const files = readdirSync(cwd);
    expect(files).toHaveLength(1);
    expect(rowsOf(readFileSync(path.join(cwd, files[0] ?? ''), 'utf8')).join('\n')).toContain('│ / S');
    live.press('q');
    expect(await live.ended).toMatchObject({ code: 0, restored: true });
  });

  test('tells why it can not save, and goes on', async () => {
    const folder = temporaryFolder();
    const config = path.join(folder, 'sysmon.yaml');
    writeFileSync(config, `snapshot-folder: ${folder}/taken\n`);
    writeFileSync(path.join(folder, 'taken'), 'a file in its place');
    const live = startLive(['--config', config, '--interval', '0.1'], { columns: 160, rows: 48 });
    await live.waitFor('q quit');
    live.press('S');
    await live.waitFor(/can't save sysmon_.*\.svg in .*taken: that is, or leads through, a file/);
    expect(existsSync(path.join(folder, 'taken', 'x'))).toBe(false);
    live.press('q');
    expect(await live.ended).toMatchObject({ code: 0, restored: true });
  });
});

/** The files of one instant of a recording. */
function instantOf(instant: number): Tree {
  const { files, filesystems } = studio(instant);
  const all = { ...files, 'filesystems.json': JSON.stringify(filesystems) };
  return Object.fromEntries(Object.entries(all).map(([name, text]) => [`/t${instant}/${name}`, text]));
}

function colorsOf(svg: string): ReadonlySet<string> {
  return new Set(
    parseXml(svg).flatMap(({ attributes }) =>
      [attributes.fill ?? '', attributes.stroke ?? ''].filter((color) => color.startsWith('#')),
    ),
  );
}

function groundOf(svg: string): string | undefined {
  return parseXml(svg).find(({ name }) => name === 'rect')?.attributes.fill;
}
