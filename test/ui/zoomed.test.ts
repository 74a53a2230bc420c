import { describe, expect, it } from 'vitest';
import { parseRule } from '../../src/alerts/rule.ts';
import { panelNames } from '../../src/config/settings.ts';
import { createKeymap } from '../../src/keymap/keymap.ts';
import { known } from '../../src/metrics/outcome.ts';
import { createLook } from '../../src/ui/look.ts';
import { disksPanel } from '../../src/ui/panels/disks.ts';
import { panels } from '../../src/ui/panels/index.ts';
import { listProcesses } from '../../src/ui/processes/listing.ts';
import { initialState } from '../../src/ui/screen-state.ts';
import { drawZoomed } from '../../src/ui/zoomed.ts';
import { brokenBorders } from '../harness/borders.ts';
import { plain, textsOf } from '../harness/look.ts';
import { defaults, frameOf, machineNames } from '../harness/machine.ts';

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

it('shows every filesystem of a zoomed panel before large graphs, and counts the disks that have no room', async () => {
  const frame = await frameOf('server', 60);
  const view = initialState(panelNames).processes;
  const processes = { view, listing: listProcesses(frame.sample.process, view) };
  const lines = textsOf(drawZoomed(disksPanel, frame, { width: 160, height: 44, scroll: 0 }, plain, processes, createKeymap()));
  expect(lines.filter((line) => / (ext4|xfs|btrfs|nfs4|vfat) | no answer /.test(line))).toHaveLength(12);
  const disks = lines.filter((line) => line.includes(' busy ')).length;
  const count = known(frame.sample.disk)?.devices.length ?? 0;
  expect(lines.at(-2)).toContain(`and ${count - disks} more`);
});

it('draws the threshold of a rule about what disks do across its chart, with its value', async () => {
  const frame = await frameOf('server', 60);
  const view = initialState(panelNames).processes;
  const processes = { view, listing: listProcesses(frame.sample.process, view) };
  const look = createLook({ ...defaults, rules: [parseRule('disk.read_rate > 700MiB/s')] }, 0);
  const lines = textsOf(drawZoomed(disksPanel, frame, { width: 160, height: 44, scroll: 0 }, look, processes, createKeymap()));
  expect(lines.filter((line) => line.includes('╌╌'))).toEqual([expect.stringMatching(/700 MiB\/s ┤/)]);
});
