import { describe, expect, it } from 'vitest';
import { formatKeysPage } from '../../.config/docs/keys.ts';
import { panelNames } from '../../src/config/settings.ts';
import type { Action } from '../../src/keymap/action.ts';
import { keyGroups } from '../../src/keymap/binding.ts';
import { bindings } from '../../src/keymap/bindings.ts';
import { keyLabel } from '../../src/keymap/key-label.ts';
import { createKeymap } from '../../src/keymap/keymap.ts';

const { actionFor } = createKeymap();
const keys = bindings.flatMap((binding) => binding.keys);

describe('the keymap', () => {
  it('gives no key twice', () => {
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
  });

  it.each([
    ['q', { type: 'quit' }],
    ['ctrl+c', { type: 'quit' }],
    ['?', { type: 'show', overlay: 'help' }],
    ['h', { type: 'show', overlay: 'help' }],
    ['f1', { type: 'show', overlay: 'help' }],
    ['p', { type: 'pause' }],
    ['s', { type: 'save' }],
    ['a', { type: 'show', overlay: 'alerts' }],
    ['tab', { type: 'moveFocus', by: 1 }],
    ['enter', { type: 'open' }],
    ['e', { type: 'zoom' }],
    ['escape', { type: 'back' }],
    ['+', { type: 'changeInterval', direction: 1 }],
    ['-', { type: 'changeInterval', direction: -1 }],
    ['ctrl+z', { type: 'suspend' }],
    ['.', { type: 'zoomTime', by: -1 }],
    [',', { type: 'zoomTime', by: 1 }],
    ['/', { type: 'editQuery' }],
    ['c', { type: 'sort', by: 'cpu' }],
    ['m', { type: 'sort', by: 'memory' }],
    ['f6', { type: 'sortNext', by: 1 }],
    ['<', { type: 'sortNext', by: -1 }],
    ['r', { type: 'reverse' }],
    ['f5', { type: 'arrange', as: 'tree' }],
    ['j', { type: 'arrange', as: 'name' }],
    ['space', { type: 'fold' }],
    ['F', { type: 'follow' }],
    ['0', { type: 'toggleShare' }],
    ['K', { type: 'toggleKernel' }],
    ...panelNames.map((panel, i) => [String(i + 1), { type: 'togglePanel', panel }] as const),
  ] satisfies (readonly [string, Action])[])('knows %s', (key, action) => {
    expect(actionFor(key)).toEqual(action);
  });

  it('reaches every kind of action', () => {
    // The record names each kind: one that is added without a key fails here.
    const kinds: Record<Action['type'], true> = {
      togglePanel: true,
      moveFocus: true,
      walkLayouts: true,
      zoom: true,
      open: true,
      back: true,
      show: true,
      scroll: true,
      explain: true,
      walk: true,
      pause: true,
      zoomTime: true,
      save: true,
      screenshot: true,
      changeInterval: true,
      sort: true,
      signal: true,
      freeze: true,
      tag: true,
      renice: true,
      copy: true,
      sortNext: true,
      reverse: true,
      arrange: true,
      toggleShare: true,
      toggleKernel: true,
      fold: true,
      foldAll: true,
      find: true,
      chooseColumns: true,
      openSettings: true,
      toggleOwn: true,
      toggleThreads: true,
      follow: true,
      editQuery: true,
      redraw: true,
      suspend: true,
      quit: true,
    };
    expect(new Set(bindings.map(({ action }) => action.type))).toEqual(new Set(Object.keys(kinds)));
  });

  it('does nothing for a key that it does not know', () => {
    expect(actionFor('ctrl+x')).toBeUndefined();
  });
});

describe('docs/keys.md', () => {
  const page = formatKeysPage();

  it('names every key in a table of its group', () => {
    for (const group of keyGroups) {
      const section = `${page.split(`## ${group}\n`)[1]?.split('\n## ')[0]}\n`;
      for (const binding of bindings.filter((one) => one.group === group)) {
        const keys = binding.keys.map((key) => `\`${keyLabel(key)}\``).join(' ');
        expect(section).toContain(`\n| ${binding.help} | ${keys} | `);
        expect(section).toContain(` | \`${binding.id}\` |\n`);
      }
    }
  });

  it('ends with one newline', () => {
    expect(page).toMatch(/[^\n]\n$/);
  });
});
