import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { cellOf, click, wheelDown, wheelUp } from '../harness/clicks.ts';
import { type LiveProgram, startLive } from '../harness/pty.ts';

const SERVER = ['--interval', '0.1', '--root', 'test/fixtures/server'];
/** Somewhere in the panels above a dialog. */
const BESIDE = [3, 3] as const;

async function open(args: readonly string[] = SERVER): Promise<LiveProgram> {
  const live = startLive(args, { columns: 110, rows: 32 });
  await live.waitFor('q quit');
  return live;
}

function clickOn(live: LiveProgram, text: string, dx = 0): void {
  const [x, y] = cellOf(live.rows(), text);
  live.press(click(x + dx, y));
}

test('settings: a click chooses a row, then changes it on and back; the wheel goes on; beside it closes', async () => {
  const live = await open();
  live.press('o');
  await live.waitFor('▸ interval');
  clickOn(live, 'theme  ');
  await live.waitFor(/▸ theme +‹auto›/);
  clickOn(live, 'auto›');
  await live.waitFor(/▸ theme +‹(?!auto)/);
  clickOn(live, '‹');
  await live.waitFor(/▸ theme +‹auto›/);
  // What is written is typed, and a click elsewhere takes nothing of it.
  clickOn(live, 'panels  ');
  await live.waitFor('▸ panels');
  clickOn(live, 'panels  ');
  await live.waitFor('Enter take');
  live.press('9', click(...BESIDE));
  live.press(click(...cellOf(live.rows(), 'theme  ')), 'Esc');
  await live.waitFor('Enter type');
  expect(live.text()).toMatch(/▸ panels +those of the layout /);
  live.press(wheelDown(...cellOf(live.rows(), '▸ panels')));
  await live.waitFor('▸ preset');
  live.press(wheelUp(...cellOf(live.rows(), '▸ preset')));
  await live.waitFor('▸ panels');
  clickOn(live, 'Enter type');
  await live.waitFor('Enter take');
  clickOn(live, 'Esc leave');
  await live.waitFor('Enter type');
  live.press(click(...BESIDE));
  await live.waitFor((text) => !text.includes('settings ─'));
});

test('columns: a click shows and hides one, and a click beside keeps what is seen', async () => {
  const live = await open();
  live.press('C');
  await live.waitFor('[ ] ppid');
  clickOn(live, '[ ] ppid');
  await live.waitFor(/\[x\] ppid[\s\S]*/);
  await live.waitFor(/ PPID /);
  clickOn(live, '[x] user');
  await live.waitFor((text) => !/ USER /.test(text));
  live.press(click(...BESIDE));
  await live.waitFor((text) => !text.includes('columns ─'));
  expect(live.text()).toMatch(/ PPID /);
});

test('signals: a click chooses one and sends nothing; nor does a click beside, which leaves the question open', async () => {
  const child = spawn('sleep', ['1000'], { stdio: 'ignore' });
  let ended: NodeJS.Signals | null | undefined;
  child.on('exit', (_, signal) => {
    ended = signal;
  });
  try {
    const live = await open(['--interval', '0.2']);
    live.press(`/pid=${child.pid}`, 'Enter', 'Down');
    await live.waitFor(new RegExp(`${child.pid} .*▸`));
    live.press('k');
    await live.waitFor(/▸ TERM/);
    clickOn(live, 'KILL  ');
    await live.waitFor(/▸ KILL/);
    clickOn(live, '▸ KILL');
    clickOn(live, '▸ KILL');
    live.press(click(...BESIDE), click(BESIDE[0], 31));
    live.press(wheelUp(...cellOf(live.rows(), '▸ KILL')));
    await live.waitFor((text) => text.includes('send a signal') && !text.includes('▸ KILL'));
    clickOn(live, 'HUP  ');
    await live.waitFor(/▸ HUP/);
    expect(ended).toBeUndefined();
    // What the last line says of it sends nothing, either.
    clickOn(live, 'Enter send');
    clickOn(live, 'Esc leave');
    await live.waitFor((text) => !text.includes('send a signal'));
    expect(ended).toBeUndefined();
    live.press('k');
    await live.waitFor(/▸ TERM/);
    clickOn(live, 'HUP  ');
    await live.waitFor(/▸ HUP/);
    live.press('Enter');
    await expect.poll(() => ended).toBe('SIGHUP');
    await live.waitFor((text) => !text.includes('send a signal'));
  } finally {
    child.kill('SIGKILL');
  }
});
