import { describe, expect, it } from 'vitest';
import { panelNames } from '../../../src/config/settings.ts';
import { signalsOn } from '../../../src/control/signal.ts';
import { ok } from '../../../src/metrics/outcome.ts';
import type { Frame } from '../../../src/monitor.ts';
import { beginActing } from '../../../src/ui/acting/acting.ts';
import { beginInspection } from '../../../src/ui/detail/inspection.ts';
import { listProcesses } from '../../../src/ui/processes/listing.ts';
import { initialState, type ScreenState } from '../../../src/ui/screen-state.ts';
import { plain, textOf } from '../../harness/look.ts';
import { sampleAt } from '../../harness/sample.ts';
import { frameAt } from '../../harness/scene.ts';
import { aProcess } from '../../processes/processes.ts';

const [one, other] = [aProcess({ pid: 10, name: 'node', command: 'node --inspect' }), aProcess({ pid: 11, name: 'ffmpeg' })];
const frame: Frame = frameAt(0, { process: ok({ count: 2, all: [one, other] }) });
const control = { signals: signalsOn('linux'), ownPid: 99, send: never, renice: never };
const fresh = initialState(panelNames);
const start = { ...fresh, processes: { ...fresh.processes, selected: one.id } };

function never(): never {
  throw new Error('nothing is done here');
}

function act(state: ScreenState, action: Parameters<typeof beginActing>[1]) {
  const listed = { ...listProcesses(frame.sample.process, state.processes), height: 10 };
  return beginActing(state, action, { frame, listed, control });
}

describe('nothing begins to act upon a list that is out of sight', () => {
  it.each<readonly [string, Partial<ScreenState>]>([
    ['behind the help', { overlay: 'help' }],
    ['behind the alerts, and the detail behind them', { overlay: 'alerts', detail: beginInspection(one.id, frame) }],
    ['hidden', { visible: ['cpu'] }],
    ['behind another panel', { zoomed: true, focus: 'cpu' }],
  ])('%s', (_, changes) => {
    const state = { ...start, ...changes };
    for (const action of [{ type: 'signal' }, { type: 'renice', by: 1 }, { type: 'tag' }] as const) {
      expect(act(state, action)).toEqual({ state, news: { text: expect.stringContaining('out of sight'), tone: 'bad' } });
    }
  });
});

it('acts where the list is in sight', () => {
  expect(act(start, { type: 'signal' }).state.dialog?.title).toBe('send a signal');
  expect(act({ ...start, zoomed: true, focus: 'processes' }, { type: 'signal' }).state.dialog).toBeDefined();
});

it('copies the pid, and the command line or the name where there is none', () => {
  const copied = (state: ScreenState, what: 'pid' | 'command') => act(state, { type: 'copy', what }).errands;
  expect(copied(start, 'pid')).toEqual([{ type: 'copyText', text: '10', what: 'pid of node (10)' }]);
  expect(copied(start, 'command')).toEqual([{ type: 'copyText', text: 'node --inspect', what: 'command of node (10)' }]);
  const tagged = { ...start, processes: { ...start.processes, tagged: new Set([one.id, other.id]) } };
  expect(copied(tagged, 'command')).toEqual([
    { type: 'copyText', text: 'node --inspect\nffmpeg', what: 'command of 2 processes' },
  ]);
});

it('refuses what no signal can be sent to where it is meant alone, and else asks', () => {
  const kernel = { ...one, kernelThread: true };
  const whole = frameAt(0, { process: ok({ count: 2, all: [kernel, other] }) });
  const listed = { ...listProcesses(whole.sample.process, { ...start.processes, kernelThreads: true }), height: 10 };
  const begun = (tagged: readonly string[]) =>
    beginActing(
      { ...start, processes: { ...start.processes, kernelThreads: true, tagged: new Set(tagged) } },
      { type: 'signal' },
      { frame: whole, listed, control },
    );
  expect(begun([kernel.id])).toMatchObject({ news: { text: 'a thread of the kernel takes no signals', tone: 'bad' } });
  expect(begun([kernel.id, other.id])).toMatchObject({ state: { dialog: { title: 'send a signal' } } });
});

it('says that a thread is not acted on alone', () => {
  const task = { ...aProcess({ pid: 12, name: 'worker' }), process: 10 };
  const sample = sampleAt(0, { process: ok({ count: 2, all: [one, other], tasks: [task] }) });
  const state = { ...start, processes: { ...start.processes, threads: true, selected: task.id } };
  const listed = { ...listProcesses(sample.process, state.processes), height: 10 };
  const { news } = beginActing(state, { type: 'signal' }, { frame: { ...frame, sample }, listed, control });
  expect(news?.text).toContain('thread');
});

describe('where the filter hides some who are tagged', () => {
  const hiding = {
    ...start,
    processes: { ...start.processes, query: 'node', goodQuery: 'node', tagged: new Set([one.id, other.id]) },
  };
  const textIn = ({ state }: ReturnType<typeof act>) =>
    state.dialog?.draw(frame, { width: 100, height: 20 }, plain).map(textOf).join('\n');
  const HIDDEN = '1 of them is not in the list: hidden by the filter or a switch';

  it('the prompt of a signal says how many', () => {
    expect(textIn(act(hiding, { type: 'signal' }))).toContain(HIDDEN);
    expect(textIn(act(start, { type: 'signal' }))).not.toContain('hidden');
  });

  it('changing nice values asks first, and does it at Enter only', () => {
    const asked = act(hiding, { type: 'renice', by: 1 });
    expect(asked.errands).toBeUndefined();
    expect(textIn(asked)).toBe(`${HIDDEN}\nRaise the nice value of 2 processes: node (10), ffmpeg (11)?`);
    const press = (key: string) => asked.state.dialog?.press(key, frame, hiding.processes);
    expect(press('enter')).toEqual({ errands: [expect.objectContaining({ type: 'reniceTargets', by: 1 })] });
    expect(press('escape')).toEqual({});
    expect(press(']')?.errands).toBeUndefined();
    expect(press(']')?.dialog).toBe(asked.state.dialog);
  });

  it('it asks nothing where all are in sight', () => {
    const all = { ...hiding, processes: { ...hiding.processes, query: '', goodQuery: '' } };
    expect(act(all, { type: 'renice', by: -1 }).errands).toEqual([expect.objectContaining({ by: -1 })]);
  });
});

it('tags whom the detail shows, and nobody behind it', () => {
  const state = { ...start, detail: beginInspection(one.id, frame) };
  const once = act(state, { type: 'tag' });
  expect([...once.state.processes.tagged]).toEqual([one.id]);
  expect(once.state.processes.selected).toBe(one.id);
  expect(once.news?.text).toBe('tagged: node (10)');
  expect([...act(once.state, { type: 'tag' }).state.processes.tagged]).toEqual([]);
});
