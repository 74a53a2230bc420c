import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { type LiveProgram, startLive } from '../harness/pty.ts';

type Child = ChildProcess & { readonly pid: number };

/** The pid that was given out last; whoever may write it chooses the next one. */
const LAST_PID = '/proc/sys/kernel/ns_last_pid';

const children: Child[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function start(file: string, ...args: readonly string[]): Child {
  const child = spawn(file, args, { stdio: 'ignore' }) as Child;
  children.push(child);
  return child;
}

/** Of proc_pid_stat(5): S sleeping, T stopped. */
const stateOf = ({ pid }: Child) => /\) (\w)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1];

/** sysmon, quick, with what a query finds listed and its first row selected. */
async function find(query: string, found: number, args: readonly string[] = []): Promise<LiveProgram> {
  const live = startLive(['--interval', '0.2', ...args], { columns: 160, rows: 48 });
  await live.waitFor('q quit');
  live.press('/', query);
  await live.waitFor(`${found} of `);
  live.press('Enter');
  await live.waitFor('q quit');
  live.press('Down');
  await live.waitFor('▸');
  return live;
}

async function leave(live: LiveProgram): Promise<void> {
  live.press('q');
  expect(await live.ended).toMatchObject({ code: 0, modes: [25], alternate: false, restored: true });
}

/** Seconds that nobody else sleeps: what a query finds these children by. */
const nap = () => `${98_000 + Math.floor(Math.random() * 1_000_000)}.25`;

