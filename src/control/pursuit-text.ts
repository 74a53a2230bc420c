import { formatDuration } from '../units/format.ts';
import { formatNames, formatShort } from './naming.ts';
import { type Chased, type Fate, GRACE, type Pursuit } from './pursuit.ts';
import type { Signal } from './signal.ts';

/** One line: what became of those that a signal was sent to: "3 ended, 1 still alive: node (4211)". */
export function formatPursuit({ signal, chased }: Pursuit): string {
  const [first, ...others] = chased;
  if (first && others.length === 0) return `${formatShort(first.target)} ${verdict(first.fate, signal)}`;
  const groups = FATES.map((is) => chased.filter(({ fate }) => fate.is === is));
  return groups.flatMap((group) => (group.length > 0 ? [formatFates(group, signal)] : [])).join(', ');
}

/** In the order in which they are told. */
const FATES: readonly Fate['is'][] = ['ended', 'zombie', 'stopped', 'continued', 'pending', 'alive'];

function verdict(fate: Fate, signal: Signal): string {
  switch (fate.is) {
    case 'pending':
      return `has got ${signal.name}`;
    case 'ended':
      return 'has ended';
    case 'zombie':
      return `has ended; its parent (pid ${fate.parent}) hasn't reaped it`;
    case 'stopped':
      return 'is stopped';
    case 'continued':
      return 'runs again';
    case 'alive':
      return `${LIVES[signal.aim]}${signal.aim === 'tell' ? '' : ` ${formatDuration(GRACE)} after ${signal.name}`}${stuck(fate.state)}`;
  }
}

/** What it is said to do where it does not do what the signal wants. */
const LIVES: Readonly<Record<Signal['aim'], string>> = {
  end: 'is still alive',
  stop: 'is still running',
  continue: 'is still stopped',
  tell: 'is alive',
};

/** No signal reaches what waits uninterruptibly. */
function stuck(state: string): string {
  return state === 'D' ? ', waiting for a device in the kernel' : '';
}

function formatFates(group: readonly Chased[], signal: Signal): string {
  const count = group.length;
  const whom = formatNames(group.map(({ target }) => target));
  switch (group[0]?.fate.is) {
    case 'zombie':
      return `${count} ended and not reaped by ${count === 1 ? 'its parent' : 'their parents'}: ${whom}`;
    case 'stopped':
      return `${count} stopped`;
    case 'continued':
      return `${count} running again`;
    case 'pending':
      return `${count} not yet: ${whom}`;
    case 'alive':
      return `${count} ${LIVES[signal.aim].replace('is ', '')}: ${whom}`;
    case 'ended':
    case undefined:
      return `${count} ended`;
  }
}
