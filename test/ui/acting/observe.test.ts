import { expect, it } from 'vitest';
import { panelNames } from '../../../src/config/settings.ts';
import { beginPursuit } from '../../../src/control/pursuit.ts';
import { signalsOn } from '../../../src/control/signal.ts';
import { targetOf } from '../../../src/control/target.ts';
import { ok } from '../../../src/metrics/outcome.ts';
import type { Frame } from '../../../src/monitor.ts';
import { observe } from '../../../src/ui/acting/observe.ts';
import { initialState } from '../../../src/ui/screen-state.ts';
import { frameAt } from '../../harness/scene.ts';
import { aProcess } from '../../processes/processes.ts';

const term = signalsOn('linux').find(({ name }) => name === 'TERM');

function pursuitOf(pid: number, name: string) {
  if (term === undefined) throw new Error('there is no TERM');
  const target = targetOf(aProcess({ pid, name }));
  return beginPursuit([{ target, act: { type: 'signal', signal: term }, at: -1, outcome: 'done' }], []) ?? [];
}

it('tells of all that became known with one sample', () => {
  const pursuits = [pursuitOf(10, 'node'), pursuitOf(11, 'ffmpeg')].flat();
  const frame: Frame = frameAt(0, { process: ok({ count: 0, all: [] }) });
  const { news, state } = observe({ ...initialState(panelNames), pursuits }, frame, 'k');
  expect(news).toEqual({ text: 'node (10) has ended; ffmpeg (11) has ended', tone: 'good' });
  expect(state.pursuits).toEqual([]);
});

it('goes on until it is known what became of it, and then offers KILL to what lives, once', () => {
  const all = [aProcess({ pid: 10, name: 'node' })];
  const start = { pursuits: [pursuitOf(10, 'node')].flat() };
  const soon = frameAt(0, { process: ok({ count: 1, all }) });
  const { state: waiting, news } = observe(start, soon, 'k');
  expect(news).toBeUndefined();
  expect(waiting.pursuits).not.toEqual(start.pursuits);
  expect(observe(waiting, soon, 'k').state).toBe(waiting);
  const late = frameAt(30, { process: ok({ count: 1, all: [...all] }) });
  const over = observe(waiting, late, 'k');
  expect(over.news).toMatchObject({ text: expect.stringMatching(/^node \(10\) .*; k offers KILL$/), tone: 'bad' });
  expect(observe(over.state, late, 'k')).toEqual({ state: over.state });
});
