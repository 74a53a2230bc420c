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

it('tells of all that became known with one sample', () => {
  const pursuits = [aProcess({ pid: 10, name: 'node' }), aProcess({ pid: 11, name: 'ffmpeg' })].flatMap((one) => {
    if (term === undefined) return [];
    const deed = { target: targetOf(one), act: { type: 'signal', signal: term }, at: -1, outcome: 'done' } as const;
    return beginPursuit([deed], []) ?? [];
  });
  const frame: Frame = frameAt(0, { process: ok({ count: 0, all: [] }) });
  const { news, state } = observe({ ...initialState(panelNames), pursuits }, frame, 'k');
  expect(news).toEqual({ text: 'node (10) has ended; ffmpeg (11) has ended', tone: 'good' });
  expect(state.pursuits).toEqual([]);
});
