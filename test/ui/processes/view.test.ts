import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProcessAction, Scroll } from '../../../src/keymap/action.ts';
import {
  clearProcesses,
  initialView,
  keepInSight,
  type Listed,
  moveSelection,
  type ProcessView,
  reduceProcesses,
  typeQuery,
  windowStart,
} from '../../../src/ui/processes/view.ts';

const viewAfter = (...actions: readonly ProcessAction[]) => actions.reduce(reduceProcesses, initialView);
const listOf = (count: number, height: number): Listed => ({
  ids: Array.from({ length: count }, (_, i) => `${i}`),
  height,
  find: () => new Set(),
});
const move = (view: ProcessView, listed: Listed, ...steps: readonly Scroll[]) =>
  steps.reduce((before, by) => moveSelection(before, by, listed), view);
const type = (...keys: readonly string[]) => keys.reduce(typeQuery, viewAfter({ type: 'editQuery' }));

describe('sorting', () => {
  it('by the same key again reverses, by another begins in its own direction', () => {
    const memory = viewAfter({ type: 'sort', by: 'memory' });
    expect(memory).toMatchObject({ sort: 'memory', reversed: false });
    expect(reduceProcesses(memory, { type: 'sort', by: 'memory' }).reversed).toBe(true);
    expect(viewAfter({ type: 'reverse' }, { type: 'sort', by: 'pid' })).toMatchObject({ sort: 'pid', reversed: false });
    expect(viewAfter({ type: 'reverse' }, { type: 'sortNext', by: 1 }).reversed).toBe(false);
    expect(viewAfter({ type: 'reverse' }, { type: 'reverse' }).reversed).toBe(false);
  });

  it('goes through the columns as they stand and round, both ways', () => {
    const next = (view: ProcessView, by: 1 | -1) => reduceProcesses(view, { type: 'sortNext', by });
    const round = (view: ProcessView, steps: number, by: 1 | -1 = 1) => {
      const views = [view];
      for (let i = 0; i < steps; i++) views.push(next(views.at(-1) ?? view, by));
      return views.map(({ sort }) => sort);
    };
    const usual = ['pid', 'user', 'state', 'nice', 'threads', 'time', 'memory', 'io', 'cpu', 'name'];
    expect(round({ ...initialView, sort: 'pid' }, 10)).toEqual([...usual, 'pid']);
    expect(round({ ...initialView, sort: 'pid' }, 2, -1)).toEqual(['pid', 'name', 'cpu']);
    const chosen = { ...initialView, columns: ['files', 'cpu', 'command', 'shared'] as const };
    expect(round(chosen, 4)).toEqual(['cpu', 'name', 'shared', 'files', 'cpu']);
    // What isn't shown is left for the first or the last that is.
    expect(next({ ...chosen, sort: 'user' }, 1).sort).toBe('files');
  });
});

describe('the shape', () => {
  it('is taken by its key, and left by the same', () => {
    expect(viewAfter({ type: 'arrange', as: 'tree' }).shape).toBe('tree');
    expect(viewAfter({ type: 'arrange', as: 'tree' }, { type: 'arrange', as: 'user' }).shape).toBe('user');
    expect(viewAfter({ type: 'arrange', as: 'user' }, { type: 'arrange', as: 'user' }).shape).toBe('flat');
  });

  it('folds the selected branch, and unfolds it; without one, and where there is no tree, nothing', () => {
    const selected = { ...initialView, shape: 'tree', selected: '7@100' } as const;
    const flat = { ...selected, shape: 'flat' } as const;
    expect(reduceProcesses(flat, { type: 'fold' })).toBe(flat);
    const folded = reduceProcesses(selected, { type: 'fold' });
    expect([...folded.folded]).toEqual(['7@100']);
    expect([...reduceProcesses(folded, { type: 'fold' }).folded]).toEqual([]);
    expect(viewAfter({ type: 'fold' })).toBe(initialView);
  });

  it('folds all branches, and unfolds them, in the tree only', () => {
    const tree = { ...initialView, shape: 'tree', folded: new Set(['1@1']) } as const;
    const folded = reduceProcesses(tree, { type: 'foldAll' });
    expect(folded).toMatchObject({ allFolded: true, folded: new Set() });
    expect(reduceProcesses(folded, { type: 'foldAll' })).toMatchObject({ allFolded: false, folded: new Set() });
    expect(viewAfter({ type: 'foldAll' })).toBe(initialView);
  });

  it('has switches that go there and back', () => {
    expect(viewAfter({ type: 'toggleThreads' }, { type: 'toggleOwn' })).toMatchObject({ threads: true, onlyOwn: true });
    expect(viewAfter({ type: 'toggleThreads' }, { type: 'toggleThreads' }, { type: 'toggleOwn' }, { type: 'toggleOwn' })).toEqual(
      initialView,
    );
    expect(viewAfter({ type: 'toggleShare' }, { type: 'toggleKernel' })).toMatchObject({ ofMachine: true, kernelThreads: true });
    expect(
      viewAfter({ type: 'toggleShare' }, { type: 'toggleShare' }, { type: 'toggleKernel' }, { type: 'toggleKernel' }),
    ).toEqual(initialView);
  });
});

