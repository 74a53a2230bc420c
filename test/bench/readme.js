import { readFileSync, writeFileSync } from 'node:fs';
import { figure, medians, table } from './figures.js';
import { roundsOf } from './marks.js';

const README = new URL('../../README.md', import.meta.url);
const [BEGIN, END] = ['<!-- Written by npm run bench -->', '<!-- end -->'];

/** Puts what was measured into the README, between the two marks there. */
export function writeReadme(measured) {
  const before = readFileSync(README, 'utf8');
  writeFileSync(README, withFigures(before, measured));
}

/** Throws where the text has no place for it. */
export function withFigures(text, { machine, crowds }) {
  const [start, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`README.md has no "${BEGIN}" with "${END}" behind it`);
  return `${text.slice(0, start + BEGIN.length)}\n\n${machine}\n\n${shortTable(crowds)}\n\n${text.slice(end)}`;
}

function shortTable(crowds) {
  const [first] = crowds;
  return table(
    ['', ...crowds.map(({ processes }) => `CPU %, ${processes} processes`), 'resident MB', 'first paint s', 'kB/s'],
    first.steady.map(({ name, version }) => {
      const middle = medians(roundsOf(first, name));
      return [
        `${name} ${version}`,
        ...crowds.map((crowd) => figure(medians(roundsOf(crowd, name)).cpu, 2, 100)),
        figure(middle.rss, 0, 1e-6),
        figure(middle.firstPaint, 2),
        figure(middle.bytes, 1, 1e-3),
      ];
    }),
  );
}
