import { describe, expect, test } from 'vitest';
import { parseLimits } from '../../../../src/metrics/process/detail/limits.ts';
import { parseArguments } from '../../../../src/metrics/process/detail/linux.ts';
import { parseRollup } from '../../../../src/metrics/process/detail/rollup.ts';
import { parseScheduling } from '../../../../src/metrics/process/detail/scheduling.ts';
import { parseStatus } from '../../../../src/metrics/process/detail/status.ts';
import { parseTotals } from '../../../../src/metrics/process/detail/totals.ts';

describe('/proc/PID/status', () => {
  const text = [
    'Name:\tnginx',
    'Uid:\t0\t33\t33\t33',
    'Gid:\t0\t33\t33\t33',
    'Groups:\t4 33 ',
    'VmHWM:\t    2048 kB',
    'VmRSS:\t    1744 kB',
    'RssAnon:\t     112 kB',
    'RssFile:\t    1632 kB',
    'RssShmem:\t       0 kB',
    'VmSwap:\t       8 kB',
    'voluntary_ctxt_switches:\t150',
    'nonvoluntary_ctxt_switches:\t12',
    '',
  ].join('\n');

  test('tells who, which groups, what memory and how many switches', () => {
    expect(parseStatus(text)).toEqual({
      users: { real: 0, effective: 33 },
      groups: { real: 0, effective: 33 },
      furtherGroups: [4, 33],
      memory: { resident: 1_785_856, peak: 2_097_152, anonymous: 114_688, file: 1_671_168, shared: 0, swap: 8192 },
      switches: { voluntary: 150, involuntary: 12 },
    });
  });

  test('tells of a thread of the kernel neither memory nor groups', () => {
    expect(parseStatus('Name:\tkthreadd\nUid:\t0\t0\t0\t0\nGid:\t0\t0\t0\t0\nGroups:\t \nNStgid:\t2\n')).toEqual({
      users: { real: 0, effective: 0 },
      groups: { real: 0, effective: 0 },
      furtherGroups: [],
    });
  });
});

describe('/proc/PID/limits', () => {
  test('tells soft and hard ones, the unit where there is one, and none as infinite', () => {
    const text = `Limit                     Soft Limit           Hard Limit           Units     
Max cpu time              unlimited            unlimited            seconds   
Max open files            1024                 524288               files     
Max nice priority         0                    20                   
`;
    expect(parseLimits(text)).toEqual([
      { name: 'cpu time', soft: Infinity, hard: Infinity, unit: 'seconds' },
      { name: 'open files', soft: 1024, hard: 524288, unit: 'files' },
      { name: 'nice priority', soft: 0, hard: 20 },
    ]);
  });
});

describe('/proc/PID/smaps_rollup', () => {
  test("tells a process's share of what it shares, and what is its own", () => {
    const text =
      '562e1bd57000-7ffeba955000 ---p 00000000 00:00 0    [rollup]\nRss:                1636 kB\nPss:                 246 kB\nPss_Dirty:           112 kB\nPrivate_Clean:        48 kB\nPrivate_Dirty:       112 kB\n';
    expect(parseRollup(text)).toEqual({ proportional: 246 * 1024, own: 160 * 1024 });
  });

  test('tells nothing where there is no memory', () => {
    expect(parseRollup('')).toBeUndefined();
  });
});

describe('how /proc/PID/stat is scheduled', () => {
  const stat = (name: string, nice: number, realtime: number, policy: number) =>
    `12 (${name}) S 1 12 12 0 -1 4194560 0 0 0 0 0 0 0 0 20 ${nice} 1 0 500 1000 10 18446744073709551615 0 0 0 0 0 0 0 0 0 1 0 0 17 3 ${realtime} ${policy} 0 0 0 0 0 0 0 0 0 0 0`;

  test.each([
    [stat('node', -5, 0, 0), { policy: 'other', nice: -5 }],
    [stat('a) R (b', 0, 50, 1), { policy: 'fifo', nice: 0, realtime: 50 }],
    [stat('x', 19, 0, 5), { policy: 'idle', nice: 19 }],
    [stat('x', 0, 0, 42), { policy: 'policy 42', nice: 0 }],
  ])('%s', (line, scheduling) => {
    expect(parseScheduling(line)).toEqual(scheduling);
  });

  test('is not known of a line that broke off', () => {
    expect(parseScheduling(stat('x', 0, 0, 0).slice(0, 60))).toBeUndefined();
  });
});

describe('/proc/PID/io', () => {
  test('tells what came from storage, and what was asked for', () => {
    const text = 'rchar: 6976\nwchar: 12\nsyscr: 10\nsyscw: 1\nread_bytes: 4096\nwrite_bytes: 8192\ncancelled_write_bytes: 0\n';
    expect(parseTotals(text)).toEqual({ read: 4096, written: 8192, asked: 6976, given: 12 });
  });
});

describe('/proc/PID/cmdline', () => {
  test.each([
    ['sh\0-c\0echo  "a b"\0', ['sh', '-c', 'echo  "a b"']],
    ['printf\0\0x\0', ['printf', '', 'x']],
    ['nginx: worker process\0\0\0', ['nginx: worker process']],
    ['', undefined],
  ])('%j', (text, all) => {
    expect(parseArguments(text)).toEqual(all);
  });
});
