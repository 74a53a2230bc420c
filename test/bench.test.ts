import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
// @ts-expect-error plain JavaScript, which Node 20 runs as it stands
import * as crowds from './bench/crowd.js';
// @ts-expect-error plain JavaScript, which Node 20 runs as it stands
import * as figures from './bench/figures.js';
// @ts-expect-error plain JavaScript, which Node 20 runs as it stands
import * as processes from './bench/process-tree.js';
// @ts-expect-error plain JavaScript, which Node 20 runs as it stands
import * as readings from './bench/reading.js';
// @ts-expect-error plain JavaScript, which Node 20 runs as it stands
import * as readme from './bench/readme.js';
// @ts-expect-error plain JavaScript, which Node 20 runs as it stands
import * as report from './bench/report.js';

const STAT =
  '4711 (tmux: (a) b) S 17 4711 4711 0 -1 4194560 1204 88 0 0 150 25 300 75 20 0 1 0 9 12345 678 18446744073709551615 0 0 0 0';

test('CPU time of a process counts user, system and ended children, whatever its name holds', () => {
  expect(processes.parseStat(STAT)).toEqual({ pid: 4711, parent: 17, own: 1.75, children: 3.75 });
});

test('memory is told in bytes, and absent where the file has no such line', () => {
  const status = 'Name:\tbtop\nVmHWM:\t    6100 kB\nVmRSS:\t    6052 kB\nThreads:\t3\n';
  expect(processes.parseMemory(status, 'VmRSS')).toBe(6052 * 1024);
  expect(processes.parseMemory(status, 'Pss')).toBeUndefined();
});

test('a tree holds children of children, in whatever order they are listed, and nobody else', () => {
  const listed = [
    { pid: 3, parent: 9 },
    { pid: 9, parent: 5 },
    { pid: 5, parent: 1 },
    { pid: 6, parent: 1 },
    { pid: 4, parent: 5 },
  ];
  const pids = processes.findTree(5, listed).map(({ pid }: { pid: number }) => pid);
  expect(pids.sort()).toEqual([3, 4, 5, 9]);
});

test('the tree of a living shell counts the memory of the program that it waits for', async () => {
  const shell = spawn('bash', ['-c', 'node -e "console.log(1); setInterval(() => {}, 1000)"; true'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await new Promise((resolve) => shell.stdout.once('data', resolve));
  const tree = processes.readTree(shell.pid);
  const alone = processes.parseMemory(processes.readProcFile(shell.pid, 'status'), 'VmRSS');
  for (const child of processes.readProcFile(shell.pid, `task/${shell.pid}/children`).trim().split(' '))
    process.kill(Number(child));
  expect(tree.rss).toBeGreaterThan(alone + 20e6);
  expect(tree.cpu).toBeGreaterThan(0);
});

test('a median leaves out what is unknown and is unknown when everything is', () => {
  expect(figures.median([9, undefined, 1, 2])).toBe(2);
  expect(figures.median([4, 1, 2, 3])).toBe(2.5);
  expect(figures.median([undefined])).toBeUndefined();
});

test('ratios are taken within a round, and a round without the other counts for nothing', () => {
  const ours = [{ cpu: 2 }, { cpu: 40 }, { cpu: 9 }, { cpu: 8 }];
  const theirs = [{ cpu: 1 }, { cpu: 10 }, {}, { cpu: 0 }];
  expect(figures.ratio(ours, theirs, 'cpu')).toBe(3);
});

test('a table lines up, text to the left and figures to the right, and leaves the unknown blank', () => {
  const rows = [
    ['sysmon', figures.figure(0.0312, 1, 100)],
    ['top', figures.figure(undefined, 1)],
  ];
  expect(figures.table(['', 'CPU %'], rows)).toBe(
    ['|        | CPU % |', '| ------ | ----: |', '| sysmon |   3.1 |', '| top    |       |'].join('\n'),
  );
});

test('a crowd fills the machine up to the size asked for, and leaves it', async () => {
  const before: number = processes.countProcesses();
  const leave = await crowds.crowd(before + 40);
  expect(processes.countProcesses()).toBeGreaterThanOrEqual(before + 30);
  await leave();
  expect(sleepersOf(process.pid)).toEqual([]);
});

test('a reading is measured, with how many processes it was', async () => {
  const { cpu, count } = await readings.measureReading(process.env);
  expect(cpu).toBeGreaterThan(0);
  expect(count).toBeGreaterThan(1);
});

/** Children of a process that a crowd is made of. */
function sleepersOf(pid: number): readonly string[] {
  const children: string = processes.readProcFile(pid, `task/${pid}/children`);
  return children.split(' ').filter((child) => processes.readProcFile(child, 'cmdline').includes('sleep 100000'));
}

test('the README has room for what is measured, and nothing else of it changes', () => {
  const text = 'before\n<!-- Written by npm run bench -->\nold\n<!-- end -->\nafter\n';
  const steady = [{ name: 'sysmon', version: '1.0', rounds: [{ cpu: 0.02, rss: 80e6, firstPaint: 0.3, bytes: 9000 }] }];
  const written: string = readme.withFigures(text, { machine: '- Machine: one', crowds: [{ processes: 70, steady }] });
  expect(written).toMatch(
    /^before\n[\s\S]*- Machine: one[\s\S]*\| sysmon 1\.0 \| +2\.00 \| +80 \| +0\.30 \| +9\.0 \|[\s\S]*<!-- end -->\nafter\n$/,
  );
  expect(written).not.toContain('old');
  expect(() => readme.withFigures('no place', { machine: '', crowds: [] })).toThrow('README.md has no');
  expect(readme.withFigures(readFileSync('README.md', 'utf8'), { machine: '', crowds: [{ processes: 70, steady }] })).toContain(
    'sysmon 1.0',
  );
});

test('a report without a soak keeps the one that stood in the file', () => {
  const before = '# Benchmark\n\nold\n\n## Memory over a day\n\n| samples |\n';
  expect(report.keepSoak('# Benchmark\n\nnew', before)).toBe('# Benchmark\n\nnew\n\n## Memory over a day\n\n| samples |');
  expect(report.keepSoak('new', '')).toBe('new');
  expect(report.keepSoak('## Memory over a day\n\nnew', before)).toBe('## Memory over a day\n\nnew');
});
