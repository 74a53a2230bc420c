import { describe, expect, it } from 'vitest';
import { panelNames } from '../../src/config/settings.ts';
import { bindings } from '../../src/keymap/bindings.ts';
import { createKeymap } from '../../src/keymap/keymap.ts';
import { deriveKeys } from '../../src/keymap/keys-in-force.ts';
import { drawFooter } from '../../src/ui/footer.ts';
import { initialState, type ScreenState } from '../../src/ui/screen-state.ts';
import { plain, textOf } from '../harness/look.ts';
import { frameAt } from '../harness/scene.ts';

const state = initialState(panelNames);
const footer = (changes: Partial<ScreenState> = {}, width = 200, now = 5) =>
  textOf(drawFooter({ ...state, ...changes }, now, width, createKeymap(), plain));

describe('the footer', () => {
  it('has the labelled keys of the keymap, in its order, and panels that are hidden', () => {
    const labels = bindings.flatMap(({ label, action }) => (action.type === 'togglePanel' ? `(${label})` : (label ?? [])));
    const text = footer({ visible: [] }, 240);
    const at = labels.map((label) => text.indexOf(` ${label} `));
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  it('has only whole keys where there is little room', () => {
    expect(footer({}, 40).trimEnd()).toBe(' q quit  ? help  p pause  s save');
    expect(footer({}, 80).trimEnd()).toBe(' q quit  ? help  p pause  s save  / filter  t tree  Enter detail  k signal');
  });

  it('tells how to show what is hidden, and how to resume', () => {
    expect(footer({ visible: ['cpu', 'processes'] })).toContain(' 2 (memory)  3 (disks)  4 (network)  5 (sensors)  Tab focus');
    expect(footer()).not.toMatch(/cpu|memory/);
    expect(footer({ paused: frameAt(0) })).toContain('p resume');
  });

  it('offers nothing that acts on processes where nothing may', () => {
    const readonly = createKeymap(undefined, true);
    const shown = textOf(drawFooter(state, 5, 200, readonly, plain));
    expect(shown).not.toContain('signal');
    expect(shown).toContain('detail');
    // Whoever presses it anyway is told why nothing happens.
    expect(readonly.actionFor('k')).toEqual({ type: 'signal' });
    expect(readonly.bindings.map(({ id }) => id)).not.toEqual(expect.arrayContaining(['freeze', 'nice-up']));
    expect(readonly.bindings.map(({ id }) => id)).toEqual(expect.arrayContaining(['tag', 'copy-pid']));
  });

  it('says how to go back, where there is a way back', () => {
    expect(footer({ zoomed: true }, 40).trimEnd()).toBe(' Esc back  q quit  ? help  p pause');
    expect(footer({ overlay: 'help' })).toContain('Esc back');
    expect(footer()).not.toContain('Esc');
  });

  it('has the keys in force, and leaves out what has none', () => {
    const inForce = deriveKeys('htop', { pause: ['P', 'f2'], 'sort-cpu': [], tree: [], back: ['backspace'] });
    const text = textOf(drawFooter({ ...state, zoomed: true }, 5, 200, createKeymap(inForce), plain));
    expect(text).toMatch(
      /^ Backspace back {2}F10 quit {2}F1 help {2}P pause {2}s save {2}F4 filter {2}Enter detail {2}F9 signal {2}/,
    );
    expect(text).not.toContain('tree');
  });

  it('is the query while one is typed, even when there are news', () => {
    const message = { text: 'saved x.json', tone: 'good', until: 9 } as const;
    const processes = { ...state.processes, editing: true, query: 'cpu>2' };
    expect(footer({ message, processes })).toBe(' / cpu>2   Enter keeps it, Esc clears it');
  });

  it('gives way to news, for as long as they are', () => {
    const message = { text: 'saved x.json', tone: 'good', until: 9 } as const;
    expect(footer({ message })).toBe(' saved x.json');
    expect(footer({ message: { ...message, text: 'no such file\n\u001b[2J' } })).toBe(' no such file��[2J');
    expect(footer({ message }, 200, 9)).toContain('q quit');
  });
});
