import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { builtInLayouts } from '../../src/config/built-in-layouts.ts';
import { panelsOf } from '../../src/config/plan.ts';
import { type PanelName, panelNames } from '../../src/config/settings.ts';
import { startLive } from '../harness/pty.ts';
import { run } from '../harness/run.ts';
import { writeTree } from '../harness/tree.ts';

const SERVER = ['--root', 'test/fixtures/server'];
const ROOMY = { columns: 160, rows: 48 };
const ALT_L = '\u001bl';

/** Whether these panels are seen, and no others. */
const shows = (panels: readonly PanelName[]) => (text: string) =>
  panelNames.every((name, i) => new RegExp(`╭─ (▸ )?${i + 1} `).test(text) === panels.includes(name));

function writeConfig(text: string): string {
  return `${writeTree({ '/mine.yaml': text })}/mine.yaml`;
}

describe('layouts', () => {
  test('are walked through by a key, forth and back, each with its own panels', async () => {
    const live = startLive(SERVER, ROOMY);
    await live.waitFor(shows(panelNames));
    const names = Object.entries(builtInLayouts);
    for (const [name, plan] of [...names.slice(1), ...names.slice(0, 1)]) {
      live.press('L');
      await live.waitFor(`layout ${name}`);
      await live.waitFor(shows(panelsOf(plan)));
    }
    for (const [name, plan] of names.toReversed()) {
      live.press(ALT_L);
      await live.waitFor(`layout ${name}`);
      await live.waitFor(shows(panelsOf(plan)));
    }
    live.press('q');
    expect(await live.ended).toMatchObject({ code: 0, left: [], restored: true });
  });

  test('keep focus and selection while the terminal is too small for them', async () => {
    const live = startLive([...SERVER, '--preset', 'graphs'], ROOMY);
    await live.waitFor(shows(['cpu', 'memory', 'disks', 'network']));
    live.press('Tab', 'Tab', '6', 'Tab', 'Tab', 'Tab');
    await live.waitFor((text) => text.includes('▸ 3 disks') && /2000 .*java/.test(text));
    live.press('Down', 'Down');
    await live.waitFor(/41337 .*▸/);
    live.resize(60, 26);
    await live.waitFor((text) => text.includes('no room') && !text.includes('3 disks'));
    live.resize(30, 8);
    await live.waitFor((text) => text.includes('net ') && !text.includes('╭'));
    live.resize(20, 3);
    await live.waitFor((text) => text.includes('c48.7% m75.0%') && !text.includes('quit'));
    live.resize(ROOMY.columns, ROOMY.rows);
    await live.waitFor((text) => text.includes('▸ 3 disks') && text.includes('6 processes'));
    live.press('Enter');
    await live.waitFor('qemu-system-x86 41337');
    live.press('q');
    expect(await live.ended).toMatchObject({ code: 0, restored: true });
  });

  test('leave nothing behind of a wider screen', async () => {
    const live = startLive(SERVER, { columns: 250, rows: 20 });
    await live.waitFor('faster');
    live.resize(160, 20);
    await live.waitFor((text) => text.includes('╭─ ▸ 1 cpu') && !text.includes('EPYC 7543 32-Core'));
    expect(live.rows().slice(1, 3)).toEqual([
      expect.stringMatching(/^ *CRITICAL {2}\/archive/),
      expect.stringMatching(/^ *WARNING/),
    ]);
    live.press('q');
    await live.ended;
  });

  test('are chosen at the start; a name that is none is refused in one line', async () => {
    const live = startLive([...SERVER, '--preset', 'minimal'], ROOMY);
    await live.waitFor(shows(['cpu', 'memory', 'network']));
    live.press('q');
    await live.ended;
    const { stdout, stderr, code } = await run(['--preset', 'grahps']);
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 });
    expect(stderr).toMatch(/^sysmon: --preset: there is no layout "grahps"; did you mean graphs\?[^\n]*\n$/);
  });

  test('of the configuration file are walked through, too, and follow it; a wrong one is told with its place', async () => {
    const path = writeConfig('layouts:\n  mine:\n    - processes 3\n    - [cpu, memory 2]\npreset: mine\n');
    const live = startLive([...SERVER, '--config', path], ROOMY);
    await live.waitFor(shows(['cpu', 'memory', 'processes']));
    expect(live.text().indexOf('6 processes')).toBeLessThan(live.text().indexOf('1 cpu'));
    writeFileSync(path, 'layouts:\n  mine:\n    - processes 3\n    - [cpu, network 2]\npreset: mine\n');
    await live.waitFor('configuration file changed: layouts');
    await live.waitFor(shows(['cpu', 'network', 'processes']));
    writeFileSync(path, 'layouts:\n  mine:\n    - processes 3\n    - [cpu, netwrk 2]\npreset: mine\n');
    await live.waitFor(`${path}:4:7: layouts: mine: there is no panel "netwrk"; did you mean network?`);
    expect(shows(['cpu', 'network', 'processes'])(live.text())).toBe(true);
    live.press('L');
    await live.waitFor('layout full');
    live.press(ALT_L);
    await live.waitFor('layout mine');
    await live.waitFor(shows(['cpu', 'network', 'processes']));
    live.press('q');
    expect(await live.ended).toMatchObject({ code: 0 });
  });

  test('and the panels that were shown and hidden are saved, and there after a restart', async () => {
    const path = writeConfig('# mine\npanels: [cpu] # alone\n');
    const live = startLive([...SERVER, '--config', path], ROOMY);
    await live.waitFor(shows(['cpu']));
    live.press('L');
    await live.waitFor(shows(['cpu', 'memory', 'processes']));
    live.press('o');
    await live.waitFor('not saved: panels, preset');
    live.press('s');
    await live.waitFor(`saved panels, preset in ${path}`);
    expect(readFileSync(path, 'utf8')).toBe('# mine\npreset: processes\n');
    live.press('Esc', '4');
    await live.waitFor(shows(['cpu', 'memory', 'network', 'processes']));
    live.press('o', 's');
    await live.waitFor(`saved panels in ${path}`);
    expect(readFileSync(path, 'utf8')).toBe('# mine\npreset: processes\npanels: [cpu, memory, network, processes]\n');
    live.press('Esc', 'q');
    await live.ended;

    const again = startLive([...SERVER, '--config', path], ROOMY);
    await again.waitFor(shows(['cpu', 'memory', 'network', 'processes']));
    again.press('q');
    await again.ended;
    // A layout that the command line asks for brings its own panels.
    const other = startLive([...SERVER, '--config', path, '--preset', 'storage'], ROOMY);
    await other.waitFor(shows(['memory', 'disks', 'processes']));
    other.press('q');
    await other.ended;
  });
});
