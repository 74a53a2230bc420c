import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';
import type { Depth } from '../../src/ui/theme/theme.ts';
import { expectGolden } from '../harness/golden.ts';
import { frameOf, machineNames } from '../harness/machine.ts';
import { monitorShowing } from '../harness/monitor.ts';
import { drawPicture } from '../harness/picture.ts';
import { openTestScreen } from '../harness/screen.tsx';

const SIZES = [
  [200, 60],
  [160, 48],
  [120, 40],
  [80, 24],
  [60, 20],
  [40, 12],
] as const;
const LOOKS = [
  { look: 'truecolor', depth: 3, settings: { color: 'truecolor' } },
  { look: '16', depth: 1, settings: { color: '16' } },
  { look: 'none', depth: 0, settings: { color: 'none' } },
  { look: 'ascii', depth: 0, settings: { color: 'none', ascii: true } },
] as const;

describe.each(machineNames)('the screen of the machine %s', (machine) => {
  describe.each(SIZES)('at %i×%i', (columns, rows) => {
    it.each(LOOKS)('is as it was approved, in $look', async ({ look, depth, settings }) => {
      const screen = openTestScreen(monitorShowing(await frameOf(machine)), { columns, rows, settings });
      await screen.waitFor('quit');
      const picture = drawPicture(screen, depth as Depth);
      screen.close();
      await screen.done;
      await expectGolden(golden(`${machine}-${columns}x${rows}-${look}.txt`), picture);
    });
  });
});

function golden(name: string): string {
  return fileURLToPath(new URL(`../golden/screen/${name}`, import.meta.url));
}
