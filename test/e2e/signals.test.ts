import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../harness/environment.ts';
import { openTerminal, startLive } from '../harness/pty.ts';
import { SYSMON } from '../harness/run.ts';

const CLEAN = { modes: [25], alternate: false, restored: true };

describe('a signal', () => {
  test.each(['SIGTERM', 'SIGHUP', 'SIGQUIT'] as const)(
    '%s leaves the terminal clean, with one line and its code',
    async (name) => {
      const live = startLive([]);
      await live.waitFor('q quit');
      await live.signal(name);
      expect(await live.ended).toEqual({ ...CLEAN, code: 128 + constants.signals[name], left: [`sysmon: stopped by ${name}`] });
    },
  );

  test('SIGINT ends as Ctrl+C does elsewhere', async () => {
    const live = startLive([]);
    await live.waitFor('q quit');
    await live.signal('SIGINT');
    expect(await live.ended).toEqual({ ...CLEAN, code: 130, left: [] });
  });

  test('that comes before the first picture leaves the terminal clean, too', async () => {
    const live = startLive([]);
    await live.waitFor(() => live.alternate);
    await live.signal('SIGTERM');
    expect(await live.ended).toEqual({ ...CLEAN, code: 143, left: ['sysmon: stopped by SIGTERM'] });
  });

  test('SIGSTOP and SIGCONT from elsewhere: the picture comes back', async () => {
    const live = startLive(['--interval', '0.1']);
    await live.waitFor('q quit');
    await live.signal('SIGSTOP');
    // What another program leaves on the screen in the meantime.
    live.scribble('\u001b[2J\u001b[Hsomething else');
    await live.signal('SIGCONT');
    // Only behind the second taking of the terminal is what is seen the new picture, and the keyboard read.
    const taken = () => live.written().split('\u001b[?1049h').length - 1;
    await live.waitFor(
      (text) => taken() === 2 && text.includes('q quit') && !text.includes('something else') && text.includes('cpu'),
    );
    live.press('q');
    expect(await live.ended).toEqual({ ...CLEAN, code: 0, left: [] });
  });

  test('a window that is closed ends the program', async () => {
    const live = startLive([]);
    await live.waitFor('q quit');
    const pid = await live.pid;
    live.hangUp();
    await expect.poll(() => existsSync(`/proc/${pid}`)).toBe(false);
  });

  test('a window that is closed is no crash', async () => {
    const code = path.join(temporaryFolder(), 'code');
    const shell = openTerminal('bash', ['-c', 'trap : HUP; node "$0"; echo $? > "$1"', SYSMON, code], { columns: 160, rows: 48 });
    await shell.waitFor('q quit');
    shell.hangUp();
    await expect.poll(() => existsSync(code) && readFileSync(code, 'utf8')).toBe('129\n');
  });

  test('nor is one that is closed while the program is loaded', async () => {
    const folder = temporaryFolder();
    const code = path.join(folder, 'code');
    const closed = path.join(folder, 'closed.cjs');
    writeFileSync(
      closed,
      `require('node:fs').writeSync(1, 'loading');
      while (require('node:tty').isatty(1)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);`,
    );
    const shell = openTerminal('bash', ['-c', 'trap "" HUP; node --require "$2" "$0"; echo $? > "$1"', SYSMON, code, closed]);
    await shell.waitFor('loading');
    shell.hangUp();
    await expect.poll(() => existsSync(code) && readFileSync(code, 'utf8')).toBe('1\n');
  });
});

describe('Ctrl+Z under a shell', () => {
  test('stops the program and gives the terminal back; fg brings the picture back', async () => {
    const shell = openTerminal('bash', ['--norc', '--noprofile', '-i'], { env: { PS1: 'prompt> ' }, rows: 30, columns: 100 });
    await shell.waitFor('prompt>');
    shell.press(`stty -a > /dev/null; node '${SYSMON}' --interval 0.1`, 'Enter');
    await shell.waitFor('q quit');
    for (let round = 1; round <= 2; round += 1) {
      shell.press('Ctrl+Z');
      await shell.waitFor(/Stopped[\s\S]*prompt> $/m);
      expect(shell.alternate).toBe(false);
      expect(shell.modes()).toContain(25);
      shell.press('echo $((6 * 7)) typed', 'Enter');
      await shell.waitFor('42 typed');
      shell.press('fg', 'Enter');
      await shell.waitFor(() => shell.alternate && shell.text().includes('q quit') && !shell.modes().includes(25));
      shell.press('p');
      await shell.waitFor('PAUSED');
      shell.press('p');
      await shell.waitFor((text) => text.includes('q quit') && !text.includes('PAUSED'));
    }
    shell.press('q');
    await shell.waitFor(() => !shell.alternate);
    shell.press('echo "code $?"', 'Enter');
    await shell.waitFor('code 0');
  });
});
