import { constants } from 'node:os';
import { describe, expect, test } from 'vitest';
import { cellOf, click, press, release, wheelDown, wheelUp } from '../harness/clicks.ts';
import { writeCrowd } from '../harness/crowd.ts';
import { type LiveProgram, openTerminal, startLive, type Terminal } from '../harness/pty.ts';
import { SYSMON } from '../harness/run.ts';

/** A recorded machine: the same processes in every run. */
const SERVER = ['--interval', '0.1', '--root', 'test/fixtures/server'];
const MODES = [1000, 1006];

async function open(args: readonly string[] = SERVER, size = { columns: 160, rows: 48 }): Promise<LiveProgram> {
  const live = startLive(args, size);
  await live.waitFor('q quit');
  return live;
}

const reports = (terminal: Terminal) => MODES.every((mode) => terminal.modes().includes(mode));
/** What was switched on and off, in the order in which it was. */
const switches = (terminal: Terminal) =>
  terminal
    .written()
    .split('\u001b[?')
    .flatMap((text) => /^(?:1000|1006|1049)[hl]/.exec(text)?.[0] ?? []);
const CLEAN = { modes: [25], alternate: false, restored: true };
const TAKEN = ['1049h', '1000h', '1006h'];
const GIVEN_BACK = ['1006l', '1000l', '1049l'];

/** Presses the left button where a text stands, and lets it go. */
function clickOn(live: Terminal, text: string): void {
  live.press(click(...cellOf(live.rows(), text)));
}

