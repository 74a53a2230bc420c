import { describe, expect, test } from 'vitest';
import { startLive } from '../harness/pty.ts';
import { run } from '../harness/run.ts';
import { writeTree } from '../harness/tree.ts';

const F4 = '\u001bOS';
const F10 = '\u001b[21~';
const ALT_X = '\u001bx';

describe('keys chosen in the configuration', () => {
  test('are those of htop, but for the one that was given by hand', async () => {
    const root = writeTree({ '/mine.yaml': 'keys: htop\nbindings:\n  alerts: alt+x\n' });
    const live = startLive(['--config', `${root}/mine.yaml`, '--interval', '0.1'], { columns: 120, rows: 40 });
    await live.waitFor('F4 filter  F5 tree  Enter detail  F9 signal');
    live.press(F4);
    await live.waitFor('Enter keep  Esc clear');
    live.press('Esc');
    await live.waitFor('F10 quit');
    live.press(ALT_X);
    await live.waitFor('▸ alerts');
    live.press('Esc');
    await live.waitFor('1 cpu ─');
    live.press('M');
    await live.waitFor(/RSS▼|MEM%▼/);
    live.press(F10);
    expect(await live.ended).toMatchObject({ code: 0, left: [], restored: true });
  });

  test('are refused where one means two things, before anything is drawn', async () => {
    const root = writeTree({ '/mine.yaml': 'keys: htop\nbindings:\n  alerts: f4\n' });
    const { stdout, stderr, code } = await run(['--config', `${root}/mine.yaml`, '--json']);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toContain(`${root}/mine.yaml:3:3: bindings: f4 is the key of both alerts and filter`);
    const { stdout: shown } = await run(['config', '--config', `${root}/mine.yaml`, '--keys', 'vim']);
    expect(shown).toMatch(/^ {2}alerts: \[f4\] +# .*mine\.yaml:2$/m);
    expect(shown).toMatch(/^ {2}up: \[k, up\] +# keys: vim$/m);
  });
});
