import { fileURLToPath } from 'node:url';
import { describe, it } from 'vitest';
import { builtInLayouts } from '../../src/config/built-in-layouts.ts';
import { panelsOf } from '../../src/config/plan.ts';
import { expectGolden } from '../harness/golden.ts';
import { frameOf } from '../harness/machine.ts';
import { monitorShowing } from '../harness/monitor.ts';
import { drawPicture } from '../harness/picture.ts';
import { openTestScreen } from '../harness/screen.tsx';

const SIZES = [
  [160, 48],
  [120, 40],
  [80, 24],
  [60, 20],
  [250, 20],
  [40, 80],
  [40, 12],
  [30, 8],
] as const;
/** screen.golden.test.tsx has the default at its usual sizes. */
const UNUSUAL = [
  [250, 20],
  [40, 80],
  [30, 8],
];

describe.each(Object.entries(builtInLayouts))('the layout %s', (preset, plan) => {
  const sizes = SIZES.filter(([columns]) => preset !== 'full' || UNUSUAL.some(([unusual]) => unusual === columns));
  it.each(sizes.map(([columns, rows]) => ({ columns, rows })))(
    'is as it was approved at $columns×$rows',
    async ({ columns, rows }) => {
      const settings = { preset, panels: panelsOf(plan) };
      const screen = openTestScreen(monitorShowing(await frameOf('laptop')), { columns, rows, settings });
      await screen.waitFor('quit');
      const picture = drawPicture(screen, 0);
      screen.close();
      await screen.done;
      await expectGolden(golden(`${preset}-${columns}x${rows}.txt`), picture);
    },
  );
});

function golden(name: string): string {
  return fileURLToPath(new URL(`../golden/layouts/${name}`, import.meta.url));
}
