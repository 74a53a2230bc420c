import { describe, expect, it } from 'vitest';
import { panelNames } from '../../src/config/settings.ts';
import { createKeymap } from '../../src/keymap/keymap.ts';
import { panels } from '../../src/ui/panels/index.ts';
import { listProcesses } from '../../src/ui/processes/listing.ts';
import { initialState } from '../../src/ui/screen-state.ts';
import { drawZoomed } from '../../src/ui/zoomed.ts';
import { brokenBorders } from '../harness/borders.ts';
import { plain, textsOf } from '../harness/look.ts';
import { frameOf, machineNames } from '../harness/machine.ts';

const SIZES = [
  [300, 78],
  [160, 46],
  [120, 38],
  [80, 22],
  [60, 18],
] as const;

describe.each(machineNames)('a panel of %s on the whole screen', (machine) => {
  it.each(panels.map(({ name }) => name).filter((name) => name !== 'processes'))(
    'uses all of it, where it has a history: %s',
    async (name) => {
      const frame = await frameOf(machine, 60);
      const panel = panels.find((one) => one.name === name);
      if (!panel) throw new Error(name);
      const view = initialState(panelNames).processes;
      const processes = { view, listing: listProcesses(frame.sample.process, view) };
      // What has no history has no charts, either: it is as long as it is.
      if (!panel.trends(frame, plain).some(({ series }) => series.some((value) => value !== undefined))) return;
      for (const [width, height] of SIZES) {
        const size = { width, height, scroll: 0 };
        const lines = textsOf(drawZoomed(panel, frame, size, plain, processes, createKeymap()));
        expect(brokenBorders(lines)).toEqual([]);
        expect(lines.at(-2), `${name} of ${machine} at ${width}×${height}:\n${lines.join('\n')}`).toMatch(/[^│ ]/);
      }
    },
  );
});
