import fc, { type Arbitrary } from 'fast-check';
import { builtInLayouts } from '../../../src/config/built-in-layouts.ts';
import type { Changes } from '../../../src/config/option-list.ts';
import { columnNames, graphStyles, panelNames } from '../../../src/config/settings.ts';
import { bindings } from '../../../src/keymap/bindings.ts';
import { presetNames } from '../../../src/keymap/presets.ts';
import { type MetricName, metricNames } from '../../../src/metrics/index.ts';
import { builtInNames } from '../../../src/themes/built-in/index.ts';
import { nameKey } from '../../../src/ui/key-name.ts';
import type { MouseReport } from '../../../src/ui/mouse.ts';
import type { Depth } from '../../../src/ui/theme/theme.ts';
import { anyPlan } from '../../harness/plans.ts';

/** What may happen to the screen. */
export type WalkStep =
  | { readonly is: 'key'; readonly key: string }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'paste'; readonly text: string }
  /** Where on the screen: shares of its width and height. */
  | {
      readonly is: 'mouse';
      readonly kind: MouseReport['kind'];
      readonly button: 'left' | 'right';
      readonly by: 1 | -1;
      readonly x: number;
      readonly y: number;
    }
  | { readonly is: 'resize'; readonly width: number; readonly height: number }
  | { readonly is: 'sample'; readonly what: WhatIsSampled }
  | { readonly is: 'sleep'; readonly seconds: number }
  | { readonly is: 'configure'; readonly changes: Changes }
  | { readonly is: 'colors'; readonly depth: Depth };

/** A recorded machine's instant, or anything that the metrics allow, or a crowd; and the metrics that fail in it. */
export interface WhatIsSampled {
  readonly machine: number;
  readonly at: number;
  /** Which of all that the metrics allow. */
  readonly any?: number | undefined;
  readonly crowd?: number | undefined;
  readonly lost: readonly (readonly [MetricName, boolean, string])[];
}

const hostile = fc.constantFrom(
  '日本語',
  'e\u0301',
  '👩‍👩‍👧',
  '🇩🇪',
  '\u0007',
  '\u202e',
  'ﷺ',
  '\u200d',
  '❤️',
  'ก็็็็',
  '－',
  '\u00a0',
  '',
);
const text = fc.oneof(
  { weight: 3, arbitrary: fc.string({ maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom('cpu>20 and user=root', 'n', '/(', '/a.b/', 'pid=1', 'not', 'mem>1G', 'io>1') },
  { weight: 1, arbitrary: hostile },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
);

/** What a terminal sends as a key, and not only for one. */
const isKey = (character: string) => nameKey(character) === character;

const moves = [
  'up',
  'down',
  'pageup',
  'pagedown',
  'home',
  'end',
  'left',
  'right',
  'tab',
  'shift+tab',
  'enter',
  'escape',
  'space',
  'backspace',
];
const key: Arbitrary<WalkStep> = fc.record({
  is: fc.constant('key' as const),
  key: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...bindings.flatMap(({ keys }) => keys).filter((one) => one !== 'escape')) },
    { weight: 3, arbitrary: fc.constantFrom(...moves) },
    { weight: 1, arbitrary: fc.constantFrom('ctrl+u', 'ctrl+a', 'alt+x', 'f10', 'insert', 'shift+up', 'ctrl+s') },
    { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }).filter(isKey) },
  ),
});

const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 1, 0.02, 0.98));
const mouse: Arbitrary<WalkStep> = fc.record({
  is: fc.constant('mouse' as const),
  kind: fc.constantFrom('press' as const, 'press' as const, 'wheel' as const, 'release' as const),
  button: fc.constantFrom('left' as const, 'left' as const, 'left' as const, 'right' as const),
  by: fc.constantFrom(1 as const, -1 as const),
  x: share,
  y: share,
});

const resize: Arbitrary<WalkStep> = fc.record({
  is: fc.constant('resize' as const),
  width: fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 28, max: 165 }), fc.constantFrom(80, 160, 77, 78, 150)),
  height: fc.oneof(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 4, max: 50 }), fc.constantFrom(24, 48, 5, 10)),
});

const what: Arbitrary<WhatIsSampled> = fc.record({
  machine: fc.nat(20),
  at: fc.integer({ min: -200, max: 1 }),
  any: fc.option(fc.nat(100_000), { freq: 3, nil: undefined }),
  crowd: fc.option(fc.constantFrom(1, 70, 1000, 5000), { freq: 4, nil: undefined }),
  lost: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(fc.tuple(fc.constantFrom(...metricNames), fc.boolean(), text), { maxLength: 9 }) },
  ),
});
export const anyStart = fc.record({ what, before: fc.constantFrom(0, 1, 10, 10, 80, 650) });

const configure: Arbitrary<WalkStep> = fc.record({
  is: fc.constant('configure' as const),
  changes: fc.oneof(
    fc.record({ theme: fc.constantFrom(...builtInNames) }),
    fc.record({ preset: fc.constantFrom(...Object.keys(builtInLayouts)) }),
    anyPlan.map((plan): Changes => ({ layouts: { mine: plan }, preset: 'mine' })),
    fc.record({ panels: fc.subarray([...panelNames], { minLength: 1 }) }),
    fc.record({ processColumns: fc.option(fc.shuffledSubarray([...columnNames], { minLength: 1 }), { nil: undefined }) }),
    fc.record({ graph: fc.constantFrom(...graphStyles) }),
    fc.record({ ascii: fc.boolean() }),
    fc.record({ networkUnit: fc.constantFrom('bytes' as const, 'bits' as const) }),
    fc.record({ temperatureUnit: fc.constantFrom('celsius' as const, 'fahrenheit' as const) }),
    fc.record({ keys: fc.constantFrom(...presetNames) }),
    fc.record({ readonly: fc.boolean() }),
    fc.record({ cpuThreshold: fc.double({ min: 0.01, max: 1, noNaN: true }), memoryThreshold: fc.constantFrom(0.1, 1) }),
    fc.record({ interval: fc.constantFrom(0.1, 1, 60, 3600) }),
  ) as Arbitrary<Changes>,
});

export const anyStep: Arbitrary<WalkStep> = fc.oneof(
  { weight: 14, arbitrary: key },
  { weight: 2, arbitrary: fc.record({ is: fc.constant('text' as const), text }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('paste' as const), text }) },
  { weight: 5, arbitrary: mouse },
  { weight: 4, arbitrary: resize },
  { weight: 4, arbitrary: fc.record({ is: fc.constant('sample' as const), what }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('sleep' as const), seconds: fc.constantFrom(3, 60, 40_000) }) },
  { weight: 2, arbitrary: configure },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('colors' as const), depth: fc.constantFrom<Depth>(0, 1, 2, 3) }) },
);