describe.runIf(os.platform() === 'linux')('acting on a process', () => {
  test('finds a child, freezes it, lets it go on and ends it, and tells each outcome', async () => {
    const length = nap();
    const child = start('sleep', length);
    const live = await find(length, 1);
    live.press('z');
    await live.waitFor(`Send STOP to sleep (pid ${child.pid}`);
    live.press('Enter');
    await live.waitFor(`sleep (${child.pid}) is stopped`);
    expect(stateOf(child)).toBe('T');
    live.press('k');
    await live.waitFor('It is stopped: TERM ends it, CONT lets it go on.');
    live.press('Down');
    await live.waitFor(`Send CONT to sleep (pid ${child.pid}`);
    live.press('Enter');
    await live.waitFor(`sleep (${child.pid}) runs again`);
    expect(stateOf(child)).toBe('S');
    const ended = once(child, 'exit');
    live.press('k');
    await live.waitFor(`Send TERM to sleep (pid ${child.pid}`);
    live.press('Enter');
    expect(await ended).toEqual([null, 'SIGTERM']);
    await live.waitFor(`sleep (${child.pid}) has ended`);
    await leave(live);
  });

  test('sends nothing while the terminal is too small for the prompt to be seen', async () => {
    const length = nap();
    const child = start('sleep', length);
    const live = await find(length, 1);
    live.press('k');
    await live.waitFor(`Send TERM to sleep (pid ${child.pid}`);
    live.resize(60, 6);
    await live.waitFor((text) => text.includes('cpu') && !text.includes('Send TERM'));
    live.press('Enter', 'Down');
    live.resize(160, 48);
    await live.waitFor(`Send TERM to sleep (pid ${child.pid}`);
    expect(stateOf(child)).toBe('S');
    const ended = once(child, 'exit');
    live.press('Enter');
    expect(await ended).toEqual([null, 'SIGTERM']);
    await leave(live);
  });

  test('offers KILL for what outlives TERM', async () => {
    const length = nap();
    const child = start('sh', '-c', `trap "" TERM; while :; do sleep 0.1; done # ${length}`);
    const live = await find(length, 1);
    live.press('k');
    await live.waitFor('Send TERM');
    live.press('Enter');
    await live.waitFor(`sh (${child.pid}) is still alive 5 s after TERM; k offers KILL`);
    live.press('k');
    await live.waitFor('Send KILL');
    const ended = once(child, 'exit');
    live.press('Enter');
    expect(await ended).toEqual([null, 'SIGKILL']);
    await live.waitFor(`sh (${child.pid}) has ended`);
    await leave(live);
  });

  test('takes no paste for keys: not for the one that signals, not for the one that sends', async () => {
    const length = nap();
    const child = start('sleep', length);
    const live = await find(length, 1);
    expect(live.modes()).toContain(2004);
    live.press('\u001b[200~k\r\u001b[201~');
    await live.waitFor('what is pasted is not taken for keys');
    expect(live.text()).not.toContain('Send TERM');
    live.press('k');
    await live.waitFor(`Send TERM to sleep (pid ${child.pid}`);
    // The key behind the paste is seen to have been read after it.
    live.press('\u001b[200~\r\u001b[201~', 'Down');
    await live.waitFor(`Send KILL to sleep (pid ${child.pid}`);
    live.press('Esc');
    await live.waitFor((text) => !text.includes('Send KILL'));
    live.press('/', '\u001b[200~x\ny\n\u001b[201~');
    await live.waitFor(`${length}x y`);
    expect(stateOf(child)).toBe('S');
    live.press('Esc');
    await live.waitFor((text) => !text.includes(`${length}x y`));
    await leave(live);
  });

  test('in words: asks whom, shows what is typed, says who that is, sends at y and tells what came of it', async () => {
    const child = start('sleep', nap());
    const live = startLive(['--linear', '--interval', '0.2'], { columns: 160, rows: 48 });
    await live.waitFor('q quits.');
    live.press('k', String(child.pid));
    await live.waitFor(`Escape leaves.\n${child.pid}`);
    live.press('Enter', 'Enter');
    await live.waitFor(/Send TERM to sleep \(pid [\s\S]*y sends it[\s\S]*y sends it/);
    expect(live.text()).toContain(`Send TERM to sleep (pid ${child.pid}, `);
    expect(stateOf(child)).toBe('S');
    const ended = once(child, 'exit');
    live.press('y');
    expect(await ended).toEqual([null, 'SIGTERM']);
    await live.waitFor(`sleep (${child.pid}) has ended.`);
    await leave(live);
  });

  test('hits all that are tagged', async () => {
    const length = nap();
    const both = [start('sleep', length), start('sleep', length)];
    const live = await find(length, 2);
    live.press('x', 'x', 'k');
    await live.waitFor('Send TERM to 2 processes');
    const ended = Promise.all(both.map((child) => once(child, 'exit')));
    live.press('Enter');
    await ended;
    await live.waitFor('2 ended');
    await leave(live);
  });

  test.skipIf(!isWritable(LAST_PID))('sends nothing where the pid is another process by then', async () => {
    const length = nap();
    const child = start('sleep', length);
    const live = await find(length, 1);
    live.press('p', 'k');
    await live.waitFor(`Send TERM to sleep (pid ${child.pid}`);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    const heir = await reuse(child.pid, length);
    live.press('Enter');
    await live.waitFor(`pid ${child.pid} is another process now (of the same name): nothing was sent`);
    expect(stateOf(heir)).toBe('S');
    await leave(live);
  });

  test('asks for the name of whom sysmon could not do without', async () => {
    const live = startLive(['--interval', '0.2'], { columns: 160, rows: 48 });
    const pid = await live.pid;
    await live.waitFor('q quit');
    live.press('/', `pid=${pid}`);
    await live.waitFor('1 of ');
    live.press('Enter', 'Down');
    await live.waitFor('▸');
    live.press('k');
    await live.waitFor('Send TERM');
    live.press('Enter');
    await live.waitFor('this is sysmon itself');
    live.press('systemd', 'Enter');
    await live.waitFor('that is not its name');
    live.press('Esc');
    await live.waitFor('q quit');
    await leave(live);
  });

  test('changes the nice value, and copies pid and command', async () => {
    const length = nap();
    const child = start('sleep', length);
    const live = await find(length, 1);
    live.press(']');
    await live.waitFor(/nice value of sleep|not permitted to change/);
    live.press('[', '[');
    await live.waitFor((text) => text.includes(`the nice value of sleep (${child.pid}) is now`) && os.getPriority(child.pid) > 0);
    live.press('y');
    await live.waitFor(`clipboard: pid of sleep (${child.pid})`);
    live.press('Y');
    await live.waitFor(`clipboard: command of sleep (${child.pid})`);
    const copied = live
      .written()
      .split('\u001b]52;c;')
      .slice(1)
      .map((rest) => rest.split('\u0007')[0] ?? '');
    expect(copied.map((text) => Buffer.from(text, 'base64').toString())).toEqual([String(child.pid), `sleep ${length}`]);
    await leave(live);
  });

  test('does nothing under --readonly, and says so', async () => {
    const length = nap();
    const child = start('sleep', length);
    const live = await find(length, 1, ['--readonly']);
    expect(live.text()).not.toContain('k signal');
    for (const key of ['k', 'z', ']']) {
      live.press(key);
      await live.waitFor('readonly: nothing acts on processes');
    }
    expect(stateOf(child)).toBe('S');
    await leave(live);
  });
});

/** Starts the same again and again until it has the pid: others may be quicker to take it. */
async function reuse(pid: number, length: string): Promise<Child> {
  for (let tries = 0; tries < 1000; tries += 1) {
    writeFileSync(LAST_PID, String(pid - 1));
    const child = start('sleep', length);
    if (child.pid === pid) return child;
    child.kill('SIGKILL');
    await delay(1);
  }
  throw new Error(`pid ${pid} was never given out again`);
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
