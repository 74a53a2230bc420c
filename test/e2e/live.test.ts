import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../harness/environment.ts';
import type { Key } from '../harness/keys.ts';
import { type LiveProgram, startLive } from '../harness/pty.ts';

/** Every tenth of a second, so that nobody waits long for the next sample. */
const QUICK = ['--interval', '0.1'];

async function open(args: readonly string[] = [], options: Parameters<typeof startLive>[1] = {}): Promise<LiveProgram> {
  const live = startLive([...QUICK, ...args], { columns: 160, rows: 48, ...options });
  await live.waitFor('q quit');
  return live;
}

async function expectCleanEnd(live: LiveProgram): Promise<void> {
  expect(await live.ended).toEqual({ code: 0, left: [], modes: [25], alternate: false, restored: true });
}

describe('the live view', () => {
  test('takes the whole screen, shows all panels and leaves the terminal as it was', async () => {
    const live = await open();
    expect(live.alternate).toBe(true);
    expect(live.modes()).not.toContain(25);
    const text = live.text();
    for (const title of ['1 cpu', '2 memory', '3 disks', '4 network', '5 pressure and sensors']) expect(text).toContain(title);
    expect(live.rows()).toHaveLength(48);
    live.press('q');
    await expectCleanEnd(live);
    expect(live.written().lastIndexOf('\u001b[?1049l')).toBeGreaterThan(live.written().lastIndexOf('\u001b[?1049h'));
  });

  test.each<Key>(['q', 'Ctrl+C'])('ends with %s', async (key) => {
    const live = await open();
    live.press(key);
    await expectCleanEnd(live);
  });

  test('ends after as many samples as were asked for', async () => {
    const live = startLive([...QUICK, '-n', '3']);
    await expectCleanEnd(live);
    expect(live.written()).toContain('cpu');
  });

  test('hides and shows panels with their numbers', async () => {
    const live = await open();
    for (const [key, title] of [
      ['1', '1 cpu ─'],
      ['2', '2 memory ─'],
      ['3', '3 disks ─'],
      ['4', '4 network ─'],
      ['5', '5 pressure and sensors ─'],
    ] as const) {
      await live.waitFor(title);
      live.press(key);
      await live.waitFor((text) => !text.includes(title));
      live.press(key);
      await live.waitFor(title);
    }
  });

  test('moves the focus with Tab, both ways', async () => {
    const live = await open();
    await live.waitFor('▸ 1 cpu');
    live.press('Tab');
    await live.waitFor('▸ 2 memory');
    live.press('Tab', 'Tab');
    await live.waitFor('▸ 4 network');
    live.press('Shift+Tab');
    await live.waitFor('▸ 3 disks');
  });

  test.each<Key>(['Enter', 'e'])('zooms the focused panel with %s, where its history has an axis; Esc goes back', async (key) => {
    const live = await open();
    live.press(key);
    const zoomed = await live.waitFor((text) => !text.includes('2 memory ─') && /100% *[┼┤]/.test(text));
    expect(zoomed).toMatch(/mean .*peak/);
    live.press('Esc');
    await live.waitFor('2 memory ─');
  });

  test.each<Key>(['?', 'h', 'F1'])('shows every key after %s', async (key) => {
    const live = await open();
    live.press(key);
    const help = await live.waitFor('Draw the screen anew');
    for (const word of ['q Ctrl+C', '? h F1', 'Ctrl+Z']) expect(help).toContain(word);
    live.press('PgDn');
    await live.waitFor(/^.*PgDn/m);
    live.press(key);
    await live.waitFor('2 memory ─');
    live.press(key);
    await live.waitFor('Draw the screen anew');
    live.press('Esc');
    await live.waitFor('2 memory ─');
  });

  test('lists alerts after a', async () => {
    const live = await open();
    live.press('a');
    await live.waitFor(/Firing[\s\S]*Resolved/);
    live.press('a');
    await live.waitFor('2 memory ─');
  });

  test('stands still after p under a badge that counts, and returns to now after another p', async () => {
    const live = await open();
    live.press('p');
    const held = await live.waitFor('PAUSED 00:00');
    const later = await live.waitFor('PAUSED 00:01');
    expect(body(later)).toEqual(body(held));
    live.press('p');
    const again = await live.waitFor((text) => !text.includes('PAUSED'));
    expect(body(again)).not.toEqual(body(held));
  });

  test('changes the interval with + and -', async () => {
    const live = await open();
    await live.waitFor('every 100ms');
    live.press('+');
    await live.waitFor(/every 200ms[\s\S]*sampling every 200ms/);
    live.press('+', '+', '-');
    await live.waitFor('every 0.5s');
  });

  test('hears several keys that come at once, and keys that mean nothing', async () => {
    const live = await open();
    live.press('2', 'x', '\u001b[99~', 'ä', '日', '3', 'Tab');
    await live.waitFor((text) => !text.includes('2 memory ─') && !text.includes('3 disks ─') && text.includes('▸ 4 network'));
    live.press('q');
    await expectCleanEnd(live);
  });
});

