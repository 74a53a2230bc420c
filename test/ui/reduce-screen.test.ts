import { describe, expect, it } from 'vitest';
import { builtInLayouts } from '../../src/config/built-in-layouts.ts';
import { panelsOf } from '../../src/config/plan.ts';
import { panelNames } from '../../src/config/settings.ts';
import type { Action, Scroll } from '../../src/keymap/action.ts';
import { followSettings, settingsChanged } from '../../src/ui/follow-settings.ts';
import { typeQuery } from '../../src/ui/processes/view.ts';
import { reduceScreen } from '../../src/ui/reduce-screen.ts';
import { initialState, type ScreenState } from '../../src/ui/screen-state.ts';
import { configurationWith } from '../harness/configuration.ts';
import { defaults } from '../harness/machine.ts';
import { frameAt, situationWith } from '../harness/scene.ts';

const start = initialState(panelNames);
/** What the list of processes shows. */
const listed = { ids: ['a', 'b', 'c', 'd', 'e', 'f'], height: 3, find: () => new Set<string>(), rows: () => [] };

function act(state: ScreenState, ...actions: readonly Action[]): ScreenState {
  return actions.reduce(
    (before, action) =>
      reduceScreen(
        before,
        action,
        situationWith({ frame: frameAt(7), listed, inForce: configurationWith(defaults).inForce.get }),
      ),
    state,
  );
}

describe('panels', () => {
  it('are those of the settings at start, the one that matters most focused', () => {
    expect(initialState(['disks', 'network'])).toMatchObject({ visible: ['disks', 'network'], focus: 'network', zoomed: false });
    expect(initialState([]).focus).toBeUndefined();
  });

  it('hide and come back to their own place', () => {
    const hidden = act(start, { type: 'togglePanel', panel: 'memory' });
    expect(hidden.visible).toEqual(['cpu', 'disks', 'network', 'sensors', 'processes']);
    expect(hidden.focus).toBe('cpu');
    expect(act(hidden, { type: 'togglePanel', panel: 'memory' }).visible).toEqual(panelNames);
  });

  it('pass the focus on when they hide, and take it when they come', () => {
    const hidden = act(start, { type: 'togglePanel', panel: 'cpu' });
    expect(hidden.focus).toBe('memory');
    expect(act(hidden, { type: 'togglePanel', panel: 'cpu' }).focus).toBe('cpu');
  });

  it('can all be hidden, and the first that comes back is focused', () => {
    const none = act(start, ...panelNames.map((panel): Action => ({ type: 'togglePanel', panel })));
    expect(none).toMatchObject({ visible: [], focus: undefined });
    expect(act(none, { type: 'moveFocus', by: 1 }, { type: 'zoom' })).toMatchObject({ focus: undefined, zoomed: false });
    expect(act(none, { type: 'togglePanel', panel: 'network' }).focus).toBe('network');
  });
});

