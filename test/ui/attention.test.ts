import { afterEach, describe, expect, it } from 'vitest';
import { panelNames } from '../../src/config/settings.ts';
import type { Attention } from '../../src/metrics/process/attention.ts';
import type { Frame } from '../../src/monitor.ts';
import { attentionOf } from '../../src/ui/attention.ts';
import { beginInspection } from '../../src/ui/detail/inspection.ts';
import { listProcesses } from '../../src/ui/processes/listing.ts';
import type { ProcessView } from '../../src/ui/processes/view.ts';
import { initialState, type ScreenState } from '../../src/ui/screen-state.ts';
import { household } from '../harness/household.ts';
import { monitorShowing } from '../harness/monitor.ts';
import { processOf, sampleAt } from '../harness/sample.ts';
import { frameAt } from '../harness/scene.ts';
import { openTestScreen, type TestScreen } from '../harness/screen.tsx';

const frame: Frame = frameAt(0, household());
const start = initialState(panelNames);
const WIDE = { width: 160, height: 48 };
const SMALL = { width: 80, height: 24 };
const looking = (view: Partial<ProcessView> = {}, size = WIDE, changes: Partial<ScreenState> = {}) => {
  const state = { ...start, ...changes, processes: { ...start.processes, ...view } };
  return attentionOf(state, frame, listProcesses(frame.sample.process, state.processes), size);
};
const pids = ({ closely }: Attention) => (closely === 'all' ? closely : [...closely]);
const zoomed = { zoomed: true, focus: 'processes' } as const;

describe('what is looked at closely', () => {
  it('are the rows in sight, where a column tells what takes a close look', () => {
    expect(pids(looking({}, { width: 160, height: 30 }, zoomed)).slice(0, 3)).toEqual([101, 102, 524]);
    expect(pids(looking({}, { width: 160, height: 30 }, zoomed))).toHaveLength(25);
    expect(pids(looking({ offset: 20 }, { width: 160, height: 14 }, zoomed))).toEqual([
      506, 505, 504, 503, 502, 501, 1, 100, 500,
    ]);
  });

  it('is nobody where no such column is shown, nor the list', () => {
    expect(pids(looking({ columns: ['pid', 'cpu', 'command'] }))).toEqual([]);
    expect(pids(looking({}, SMALL))).toEqual([]);
    expect(pids(looking({}, { width: 40, height: 12 }))).toEqual([]);
    expect(pids(looking({}, WIDE, { zoomed: true, focus: 'cpu' }))).toEqual([]);
    expect(pids(looking({}, WIDE, { visible: ['cpu'] }))).toEqual([]);
  });

  it('are all in a group that is seen, and in a folded branch', () => {
    const groups = looking({ shape: 'user', query: 'user=ada', goodQuery: 'user=ada' });
    expect(pids(groups)).toEqual([101, 102, 100]);
    const branch = looking({ shape: 'tree', folded: new Set(['100@100']), query: 'node', goodQuery: 'node' });
    expect(pids(branch)).toEqual([1, 100, 101, 102]);
  });

  it('are all where the order or what is looked for depends on it', () => {
    expect(pids(looking({ sort: 'io' }))).toBe('all');
    expect(pids(looking({ query: 'io>1M', goodQuery: 'io>1M' }, SMALL))).toBe('all');
    // While the query can't be read, the last good one counts.
    expect(pids(looking({ query: 'io>1M and (', goodQuery: 'io>1M' }, SMALL))).toBe('all');
    expect(pids(looking({ find: { query: 'files>10', open: true } }, SMALL))).toBe('all');
    expect(pids(looking({ find: { query: 'files>10', open: false } }, SMALL))).toEqual([]);
    expect(pids(looking({ sort: 'io' }, WIDE, { visible: ['cpu'] }))).toEqual([]);
  });

  it('is the process whose detail is open, too', () => {
    const detail = beginInspection('100@100', frame);
    expect(pids(looking({}, SMALL, { detail }))).toEqual([100]);
  });

  it('are those at work, or waiting for a disk, where charts name who uses the disks', () => {
    const all = [
      processOf(1),
      processOf(2, { usage: 0.1 }),
      processOf(3, { usage: 0, state: 'D' }),
      processOf(4, { usage: 0, kernelThread: true }),
    ];
    const busy = { ...frame, sample: sampleAt(0, { process: { count: 4, all } }) };
    const state: ScreenState = { ...start, zoomed: true, focus: 'disks' };
    const closely = (changes: Partial<ScreenState>) =>
      pids(attentionOf({ ...state, ...changes }, busy, listProcesses(busy.sample.process, state.processes), WIDE));
    expect(closely({})).toEqual([2, 3]);
    expect(closely({ focus: 'network' })).toEqual([]);
    expect(closely({ overlay: 'help' })).toEqual([]);
  });

  it('are threads where they are shown one by one', () => {
    expect(looking().threads).toBe(false);
    expect(looking({ threads: true }).threads).toBe(true);
    expect(looking({ threads: true, shape: 'tree' }).threads).toBe(true);
    expect(looking({ threads: true, shape: 'user' }).threads).toBe(false);
    expect(looking({ threads: true }, WIDE, { visible: ['cpu'] }).threads).toBe(false);
  });
});

describe('the screen', () => {
  let screen: TestScreen;
  afterEach(async () => {
    screen?.close();
    await screen?.done;
  });

  it('says what it looks at, again after each key that changes it', async () => {
    const asked: Attention[] = [];
    const monitor = { ...monitorShowing(frame), attend: (attention: Attention) => void asked.push(attention) };
    screen = openTestScreen(monitor, { columns: 160, rows: 48 });
    await screen.waitFor('IO/s');
    await screen.waitFor(() => asked.length > 0);
    expect(asked.at(-1)).toEqual(looking());
    screen.press('H', '/io>1M');
    await screen.waitFor(() => asked.at(-1)?.closely === 'all');
    expect(asked.at(-1)).toEqual({ closely: 'all', threads: true });
  });
});
