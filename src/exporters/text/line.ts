import type { Outcome } from '../../metrics/outcome.ts';
import { padCells, printable, truncateCells } from '../../units/cells.ts';
import { PERCENT_WIDTH, UNKNOWN } from '../../units/format.ts';

/** No line of the text output is longer. */
export const LINE_WIDTH = 100;

const LABEL_WIDTH = 11;

/** "Memory       45.2%  used …": what it is, one figure where there is one, and the rest. */
export function formatLine(label: string, figure: string, rest: string): string {
  const line = `${padCells(label, LABEL_WIDTH)} ${figure.padStart(PERCENT_WIDTH)}  ${printable(rest)}`;
  return truncateCells(line, LINE_WIDTH).trimEnd();
}

/** The lines of a metric; where it has no value, one that says why. What would help is told by the doctor. */
export function formatOutcome<T>(label: string, outcome: Outcome<T>, lines: (value: T) => readonly string[]): readonly string[] {
  if (outcome.state === 'ok') return lines(outcome.value);
  return [formatLine(label, UNKNOWN, outcome.state === 'failed' ? outcome.error : outcome.reason)];
}

/** So many things of a kind are listed in one block. */
const MOST = 6;

/** A line for each of the things that weigh most, in their own order; the last tells how many were left out. */
export function formatMost<T>(
  label: string,
  things: readonly T[],
  weight: (thing: T) => number | undefined,
  line: (thing: T) => string,
): readonly string[] {
  const heaviest = [...things].sort((a, b) => (weight(b) ?? -1) - (weight(a) ?? -1)).slice(0, MOST);
  const lines = things.filter((thing) => heaviest.includes(thing)).map(line);
  const left = things.length - lines.length;
  return left === 0 ? lines : [...lines, formatLine(label, '', `and ${left} more`)];
}

/** "Kernel      Linux 6.1.0-13-amd64 x86_64": what doesn't change. */
export function formatFact(label: string, fact: string): string {
  return truncateCells(`${padCells(label, LABEL_WIDTH)} ${printable(fact)}`, LINE_WIDTH);
}