describe('layouts', () => {
  const walk = (by: 1 | -1): Action => ({ type: 'walkLayouts', by });
  const names = Object.keys(builtInLayouts);

  it('are walked through in a circle, forth and back', () => {
    const states = names.map((_, i) => act(start, ...names.slice(0, i).map(() => walk(1))));
    expect(states.map(({ layout }) => layout)).toEqual(names);
    for (const { visible, layout, layouts } of states) expect(visible).toEqual(panelsOf(layouts[layout]));
    expect(act(start, ...names.map(() => walk(1)))).toMatchObject({ layout: 'full', visible: panelNames });
    expect(act(start, walk(-1)).layout).toBe(names.at(-1));
    expect(act(start, walk(-1), walk(1)).layout).toBe('full');
  });

  it('keep the focus where they show its panel; else what they are for has it', () => {
    const inProcesses = act({ ...start, focus: 'network' }, walk(1));
    expect(inProcesses).toMatchObject({ layout: 'processes', focus: 'processes' });
    expect(act({ ...inProcesses, focus: 'memory' }, walk(1), walk(1))).toMatchObject({ layout: 'storage', focus: 'memory' });
    expect(act(inProcesses, walk(1))).toMatchObject({ layout: 'graphs', focus: 'cpu' });
    expect(act(inProcesses, walk(1), walk(1))).toMatchObject({ layout: 'storage', focus: 'disks' });
  });

  it('are what the settings follow, with the panels that are not just those of the layout', () => {
    const next = act(start, walk(1));
    expect(settingsChanged(start, next)).toEqual({ preset: 'processes', panels: undefined });
    const more = act(next, { type: 'togglePanel', panel: 'network' });
    expect(settingsChanged(next, more)).toEqual({ panels: ['cpu', 'memory', 'network', 'processes'] });
    expect(settingsChanged(more, act(more, { type: 'togglePanel', panel: 'network' }))).toEqual({ panels: undefined });
    expect(settingsChanged(next, { ...next, zoomed: true })).toBeUndefined();
  });

  it('follow the settings', () => {
    const settings = { layouts: start.layouts, preset: 'storage', panels: panelsOf(start.layouts.storage) };
    const followed = followSettings({ ...start, zoomed: true }, settings);
    expect(followed).toMatchObject({
      layout: 'storage',
      visible: ['memory', 'disks', 'processes'],
      focus: 'disks',
      zoomed: false,
    });
    expect(followSettings(followed, settings)).toBe(followed);
    const fewer = { ...settings, panels: ['memory', 'processes'] as const };
    expect(followSettings(followed, fewer)).toMatchObject({ visible: ['memory', 'processes'], focus: 'processes' });
    expect(followSettings({ ...start, focus: 'memory', zoomed: true }, settings)).toMatchObject({
      focus: 'memory',
      zoomed: true,
    });
  });

  it('follow the settings in the columns of processes, as a new start would', () => {
    const { layouts, layout: preset, visible: panels } = start;
    const followed = followSettings(start, { layouts, preset, panels, processColumns: ['history', 'command'] });
    expect(followed.processes).toEqual(initialState(panels, ['history', 'command']).processes);
    expect(followSettings(followed, { layouts, preset, panels }).processes).toEqual(start.processes);
  });
});

describe('the focus', () => {
  it('goes round both ways, past hidden panels', () => {
    const some = act(start, { type: 'togglePanel', panel: 'memory' });
    expect(act(some, { type: 'moveFocus', by: 1 }).focus).toBe('disks');
    expect(act(some, { type: 'moveFocus', by: -1 }).focus).toBe('processes');
    expect(act(some, { type: 'moveFocus', by: -1 }, { type: 'moveFocus', by: 1 }).focus).toBe('cpu');
  });

  it('rests while help is shown', () => {
    expect(act(start, { type: 'show', overlay: 'help' }, { type: 'moveFocus', by: 1 }, { type: 'zoom' })).toMatchObject({
      focus: 'cpu',
      zoomed: false,
    });
  });
});

describe('zoom', () => {
  it('goes there and back, by its own key and by Esc', () => {
    const zoomed = act(start, { type: 'zoom' });
    expect(zoomed.zoomed).toBe(true);
    expect(act(zoomed, { type: 'zoom' }).zoomed).toBe(false);
    expect(act(zoomed, { type: 'back' }).zoomed).toBe(false);
  });

  it('ends when its panel hides, not when another does', () => {
    const zoomed = act(start, { type: 'zoom' });
    expect(act(zoomed, { type: 'togglePanel', panel: 'disks' }).zoomed).toBe(true);
    expect(act(zoomed, { type: 'togglePanel', panel: 'cpu' }).zoomed).toBe(false);
  });
});

