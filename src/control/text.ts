import { printable } from '../units/cells.ts';
import type { Act, Deed, Result } from './deed.ts';
import { formatNames, formatShort, formatTarget } from './naming.ts';
import type { Signal } from './signal.ts';
import type { Target } from './target.ts';

/** "Send TERM to node (pid 4211, root, running for 3 h 2 m)?" */
export function formatPrompt(targets: readonly Target[], signal: Signal): string {
  return `Send ${signal.name} to ${formatWhom(targets)}?`;
}

/** "Raise the nice value of 2 processes: node (4211), sh (4212)?" */
export function formatNicePrompt(targets: readonly Target[], by: number): string {
  return `${by > 0 ? 'Raise' : 'Lower'} the nice value of ${formatWhom(targets)}?`;
}

function formatWhom(targets: readonly Target[]): string {
  const [first, ...others] = targets;
  return first && others.length === 0 ? formatTarget(first) : `${targets.length} processes: ${formatNames(targets)}`;
}

/** One line: what was done at once, and what was not, and why. The deeds are of one act. */
export function formatDeeds(deeds: readonly Deed[]): string {
  const groups = OUTCOMES.map((outcome) => deeds.filter((deed) => deed.outcome === outcome));
  return groups.flatMap(([first, ...others]) => (first ? [formatGroup(first, others)] : [])).join('; ');
}

/** In the order in which they are told. */
const OUTCOMES: readonly Result['outcome'][] = ['done', 'gone', 'another', 'forbidden', 'failed'];

function formatGroup(first: Deed, others: readonly Deed[]): string {
  if (others.length === 0) return formatDeed(first);
  const targets = [first, ...others].map(({ target }) => target);
  const [count, whom] = [targets.length, formatNames(targets)];
  const { act } = first;
  switch (first.outcome) {
    case 'done':
      return act.type === 'signal'
        ? `sent ${act.signal.name} to ${count} processes`
        : `changed the nice value of ${count} processes`;
    case 'gone':
      return `${count} had ended before: ${whom}`;
    case 'another':
      return `${count} pids are other processes now, ${nothing(act)} there: ${whom}`;
    case 'forbidden':
      return `not permitted to ${verb(act)} ${count}: ${whom}, which needs ${first.needs}`;
    case 'failed':
      return `can't ${verb(act)} ${count}: ${whom}: ${first.error}`;
  }
}

function formatDeed(deed: Deed): string {
  const { act, target } = deed;
  const whom = formatShort(target);
  switch (deed.outcome) {
    case 'done':
      return act.type === 'signal'
        ? `sent ${act.signal.name} to ${whom}${deed.stopped ? aboutStopped(act.signal) : ''}`
        : `the nice value of ${whom} is ${formatNice(deed.nice)}`;
    case 'gone':
      return deed.parent === undefined
        ? `${whom} had ended before: ${nothing(act)}`
        : `${whom} had ended before; its parent (pid ${deed.parent}) hasn't reaped it`;
    case 'another':
      return printable(`pid ${target.pid} is another process now (${who(deed.name, target.name)}): ${nothing(act)}`);
    case 'forbidden':
      return `not permitted to ${verb(act)} ${whom}${target.user ? printable(` of ${target.user}`) : ''}: needs ${deed.needs}`;
    case 'failed':
      return `can't ${verb(act)} ${whom}: ${printable(deed.error)}`;
  }
}

function who(now: string, before: string): string {
  return now === before ? 'of the same name' : `${now}, not ${before}`;
}

function aboutStopped({ aim, name }: Signal): string {
  switch (aim) {
    case 'end':
      return name === 'KILL' ? '' : ', and CONT, as it was stopped';
    case 'tell':
      return ', which is stopped: it gets it when it continues';
    case 'stop':
      return ', which was stopped already';
    case 'continue':
      return '';
  }
}

function verb(act: Act): string {
  return act.type === 'signal' ? `send ${act.signal.name} to` : 'change the nice value of';
}

function nothing(act: Act): string {
  return act.type === 'signal' ? 'nothing was sent' : 'nothing was changed';
}

function formatNice(nice: number | undefined): string {
  return nice === undefined ? 'changed' : `now ${nice}`.replace('-', '−');
}
