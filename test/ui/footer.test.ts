import { describe, expect, it } from 'vitest';
import { panelNames } from '../../src/config/settings.ts';
import { drawFooter } from '../../src/ui/footer.ts';
import { bindings } from '../../src/ui/keymap.ts';
import { initialState, type ScreenState } from '../../src/ui/screen-state.ts';
import { plain, textOf } from '../harness/look.ts';
import { sampleAt } from '../harness/sample.ts';

const state = initialState(panelNames);
const footer = (changes: Partial<ScreenState> = {}, width = 200, now = 5) =>
  textOf(drawFooter({ ...state, ...changes }, now, width, plain));

describe('the footer', () => {
  it('has the labelled keys of the keymap, in its order', () => {
    const labels = bindings.flatMap(({ label }) => label ?? []);
    const at = labels.map((label) => footer().indexOf(` ${label} `));
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  it('has only whole keys where there is little room', () => {
    expect(footer({}, 40).trimEnd()).toBe(' q quit  ? help  p pause  s save');
  });

  it('marks hidden panels, and says how to resume', () => {
    expect(footer({ visible: ['cpu'] })).toContain('1 cpu  2 (memory)');
    expect(footer({ paused: { sample: sampleAt(0), history: [], alerts: { firing: [], resolved: [] } } })).toContain('p resume');
  });

  it('gives way to news, for as long as they are', () => {
    const message = { text: 'saved x.json', tone: 'good', until: 9 } as const;
    expect(footer({ message })).toBe(' saved x.json');
    expect(footer({ message }, 200, 9)).toContain('q quit');
  });
});