describe('the terminal reports the mouse', () => {
  test('from the first picture to the end, and no moves', async () => {
    const live = await open();
    await expect.poll(() => reports(live)).toBe(true);
    for (const other of [1002, 1003]) expect(live.modes()).not.toContain(other);
    live.press('q');
    expect(await live.ended).toEqual({ ...CLEAN, code: 0, left: [] });
    expect(switches(live)).toEqual([...TAKEN, ...GIVEN_BACK]);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)('until %s ends the program', async (name) => {
    const live = await open();
    await expect.poll(() => reports(live)).toBe(true);
    await live.signal(name);
    expect(await live.ended).toMatchObject({ ...CLEAN, code: 128 + constants.signals[name] });
    expect(switches(live)).toEqual([...TAKEN, ...GIVEN_BACK]);
  });

  test('until something breaks', async () => {
    const broken = 'data:text/javascript,setTimeout(() => { throw new Error("it broke"); }, 2000)';
    const live = startLive(SERVER, { program: ['node', '--import', broken, SYSMON] });
    await expect.poll(() => reports(live)).toBe(true);
    expect(await live.ended).toEqual({ ...CLEAN, code: 1, left: ['sysmon: it broke'] });
    expect(switches(live)).toEqual([...TAKEN, ...GIVEN_BACK]);
  });

  test('again after the screen was drawn anew, or the program stopped from elsewhere', async () => {
    const live = await open();
    await expect.poll(() => reports(live)).toBe(true);
    live.press('Ctrl+L');
    await expect.poll(() => switches(live)).toEqual([...TAKEN, '1006l', '1000l', '1049l', ...TAKEN]);
    await live.signal('SIGSTOP');
    await live.signal('SIGCONT');
    await expect.poll(() => switches(live).length).toBe(15);
    live.press('q');
    expect(await live.ended).toEqual({ ...CLEAN, code: 0, left: [] });
  });

  test('not while a shell has it after Ctrl+Z, and again after fg', async () => {
    const shell = openTerminal('bash', ['--norc', '--noprofile', '-i'], { env: { PS1: 'prompt> ' }, rows: 30, columns: 100 });
    await shell.waitFor('prompt>');
    shell.press(`node '${SYSMON}' ${SERVER.join(' ')}`, 'Enter');
    await shell.waitFor('q quit');
    await expect.poll(() => reports(shell)).toBe(true);
    shell.press('Ctrl+Z');
    await shell.waitFor(/Stopped[\s\S]*prompt> $/m);
    for (const mode of MODES) expect(shell.modes()).not.toContain(mode);
    shell.press('fg', 'Enter');
    await shell.waitFor('q quit');
    await expect.poll(() => reports(shell)).toBe(true);
    clickOn(shell, '? help');
    await shell.waitFor('Save a snapshot');
    shell.press('q');
    await shell.waitFor(() => !shell.alternate);
    for (const mode of MODES) expect(shell.modes()).not.toContain(mode);
  });

  test('never with --no-mouse', async () => {
    const live = await open([...SERVER, '--no-mouse']);
    // What comes nevertheless, from a terminal that somebody left so, means nothing.
    live.press('/', ...click(3, 3), 'x', 'Enter');
    await live.waitFor('/ x ');
    live.press('q');
    expect(await live.ended).toEqual({ ...CLEAN, code: 0, left: [] });
    expect(switches(live)).toEqual(['1049h', '1049l']);
  });
});

describe('a click', () => {
  test('on a head sorts by its column, and again reverses', async () => {
    const live = await open();
    await live.waitFor('CPU%▼');
    clickOn(live, ' PID ');
    await live.waitFor(/PID[▼▲]/);
    const before = live.text().includes('PID▼');
    clickOn(live, 'PID');
    await live.waitFor(before ? 'PID▲' : 'PID▼');
  });

  test('on a row selects its process, on the selected one opens its detail; the wheel moves the list and no selection', async () => {
    const live = await open(['--interval', '0.1', '--root', writeCrowd(300)], { columns: 100, rows: 30 });
    // The second of the two instants has the shares by which the rows are sorted.
    await live.waitFor(' 70.0 ');
    const [x, y] = cellOf(live.rows(), ' PID ');
    const pidAt = (row: number) => /^ *(\d+)/.exec(live.rows()[row]?.slice(x - 2) ?? '')?.[1];
    const [first, fourth] = [pidAt(y + 1), pidAt(y + 4)];
    live.press(click(x, y + 4));
    const mark = new RegExp(`${fourth} .*▸`);
    await live.waitFor(mark);
    live.press(wheelDown(x, y + 2));
    await live.waitFor(() => pidAt(y + 1) === fourth);
    expect(live.text()).toMatch(mark);
    live.press(wheelDown(x, y + 2));
    await live.waitFor(() => pidAt(y + 1) !== fourth);
    expect(live.text()).not.toMatch(mark);
    live.press(wheelUp(x, y + 2), wheelUp(x, y + 2));
    await live.waitFor(() => pidAt(y + 1) === first);
    expect(live.text()).toMatch(mark);
    live.press(click(x, y + 4));
    await live.waitFor(new RegExp(`╭─ ▸ .*${fourth} `));
  });

  test('on a panel focuses it, on the number in its border hides it, and on the key below shows it again', async () => {
    const live = await open();
    clickOn(live, 'used');
    await live.waitFor('▸ 2 memory');
    clickOn(live, '4 network ─');
    await live.waitFor((text) => !text.includes('4 network ─') && text.includes('(network)'));
    clickOn(live, '4 (network)');
    await live.waitFor('▸ 4 network ─');
  });

  test('on a key of the last line does what the key does; help scrolls by the wheel and goes at its border', async () => {
    const live = await open(SERVER, { columns: 100, rows: 24 });
    clickOn(live, '? help');
    await live.waitFor('Save a snapshot');
    live.press(wheelDown(10, 10));
    await live.waitFor(/4–\d+ of/);
    live.press(click(0, 10));
    await live.waitFor((text) => !text.includes('Save a snapshot'));
    clickOn(live, 'p pause');
    await live.waitFor('PAUSED');
    clickOn(live, 'p resume');
    await live.waitFor((text) => !text.includes('PAUSED'));
  });

  test('quits when the button is up again, so that no shell gets that for typed text', async () => {
    const live = await open();
    const [x, y] = cellOf(live.rows(), 'q quit');
    live.press(press(x, y), release(x + 60, y - 9));
    live.press(press(x, y), 'p');
    await live.waitFor('PAUSED');
    live.press(release(x, y));
    expect(await live.ended).toEqual({ ...CLEAN, code: 0, left: [] });
  });

  test('is no text, even where one is typed and the report is cut', async () => {
    const live = await open();
    live.press('/');
    await live.waitFor('Enter keep');
    live.press('no', `${click(20, 0)}${wheelDown(20, 0)}d`);
    await live.waitFor('/ nod ');
    live.press('\u001b[<0;2');
    live.press('1;1M', 'e');
    await live.waitFor('/ node ');
  });

  test.each([
    [40, 12],
    [60, 20],
  ])('works at %i×%i: on a key, and on a line, which shows its panel whole', async (columns, rows) => {
    const live = await open(SERVER, { columns, rows });
    clickOn(live, '? help');
    await live.waitFor('Quit');
    live.press(wheelDown(10, 5));
    await live.waitFor((text) => !text.includes('Quit'));
    clickOn(live, 'Esc back');
    await live.waitFor((text) => !text.includes('Esc'));
    clickOn(live, 'used');
    await live.waitFor('▸ 2 memory');
    clickOn(live, '2 memory');
    await live.waitFor((text) => !text.includes('2 memory'));
  });
});
