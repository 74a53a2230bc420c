import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { allLayouts } from '../../src/config/layouts.ts';
import { panelsOf } from '../../src/config/plan.ts';
import { panelNames } from '../../src/config/settings.ts';
import type { Frame } from '../../src/monitor.ts';
import { panelsInSight } from '../../src/ui/arrangement.ts';
import { drawScreen } from '../../src/ui/composition.ts';
import { initialState } from '../../src/ui/screen-state.ts';
import { cellWidth } from '../../src/units/cells.ts';
import { brokenBorders } from '../harness/borders.ts';
import { plain, textsOf } from '../harness/look.ts';
import { frameOf, machineNames } from '../harness/machine.ts';
import { anyPlan, anyVisible } from '../harness/plans.ts';
import { sceneOf } from '../harness/scene.ts';

let frames: readonly Frame[];
beforeAll(async () => {
  frames = await Promise.all(machineNames.map((name) => frameOf(name, 20)));
});

const anyWidth = fc.integer({ min: 30, max: 260 });
const anyHeight = fc.integer({ min: 5, max: 90 });
const anyMachine = fc.nat(machineNames.length - 1);

describe('any layout, of any panels, at any size, on any machine', () => {
  it('is drawn with closed borders that no line sticks out of, and names the panels without room', () => {
    fc.assert(
      fc.property(anyPlan, fc.option(anyVisible), anyWidth, anyHeight, anyMachine, (plan, chosen, width, height, machine) => {
        const frame = frames[machine] as Frame;
        const visible = chosen ?? panelsOf(plan);
        const state = initialState(visible, undefined, { layouts: allLayouts({ mine: plan }), preset: 'mine' });
        const scene = sceneOf(frame, [width, height], state);
        const lines = textsOf(drawScreen(scene, plain));

        expect(lines).toHaveLength(height);
        expect(lines.filter((line) => cellWidth(line) > width)).toEqual([]);
        expect(brokenBorders(lines)).toEqual([]);

        const titles = panelNames.filter((_, i) =>
          lines.some((line) => new RegExp(`╭─ (▸ )?${i + 1} |─╭─ ${i + 1} `).test(line)),
        );
        if (titles.length === 0) return;
        const inSight = panelsInSight(state, frame, scene);
        expect(titles).toEqual(panelNames.filter((name) => inSight.includes(name)));
        const hidden = visible.filter((name) => !inSight.includes(name));
        const note = /no room: (.*?) *$/.exec(lines.at(-1) ?? '')?.[1];
        const counted = `${hidden.length} ${hidden.length === 1 ? 'panel' : 'panels'}`;
        expect([hidden.join(', '), counted]).toContain(hidden.length === 0 ? (note ?? '') : note);
      }),
      { numRuns: 150 },
    );
  });
});