describe('saving a snapshot', () => {
  test('writes the document into the folder of the configuration and says where', async () => {
    const folder = temporaryFolder();
    const config = path.join(folder, 'sysmon.yaml');
    writeFileSync(config, `snapshot-folder: ${folder}/shots\n`);
    const live = await open(['--config', config]);
    live.press('s');
    await live.waitFor(`saved ${folder}/shots/metrics_`);
    const [file = ''] = readdirSync(path.join(folder, 'shots'));
    expect(file).toMatch(/^metrics_\d{8}_\d{6}\.json$/);
    expect(JSON.parse(readFileSync(path.join(folder, 'shots', file), 'utf8'))).toHaveProperty('memory.total_bytes');
    live.press('q');
    await expectCleanEnd(live);
  });

  test('writes into the current folder by default, and under a name of its own each time', async () => {
    const cwd = temporaryFolder();
    const live = await open([], { cwd });
    live.press('p', 's');
    await live.waitFor(/saved metrics_\d+_\d+\.json/);
    live.press('s');
    await live.waitFor(/saved metrics_\d+_\d+_2\.json/);
    expect(readdirSync(cwd)).toHaveLength(2);
  });

  test('tells that a folder can not be written and goes on', async () => {
    const folder = temporaryFolder();
    const config = path.join(folder, 'sysmon.yaml');
    writeFileSync(config, `snapshot-folder: ${folder}/taken\n`);
    writeFileSync(path.join(folder, 'taken'), 'a file in its place');
    const live = await open(['--config', config]);
    live.press('s');
    await live.waitFor(/can't save metrics_.* in .*taken: that is, or leads through, a file/);
    live.press('?');
    await live.waitFor('Draw the screen anew');
    live.press('q');
    await expectCleanEnd(live);
  });
});

describe('the size of the terminal', () => {
  test('may change a hundred times: the picture is right afterwards', async () => {
    const live = await open();
    const size = fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 80 }));
    const sizes = [...fc.sample(size, { numRuns: 96, seed: 7 }), [1, 1], [20, 5], [40, 10], [300, 80]] as const;
    for (const [columns, rows] of sizes) live.resize(columns, rows);
    live.resize(40, 10);
    await live.waitFor((text) => /^ *q quit/.test(text.split('\n').at(-1) ?? ''));
    for (const [columns, rows] of sizes) live.resize(columns, rows);
    live.resize(100, 40);
    await live.waitFor((text) => isWhole(text.split('\n')));
    live.press('q');
    await expectCleanEnd(live);
  });

  test.each([
    [1, 1],
    [12, 1],
    [20, 5],
    [29, 30],
    [160, 4],
  ])('of %i×%i leaves one line with what matters most', async (columns, rows) => {
    const live = startLive(QUICK, { columns, rows });
    await live.waitFor(columns < 9 ? /\S/ : /^c(pu )? *[\d.]+%/);
    expect(live.rows().filter((row) => row !== '')).toHaveLength(1);
    live.press('q');
    await expectCleanEnd(live);
  });

  test.each([
    [40, 10],
    [80, 24],
    [300, 80],
  ])('of %i×%i shows the header, panels and keys', async (columns, rows) => {
    const live = await open([], { columns, rows });
    const text = live.text();
    expect(live.rows()).toHaveLength(rows);
    for (const name of ['cpu', 'used', '/', '↓', '↑', 'q quit']) expect(text).toContain(name);
  });
});

