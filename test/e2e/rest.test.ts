import { writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../harness/environment.ts';
import { type LiveProgram, openTerminal, startLive, type Terminal } from '../harness/pty.ts';
import { SYSMON } from '../harness/run.ts';

/** A recorded machine: the same values in every run. */
const SERVER = ['--interval', '0.1', '--root', 'test/fixtures/server'];
const FOCUS_IN = '\u001b[I';
const FOCUS_OUT = '\u001b[O';
const CLEAN = { modes: [25], alternate: false, restored: true };

async function open(args: readonly string[] = SERVER): Promise<LiveProgram> {
  const live = startLive(args, { columns: 120, rows: 40 });
  await live.waitFor('q quit');
  return live;
}

const reports = (terminal: Terminal) => terminal.modes().includes(1004);
/** What was switched on and off, in the order in which it was. */
const switches = (terminal: Terminal) =>
  terminal
    .written()
    .split('\u001b[?')
    .flatMap((text) => /^(?:1004|1049)[hl]/.exec(text)?.[0] ?? []);

describe('the terminal reports its focus', () => {
  test('from the first picture to the end', async () => {
    const live = await open();
    await expect.poll(() => reports(live)).toBe(true);
    live.press('q');
    expect(await live.ended).toEqual({ ...CLEAN, code: 0, left: [] });
    expect(switches(live)).toEqual(['1049h', '1004h', '1004l', '1049l']);
  });

  test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('until %s ends the program', async (name) => {
    const live = await open();
    await expect.poll(() => reports(live)).toBe(true);
    live.press(FOCUS_OUT);
    await live.waitFor('resting');
    await live.signal(name);
    expect(await live.ended).toMatchObject({ ...CLEAN, code: 128 + constants.signals[name] });
    expect(switches(live)).toEqual(['1049h', '1004h', '1004l', '1049l']);
  });

  test('until something breaks', async () => {
    const broken = 'data:text/javascript,setTimeout(() => { throw new Error("it broke"); }, 2000)';
    const live = startLive(SERVER, { program: ['node', '--import', broken, SYSMON] });
    expect(await live.ended).toEqual({ ...CLEAN, code: 1, left: ['sysmon: it broke'] });
  });

  test('not while a shell has it after Ctrl+Z; after fg nothing rests, whatever was told before', async () => {
    const shell = openTerminal('bash', ['--norc', '--noprofile', '-i'], { env: { PS1: 'prompt> ' }, rows: 30, columns: 100 });
    await shell.waitFor('prompt>');
    shell.press(`node '${SYSMON}' ${SERVER.join(' ')}`, 'Enter');
    await shell.waitFor('q quit');
    await expect.poll(() => reports(shell)).toBe(true);
    shell.press(FOCUS_OUT);
    await shell.waitFor('resting');
    shell.press('Ctrl+Z');
    await shell.waitFor(/Stopped[\s\S]*prompt> $/m);
    expect(shell.modes()).not.toContain(1004);
    shell.press('fg', 'Enter');
    await shell.waitFor('q quit');
    await expect.poll(() => reports(shell)).toBe(true);
    expect(shell.text()).not.toContain('resting');
    shell.press('q');
    await shell.waitFor(() => !shell.alternate);
    expect(shell.modes()).not.toContain(1004);
  });

  test('never with --no-rest, and what comes nevertheless means nothing', async () => {
    const live = await open([...SERVER, '--no-rest']);
    live.press('/', FOCUS_OUT, 'x', 'Enter');
    await live.waitFor('/ x ');
    expect(live.text()).not.toContain('resting');
    live.press('q');
    expect(await live.ended).toEqual({ ...CLEAN, code: 0, left: [] });
    expect(switches(live)).toEqual(['1049h', '1049l']);
  });

  test('not to plain lines, which are no screen', async () => {
    const live = startLive(['--ndjson', '-n', '1']);
    await live.ended;
    expect(switches(live)).toEqual([]);
  });
});

describe('while it is not focused', () => {
  test('the screen says that it rests; when it is again, or somebody types, it says so no more', async () => {
    const live = await open();
    live.press(FOCUS_OUT);
    await live.waitFor('resting, not focused: drawn every 5 s');
    live.press(FOCUS_IN);
    await live.waitFor((text) => !text.includes('resting'));
    live.press(FOCUS_OUT);
    await live.waitFor('resting');
    live.press('?');
    await live.waitFor((text) => text.includes('Quit') && !text.includes('resting'));
  });

  test('keys mean what they mean, though the beginning of a report may be one', async () => {
    const live = await open();
    live.press('/', `a${FOCUS_OUT}b`, 'c', 'Enter');
    await live.waitFor('/ abc ');
  });

  test('few pictures are drawn, and nothing is missing in the history afterwards', async () => {
    // An alert would be drawn at once.
    const config = path.join(temporaryFolder(), 'config.yaml');
    writeFileSync(config, 'thresholds: { cpu: 100%, memory: 100%, filesystem: 100%, critical: 100% }\n');
    const live = await open(['--interval', '0.1', '--config', config]);
    live.press(FOCUS_OUT);
    await live.waitFor('resting');
    const clock = () => /\d\d:\d\d:\d\d/.exec(live.rows()[0] ?? '')?.[0] ?? '';
    const first = clock();
    await live.waitFor(() => clock() !== first);
    expect((secondsOf(clock()) - secondsOf(first) + 86400) % 86400).toBeGreaterThanOrEqual(4);
    live.press(FOCUS_IN);
    await live.waitFor((text) => !text.includes('resting'));
    expect(live.text()).not.toContain('gap of');
  });
});

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60 + seconds;
}
