import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../harness/environment.ts';
import { run } from '../harness/run.ts';

describe('words that ask', () => {
  test('doctor tells of every metric whether it is available', async () => {
    const { stdout, code } = await run(['doctor']);
    expect(code).toBe(0);
    for (const name of ['cpu', 'memory', 'pressure', 'filesystem', 'disk', 'network', 'sensors', 'battery', 'host', 'self']) {
      expect(stdout).toMatch(new RegExp(`^${name} +(available|unavailable|failed) `, 'm'));
    }
  });

  test.each([['help'], ['--help'], ['-h']])('%s tells every command and option', async (word) => {
    const { stdout, stderr, code } = await run([word]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const text of ['doctor', 'config path', '--ndjson', 'MONITOR_NO_SAVE', 'Exit codes']) expect(stdout).toContain(text);
  });

  test('--version tells the version of package.json', async () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(await run(['--version'])).toMatchObject({ stdout: `${version}\n`, stderr: '', code: 0 });
  });

  test('config path names the place, and config what is in force there', async () => {
    const home = temporaryFolder();
    const env = { HOME: home, XDG_CONFIG_HOME: path.join(home, 'etc'), MONITOR_INTERVAL: '7' };
    const file = (await run(['config', 'path'], { env })).stdout.trimEnd();
    expect(file).toBe(path.join(home, 'etc', 'sysmon', 'config.yaml'));
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, 'theme: light\n');
    const { stdout, code } = await run(['config', '--ascii'], { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^theme: light +# .*config\.yaml:1$/m);
    expect(stdout).toMatch(/^interval: 7s? +# environment MONITOR_INTERVAL$/m);
    expect(stdout).toMatch(/^ascii: true +# flag --ascii$/m);
    writeFileSync(file, stdout);
    const again = await run(['config'], { env: { HOME: home, XDG_CONFIG_HOME: path.join(home, 'etc') } });
    expect(again.code).toBe(0);
    expect(again.stdout).toMatch(/^ascii: true /m);
  });
});

describe('wrong use', () => {
  test.each([
    [['--jsn'], /unknown (option|flag).*--jsn.*--json/],
    [['docter'], /unknown command "docter".*doctor/],
    [['config', 'pth'], /unknown word "pth" after config.*path/],
    [['demo', '--json'], /--json goes without a command/],
    [['--interval', '0'], /--interval.*0\.1/],
    [['--interval', 'soon'], /--interval.*soon/],
    [['--interval'], /--interval/],
    [['-n', '0'], /count|-n/],
    [['-n', '-3'], /count|-n/],
    [['--platform', 'amiga'], /--platform.*amiga.*portable/],
    [['--panels', 'cpu,gpu'], /--panels.*gpu.*memory/],
    [['--config', '/nowhere/sysmon.yaml'], /\/nowhere\/sysmon\.yaml: there is no such file/],
    [['--root', '/nowhere', '--json'], /--root \/nowhere/],
  ])('%j is refused in one line', async (args, said) => {
    const { stdout, stderr, code } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^sysmon: .*\n$/);
    expect(stderr).toMatch(said);
  });

  test('MONITOR_MODE and MONITOR_INTERVAL are refused by their own name', async () => {
    expect((await run([], { env: { MONITOR_MODE: 'turbo' } })).stderr).toMatch(/^sysmon: MONITOR_MODE: .*turbo.*demo.*\n$/);
    expect((await run([], { env: { MONITOR_INTERVAL: '-1' } })).stderr).toMatch(/^sysmon: MONITOR_INTERVAL: .*\n$/);
  });

  test('what was written comes back without the power to move the cursor', async () => {
    expect((await run(['--\x1b[31mred'])).stderr).toMatch(/^sysmon: unknown option --�\[31mred;.*\n$/);
  });

  test('a configuration file tells file, line and column of each thing that is wrong, and nothing is done', async () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, 'bad.yaml'), 'interval: 1s\nthem: dark\npanels: [cpu, gpu]\n');
    const { stdout, stderr, code } = await run(['--json', '--config', 'bad.yaml', '--save-dir', 'out'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^sysmon: bad\.yaml:2:1: .*theme.*\nsysmon: bad\.yaml:3:15: .*gpu.*memory.*\n$/);
    expect(existsSync(path.join(cwd, 'out'))).toBe(false);
  });
});
