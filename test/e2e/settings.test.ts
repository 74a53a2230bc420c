import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type LiveProgram, startLive } from '../harness/pty.ts';
import { writeTree } from '../harness/tree.ts';

const FILE = `# mine
theme: dark      # at night
interval: 0.1s

units:
  # temperature: fahrenheit
  network: bytes # of the cable
`;
const F2 = '\u001bOQ';
const RIGHT = '\u001b[C';

const size = { columns: 120, rows: 40, env: { COLORTERM: 'truecolor' } };

function writeConfig(text: string): string {
  return `${writeTree({ '/mine.yaml': text })}/mine.yaml`;
}

/** To the row of a setting, wherever it stands. */
async function goTo(live: LiveProgram, key: string, by: 'Up' | 'Down' = 'Down'): Promise<void> {
  const rowOf = (text: string) => /▸ ([\w.-]+) {2}/.exec(text)?.[1];
  for (let row = rowOf(await live.waitFor(/not saved|default/)); row !== key; ) {
    const before = row;
    live.press(by);
    row = rowOf(await live.waitFor((text) => ![undefined, before].includes(rowOf(text))));
  }
}

describe('settings', () => {
  test('are changed with a preview, saved with the comments of the file, and there after a restart', async () => {
    const path = writeConfig(FILE);
    const live = startLive(['--config', path], size);
    await live.waitFor('every 100ms');
    live.press('o');
    await live.waitFor(/▸ interval +‹0\.1s›/);
    live.press('Enter', '\u0015', '200ms', 'Enter');
    await live.waitFor('every 200ms');
    await live.waitFor(/interval +‹0\.2s› +not saved/);
    await goTo(live, 'theme');
    await live.waitFor(/▸ theme +‹dark›/);
    const before = live.written().length;
    live.press(RIGHT);
    await live.waitFor(/▸ theme +‹light› +not saved/);
    expect(colorsIn(live.written().slice(before))).not.toEqual([]);
    expect(readFileSync(path, 'utf8')).toBe(FILE);
    live.press('s');
    await live.waitFor(`saved interval, theme in ${path}`);
    expect(readFileSync(path, 'utf8')).toBe(FILE.replace('theme: dark ', 'theme: light ').replace('0.1s', '0.2s'));
    live.press('Esc');
    await live.waitFor((text) => !text.includes('thresholds.cpu'));
    live.press('q');
    expect(await live.ended).toMatchObject({ code: 0, left: [], restored: true });

    const again = startLive(['--config', path], size);
    await again.waitFor('every 200ms');
    again.press(F2);
    await again.waitFor(/theme +light +file, line 2/);
    again.press('q', 'q');
    expect(await again.ended).toMatchObject({ code: 0 });
  });

  test('are kept for the session and not written where nobody saves them; a refused one says why', async () => {
    const path = writeConfig(FILE);
    const live = startLive(['--config', path], size);
    await live.waitFor('every 100ms');
    live.press('o');
    await goTo(live, 'theme');
    live.press('Enter', '\u0015', 'no-such-theme', 'Enter');
    await live.waitFor('there is no theme "no-such-theme"');
    await live.waitFor(/▸ theme +‹dark›/);
    await goTo(live, 'panels', 'Up');
    live.press('Enter', '\u0015', 'cpu,memory', 'Enter');
    await live.waitFor((text) => !text.includes('6 processes'));
    live.press('Esc');
    await live.waitFor('not saved, kept until sysmon ends: panels');
    live.press('6');
    await live.waitFor('6 processes');
    live.press('q');
    await live.ended;
    expect(readFileSync(path, 'utf8')).toBe(FILE);
  });

  test('are taken back by u, and saved where the file was lost meanwhile, as it was', async () => {
    const path = writeConfig(FILE);
    const live = startLive(['--config', path], size);
    await live.waitFor('every 100ms');
    live.press('o', RIGHT);
    await live.waitFor('not saved: interval');
    await live.waitFor('every 200ms');
    live.press('u');
    await live.waitFor('taken back: interval');
    await live.waitFor('every 100ms');
    live.press(RIGHT);
    await live.waitFor('not saved: interval');
    rmSync(path);
    await live.waitFor(/yaml is gone +│/);
    live.press('s');
    await live.waitFor('which was gone and says again');
    expect(readFileSync(path, 'utf8')).toBe(FILE.replace('0.1s', '0.2s'));
    live.press('q', 'q');
    expect(await live.ended).toMatchObject({ code: 0 });
  });

  test('are made where the file usually is, when there is none', async () => {
    const home = writeTree({});
    const live = startLive([], { ...size, env: { HOME: home } });
    await live.waitFor('q quit');
    live.press('o');
    await live.waitFor(/▸ interval/);
    live.press('Enter', '500ms', 'Enter', 's');
    await live.waitFor(`saved interval in ${home}/.config/sysmon/config.yaml`);
    expect(readFileSync(`${home}/.config/sysmon/config.yaml`, 'utf8')).toBe('interval: 0.5s\n');
    live.press('q', 'q');
    expect(await live.ended).toMatchObject({ code: 0 });
  });
});

describe('a configuration file', () => {
  test('takes effect when it changes, keeps the last good one where it is broken, and says where', async () => {
    const path = writeConfig('interval: 0.1s\n');
    const live = startLive(['--config', path], size);
    await live.waitFor('every 100ms');
    writeFileSync(`${path}.new`, 'interval: 0.3s\npanels: [cpu, memory]\n');
    renameSync(`${path}.new`, path);
    await live.waitFor('configuration file changed: interval, panels');
    await live.waitFor((text) => text.includes('every 300ms') && !text.includes('6 processes'));
    writeFileSync(path, 'interval: 0.1s\npanels: [cpu, gpu]\n');
    await live.waitFor(`${path}:2:15: panels: "gpu" is not known`);
    expect(live.text()).toContain('every 300ms');
    writeFileSync(path, 'interval: 0.1s\npanels: [cpu, memory, processes]\n');
    await live.waitFor((text) => text.includes('every 100ms') && text.includes('6 processes'));
    rmSync(path);
    await live.waitFor('is gone; its settings stay');
    expect(live.text()).toContain('every 100ms');
    live.press('q');
    expect(await live.ended).toMatchObject({ code: 0, restored: true });
  });

  test('leaves alone what was changed by hand', async () => {
    const path = writeConfig('interval: 0.1s\n');
    const live = startLive(['--config', path], size);
    await live.waitFor('every 100ms');
    live.press('+');
    await live.waitFor('every 200ms');
    writeFileSync(path, 'interval: 0.5s\nkeys: htop\n');
    await live.waitFor('F10 quit');
    expect(live.text()).toContain('every 200ms');
    live.press('\u001b[21~');
    expect(await live.ended).toMatchObject({ code: 0 });
  });
});

/** The colours that text is written in, without repetition. */
function colorsIn(written: string): readonly string[] {
  return [...new Set(written.match(/38;2;\d+;\d+;\d+/g) ?? [])];
}
