import { printable } from '../units/cells.ts';
import { formatDuration } from '../units/format.ts';
import type { Target } from './target.ts';

/** "node (pid 4211, root, running for 3 h 2 m)"; what isn't known is left out. */
export function formatTarget({ name, pid, user, age }: Target): string {
  const facts = [`pid ${pid}`, ...(user ? [user] : []), ...(age === undefined ? [] : [`running for ${formatDuration(age)}`])];
  return printable(`${name} (${facts.join(', ')})`);
}

/** "node (4211)". */
export function formatShort({ name, pid }: Target): string {
  return printable(`${name} (${pid})`);
}

/** "node (4211), sh (4212), sleep (4213) and 2 more". */
export function formatNames(targets: readonly Target[]): string {
  const more = targets.length - NAMED;
  return `${targets.slice(0, NAMED).map(formatShort).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The ones that {@link formatNames} leaves out: "and node (4214), sh (4215)"; empty where it names all. */
export function formatOthers(targets: readonly Target[]): string {
  const others = targets.slice(NAMED);
  return others.length === 0 ? '' : `and ${others.map(formatShort).join(', ')}`;
}

/** "2 of them are not in the list: hidden by the filter or a switch"; undefined where all are. */
export function formatHidden(hidden: number, all: number): string | undefined {
  if (hidden === 0) return undefined;
  const who = all === 1 ? 'it is' : hidden === all ? 'none of them is' : `${hidden} of them ${hidden === 1 ? 'is' : 'are'}`;
  return `${who} ${hidden === all && all > 1 ? '' : 'not '}in the list: hidden by the filter or a switch`;
}

/** So many are named in a line. */
const NAMED = 3;
