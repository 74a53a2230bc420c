import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../harness/environment.ts';
import { startLive } from '../harness/pty.ts';
import { run } from '../harness/run.ts';
import { writeTree } from '../harness/tree.ts';

const SIZE = { columns: 160, rows: 40 };

describe('--budget', () => {
  test('slows what is dear and says so, until the file sets another', { timeout: 60_000 }, async () => {
    const config = path.join(temporaryFolder(), 'config.yaml');
    // Less than any machine can keep to, so that it comes as soon as the start is over.
    writeFileSync(config, 'budget: 0.01%\ninterval: 500ms\n');
    const live = startLive(['--config', config], SIZE);
    await live.waitFor('q quit');
    // The start, which isn't judged, is nearly as long as a screen is waited for.
    await live.waitFor('(budget)').catch(() => live.waitFor('(budget)'));
    expect(live.text()).toMatch(/over budget 0\.01% .*every .*\(budget\)/);
    writeFileSync(config, 'interval: 500ms\n');
    await live.waitFor((text) => !text.includes('budget'));
    live.press('q');
    expect((await live.ended).code).toBe(0);
  });

  test.each(['0', 'abc', '150%', '1'])('%s is refused in one line', async (value) => {
    const { stderr, code } = await run(['--budget', value]);
    expect(code).toBe(2);
    expect(stderr).toBe(`sysmon: --budget: "${value}" is not a share above 0% to 100%, or none; write one like 1% or 0.01\n`);
  });
});

describe('on a battery', () => {
  const battery = '/sys/class/power_supply/BAT0';
  /** A system whose battery is in such a state. */
  const system = (status: string) =>
    writeTree({
      '/proc/stat': 'cpu  100 0 50 850 0 0 0 0 0 0\ncpu0 100 0 50 850 0 0 0 0 0 0\nbtime 1795356000\n',
      '/proc/uptime': '5000.00 4000.00\n',
      [`${battery}/type`]: 'Battery\n',
      [`${battery}/status`]: status,
      [`${battery}/capacity`]: '80\n',
    });

  test('the pace is lower, and the header says why', async () => {
    const live = startLive(['--root', system('Discharging\n')], SIZE);
    await live.waitFor('every 2s (battery)');
  });

  test.each([
    ['that is charged', 'Charging\n', [], 'every 1s '],
    ['with an interval of one own choice', 'Discharging\n', ['--interval', '0.5'], 'every 0.5s '],
    ['with a budget, which decides then', 'Discharging\n', ['--budget', '50%'], 'every 1s '],
  ])('%s it is not', async (_, status, args, told) => {
    const live = startLive(['--root', system(status), ...args], SIZE);
    await live.waitFor('q quit');
    await live.waitFor((text) => `${text.split('\n')[0]} `.includes(told));
    expect(live.text()).not.toContain('(battery)');
  });
});
