import { describe, expect, it } from 'vitest';
import { parseCommandLine } from '../src/cli.ts';
import { UsageError } from '../src/errors.ts';

function parse(line: string, { environment = {}, terminal = true } = {}) {
  return parseCommandLine(line.split(' ').filter(Boolean), environment, terminal);
}

describe('the command line', () => {
  it.each([
    ['', { name: 'live', defaultInterval: 1, flags: {} }],
    ['demo', { name: 'demo', defaultInterval: 5, flags: {} }],
    ['short', { name: 'short', defaultInterval: 5, flags: {} }],
    ['help', { name: 'help' }],
    ['-h', { name: 'help' }],
    ['demo --help', { name: 'help' }],
    ['--version', { name: 'version' }],
    ['-v', { name: 'version' }],
    ['doctor', { name: 'doctor', flags: {} }],
    ['config', { name: 'config', flags: {} }],
    ['config path', { name: 'configPath', flags: {} }],
    ['--theme light config', { name: 'config', flags: { theme: 'light' } }],
    ['--json', { name: 'stream', format: 'json', count: 1, defaultInterval: 1, flags: { json: true } }],
    ['--json -n 3', { name: 'stream', format: 'json', count: 3, defaultInterval: 1, flags: { json: true, count: 3 } }],
    [
      '--screenshot -',
      { name: 'screenshot', file: '-', size: { columns: 160, rows: 48 }, defaultInterval: 1, flags: { screenshot: '-' } },
    ],
    [
      '--size 80x24 --screenshot=a.svg -n 9',
      {
        name: 'screenshot',
        file: 'a.svg',
        size: { columns: 80, rows: 24 },
        count: 9,
        defaultInterval: 1,
        flags: { screenshot: 'a.svg', size: { columns: 80, rows: 24 }, count: 9 },
      },
    ],
    ['--linear', { name: 'live', defaultInterval: 1, flags: { linear: true } }],
    ['--ndjson', { name: 'stream', format: 'ndjson', defaultInterval: 1, flags: { ndjson: true } }],
  ])('"%s" means %j', (line, command) => {
    expect(parse(line)).toEqual(command);
  });

  it('without a word and without a terminal asks for summaries in plain text', () => {
    expect(parse('-n 2', { terminal: false })).toEqual({
      name: 'stream',
      format: 'text',
      count: 2,
      defaultInterval: 5,
      flags: { count: 2 },
    });
  });

  it('speaks in lines where it is told to, terminal or not, whatever the environment says', () => {
    const linear = { name: 'live', defaultInterval: 1, flags: { linear: true } };
    expect(parse('--linear', { terminal: false })).toEqual(linear);
    expect(parse('--linear', { environment: { MONITOR_MODE: 'demo' } })).toEqual(linear);
  });

  it.each([
    ['--interval 2', { interval: 2 }],
    ['--interval=0.5', { interval: 0.5 }],
    ['-i 500ms', { interval: 0.5 }],
    ['-i500ms', { interval: 0.5 }],
    ['-i=2s', { interval: 2 }],
    ['-i .5', { interval: 0.5 }],
    ['-n5', { count: 5 }],
    ['--save-dir=/a=b', { saveDir: '/a=b' }],
    ['--save-dir=-x', { saveDir: '-x' }],
    ['--panels network,cpu', { panels: ['network', 'cpu'] }],
    ['--color 256 --theme light', { color: '256', theme: 'light' }],
    ['--ascii', { ascii: true }],
    ['--no-ascii', { ascii: false }],
    ['--no-save', { save: false }],
    ['--platform portable --root /host', { platform: 'portable', root: '/host' }],
    ['--config mine.yaml', { config: 'mine.yaml' }],
  ])('reads %s as %j', (line, flags) => {
    expect(parse(line)).toMatchObject({ name: 'live', flags });
    expect(Object.keys((parse(line) as { flags: object }).flags).sort()).toEqual(Object.keys(flags).sort());
  });

  it.each([
    ['--intreval 2', 'unknown option --intreval; did you mean --interval?'],
    ['--saveDir x', 'unknown option --saveDir; did you mean --save-dir?'],
    ['--no-interval', 'unknown option --no-interval; did you mean --interval?'],
    ['--frobnicate', 'unknown option --frobnicate; "sysmon help" lists what there is'],
    ['--__proto__', 'unknown option --__proto__; "sysmon help" lists what there is'],
    ['-x', 'unknown option -x; "sysmon help" lists what there is'],
    ['-hv', 'unknown option -hv; "sysmon help" lists what there is'],
    ['-count 5', 'unknown option -count; did you mean --count?'],
    ['dmeo', 'unknown command "dmeo"; did you mean demo?'],
    ['xyzzy', 'unknown command "xyzzy"; use demo, short, doctor, config, config path, help, or none for the live view'],
    ['-- --json', 'unknown command "--json"; use demo, short, doctor, config, config path, help, or none for the live view'],
    ['-5', 'unknown command "-5"; use demo, short, doctor, config, config path, help, or none for the live view'],
    ['config paht', 'unknown word "paht" after config; did you mean config path?'],
    ['short short', 'unknown word "short" after short; leave it out'],
    ['config path here', 'unknown word "here" after config path; leave it out'],
    ['--interval', '--interval needs a value; write --interval DURATION'],
    ['--interval=', '--interval needs a value; write --interval DURATION'],
    ['--config --json', '--config needs a value; write --config FILE'],
    ['--interval banana', '--interval: "banana" is not a length of time from 0.1s to 1h; write one like 2, 0.5, 500ms or 1m'],
    ['--interval -1', '--interval: "-1" is not a length of time from 0.1s to 1h; write one like 2, 0.5, 500ms or 1m'],
    ['-i 50ms', '--interval: "50ms" is not a length of time from 0.1s to 1h; write one like 2, 0.5, 500ms or 1m'],
    ['-n 0', '--count: 0 is not a count; write a whole number from 1'],
    ['-n 1e3', '--count: "1e3" is not a count; write a whole number from 1'],
    ['--color blue', '--color: "blue" is not known; use auto, truecolor, 256, 16 or none'],
    [
      '--panels cpu,memroy',
      '--panels: "memroy" is not known; did you mean memory? Use cpu, memory, disks, network, sensors or processes',
    ],
    ['--interval 1 --interval 2', '--interval is given twice; leave one out'],
    ['-i 1 --interval 2', '--interval is given twice; leave one out'],
    ['--json --json', '--json is given twice; leave one out'],
    ['--ascii --no-ascii', '--no-ascii is given twice; leave one out'],
    ['--json=yes', '--json takes no value; leave out "=yes"'],
    ['--json --ndjson', '--json and --ndjson exclude each other; leave one out'],
    ['--linear --ndjson', '--linear and --ndjson exclude each other; leave one out'],
    ['--linear --screenshot a.svg', '--linear and --screenshot exclude each other; leave one out'],
    ['--linear short', '--linear goes without a command; leave out "short"'],
    ['demo --json', '--json goes without a command; leave out "demo"'],
    ['doctor -n 3', '--count goes with commands that sample; leave it out of doctor'],
  ])('refuses %s', (line, message) => {
    expect(() => parse(line)).toThrow(new UsageError(message));
  });
});

describe('MONITOR_MODE', () => {
  it('chooses the command where no word does', () => {
    expect(parse('', { environment: { MONITOR_MODE: 'demo' } }).name).toBe('demo');
    expect(parse('', { environment: { MONITOR_MODE: 'short' } }).name).toBe('short');
    expect(parse('', { environment: { MONITOR_MODE: 'normal' } }).name).toBe('live');
    expect(parse('', { environment: { MONITOR_MODE: '' } }).name).toBe('live');
  });

  it('gives way to a word and to a format', () => {
    expect(parse('short', { environment: { MONITOR_MODE: 'demo' } }).name).toBe('short');
    expect(parse('--json', { environment: { MONITOR_MODE: 'demo' } })).toMatchObject({ name: 'stream', format: 'json' });
    expect(parse('help', { environment: { MONITOR_MODE: 'banana' } }).name).toBe('help');
  });

  it('is refused where it names no mode', () => {
    const environment = { MONITOR_MODE: 'dmeo' };
    expect(() => parse('', { environment })).toThrow(
      new UsageError('MONITOR_MODE: "dmeo" is not known; did you mean demo? Use normal, demo or short'),
    );
  });
});
