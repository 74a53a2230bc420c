import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches, openFind, typeFind } from '../../../src/ui/processes/find.ts';
import { initialView, type Listed, type ProcessView, windowStart } from '../../../src/ui/processes/view.ts';

/** Rows are what a query finds as a text in them. */
const listOf = (ids: readonly string[], height = 4): Listed => ({
  ids,
  height,
  find: (query) => (query === '(' ? { problem: 'never closed', at: 0 } : new Set(ids.filter((id) => id.includes(query)))),
});
const animals = listOf(['ant', 'bee', 'cat', 'dog', 'eel', 'fox', 'gnat', 'hen', 'cow']);
const type = (view: ProcessView, ...keys: readonly string[]) => keys.reduce((at, key) => typeFind(at, key, animals), view);
const opened = openFind(initialView, 1, animals);

describe('finding', () => {
  it('goes to the first match from the selected row on, as it is typed', () => {
    expect(type(opened, 'c').selected).toBe('cat');
    expect(type(opened, 'c', 'o').selected).toBe('cow');
    expect(type({ ...opened, selected: 'dog' }, 'a').selected).toBe('gnat');
    // A match that is selected already stays so.
    expect(type({ ...opened, selected: 'bee' }, 'e', 'e').selected).toBe('bee');
  });

  it('goes on to the next and the one before, round both ends', () => {
    const cats = type(opened, 'a', 't');
    const walk = (...keys: readonly string[]) => type(cats, ...keys).selected;
    expect(cats.selected).toBe('cat');
    expect(walk('enter')).toBe('gnat');
    expect(walk('ctrl+f', 'f3')).toBe('cat');
    expect(walk('shift+f3')).toBe('gnat');
    expect(walk('up', 'up')).toBe('cat');
  });

  it('brings what it found into the window, which stays where it can', () => {
    const found = type(opened, 'f', 'o', 'x');
    expect(windowStart(found, animals)).toBe(2);
    expect(windowStart(type(found, 'ctrl+u', 'd', 'o', 'g'), animals)).toBe(2);
  });

  it('leaves the selection where nothing matches, or nothing can be read', () => {
    const view = { ...opened, selected: 'dog' };
    for (const key of ['z', '(', ' ']) expect(type(view, key === ' ' ? 'space' : key).selected).toBe('dog');
    expect(typeFind(view, 'a', listOf([])).selected).toBe('dog');
  });

  it('is left with Esc, and opened again with what was looked for', () => {
    const left = type(opened, 'a', 't', 'escape');
    expect(left).toMatchObject({ find: { query: 'at', open: false }, selected: 'cat' });
    expect(findMatches(left, animals)).toBeUndefined();
    const again = openFind(left, 1, animals);
    expect(again).toMatchObject({ find: { query: 'at', open: true }, selected: 'gnat' });
    expect(findMatches(again, animals)).toEqual(new Set(['cat', 'gnat']));
    expect(openFind(left, -1, animals).selected).toBe('gnat');
  });

  it('always selects a match that is in the window, whatever is pressed', () => {
    const anyKeys = fc.array(fc.constantFrom('a', 'e', 'o', 'enter', 'up', 'backspace', 'ctrl+u'), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(anyKeys, (keys) => {
        const view = type(opened, ...keys);
        const at = animals.ids.indexOf(view.selected ?? '');
        const { query } = view.find;
        if (query !== '' && animals.ids.some((id) => id.includes(query))) expect(view.selected).toContain(query);
        if (at < 0) return;
        expect(at).toBeGreaterThanOrEqual(windowStart(view, animals));
        expect(at).toBeLessThan(windowStart(view, animals) + animals.height);
      }),
    );
  });
});
