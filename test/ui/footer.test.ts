import { describe, expect, it } from 'vitest';
import { panelNames } from '../../src/config/settings.ts';
import { bindings } from '../../src/keymap/bindings.ts';
import { createKeymap } from '../../src/keymap/keymap.ts';
import { deriveKeys } from '../../src/keymap/keys-in-force.ts';
import type { Inspection } from '../../src/ui/detail/inspection.ts';
import type { Dialog } from '../../src/ui/dialog.ts';
import { drawFooter, type Footing, offerAt } from '../../src/ui/footer.ts';
import { initialState, type ScreenState } from '../../src/ui/screen-state.ts';
import { colored, plain, textOf } from '../harness/look.ts';
import { frameAt } from '../harness/scene.ts';

const state = initialState(panelNames);
const footing = (changes: Partial<ScreenState> = {}, width = 200, now = 5, keymap = createKeymap()): Footing => ({
  state: { ...state, ...changes },
  now,
  width,
  keymap,
  canAsk: true,
  isTypedInSight: false,
  note: [],
});
const footer = (...args: Parameters<typeof footing>) => textOf(drawFooter(footing(...args), plain));

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
    const all = footer({}, 500);
    expect(footer({}, all.length)).toBe(all);
    expect(all.startsWith(footer({}, all.length - 1))).toBe(true);
  });

  it('tells how to show what is hidden, and how to resume', () => {
    expect(footer({ visible: ['cpu', 'processes'] }, 240)).toContain(
      ' 2 (memory)  3 (disks)  4 (network)  5 (sensors)  Tab focus',
    );
    expect(footer()).not.toMatch(/cpu|memory/);
    expect(footer({ paused: frameAt(0) })).toContain('p resume');
  });

  it('offers nothing that acts on processes where nothing may', () => {
    const readonly = createKeymap(undefined, true);
    const shown = footer({}, 200, 5, readonly);
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

  it('leaves out keys that do nothing one would see', () => {
    const lacking = (changes: Partial<ScreenState>) => {
      const text = footer(changes);
      return ['filter', 'tree', 'detail', 'signal', 'explain', 'settings', 'focus', 'layout', 'zoom', '(cpu)'].filter(
        (label) => !text.includes(` ${label} `),
      );
    };
    const visible = ['memory', 'processes'] as const;
    expect(lacking({ visible })).toEqual([]);
    expect(lacking({ visible, overlay: 'help' })).toEqual(['tree', 'detail', 'signal', 'focus', 'layout', 'zoom', '(cpu)']);
    const detail = { process: { name: 'sh', pid: 7 } } as Inspection;
    expect(lacking({ visible, detail })).toEqual(['tree', 'detail', 'focus', 'layout', 'zoom', '(cpu)']);
    expect(lacking({ visible, zoomed: true, focus: 'memory' })).toEqual(['tree', 'detail', 'signal']);
    expect(lacking({ visible, zoomed: true, focus: 'processes' })).toEqual([]);
  });

  it('has the keys in force, and leaves out what has none', () => {
    const inForce = deriveKeys('htop', { pause: ['P', 'f2'], 'sort-cpu': [], tree: [], back: ['backspace'] });
    const text = footer({ zoomed: true, focus: 'processes' }, 200, 5, createKeymap(inForce));
    expect(text).toMatch(
      /^ Backspace back {2}F10 quit {2}F1 help {2}P pause {2}s save {2}F4 filter {2}Enter detail {2}F9 signal {2}/,
    );
    expect(text).not.toContain('tree');
  });

  it('is the query while one is typed that stands nowhere else, even when there are news', () => {
    const message = { text: 'saved x.json', tone: 'good', until: 9 } as const;
    const processes = { ...state.processes, editing: true, query: 'cpu>2' };
    expect(footer({ message, processes })).toBe(' / cpu>2   Enter keep  Esc clear ');
    const seen = { ...footing({ message, processes }), isTypedInSight: true };
    expect(textOf(drawFooter(seen, plain))).toBe(' Enter keep  Esc clear ');
  });

  it('has the keys of a dialog, whole ones, those first that matter most, and tells which of them a click presses', () => {
    const hints = [
      { keys: '↑↓', text: 'choose' },
      { keys: 'Esc', text: 'leave', press: 'escape' },
      { keys: 'd', text: 'default', press: 'd' },
    ];
    const dialog: Dialog = { title: 'question', hints, press: () => ({}), draw: () => [] };
    expect(footer({ dialog }, 40)).toBe(' ↑↓ choose  Esc leave  d default ');
    expect(footer({ dialog }, 30)).toBe(' ↑↓ choose  Esc leave ');
    const pressAt = (x: number) => offerAt(x, footing({ dialog }, 30), plain)?.press;
    expect([0, 5, 11, 12, 21, 22, 29].map(pressAt)).toEqual([
      undefined,
      undefined,
      'escape',
      'escape',
      'escape',
      undefined,
      undefined,
    ]);
    const cramped = { ...footing({ dialog }, 30), canAsk: false };
    expect(textOf(drawFooter(cramped, plain))).toBe(' too small to ask: Esc leaves');
    expect(offerAt(20, cramped, plain)).toBeUndefined();
  });

  it('has the keys that go from value to value while one is explained, those in force', () => {
    const explained = { tells: 'cpu.usage', area: 'cpu', x: 0, y: 0, scroll: 0 } as const;
    expect(footer({ explained })).toBe(' Esc back  arrows others  Tab panel  PgDn more ');
    const inForce = deriveKeys('btop', { back: ['backspace'], 'page-down': [] });
    expect(footer({ explained }, 200, 5, createKeymap(inForce))).toBe(' Backspace back  arrows others  Tab panel ');
    expect(offerAt(2, footing({ explained }), plain)?.action).toEqual({ type: 'back' });
    expect(offerAt(14, footing({ explained }), plain)?.action).toBeUndefined();
  });

  it('gives way to news, for as long as they are', () => {
    const message = { text: 'saved x.json', tone: 'good', until: 9 } as const;
    const colorOf = (tone: 'good' | 'bad') => drawFooter(footing({ message: { ...message, tone } }), colored)[0]?.color;
    expect([colorOf('good'), colorOf('bad')]).toEqual([colored.theme.ok, colored.theme.critical]);
    expect(footer({ message })).toBe(' saved x.json');
    expect(footer({ message: { ...message, text: 'no such file\n\u001b[2J' } })).toBe(' no such file��[2J');
    expect(footer({ message }, 200, 9)).toContain('q quit');
  });
});
