import { describe, expect, it } from 'vitest';
import { panelNames } from '../../src/config/settings.ts';
import type { Frame } from '../../src/monitor.ts';
import type { Dialog } from '../../src/ui/dialog.ts';
import type { MouseReport } from '../../src/ui/mouse.ts';
import { point } from '../../src/ui/point.ts';
import type { Step } from '../../src/ui/press.ts';
import { initialState, type ScreenState } from '../../src/ui/screen-state.ts';
import { plain } from '../harness/look.ts';
import { processOf } from '../harness/sample.ts';
import { frameAt, sceneOf, situationWith } from '../harness/scene.ts';

const all = Array.from({ length: 40 }, (_, i) => processOf(i + 1, { usage: (40 - i) / 100 }));
const frame: Frame = frameAt(7, { process: { count: 40, all } });
const start = { ...initialState(['processes']), focus: 'processes' as const };
const ids = all.map(({ id }) => id);
/** Of the screen of 80×24 on which the list stands alone: the row of its head, and how many processes it has room for. */
const HEAD = 2;
const HEIGHT = 19;

function pointed(state: ScreenState, report: MouseReport): Step {
  const scene = sceneOf(frame, [80, 24], state);
  const listed = { ...scene.processes.listing, height: HEIGHT };
  const situation = situationWith({ frame, page: 18, end: 10, listed });
  return point(scene, report, plain, situation);
}

const pressAt = (x: number, y: number, button: 'left' | 'middle' | 'right' = 'left'): MouseReport => ({
  kind: 'press',
  button,
  x,
  y,
});
const wheelAt = (x: number, y: number, by: 1 | -1): MouseReport => ({ kind: 'wheel', by, x, y });
const withView = (changes: Partial<ScreenState['processes']>, state: ScreenState = start): ScreenState => ({
  ...state,
  processes: { ...state.processes, ...changes },
});

describe('the left button', () => {
  it('selects the process in whose row it is pressed, and opens the detail of the selected one', () => {
    const once = pointed(start, pressAt(20, HEAD + 3)).state;
    expect(once.processes.selected).toBe(ids[2]);
    expect(once.detail).toBeUndefined();
    const twice = pointed(once, pressAt(60, HEAD + 3)).state;
    expect(twice.detail?.process.pid).toBe(3);
  });

  it('asks for what a key does outside of the screen, too', () => {
    expect(pointed(start, pressAt(1, 23)).errands).toEqual([{ type: 'quit' }]);
  });

  it('ends typing a query where it leads elsewhere, and keeps what was typed', () => {
    const typing = withView({ editing: true, query: 'p', goodQuery: 'p' });
    expect(pointed(typing, pressAt(20, HEAD + 4)).state.processes).toMatchObject({
      editing: false,
      query: 'p',
      selected: ids[2],
    });
    expect(pointed(typing, pressAt(0, 0)).state).toBe(typing);
    const kept = withView({ query: 'p', goodQuery: 'p' });
    expect(pointed(kept, pressAt(10, HEAD)).state.processes).toMatchObject({ editing: true, query: 'p' });
  });

  it('takes a message away that stands before the keys, as Esc does', () => {
    const told: ScreenState = { ...start, message: { text: 'saved it', tone: 'good', until: 100 } };
    expect(pointed(told, pressAt(1, 23))).toEqual({ state: start });
    expect(pointed(start, pressAt(1, 23)).errands).toEqual([{ type: 'quit' }]);
  });

  it('is the only one that means something, and only where it goes down', () => {
    for (const button of ['middle', 'right'] as const) expect(pointed(start, pressAt(20, 8, button)).state).toBe(start);
    expect(pointed(start, { kind: 'release', button: 'left', x: 20, y: 8 }).state).toBe(start);
  });

  it('tells a dialog which of its cells was meant, if that wants to know, and leaves one that may be left', () => {
    const asked: unknown[] = [];
    const deaf: Dialog = { title: 'deaf', hints: [], press: () => ({}), draw: () => [[], []] };
    const open: Dialog = {
      ...deaf,
      click: (cell) => {
        asked.push(cell);
        return { dialog: deaf, errands: [{ type: 'save' }] };
      },
    };
    const step = pointed({ ...start, dialog: open }, pressAt(10, 21));
    expect(asked).toEqual([{ x: 8, y: 1 }]);
    expect(step).toMatchObject({ state: { dialog: deaf }, errands: [{ type: 'save' }] });
    const state = { ...start, dialog: deaf };
    expect(pointed(state, pressAt(10, 21)).state).toBe(state);
    expect(pointed({ ...start, dialog: open }, pressAt(10, 8)).state.dialog).toBe(open);
    const told: Dialog = {
      ...deaf,
      hints: [{ keys: 's', text: 'save', press: 's' }],
      press: (key) => ({ news: { text: key, tone: 'good' } }),
    };
    expect(pointed({ ...start, dialog: told }, pressAt(2, 23)).news?.text).toBe('s');
    expect(pointed({ ...start, dialog: told }, { kind: 'release', button: 'left', x: 2, y: 23 }).news).toBeUndefined();
    const harmless: Dialog = { ...open, leave: () => ({}), turn: () => ({ dialog: deaf }) };
    expect(pointed({ ...start, dialog: harmless }, pressAt(10, 8)).state.dialog).toBeUndefined();
    expect(pointed({ ...start, dialog: harmless }, wheelAt(10, 21, 1)).state.dialog).toBe(deaf);
    expect(pointed({ ...start, dialog: harmless }, wheelAt(10, 8, 1)).state.dialog).toBe(harmless);
  });
});

describe('the wheel', () => {
  it('moves the window of the list by three rows, no further than there are any, and the selection not at all', () => {
    const state = withView({ selected: ids[1] ?? '' });
    const down = pointed(state, wheelAt(20, 8, 1)).state;
    expect(down.processes).toMatchObject({ offset: 3, selected: ids[1] });
    expect(pointed(down, wheelAt(20, 8, -1)).state.processes.offset).toBe(0);
    expect(pointed(start, wheelAt(20, 8, -1)).state.processes.offset).toBe(0);
    expect(pointed(withView({ offset: 20 }), wheelAt(20, 8, 1)).state.processes.offset).toBe(ids.length - HEIGHT);
  });

  it('lets go of who is followed, from where the window stood for that', () => {
    const state = withView({ selected: ids[30] ?? '', following: true });
    expect(pointed(state, wheelAt(20, 8, -1)).state.processes).toMatchObject({ following: false, offset: 30 - HEIGHT + 1 - 3 });
  });

  it('goes on while a query is typed', () => {
    expect(pointed(withView({ editing: true }), wheelAt(20, 8, 1)).state.processes).toMatchObject({ editing: true, offset: 3 });
  });

  it('scrolls what covers the panels, between its ends', () => {
    const scroll = (from: number, by: 1 | -1) =>
      pointed({ ...start, overlay: 'help', scroll: from }, wheelAt(20, 8, by)).state.scroll;
    expect([scroll(0, 1), scroll(9, 1), scroll(99, -1), scroll(2, -1)]).toEqual([3, 10, 7, 0]);
  });

  it('moves nothing over a panel that shows all it has, or behind a dialog', () => {
    const small = { ...initialState(panelNames), visible: ['cpu', 'processes'] as const };
    expect(pointed(small, wheelAt(20, 3, 1)).state).toBe(small);
    const dialog: Dialog = { title: 'deaf', hints: [], press: () => ({}), draw: () => [[]] };
    const behind = { ...start, dialog };
    expect(pointed(behind, wheelAt(20, 8, 1)).state).toBe(behind);
  });
});
