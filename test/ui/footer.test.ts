import { describe, expect, it } from 'vitest';
import { panelNames } from '../../src/config/settings.ts';
import { bindings } from '../../src/keymap/bindings.ts';
import { createKeymap } from '../../src/keymap/keymap.ts';
import { createTracks } from '../../src/processes/track.ts';
import { drawFooter } from '../../src/ui/footer.ts';
import { initialState, type ScreenState } from '../../src/ui/screen-state.ts';
import { plain, textOf } from '../harness/look.ts';
import { sampleAt } from '../harness/sample.ts';

const state = initialState(panelNames);
const footer = (changes: Partial<ScreenState> = {}, width = 200, now = 5) =>
  textOf(drawFooter({ ...state, ...changes }, now, width, createKeymap(), plain));

describe('the footer', () => {
  it('has the labelled keys of the keymap, in its order', () => {
    const labels = bindings.flatMap(({ label }) => label ?? []);
    const at = labels.map((label) => footer().indexOf(` ${label} `));
    expect(at).not.toContain(-1);
    expect(at).toEqual([...at].sort((a, b) => a - b));
  });

  it('has only whole keys where there is little room', () => {
    expect(footer({}, 40).trimEnd()).toBe(' q quit  ? help  p pause  s save');
    expect(footer({}, 80).trimEnd()).toBe(' q quit  ? help  p pause  s save  a alerts  Tab focus  e zoom  + slower');
    expect(footer({}, 160)).toMatch(/ - faster {2}1 cpu {2}2 memory {2}3 disks {2}4 network {2}5 sensors {2}6 processes {2}/);
  });

  it('marks hidden panels, and says how to resume', () => {
    expect(footer({ visible: ['cpu'] })).toContain('1 cpu  2 (memory)');
    expect(
      footer({ paused: { sample: sampleAt(0), history: [], alerts: { firing: [], resolved: [] }, tracks: createTracks() } }),
    ).toContain('p resume');
  });

  it('says how to go back, where there is a way back', () => {
    expect(footer({ zoomed: true }, 40).trimEnd()).toBe(' Esc back  q quit  ? help  p pause');
    expect(footer({ overlay: 'help' })).toContain('Esc back');
    expect(footer()).not.toContain('Esc');
  });

  it('is the query while one is typed, even when there are news', () => {
    const message = { text: 'saved x.json', tone: 'good', until: 9 } as const;
    const processes = { ...state.processes, editing: true, query: 'cpu>2' };
    expect(footer({ message, processes })).toBe(' / cpu>2   Enter keeps it, Esc clears it');
  });

  it('gives way to news, for as long as they are', () => {
    const message = { text: 'saved x.json', tone: 'good', until: 9 } as const;
    expect(footer({ message })).toBe(' saved x.json');
    expect(footer({ message }, 200, 9)).toContain('q quit');
  });
});