describe('what the terminal can', () => {
  test('draws with colours where there are some', async () => {
    const live = await open([], { env: { COLORTERM: 'truecolor' } });
    expect(colorsIn(live.written()).some((code) => code.startsWith('38;2;'))).toBe(true);
  });

  test.each([
    { env: { NO_COLOR: '1' }, args: [] },
    { env: { NO_COLOR: '1', COLORTERM: 'truecolor', FORCE_COLOR: '3' }, args: [] },
    { env: { COLORTERM: 'truecolor' }, args: ['--color', 'none'] },
  ])('uses no colour with $env and $args', async ({ env, args }) => {
    const live = await open(args, { env });
    live.press('p');
    await live.waitFor('PAUSED');
    expect(colorsIn(live.written())).toEqual([]);
  });

  test('keeps to the colours that were asked for', async () => {
    const sixteen = await open(['--color', '16']);
    expect(colorsIn(sixteen.written())).not.toEqual([]);
    for (const code of colorsIn(sixteen.written())) expect(code).toMatch(/^([349][0-7]|10[0-7])$/);
    const many = await open(['--color', '256'], { env: { TERM: 'vt100' } });
    expect(colorsIn(many.written())).toContainEqual(expect.stringMatching(/^38;5;\d+$/));
  });

  test.each([
    { why: 'asked to', args: ['--ascii'], env: {} },
    { why: 'the console has no more', args: [], env: { TERM: 'linux' } },
    { why: 'the locale has no more', args: [], env: { LC_ALL: 'C' } },
  ])('draws with ASCII only where $why', async ({ args, env }) => {
    const live = await open(args, { env });
    live.press('e');
    await live.waitFor((text) => !text.includes('2 memory -'));
    live.press('Esc');
    await live.waitFor('2 memory -');
    live.press('?');
    await live.waitFor('Draw the screen anew');
    expect(live.written()).toMatch(/^\p{ASCII}*$/u);
  });

  test('writes plain text where it can place none', async () => {
    const live = startLive(['-n', '1'], { env: { TERM: 'dumb' } });
    const { code, left } = await live.ended;
    expect(code).toBe(0);
    expect(left.join('\n')).toMatch(/^CPU .*[\s\S]*^Memory /m);
    expect(live.written()).not.toContain('\u001b[?');
  });

  test('writes plain text where nobody can press a key', async () => {
    const live = startLive([], { program: ['sh', '-c', 'exec "$@" < /dev/null', 'sh', 'node', 'bin/sysmon.js', '-n', '1'] });
    const { code, left } = await live.ended;
    expect(code).toBe(0);
    expect(left.join('\n')).toMatch(/^CPU .*[\s\S]*^Memory /m);
  });
});

/** Everything below the header. */
function body(screen: string): readonly string[] {
  return screen.split('\n').slice(1);
}

/** Header above, keys below, and no border that is broken between. */
function isWhole(rows: readonly string[]): boolean {
  const panels = rows.slice(1, -1);
  return (
    /^ *q quit/.test(rows.at(-1) ?? '') &&
    /every 100ms/.test(rows[0] ?? '') &&
    panels.every((row) => row.length === 100 && /^[╭│╰].*[╮│┃╯]$/.test(row))
  );
}

/** The colours that were set, as the parameters of SGR: "38;5;12". */
function colorsIn(written: string): readonly string[] {
  const sequences = written.split('\u001b[').flatMap((text) => /^([\d;:]+)m/.exec(text)?.[1] ?? []);
  return [...new Set(sequences.filter((codes) => /^([349][0-8]|10[0-7])([;:]|$)/.test(codes)))];
}
