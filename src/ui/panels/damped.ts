import type { History } from '../../sampling/history.ts';
import type { Sample } from '../../sampling/sample.ts';
import { beginDamping, type Damping, dampedTop, follow } from '../draw/damping.ts';
import { type Probe, seriesOf } from './series.ts';

/** How far the scale of a value has followed the history that was drawn last. */
interface Followed {
  readonly history: History;
  /** All but its last sample, which may still grow where it holds the largest values of a time. */
  readonly settled: Damping;
  readonly settledAt: Sample | undefined;
  readonly now: Damping;
}

const followed = new WeakMap<Probe, Followed>();

/**
 * The top of the graph of a value that knows no limit. It goes on from where it was: begun anew from the oldest sample that is still
 * kept, it would be another with each one that is dropped.
 * @param floor the same each time.
 */
export function damped(history: History, probe: Probe, floor: number): number {
  let known = followed.get(probe);
  if (known?.history !== history) {
    known = followOn(known, history, probe, floor);
    followed.set(probe, known);
  }
  return dampedTop(known.now);
}

function followOn(before: Followed | undefined, history: History, probe: Probe, floor: number): Followed {
  const series = seriesOf(history, probe);
  const last = history.length - 1;
  const at = before?.settledAt === undefined ? -1 : history.lastIndexOf(before.settledAt);
  let settled = before && at >= 0 ? before.settled : beginDamping(floor);
  for (let i = at + 1; i < last; i++) settled = follow(settled, series[i], floor);
  return { history, settled, settledAt: history[last - 1], now: last < 0 ? settled : follow(settled, series[last], floor) };
}
