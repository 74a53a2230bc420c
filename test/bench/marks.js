import { figure, medians, ratio, table } from './figures.js';

/** What is wanted of the live view, and of a document; each with the figure that was measured. Nothing fails by it. */
export function marksTable({ crowds, soak }) {
  const all = crowds.map((crowd) => ({ ...crowd, rounds: roundsOf(crowd, 'sysmon'), btop: roundsOf(crowd, 'btop') }));
  const [first] = all;
  const middle = medians(first.rounds);
  const json = medians(first.once[0].rounds);
  const keys = Math.max(
    ...all.flatMap(({ rounds }) => Object.entries(medians(rounds)).flatMap(([name, value]) => (KEYS.has(name) ? [value] : []))),
  );
  return table(
    ['sysmon', 'mark', 'measured', 'met'],
    [
      ...all.map(({ processes, rounds, btop }) =>
        mark(`CPU at ${processes} processes`, ratio(rounds, btop, 'cpu'), 1, (value) => `${figure(value, 2)} × btop`),
      ),
      mark('resident memory', middle.rss, 60e6, (value) => `${figure(value, 0, 1e-6)} MB`),
      mark('first paint', middle.firstPaint, 0.2, (value) => `${figure(value, 2)} s`),
      mark('CPU of `--json`', json.cpu, 0.12, (value) => `${figure(value, 2)} s`),
      mark('memory of `--json`', json.peak, 50e6, (value) => `${figure(value, 0, 1e-6)} MB`),
      mark('to the terminal', middle.bytes, 19_000, (value) => `${figure(value, 1, 1e-3)} kB/s`),
      mark('slowest key to paint', keys, 0.03, (value) => `${figure(value, 0, 1e3)} ms`),
      ...Object.entries(soak?.growth ?? {}).map(([name, growth]) =>
        mark(`${name} after ${soak.samples} samples`, growth, 0.05, formatGrowth),
      ),
    ],
  );
}

function formatGrowth(value) {
  return `${value > 0 ? '+' : ''}${figure(value, 1, 100)} %`;
}

const KEYS = new Set(['cursor', 'sort', 'tree']);

function mark(what, value, most, format) {
  return [
    what,
    `at most ${format(most)}`,
    value === undefined ? '' : format(value),
    value === undefined ? '' : value <= most ? 'yes' : 'no',
  ];
}

/** A program's measurements among so many processes; none where it wasn't measured. */
export function roundsOf({ steady }, wanted) {
  return steady.find(({ name }) => name === wanted)?.rounds ?? [];
}
