import { isOver, type Pursuit, pursue, survivorsOf } from '../../control/pursuit.ts';
import { formatPursuit } from '../../control/pursuit-text.ts';
import { known } from '../../metrics/outcome.ts';
import type { Frame } from '../../monitor.ts';
import type { News, ScreenState } from '../screen-state.ts';

/** Pure: what a new frame tells of those that signals were sent to. The same state where it is nothing new. */
export function observe<S extends Pick<ScreenState, 'pursuits'>>(
  state: S,
  frame: Frame,
  killKey: string | undefined,
): { state: S; news?: News } {
  if (state.pursuits.length === 0) return { state };
  const processes = known(frame.sample.process)?.all;
  if (processes === undefined) return { state };
  const listed = new Set(processes.map(({ id }) => id));
  const looked = state.pursuits.map((before) => ({ before, now: pursue(before, processes, frame.sample.moment.monotonic) }));
  const ended = looked.filter(({ before, now }) => !isOver(before) && isOver(now)).map(({ now }) => now);
  // Of what is over, those are remembered that outlived it: whoever signals them again is offered KILL.
  const pursuits = looked
    .map(({ now }) => now)
    .filter((one) => !isOver(one) || survivorsOf(one).some(({ id }) => listed.has(id)));
  const same = pursuits.length === state.pursuits.length && pursuits.every((one, i) => one === state.pursuits[i]);
  const news = ended.length > 0 ? joinNews(ended.map((one) => tellOf(one, killKey))) : undefined;
  return { state: same ? state : { ...state, pursuits }, ...(news && { news }) };
}

function tellOf(pursuit: Pursuit, killKey: string | undefined): News {
  const lives = survivorsOf(pursuit).length > 0;
  const offer = lives && killKey !== undefined ? `; ${killKey} offers KILL` : '';
  const good = pursuit.signal.aim === 'tell' || pursuit.chased.every(({ fate }) => fate.is !== 'alive');
  return { text: `${formatPursuit(pursuit)}${offer}`, tone: good ? 'good' : 'bad' };
}

/** What became known at once is told at once. */
function joinNews(all: readonly News[]): News {
  return { text: all.map(({ text }) => text).join('; '), tone: all.every(({ tone }) => tone === 'good') ? 'good' : 'bad' };
}