describe('the selection', () => {
  const list = listOf(20, 5);

  it('moves by lines and pages, to the start and the end', () => {
    expect(move(initialView, list, 'line').selected).toBe('0');
    expect(move(initialView, list, 'line', 'line', 'page').selected).toBe('6');
    expect(move(initialView, list, 'end').selected).toBe('19');
    expect(move(initialView, list, 'end', 'pageBack', 'lineBack').selected).toBe('13');
    expect(move(initialView, list, 'end', 'start').selected).toBe('0');
  });

  it('stays within the list and within the window, whatever is pressed', () => {
    const anySteps = fc.array(fc.constantFrom<Scroll>('line', 'lineBack', 'page', 'pageBack', 'start', 'end'), { minLength: 1 });
    fc.assert(
      fc.property(anySteps, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 12 }), (steps, count, height) => {
        const listed = listOf(count, height);
        const view = move(initialView, listed, ...steps);
        const at = listed.ids.indexOf(view.selected ?? '');
        const first = windowStart(view, listed);
        expect(at).toBeGreaterThanOrEqual(first);
        expect(at).toBeLessThan(first + height);
        expect(first).toBeLessThanOrEqual(Math.max(0, count - height));
      }),
    );
  });

  it('is nothing where nothing is listed', () => {
    expect(move(initialView, listOf(0, 5), 'line', 'end')).toBe(initialView);
  });

  it('stays on its process while rows move, and the window stands still', () => {
    const view = move(initialView, list, 'line', 'line', 'line');
    const moved = { ...list, ids: [...list.ids].reverse() };
    expect(view.selected).toBe('2');
    expect(windowStart(view, moved)).toBe(0);
    // The next step is from where it is now, and brings it into the window.
    const next = move(view, moved, 'line');
    expect(next.selected).toBe('1');
    expect(windowStart(next, moved)).toBe(14);
  });

  it('stays on its process, and the window where it was, however rows move, come and go', () => {
    const ids = Array.from({ length: 30 }, (_, i) => `${i}`);
    const anyMoves = fc.array(fc.shuffledSubarray(ids, { minLength: 12 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(anyMoves, fc.nat(29), fc.integer({ min: 1, max: 12 }), (moves, steps, height) => {
        const down = Array.from({ length: steps + 1 }, () => 'line' as const);
        const view = move(initialView, { ...list, ids, height }, ...down);
        const start = windowStart(view, { ...list, ids, height });
        for (const moved of moves) {
          // Without a key there is nothing that changes the view: what is drawn follows from it and the list.
          expect(windowStart(view, { ...list, ids: moved, height })).toBe(Math.min(start, Math.max(0, moved.length - height)));
          const next = move(view, { ...list, ids: moved, height }, 'line');
          const at = moved.indexOf(view.selected ?? '');
          if (at >= 0) expect(next.selected).toBe(moved[Math.min(at + 1, moved.length - 1)]);
        }
      }),
    );
  });

  it('begins at the window again where its process has gone', () => {
    const view = { ...initialView, selected: 'gone', offset: 4 };
    expect(move(view, list, 'line').selected).toBe('4');
  });

  it('is kept in the window where it is followed', () => {
    const view = reduceProcesses(move(initialView, list, 'line'), { type: 'follow' });
    const at = (index: number): Listed => ({ ...list, height: 5, ids: list.ids.slice(1).toSpliced(index, 0, '0') });
    expect(view.following).toBe(true);
    expect(windowStart(view, at(3))).toBe(0);
    expect(windowStart(view, at(12))).toBe(8);
    expect(windowStart({ ...view, offset: 10 }, at(2))).toBe(2);
    expect(windowStart({ ...view, offset: 10 }, at(0))).toBe(0);
    expect(reduceProcesses(view, { type: 'follow' }).following).toBe(false);
    expect(viewAfter({ type: 'follow' }).following).toBe(false);
  });

  it('shows the end of a list that became shorter, not an empty window', () => {
    expect(windowStart({ ...initialView, offset: 15 }, listOf(7, 5))).toBe(2);
  });
});

