import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { dark, light } from '../../src/themes/built-in/index.ts';
import { channelsOf, type Hex } from '../../src/themes/color.ts';
import { temporaryFolder } from '../harness/environment.ts';
import { type LiveProgram, type PtyOptions, startLive } from '../harness/pty.ts';
import { run } from '../harness/run.ts';

const QUESTION = '\u001b]11;?\u0007';
const WHITE = 'rgb:ffff/ffff/ffff';
const BLACK = 'rgb:0000/0000/0000';
/** A recorded machine, so that it doesn't matter what runs here. */
const RECORDED = ['--root', fileURLToPath(new URL('../fixtures/server', import.meta.url))];
const COLORED = [...RECORDED, '--color', 'truecolor'];

async function open(args: readonly string[] = COLORED, options: PtyOptions = {}): Promise<LiveProgram> {
  const live = startLive(args, { columns: 160, rows: 48, ...options });
  await live.waitFor('q quit');
  return live;
}

/** Whether anything was ever drawn in the colour. */
function isDrawn(live: LiveProgram, color: Hex): boolean {
  return live.written().includes(`38;2;${channelsOf(color).join(';')}m`);
}

/** What keys would have done that are in an answer: 1 hides a panel, / begins a query. */
function expectNothingTyped(live: LiveProgram): void {
  expect(live.text()).toContain('1 cpu ─');
  expect(live.text()).not.toMatch(/rgb:|ffff|0000\/0000/);
}

describe("the terminal's background", () => {
  test('turns the colours to light ones where the terminal says that it is white', async () => {
    const live = await open(COLORED, { background: WHITE });
    await live.waitFor(() => isDrawn(live, light.colors.text));
    expectNothingTyped(live);
    live.press('p');
    await live.waitFor('PAUSED');
    expectNothingTyped(live);
    live.press('q');
    expect(await live.ended).toMatchObject({ code: 0, left: [], restored: true });
  });

  test('turns sixteen colours to those that can be read on white', async () => {
    const live = await open([...RECORDED, '--color', '16'], { background: WHITE });
    await live.waitFor(() => live.written().includes('\u001b[34m q '));
    expectNothingTyped(live);
  });

  test('leaves them dark where it says black', async () => {
    const live = await open(COLORED, { background: BLACK });
    live.press('p');
    await live.waitFor('PAUSED');
    expectNothingTyped(live);
    expect(isDrawn(live, dark.colors.text)).toBe(true);
    expect(isDrawn(live, light.colors.text)).toBe(false);
  });

  test('is asked once, and a terminal that is silent keeps nobody waiting', async () => {
    const live = await open();
    expect(isDrawn(live, dark.colors.text)).toBe(true);
    live.press('?');
    await live.waitFor('Draw the screen anew');
    live.press('Esc');
    await live.waitFor('2 memory ─');
    expect(live.written().split(QUESTION)).toHaveLength(2);
  });

  test('may be told late, in pieces and between keys', async () => {
    const live = await open();
    live.press('\u001b]11;rgb:ff');
    live.press('ff/ffff/ffff\u0007p');
    await live.waitFor('PAUSED');
    await live.waitFor(() => isDrawn(live, light.colors.text));
    expectNothingTyped(live);
  });

  test('is what COLORFGBG says until it is told', async () => {
    const live = await open(COLORED, { env: { COLORFGBG: '0;15' } });
    expect(isDrawn(live, light.colors.text)).toBe(true);
    expect(isDrawn(live, dark.colors.text)).toBe(false);
  });

  test.each([
    { why: 'a theme is chosen', args: [...COLORED, '--theme', 'dark'] },
    { why: 'there are no colours', args: [...RECORDED, '--color', 'none'] },
    { why: 'the Linux console would print the question', args: COLORED, env: { TERM: 'linux' } },
  ])('is not asked where $why', async ({ args, env = {} }) => {
    const live = await open(args, { background: WHITE, env });
    live.press('p');
    await live.waitFor('PAUSED');
    expect(live.written()).not.toContain(']11;');
    expect(isDrawn(live, light.colors.text)).toBe(false);
  });
});

test('a theme that is not there is refused in one line, and the terminal is left alone', async () => {
  const live = startLive(['--theme', 'drak']);
  const { code, left, alternate } = await live.ended;
  expect({ code, alternate }).toEqual({ code: 2, alternate: false });
  expect(left.join('')).toContain('sysmon: --theme: there is no theme "drak"; did you mean dark?');
  expect(live.written()).not.toContain('[?1049h');
});

test('a theme of which something is wrong is refused with file, line and column, by sysmon config, too', async () => {
  const cwd = temporaryFolder();
  writeFileSync(path.join(cwd, 'mine.yaml'), 'colors:\n  text: white\n');
  const { stdout, stderr, code } = await run(['config', '--theme', './mine.yaml'], { cwd });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^sysmon: \.\/mine\.yaml:2:9: colors\.text: "white" is not a colour; .*\n$/);
});

describe("a theme of one's own", () => {
  const PINK = '#ff66cc';
  const LIME = '#66ff33';

  test('is among the themes of the settings, and is drawn anew when its file changes', async () => {
    const home = temporaryFolder();
    const file = path.join(home, '.config', 'sysmon', 'themes', 'mine.yaml');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, `colors:\n  cpu: "${PINK}"\n`);
    const live = await open([...COLORED, '--theme', 'monochrome-light'], { env: { HOME: home } });
    live.press('o');
    await live.waitFor('▸ interval');
    while (!live.text().includes('▸ theme')) {
      const before = live.text();
      live.press('Down');
      await live.waitFor((text) => text !== before);
    }
    expect(isDrawn(live, PINK)).toBe(false);
    live.press('Right');
    await live.waitFor(/▸ theme +‹mine›/);
    await live.waitFor(() => isDrawn(live, PINK));
    writeFileSync(`${file}.new`, `colors:\n  cpu: "${LIME}"\n`);
    renameSync(`${file}.new`, file);
    await live.waitFor(() => isDrawn(live, LIME));
    writeFileSync(file, 'colors:\n  cpu: lime\n');
    await live.waitFor(`${file}:2:8: colors.cpu: "lime" is not a colour`);
    // The last good one stays, and other settings can still be changed.
    live.press('Esc');
    await live.waitFor((text) => !text.includes('▸ theme'));
    live.press('+');
    await live.waitFor('every 2s');
    writeFileSync(file, `colors:\n  cpu: "${PINK}"\n`);
    await live.waitFor('the configuration is right again');
    live.press('q');
    expect(await live.ended).toMatchObject({ code: 0, restored: true });
  });
});
