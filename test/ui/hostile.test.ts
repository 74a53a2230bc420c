import { expect, it } from 'vitest';
import { panelNames } from '../../src/config/settings.ts';
import { metricNames } from '../../src/metrics/index.ts';
import { failed, unavailable } from '../../src/metrics/outcome.ts';
import type { Frame } from '../../src/monitor.ts';
import { drawScreen } from '../../src/ui/composition.ts';
import { initialState, type ScreenState } from '../../src/ui/screen-state.ts';
import { plain, textsOf } from '../harness/look.ts';
import { frameOf, machineNames } from '../harness/machine.ts';
import { sceneOf } from '../harness/scene.ts';

/** What a terminal would take for an order to clear itself, and what turns the direction of writing. */
const ORDER = '\u001b[2J\u202e';

/** The same with that at the end of every text. */
function poison(value: unknown): unknown {
  if (typeof value === 'string') return value + ORDER;
  if (Array.isArray(value)) return value.map(poison);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, name === 'state' && inner === 'ok' ? inner : poison(inner)]),
  );
}

function draw(frame: Frame, changes: Partial<ScreenState>, width: number, height: number): readonly string[] {
  const scene = sceneOf(frame, [width, height], { ...initialState(panelNames), ...changes });
  return textsOf(drawScreen(scene, plain));
}

const views: readonly Partial<ScreenState>[] = [{}, ...panelNames.map((focus) => ({ focus, zoomed: true }))];
const sizes = [
  [200, 60],
  [80, 24],
  [60, 12],
] as const;

it.each(machineNames)('whatever the machine %s calls its things, no text of it is an order to the terminal', async (machine) => {
  const whole = await frameOf(machine, 5);
  const frame = { ...whole, sample: poison(whole.sample) as Frame['sample'] };
  for (const view of views) {
    for (const [width, height] of sizes) expect(draw(frame, view, width, height).filter(isOrder)).toEqual([]);
  }
});

it('no reason why something is missing is one', async () => {
  const whole = await frameOf('vm', 5);
  for (const lack of [failed(ORDER), unavailable(ORDER, ORDER)]) {
    const sample = { ...whole.sample, ...Object.fromEntries(metricNames.map((name) => [name, lack])) };
    for (const view of views) {
      for (const [width, height] of sizes) expect(draw({ ...whole, sample }, view, width, height).filter(isOrder)).toEqual([]);
    }
  }
});

const isOrder = (line: string) => /[\p{Cc}\p{Cf}]/u.test(line);