describe('a query', () => {
  it('is typed key by key, wide characters too, and corrected', () => {
    expect(type('n', 'o', 'space', '日', '本', 'é').query).toBe('no 日本é');
    expect(type('a', '日', '😀', 'backspace').query).toBe('a日');
    expect(type('backspace').query).toBe('');
    expect(type('a', 'b', 'ctrl+u', 'c').query).toBe('c');
    expect(type('a', 'up', 'tab', 'f5', 'pagedown').query).toBe('a');
  });

  it('is kept by Enter, and forgotten by Esc', () => {
    expect(type('a', 'enter')).toMatchObject({ query: 'a', goodQuery: 'a', editing: false });
    expect(type('a', 'escape')).toEqual(initialView);
  });

  it('counts as far as it could be read', () => {
    expect(type(...'cpu>2')).toMatchObject({ query: 'cpu>2', goodQuery: 'cpu>2' });
    expect(type(...'node', 'space', '(')).toMatchObject({ query: 'node (', goodQuery: 'node ' });
    expect(type(...'node', 'space', '(', 'x', ')')).toMatchObject({ goodQuery: 'node (x)' });
    expect(type(...'x(', 'ctrl+u').goodQuery).toBe('');
  });

  it('shows its first finds', () => {
    expect(typeQuery({ ...initialView, offset: 9 }, 'a').offset).toBe(0);
  });

  it('is cleared with what is selected and followed; order and shape stay', () => {
    const sorted = viewAfter({ type: 'sort', by: 'pid' }, { type: 'arrange', as: 'tree' });
    const view = { ...sorted, query: 'a', goodQuery: 'a', selected: '1', following: true, offset: 3 };
    expect(clearProcesses(view)).toEqual(sorted);
  });
});

describe('a window that gets lower', () => {
  const selected = (at: number, offset: number): ProcessView => ({ ...initialView, selected: `${at}`, offset });
  const start = (view: ProcessView, height: number) => windowStart(view, listOf(100, height));

  it('keeps the selected row in sight, at its end where it must', () => {
    expect(start(keepInSight(selected(28, 10), listOf(100, 20), 8), 8)).toBe(21);
    expect(start(keepInSight(selected(12, 10), listOf(100, 20), 8), 8)).toBe(10);
    expect(start(keepInSight(selected(18, 10), listOf(100, 20), 8), 8)).toBe(11);
    expect(start(keepInSight(selected(17, 10), listOf(100, 20), 8), 8)).toBe(10);
    expect(start(keepInSight(selected(99, 80), listOf(100, 20), 5), 5)).toBe(95);
    // It was left behind the end of a list that has become shorter.
    expect(windowStart(keepInSight(selected(7, 30), listOf(20, 15), 5), listOf(20, 5))).toBe(5);
  });

  it('stays where it is where the selected row was out of sight, where there is none, and where the window gets higher', () => {
    for (const [view, height] of [
      [selected(40, 10), 8],
      [{ ...selected(0, 10), selected: undefined }, 8],
      [selected(28, 10), 30],
    ] as const)
      expect(keepInSight(view, listOf(100, 20), height)).toBe(view);
  });
});
