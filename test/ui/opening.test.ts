import { describe, expect, it } from 'vitest';
import { panelNames } from '../../src/config/settings.ts';
import type { Action } from '../../src/keymap/action.ts';
import { inspectNothing } from '../../src/metrics/process/detail/detail.ts';
import type { Frame } from '../../src/monitor.ts';
import { askFacts } from '../../src/ui/detail/inspection.ts';
import { listProcesses } from '../../src/ui/processes/listing.ts';
import { reduceScreen } from '../../src/ui/reduce-screen.ts';
import { initialState, type ScreenState } from '../../src/ui/screen-state.ts';
import type { Situation } from '../../src/ui/situation.ts';
import { processOf, sampleAt } from '../harness/sample.ts';
import { frameAt, situationWith } from '../harness/scene.ts';

const all = [
  processOf(3, { name: 'node', user: 'eva' }),
  processOf(4, { name: "it's", user: 'eva' }),
  processOf(5, { name: 'node', user: 'root' }),
];
const frame: Frame = frameAt(7, { process: { count: 3, all } });
const start = initialState(panelNames);
const OPEN: Action = { type: 'open' };

function act(state: ScreenState, ...actions: readonly Action[]): ScreenState {
  return actions.reduce((before, action) => reduceScreen(before, action, situationOf(before)), state);
}
const situationOf = ({ processes }: ScreenState): Situation =>
  situationWith({ frame, listed: { ...listProcesses(frame.sample.process, processes), height: 3 } });
const select = (state: ScreenState, selected: string): ScreenState => ({ ...state, processes: { ...state.processes, selected } });
const listed = ({ processes }: ScreenState) =>
  listProcesses(frame.sample.process, processes)
    .rows(0, 99)
    .map(({ pid }) => pid);

describe('opening', () => {
  it('a selected process shows its detail, and Esc goes back to where it was selected', () => {
    const opened = act(select(start, '4@1'), OPEN);
    expect(opened.detail?.process.pid).toBe(4);
    expect(act(opened, { type: 'back' })).toEqual(select(start, '4@1'));
  });

  it('a thread shows the detail of its process', () => {
    const tasks = [{ ...processOf(40, { name: 'worker' }), process: 4 }];
    const sample = sampleAt(7, { process: { count: 3, all, tasks } });
    const state = select({ ...start, processes: { ...start.processes, threads: true } }, '40@1');
    const listing = { ...listProcesses(sample.process, state.processes), height: 9 };
    expect(listing.ids).toContain('40@1');
    const opened = reduceScreen(state, OPEN, { ...situationOf(state), frame: { ...frame, sample }, listed: listing });
    expect(opened.detail?.process.pid).toBe(4);
  });

  it('zooms the focused panel where no process is selected, or none is in sight', () => {
    expect(act(start, OPEN)).toMatchObject({ zoomed: true, detail: undefined });
    const zoomed = select({ ...start, zoomed: true, focus: 'cpu' }, '4@1');
    expect(act(zoomed, OPEN)).toMatchObject({ zoomed: false, detail: undefined });
  });

  it('does nothing behind help', () => {
    const helped = act(select(start, '4@1'), { type: 'show', overlay: 'help' });
    expect(act(helped, OPEN)).toBe(helped);
  });

  it('does nothing with a process that has ended', () => {
    expect(act(select(start, '9@1'), OPEN)).toEqual(select(start, '9@1'));
  });

  it('shows of a paused picture what stood there', () => {
    const still: Frame = { ...frame, sample: sampleAt(3, { process: { count: 1, all: [processOf(9)] } }) };
    expect(act({ ...select(start, '9@1'), paused: still }, OPEN).detail?.process.pid).toBe(9);
  });

  it('lists the members of a group', () => {
    const grouped = act(start, { type: 'arrange', as: 'name' });
    const node = act(select(grouped, 'name node'), OPEN);
    expect(node).toMatchObject({ detail: undefined, processes: { shape: 'flat', query: 'name="node"' } });
    expect(listed(node)).toEqual([3, 5]);
    const further = act(select(act(node, { type: 'arrange', as: 'user' }), 'user eva'), OPEN);
    expect(further.processes.query).toBe('(name="node") and user="eva"');
    expect(listed(further)).toEqual([3]);
    expect(listed(act(select(grouped, "name it's"), OPEN))).toEqual([4]);
  });

  it('leaves a group alone that has nothing in common', () => {
    const grouped = select(act(start, { type: 'arrange', as: 'unit' }), 'unit (no container or unit)');
    expect(act(grouped, OPEN)).toEqual(grouped);
  });
});

describe('an open detail', () => {
  const opened = act(select(start, '4@1'), OPEN);

  it('is scrolled by the cursor keys, and keeps its process selected', () => {
    const scrolled = act(opened, { type: 'scroll', by: 'page' }, { type: 'scroll', by: 'line' });
    expect(scrolled.scroll).toBe(11);
    for (const action of [
      { type: 'arrange', as: 'tree' },
      { type: 'sort', by: 'name' },
      { type: 'moveFocus', by: 1 },
      { type: 'zoom' },
      { type: 'open' },
    ] as const) {
      expect(act(scrolled, action)).toBe(scrolled);
    }
  });

  it('comes back from behind help', () => {
    const behind = act(opened, { type: 'show', overlay: 'help' });
    expect(act(behind, { type: 'back' })).toMatchObject({ overlay: undefined, detail: { process: { pid: 4 } } });
  });

  it('goes where a query is typed', () => {
    expect(act(opened, { type: 'editQuery' }).detail).toBeUndefined();
  });

  it('says where no more than the list is known', () => {
    const { detail } = opened;
    expect(detail && askFacts(detail, inspectNothing).facts).toMatchObject({ state: 'unavailable' });
  });
});
