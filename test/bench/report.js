import { readFileSync } from 'node:fs';
import os from 'node:os';
import { figure, medians, ratio, table } from './figures.js';
import { marksTable, roundsOf } from './marks.js';
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

/** The heading of the part that a run without it leaves as it was. */
export const SOAK_HEADING = '## Memory over a day';

/**
 * The whole report, in Markdown. `crowds`: for each number of processes, each program's name, version and measurements, one a round
 * (`steady`), those of commands that end (`once`), and of the reading alone; `absent`: programs that aren't installed; `slopes`, and
 * `soak` where it was run: what those measured.
 */
export function report({ machine, method, absent, crowds, slopes, soak }) {
  const once = crowds.flatMap((crowd) => crowd.once);
  return [
    '# Benchmark',
    'What sysmon costs beside other monitors, written by `npm run bench`; measure your own machine, and take the ratios rather than the figures.',
    [machine, `- ${method}`, ...absent.map(({ name }) => `- Not installed, so left out: ${name}`)].join('\n'),
    '## The marks',
    marksTable({ crowds, soak }),
    ...crowds.flatMap(({ processes, steady }) => [
      `## ${processes} processes: programs that refresh once a second, with a terminal of 160×48`,
      steadyTable(steady),
    ]),
    '## Key to paint, ms',
    table(['', ...crowds.map(({ processes }) => `${processes} processes`)], keyRows(crowds)),
    '## More of everything: CPU ms a sample, drawn',
    'Of made machines, one sample after the other, with V8 warm and without what the kernel does: how it grows counts, not how much it is.',
    ...slopes.map(slopeTable),
    '## Reading and deriving all processes once',
    table(['processes', 'CPU ms', 'µs a process', '× all that btop does', '× all that htop does'], crowds.map(readingRow)),
    '## Programs that end',
    table(['', 'CPU ms', 'elapsed ms', 'peak MB'], once.map(onceRow)),
    ...(soak ? [SOAK_HEADING, soakPart(soak)] : []),
  ].join('\n\n');
}

/** A report as a file, in which a part that wasn't measured this time stands as it stood. */
export function keepSoak(text, before) {
  const start = before.indexOf(SOAK_HEADING);
  return text.includes(SOAK_HEADING) || start < 0 ? text : `${text}\n\n${before.slice(start).trimEnd()}`;
}

function steadyTable(steady) {
  const base = roundsOf({ steady }, 'btop');
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

function keyRows(crowds) {
  const [{ steady }] = crowds;
  return steady.flatMap(({ name, keys = {} }) =>
    Object.keys(keys).map((key) => [
      `${name}: ${key}`,
      ...crowds.map((crowd) => figure(medians(roundsOf(crowd, name))[key], 0, MILLISECOND)),
    ]),
  );
}

function slopeTable({ thing, points }) {
  const [first] = points;
  return table(
    [thing, 'CPU ms', 'µs for each more'],
    points.map(({ number, cpu }) => [
      String(number),
      figure(cpu, 2, MILLISECOND),
      number === first.number ? '' : figure((cpu - first.cpu) / (number - first.number), 1, 1e6),
    ]),
  );
}

function soakPart({ stands }) {
  const [first] = stands;
  const growth = (value, start) => `${value >= start ? '+' : ''}${figure(value / start - 1, 1, PERCENT)} %`;
  return [
    'Of a made machine on which processes come and go, sampled and drawn as fast as can be by a clock of its own; garbage collected before each look.',
    table(
      ['samples', 'heap MB', 'since the first', 'resident MB', 'since the first'],
      stands.map(({ samples, heap, rss }) => [
        String(samples),
        figure(heap, 1, MEGABYTE),
        growth(heap, first.heap),
        figure(rss, 1, MEGABYTE),
        growth(rss, first.rss),
      ]),
    ),
  ].join('\n\n');
}

function readingRow(crowd) {
  const { rounds } = crowd.reading;
  const { cpu, count } = medians(rounds);
  // Named as what it is compared with: the CPU of an update.
  const updates = rounds.map((round) => ({ updateCpu: round.cpu }));
  return [
    figure(count),
    figure(cpu, 1, MILLISECOND),
    figure(cpu / count, 1, MILLISECOND * 1e3),
    figure(ratio(updates, roundsOf(crowd, 'btop'), 'updateCpu'), 2),
    figure(ratio(updates, roundsOf(crowd, 'htop'), 'updateCpu'), 2),
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
