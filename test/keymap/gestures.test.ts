import { describe, expect, it } from 'vitest';
import { panelNames } from '../../src/config/settings.ts';
import { bindings } from '../../src/keymap/bindings.ts';
import { gestures } from '../../src/keymap/gestures.ts';
import { createKeymap } from '../../src/keymap/keymap.ts';
import { keysOfPreset } from '../../src/keymap/keys-in-force.ts';
import { presetNames } from '../../src/keymap/presets.ts';
import { hitTest } from '../../src/ui/hit-test.ts';
import { initialState, type ScreenState } from '../../src/ui/screen-state.ts';
import type { PointerAction, Wish } from '../../src/ui/wish.ts';
import { plain } from '../harness/look.ts';
import { frameOf } from '../harness/machine.ts';
import { sceneOf } from '../harness/scene.ts';

/** The bindings that do what needs a place that no key names. */
const SAME: Readonly<Record<PointerAction['type'], readonly string[]>> = {
  focusPanel: ['focus-next', 'focus-previous'],
  selectRow: ['down', 'up'],
  explainAt: ['explain', 'right', 'left'],
  dismiss: ['back'],
  wheel: ['page-down', 'page-up', 'down', 'up'],
};

/** All that clicks ask for, wherever they go, on a screen with its panels, with a panel whole, and with what covers them. */
async function allWishes(): Promise<readonly Wish[]> {
  const frame = await frameOf('laptop');
  const start = initialState(panelNames);
  const states: readonly ScreenState[] = [
    start,
    { ...start, zoomed: true },
    { ...start, focus: 'processes', zoomed: true },
    { ...start, overlay: 'help' },
  ];
  const [width, height] = [160, 48];
  return states.flatMap((state) => {
    const scene = sceneOf(frame, [width, height], state);
    return Array.from({ length: width * height }, (_, i) => {
      const { click = [], wheel } = hitTest(scene, { x: i % width, y: Math.floor(i / width) }, plain);
      return [...click, ...(wheel ? [{ type: 'wheel', over: wheel, by: 1 } as const] : [])];
    }).flat();
  });
}

describe('what the mouse does', () => {
  it.each(presetNames)('has keys that do the same, with the keys of %s', async (preset) => {
    const keys = keysOfPreset(preset);
    const actions = new Set(bindings.filter(({ id }) => keys[id]?.length).map(({ action }) => action.type as string));
    const types = new Set((await allWishes()).map(({ type }) => type));
    expect(types.size).toBeGreaterThan(6);
    for (const type of types) {
      const same = SAME[type as PointerAction['type']];
      expect([type, same ? same.every((id) => keys[id]?.length) : actions.has(type)]).toEqual([type, true]);
    }
  });

  it('names bindings that there are', () => {
    const ids = bindings.map(({ id }) => id);
    for (const { same } of gestures) expect(ids).toEqual(expect.arrayContaining([...same]));
  });
});

describe('every action', () => {
  it.each(presetNames)('has a key with the keys of %s, and it is its own', (preset) => {
    const keys = keysOfPreset(preset);
    const { actionFor } = createKeymap(keys);
    const without = bindings.filter(({ id, action }) => !keys[id]?.some((key) => actionFor(key) === action));
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});
