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
 * The whole report, in Markdown. `steady`: each program's name, version and measurements, one a round; `once`: each command's name
 * and measurements; `absent`: programs that aren't installed.
 */
export function report({ machine, method, absent, steady, once }) {
  const base = steady.find(({ name }) => name === 'btop')?.rounds ?? [];
  return [
    '# What sysmon costs',
    [machine, `- ${method}`, ...absent.map(({ name }) => `- Not installed, so left out: ${name}`)].join('\n'),
    '## Programs that refresh once a second, with a terminal of 160×48',
    table(
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
    ),
    '## Programs that end',
    table(['', 'CPU ms', 'elapsed ms', 'peak MB'], once.map(onceRow)),
  ].join('\n\n');
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
