import { describe, expect, it } from 'vitest';
import { panelNames } from '../../src/config/settings.ts';
import { createKeymap } from '../../src/keymap/keymap.ts';
import { deriveKeys } from '../../src/keymap/keys-in-force.ts';
import type { Frame } from '../../src/monitor.ts';
import type { Dialog } from '../../src/ui/dialog.ts';
import { paste, press } from '../../src/ui/press.ts';
import { initialState, type ScreenState } from '../../src/ui/screen-state.ts';
import { frameAt, situationWith } from '../harness/scene.ts';

const frame: Frame = frameAt(7);
const keymap = createKeymap();
const start = initialState(panelNames);
const situation = () => situationWith({ frame });
const pressed = (state: ScreenState, key: string) => press(state, key, keymap, situation);

/** Counts what it is told, asks for a snapshot at s, and goes at Esc. */
function countingDialog(keys: readonly string[] = []): Dialog {
  return {
    title: keys.join(' '),
    hints: [],
    press: (key) =>
      key === 'escape' ? {} : { dialog: countingDialog([...keys, key]), errands: key === 's' ? [{ type: 'save' }] : [] },
    draw: () => [],
  };
}

describe('a key', () => {
  it('means what the keymap says', () => {
    expect(pressed(start, 'p').state.paused?.sample).toBe(frame.sample);
    expect(pressed(start, 's')).toEqual({ state: start, errands: [{ type: 'save' }] });
    expect(pressed(start, 'ctrl+x')).toEqual({ state: start });
  });

  it('changes the time of the graphs in sight, whatever has the focus, and tells it', () => {
    const press = (state: ScreenState, key: string) => {
      const { state: next, news } = pressed(state, key);
      return [next.span, news?.text];
    };
    const listed: ScreenState = { ...start, focus: 'processes' };
    expect(press(listed, '.')).toEqual([60, 'graphs span 1 m']);
    expect(press({ ...start, span: 30 }, '.')).toEqual([15, 'graphs span 15 s, the shortest']);
    expect(press({ ...start, span: 15 }, '.')).toEqual([15, 'graphs span 15 s, the shortest']);
    expect(press({ ...start, span: 1800 }, ',')).toEqual([3600, 'graphs span 1 h, the longest']);
    expect(press({ ...start, span: 3600 }, ',')).toEqual([undefined, 'graphs have a column for each sample']);
  });

  it('tells why no time of a graph changes', () => {
    const none = [undefined, 'no graph is in sight whose time could change'];
    const told = (state: ScreenState) => {
      const { state: next, news } = pressed(state, '.');
      return [next.span, news?.text];
    };
    expect(told({ ...start, focus: 'processes', zoomed: true })).toEqual(none);
    expect(told(initialState(['processes', 'sensors']))).toEqual(none);
    expect(told({ ...initialState(['sensors']), zoomed: true })).toEqual([60, 'graphs span 1 m']);
    expect(told({ ...start, overlay: 'help' })).toEqual([undefined, undefined]);
  });

  it('means what it was rebound to; only keys with Ctrl get through to quit, suspend and redraw', () => {
    const other = createKeymap(deriveKeys('sysmon', { redraw: ['ctrl+r', 'f12'], save: ['ctrl+l'] }));
    const open = { ...start, dialog: countingDialog() };
    const step = (key: string) => press(open, key, other, situation);
    expect(step('ctrl+r')).toEqual({ state: open, errands: [{ type: 'redraw' }] });
    expect(step('ctrl+l').state.dialog?.title).toBe('ctrl+l');
    expect(step('f12').state.dialog?.title).toBe('f12');
  });

  it('goes into the query while one is typed, whatever else it means', () => {
    const typing = pressed(start, '/').state;
    const { state, errands } = pressed(typing, 'q');
    expect(state.processes.query).toBe('q');
    expect(errands).toBeUndefined();
  });

  it('goes to the dialog, which asks for what shall be done, and closes', () => {
    const open = { ...start, dialog: countingDialog() };
    const both = pressed(pressed(open, 'p').state, 's');
    expect(both.state.dialog?.title).toBe('p s');
    expect(both.state.paused).toBeUndefined();
    expect(both.errands).toEqual([{ type: 'save' }]);
    expect(pressed(both.state, 'escape').state.dialog).toBeUndefined();
  });

  it('S asks for a picture, but not of a dialog or where one types', () => {
    expect(pressed(start, 'S')).toEqual({ state: start, errands: [{ type: 'screenshot' }] });
    expect(pressed({ ...start, dialog: countingDialog() }, 'S').state.dialog?.title).toBe('S');
    expect(pressed(pressed(start, '/').state, 'S').state.processes.query).toBe('S');
  });

  it.each([
    ['ctrl+c', { type: 'quit' }],
    ['ctrl+z', { type: 'suspend' }],
    ['ctrl+l', { type: 'redraw' }],
    ['f12', { type: 'screenshot' }],
  ] as const)('%s gets through wherever one is', (key, intent) => {
    for (const state of [start, pressed(start, '/').state, { ...start, dialog: countingDialog() }]) {
      expect(pressed(state, key)).toEqual({ state, errands: [intent] });
    }
  });
});

describe('a dialog that there is no room for', () => {
  it('gets no key but the one that leaves it', () => {
    const open = { ...start, dialog: countingDialog() };
    const step = (key: string) => press(open, key, keymap, () => ({ ...situation(), roomy: false }));
    for (const key of ['enter', 's', 'down']) expect(step(key)).toEqual({ state: open });
    expect(step('escape').state.dialog).toBeUndefined();
    expect(step('ctrl+l').errands).toEqual([{ type: 'redraw' }]);
  });
});

describe('a paste', () => {
  const pasted = (state: ScreenState, text: string) => paste(state, text, keymap, situation);

  it('is not taken for keys, and that is told', () => {
    const { state, errands, news } = pasted(start, 'k\r');
    expect(state).toBe(start);
    expect(errands).toBeUndefined();
    expect(news?.text).toBe('what is pasted is not taken for keys; / begins a filter to paste into');
  });

  it('goes into the query that is typed, and into what is looked for, as one line', () => {
    const typing = pressed(pressed(start, '/').state, 'x').state;
    expect(pasted(typing, 'no\nde\r').state.processes).toMatchObject({ query: 'xno de', goodQuery: 'xno de', editing: true });
    const finding = pressed(start, 'ctrl+f').state;
    expect(pasted(finding, 'node\n').state.processes.find).toEqual({ query: 'node', open: true });
  });

  it('goes into a dialog that types, and is nothing to one that does not', () => {
    const dialog = countingDialog();
    expect(pasted({ ...start, dialog }, 'q').state.dialog).toBe(dialog);
    const typing = { ...dialog, paste: (text: string) => countingDialog([text]) };
    expect(pasted({ ...start, dialog: typing }, 'a\rb').state.dialog?.title).toBe('a b');
  });
});
