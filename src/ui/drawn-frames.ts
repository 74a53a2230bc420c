import type { Frame } from '../monitor.ts';
import { createStore, type Store } from '../sampling/store.ts';
import type { Seconds } from '../units/quantity.ts';

/** The frames that are drawn: all of them; or some, where drawing each costs more than it is worth. */
export interface DrawnFrames {
  readonly frames: Store<Frame | undefined>;
  /** The next is the newest, at once. */
  catchUp(): void;
  close(): void;
}

/** How far apart frames are drawn while nobody looks: a pane that is in sight beside another must not look dead. */
export const RESTING_PACE: Seconds = 5;
/** Samples come a little early at times. */
const EARLY: Seconds = 0.05;

/** @param isResting whether nobody looks. What fires or is resolved is drawn at once nevertheless. */
export function drawSome(all: Store<Frame | undefined>, isResting: () => boolean): DrawnFrames {
  const frames = createStore(all.get());
  const close = all.subscribe(() => {
    const next = all.get();
    const last = frames.get();
    if (next === undefined || last === undefined || isDue(next, last)) frames.set(next);
  });
  return { frames, catchUp: () => frames.set(all.get()), close };

  function isDue(next: Frame, last: Frame): boolean {
    const slowed = next.sample.moment.thrift?.slowed.find(({ task }) => task === 'screen')?.every ?? 0;
    const pace = Math.max(slowed, isResting() ? RESTING_PACE : 0);
    const passed = next.sample.moment.monotonic - last.sample.moment.monotonic;
    return passed >= pace - EARLY || next.sample.moment.gap !== undefined || firingIn(next) !== firingIn(last);
  }
}

function firingIn({ alerts }: Frame): string {
  return alerts.firing.map(({ rule, item, severity }) => `${rule.text} ${item ?? ''} ${severity}`).join('\n');
}
