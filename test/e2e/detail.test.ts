import { spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { describe, expect, test } from 'vitest';
import { cellOf, click, wheelDown } from '../harness/clicks.ts';
import { temporaryFolder } from '../harness/environment.ts';
import { startLive } from '../harness/pty.ts';

/** Listens, and tells the port. */
const PROGRAM = `const server = require('node:net').createServer().listen(0, '127.0.0.1', () => console.log(server.address().port));`;

describe.runIf(os.platform() === 'linux')('the detail of a process', () => {
  test('shows where a child works and listens, that it has ended, and stays with it', async () => {
    const cwd = temporaryFolder();
    const child = spawn('node', ['-e', PROGRAM], { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const [output] = await once(child.stdout, 'data');
      const live = startLive(['--interval', '0.2'], { columns: 160, rows: 48 });
      await live.waitFor('q quit');
      live.press('/', `pid=${child.pid}`);
      await live.waitFor('1 of ');
      live.press('Enter');
      await live.waitFor('q quit');
      live.press('Down');
      await live.waitFor('▸');
      live.press('Enter');
      const detail = await live.waitFor(`▸ node ${child.pid}`);
      expect(detail).toContain(`directory   ${cwd}`);
      expect(detail).toMatch(new RegExp(`tcp +LISTEN +127\\.0\\.0\\.1:${Number(String(output))}`));
      expect(detail).toMatch(/CPU .*peak/);
      live.press('End');
      await live.waitFor(/–(\d+) of \1 /);
      live.press('Home');
      await live.waitFor(/ 1–\d+ of /);

      child.kill('SIGKILL');
      await once(child, 'exit');
      const over = await live.waitFor(/(has just ended|ended .* ago)/);
      expect(over).toContain(`directory   ${cwd}`);
      await live.waitFor(/ended 2 s ago/);
      live.press('Esc');
      await live.waitFor('2 memory ─');
      live.press('q');
      expect(await live.ended).toMatchObject({ code: 0, modes: [25], restored: true });
    } finally {
      child.kill('SIGKILL');
    }
  });

  test('explains each of its values by key and click, scrolls to them, and goes on when it has ended', async () => {
    const child = spawn('node', ['-e', PROGRAM], { stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      await once(child.stdout, 'data');
      const live = startLive(['--interval', '0.2'], { columns: 80, rows: 24 });
      await live.waitFor('q quit');
      live.press('/', `pid=${child.pid}`);
      await live.waitFor('1 of ');
      live.press('Enter');
      await live.waitFor('q quit');
      live.press('Down', 'Enter');
      await live.waitFor(`▸ node ${child.pid}`);
      live.press('i');
      await live.waitFor(new RegExp(`▸ process\\.all\\.name of node ${child.pid} ─`));
      live.press('Right');
      await live.waitFor(new RegExp(`▸ process\\.all\\.pid [\\s\\S]*shown +${child.pid}`));
      live.press('End');
      await live.waitFor(/▸ detail\.files\.first\.target of \d+ ─[\s\S]*from +\/proc\/PID\/fd[\s\S]*▸\S+◂/);
      live.press('Home');
      await live.waitFor(/ 1–\d+ of /);
      live.press(click(...cellOf(live.rows(), `${child.pid}  `)));
      await live.waitFor(/▸ process\.all\.pid of node/);
      live.press(wheelDown(10, 4));
      await live.waitFor(/ 4–\d+ of /);
      live.press('Home');
      await live.waitFor(/▸node◂[\s\S]*▸ process\.all\.name/);
      child.kill('SIGKILL');
      await once(child, 'exit');
      await live.waitFor(/age +it ended \d+ s ago: what was known last/);
      live.press('Esc');
      await live.waitFor((text) => text.includes('q quit') && /ended/.test(text) && !text.includes('process.all.name'));
      live.press('Esc');
      await live.waitFor('memory ─');
      live.press('q');
      expect(await live.ended).toMatchObject({ code: 0, restored: true });
    } finally {
      child.kill('SIGKILL');
    }
  });
});
