import { expect, it } from 'vitest';
import { type Alert, NO_ALERTS } from '../../src/alerts/alert.ts';
import { parseRule } from '../../src/alerts/rule.ts';
import type { Frame } from '../../src/monitor.ts';
import { createTracks } from '../../src/processes/track.ts';
import { createStore } from '../../src/sampling/store.ts';
import { drawSome } from '../../src/ui/drawn-frames.ts';
import { sampleAt } from '../harness/sample.ts';

const fired: Alert = { rule: parseRule('cpu.usage > 80%'), severity: 'warning', since: 0, length: 1, value: 0.9, peak: 0.9 };

/** Frames a second apart; tells at which seconds one is drawn. */
function draw(seconds: number, frameAt: (second: number) => Partial<Frame>, isResting: (second: number) => boolean) {
  const all = createStore<Frame | undefined>(undefined);
  let now = 0;
  const drawn: number[] = [];
  const some = drawSome(all, () => isResting(now));
  some.frames.subscribe(() => drawn.push(now));
  for (now = 0; now < seconds; now++) {
    const sample = sampleAt(now - 0.01 * (now % 3));
    all.set({ sample, history: [sample], alerts: NO_ALERTS, tracks: createTracks(), ...frameAt(now) });
  }
  return { drawn, some, all };
}

it('all frames are drawn while somebody looks', () => {
  expect(
    draw(
      4,
      () => ({}),
      () => false,
    ).drawn,
  ).toEqual([0, 1, 2, 3]);
});

it('one in five seconds is while nobody does, and again all from when somebody does', () => {
  expect(
    draw(
      14,
      () => ({}),
      (now) => now < 11,
    ).drawn,
  ).toEqual([0, 5, 10, 11, 12, 13]);
});

it('what fires, and what is resolved, is drawn at once', () => {
  const { drawn } = draw(
    9,
    (now) => ({ alerts: { firing: now >= 2 && now < 4 ? [fired] : [], resolved: [] } }),
    () => true,
  );
  expect(drawn).toEqual([0, 2, 4]);
});

it('fewer are where a budget slows the drawing', () => {
  const slowed = (now: number): Partial<Frame> => {
    const { moment, ...rest } = sampleAt(now);
    const thrift = { budget: 0.01, slowed: [{ task: 'screen' as const, every: 4, usual: 1 }], exceeded: false };
    return { sample: { moment: { ...moment, thrift }, ...rest } };
  };
  expect(draw(9, slowed, () => false).drawn).toEqual([0, 4, 8]);
});

it('the newest can be asked for, and none comes after the end', () => {
  const { drawn, some, all } = draw(
    3,
    () => ({}),
    () => true,
  );
  some.catchUp();
  expect(drawn).toEqual([0, 3]);
  expect(some.frames.get()).toBe(all.get());
  some.close();
  const sample = sampleAt(1000);
  all.set({ sample, history: [sample], alerts: NO_ALERTS, tracks: createTracks() });
  expect(drawn).toEqual([0, 3]);
});
