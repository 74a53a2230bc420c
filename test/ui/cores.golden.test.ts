import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { panelNames } from '../../src/config/settings.ts';
import { known, ok } from '../../src/metrics/outcome.ts';
import type { Frame } from '../../src/monitor.ts';
import { drawScreen } from '../../src/ui/composition.ts';
import { initialState } from '../../src/ui/screen-state.ts';
import { brokenBorders } from '../harness/borders.ts';
import { expectGolden } from '../harness/golden.ts';
import { plain, textsOf } from '../harness/look.ts';
import { frameOf } from '../harness/machine.ts';
import { sceneOf } from '../harness/scene.ts';

const CORES = 384;

/** The server with so many cores: of each 48 the first 20 work, the last one of all is offline, and one is at its limit. */
async function manyCores(): Promise<Frame> {
  const frame = await frameOf('server', 60);
  const cores = Array.from({ length: CORES }, (_, id) => {
    if (id === CORES - 1) return { id, online: false };
    const user = id === 200 ? 1 : id % 48 < 20 ? 0.5 + (id % 7) / 20 : (id % 5) / 20;
    return { id, online: true, usage: user, user };
  });
  const cpu = known(frame.sample.cpu);
  return cpu ? { ...frame, sample: { ...frame.sample, cpu: ok({ ...cpu, cores }) } } : frame;
}

describe.each(['beside the others', 'zoomed'] as const)('384 cores %s', (how) => {
  it.each([
    [200, 60],
    [160, 48],
    [80, 24],
    [40, 12],
  ] as const)('are as they were approved at %i×%i, each of them to be seen', async (width, height) => {
    const frame = await manyCores();
    const zoomed = how === 'zoomed';
    const state = { ...initialState(panelNames), zoomed };
    const lines = textsOf(drawScreen(sceneOf(frame, [width, height], state), plain));
    expect(brokenBorders(lines)).toEqual([]);
    // The one at its limit: zoomed a bar, where there is room for so many; else the only cell that is full.
    expect(lines.join('\n')).toMatch(zoomed && width >= 160 ? /200 ■{4,} / : /█/);
    await expectGolden(golden(`${CORES}-${zoomed ? 'zoomed-' : ''}${width}x${height}.txt`), `${lines.join('\n')}\n`);
  });
});

function golden(name: string): string {
  return fileURLToPath(new URL(`../golden/cores/${name}`, import.meta.url));
}
