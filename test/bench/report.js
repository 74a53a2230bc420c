import { readFileSync } from 'node:fs';
import os from 'node:os';
import { figure, medians, ratio, table } from './figures.js';
import { countProcesses } from './process-tree.js';

const MEGABYTE = 1 / 1e6;
const MILLISECOND = 1e3;
const PERCENT = 100;

/** The machine that is measured on, and how busy it is as the bench begins. */
export function describeMachine() {
  const cpus = os.cpus();
  return [
    `- Machine: ${cpus.length} × ${cpus[0]?.model.trim()}, ${figure(os.totalmem(), 1, 1e-9)} GB`,
    `- System: ${readDistribution()}, kernel ${os.release()}, Node ${process.versions.node}`,
    `- As the bench began: ${countProcesses()} processes, load ${figure(os.loadavg()[0], 2)}`,
  ].join('\n');
}

/**
 * The whole report, in Markdown. `crowds`: for each number of processes, each program's name, version and measurements, one a round
 * (`steady`), those of commands that end (`once`), and of the reading alone; `absent`: programs that aren't installed.
 */
export function report({ machine, method, absent, crowds }) {
  const once = crowds.flatMap((crowd) => crowd.once);
  return [
    '# What sysmon costs',
    [machine, `- ${method}`, ...absent.map(({ name }) => `- Not installed, so left out: ${name}`)].join('\n'),
    ...crowds.flatMap(({ processes, steady }) => [
      `## ${processes} processes: programs that refresh once a second, with a terminal of 160×48`,
      steadyTable(steady),
    ]),
    '## Reading and deriving all processes once',
    table(['processes', 'CPU ms', 'µs a process', '× all that btop does', '× all that htop does'], crowds.map(readingRow)),
    '## Programs that end',
    table(['', 'CPU ms', 'elapsed ms', 'peak MB'], once.map(onceRow)),
  ].join('\n\n');
}

function roundsOf(steady, wanted) {
  return steady.find(({ name }) => name === wanted)?.rounds ?? [];
}

function steadyTable(steady) {
  const base = roundsOf(steady, 'btop');
  return table(
    [
      '',
      'CPU %',
      '× btop',
      'ms/update',
      'updates/s',
      'RSS MB',
      '× btop',
      'PSS MB',
      'peak MB',
      'first paint s',
      'start CPU s',
      'bytes/s',
    ],
    steady.map((program) => steadyRow(program, base)),
  );
}

function readingRow({ steady, reading: { rounds } }) {
  const { cpu, count } = medians(rounds);
  // Named as what it is compared with: the CPU of an update.
  const updates = rounds.map((round) => ({ updateCpu: round.cpu }));
  return [
    figure(count),
    figure(cpu, 1, MILLISECOND),
    figure(cpu / count, 1, MILLISECOND * 1e3),
    figure(ratio(updates, roundsOf(steady, 'btop'), 'updateCpu'), 2),
    figure(ratio(updates, roundsOf(steady, 'htop'), 'updateCpu'), 2),
  ];
}

function steadyRow({ name, version, rounds }, base) {
  const middle = medians(rounds);
  return [
    `${name} ${version}`,
    figure(middle.cpu, 2, PERCENT),
    figure(ratio(rounds, base, 'cpu'), 2),
    figure(middle.updateCpu, 1, MILLISECOND),
    figure(middle.updates, 1),
    figure(middle.rss, 1, MEGABYTE),
    figure(ratio(rounds, base, 'rss'), 1),
    figure(middle.pss, 1, MEGABYTE),
    figure(middle.peak, 1, MEGABYTE),
    figure(middle.firstPaint, 2),
    figure(middle.startCpu, 2),
    figure(middle.bytes),
  ];
}

function onceRow({ name, rounds }) {
  const middle = medians(rounds);
  return [name, figure(middle.cpu, 0, MILLISECOND), figure(middle.elapsed, 0, MILLISECOND), figure(middle.peak, 1, MEGABYTE)];
}

function readDistribution() {
  return /^PRETTY_NAME="?(.*?)"?$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? os.type();
}