describe('overlays', () => {
  it('open, replace each other, and close by their key or by Esc', () => {
    const help = act(start, { type: 'show', overlay: 'help' });
    expect(help.overlay).toBe('help');
    expect(act(help, { type: 'show', overlay: 'alerts' }).overlay).toBe('alerts');
    expect(act(help, { type: 'show', overlay: 'help' }).overlay).toBeUndefined();
    expect(act(help, { type: 'back' }).overlay).toBeUndefined();
  });

  it('take the message with them that stands before the keys', () => {
    const told: ScreenState = {
      ...act(start, { type: 'show', overlay: 'help' }),
      message: { text: 'saved it', tone: 'good', until: 100 },
    };
    expect(act(told, { type: 'back' })).toMatchObject({ overlay: undefined, message: undefined });
  });

  it('are what Esc closes first, before zoom', () => {
    const both = act(start, { type: 'zoom' }, { type: 'show', overlay: 'alerts' }, { type: 'back' });
    expect(both).toMatchObject({ overlay: undefined, zoomed: true });
  });
});

describe('scrolling', () => {
  const scroll = (by: Scroll): Action => ({ type: 'scroll', by });
  const zoomed = act(start, { type: 'zoom' });

  it('moves by lines and pages, between start and end', () => {
    expect(act(zoomed, scroll('line'), scroll('page')).scroll).toBe(11);
    expect(act(zoomed, scroll('page'), scroll('page'), scroll('page')).scroll).toBe(25);
    expect(act(zoomed, scroll('end'), scroll('lineBack'), scroll('pageBack')).scroll).toBe(14);
    expect(act(zoomed, scroll('line'), scroll('pageBack')).scroll).toBe(0);
    expect(act(zoomed, scroll('end'), scroll('start')).scroll).toBe(0);
  });

  it('selects a process, wherever the focus is, unless help or another panel fills the screen', () => {
    const selected = (state: ScreenState) => act(state, scroll('line'), scroll('line')).processes.selected;
    expect(selected(start)).toBe('b');
    expect(selected({ ...zoomed, focus: 'processes' })).toBe('b');
    for (const state of [zoomed, act(start, { type: 'show', overlay: 'help' }), initialState(['cpu'])]) {
      expect(selected(state)).toBeUndefined();
    }
  });

  it('begins anew in another view', () => {
    for (const action of [{ type: 'back' }, { type: 'zoom' }, { type: 'moveFocus', by: 1 }] as const) {
      expect(act(zoomed, scroll('page'), action).scroll).toBe(0);
    }
  });
});

describe('a query', () => {
  const query = (state: ScreenState, ...keys: readonly string[]): ScreenState => {
    const editing = act(state, { type: 'editQuery' });
    return { ...editing, processes: keys.reduce(typeQuery, editing.processes) };
  };

  it('is never typed unseen: it brings the processes to the screen', () => {
    expect(query(initialState(['cpu']))).toMatchObject({ visible: ['cpu', 'processes'], focus: 'cpu' });
    expect(query(act(start, { type: 'zoom' }))).toMatchObject({ zoomed: false, processes: { editing: true } });
    expect(query({ ...start, zoomed: true, focus: 'processes' }).zoomed).toBe(true);
    expect(query(act(start, { type: 'show', overlay: 'help' })).overlay).toBeUndefined();
  });

  it('goes at Esc, when zoom and help have gone', () => {
    const zoomed = act(query({ ...start, focus: 'processes' }, 'n', 'enter'), { type: 'zoom' }, { type: 'scroll', by: 'line' });
    expect(act(zoomed, { type: 'back' }).processes).toMatchObject({ query: 'n', selected: 'a' });
    expect(act(zoomed, { type: 'back' }, { type: 'back' }).processes).toEqual(start.processes);
  });
});

describe('pause', () => {
  it('holds the very frame that was shown, and lets it go', () => {
    const paused = act(start, { type: 'pause' });
    expect(paused.paused?.sample.moment.monotonic).toBe(7);
    expect(act(paused, { type: 'moveFocus', by: 1 }).paused).toBe(paused.paused);
    expect(act(paused, { type: 'pause' }).paused).toBeUndefined();
  });
});

it('leaves the state alone where the world is asked', () => {
  const intents = [
    { type: 'save' },
    { type: 'quit' },
    { type: 'redraw' },
    { type: 'suspend' },
    { type: 'changeInterval', direction: 1 },
  ];
  for (const action of intents as readonly Action[]) expect(act(start, action)).toBe(start);
});
