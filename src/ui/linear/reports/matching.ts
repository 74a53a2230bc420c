import { known } from '../../../metrics/outcome.ts';
import type { Frame } from '../../../monitor.ts';
import type { Process } from '../../../processes/process.ts';
import { parseQuery } from '../../../processes/query.ts';
import { printable } from '../../../units/cells.ts';
import { capital, sayBytes, sayCount, sayList, sayShare } from '../words.ts';

/** Those whom a query means, and what they take: the busiest first. Or why it means nobody. */
export type Matching = { readonly said: readonly string[] } | { readonly problem: string };

/** So many are told. */
const MOST = 8;

/** "2 processes: 11% of one core and 1.2 GiB together.", then each of them. */
export function sayMatching(text: string, { sample }: Frame): Matching {
  const query = parseQuery(text);
  if ('problem' in query) {
    const problem = capital(printable(query.problem));
    return { problem: problem.endsWith('?') ? problem : `${problem}.` };
  }
  if (query.close) return { problem: 'What processes read, write and have open is told on the screen only.' };
  const found = (known(sample.process)?.all ?? []).filter(query.matches);
  if (found.length === 0) return { problem: printable(`No process matches ${text}.`) };
  const first = found.toSorted((a, b) => usageOf(b) - usageOf(a) || b.resident - a.resident).slice(0, MOST);
  const rest = found.length - first.length;
  return {
    said: [
      `${sayCount(found.length, 'process', 'processes')}: ${sayShare(sum(found, usageOf))} of one core and ${sayBytes(sum(found, ({ resident }) => resident))}.`,
      printable(`${sayList([...first.map(sayOne), ...(rest > 0 ? [`${rest} more`] : [])])}.`),
    ],
  };
}

function sayOne(one: Process): string {
  return `${one.name} (${one.pid}) ${sayShare(usageOf(one))} ${sayBytes(one.resident)}`;
}

function usageOf({ usage }: Process): number {
  return usage ?? 0;
}

function sum(all: readonly Process[], amount: (one: Process) => number): number {
  return all.reduce((total, one) => total + amount(one), 0);
}
