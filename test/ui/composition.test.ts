import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { columnNames, type PanelName, panelNames } from '../../src/config/settings.ts';
import { createKeymap } from '../../src/keymap/keymap.ts';
import { known, ok } from '../../src/metrics/outcome.ts';
import type { Frame } from '../../src/monitor.ts';
import { createTracks } from '../../src/processes/track.ts';
import { drawScreen, type Scene } from '../../src/ui/composition.ts';
import { historyFor } from '../../src/ui/draw/time-axis.ts';
import { createLook, type Look } from '../../src/ui/look.ts';
import { createColumnsDialog } from '../../src/ui/processes/columns-dialog.ts';
import { listProcesses } from '../../src/ui/processes/listing.ts';
import { initialState, type ScreenState } from '../../src/ui/screen-state.ts';
import { textsOf } from '../harness/look.ts';
import { defaults, frameOf, machineNames } from '../harness/machine.ts';

// From frame to frame much of what was drawn is kept. Whatever came before, what is drawn must be what it would be without that.

const looks = (): readonly Look[] => [
  createLook(defaults, 3),
  createLook(defaults, 0),
  createLook({ ...defaults, ascii: true, graph: 'block', networkUnit: 'bits' }, 1),
];
const keymaps = [createKeymap(), createKeymap({ ...defaults.keys, 'panel-cpu': ['x'] })];
const start = initialState(panelNames);
const past: Frame[] = [];

beforeAll(async () => {
  for (const name of machineNames) past.push(await frameOf(name, 20), await frameOf(name, 21));
});

/** What a scene follows from, flat, so that one thing changes at a time. */
const facts = {
  frame: fc.nat(),
  /** What each process uses of what it used, in turn. */
  shares: fc.array(fc.constantFrom(0, 0.5, 1, 30), { minLength: 1, maxLength: 3 }),
  size: fc.constantFrom<readonly [number, number]>([160, 48], [159, 48], [160, 47], [100, 30], [80, 24], [40, 12]),
  look: fc.nat({ max: 2 }),
  keymap: fc.constantFrom(...keymaps),
  visible: fc.oneof(fc.constant(panelNames), fc.subarray<PanelName>([...panelNames])),
  focus: fc.option(fc.constantFrom(...panelNames), { nil: undefined }),
  zoomed: fc.boolean(),
  overlay: fc.constantFrom(undefined, 'help' as const, 'alerts' as const),
  spanned: fc.boolean(),
  selected: fc.option(fc.nat({ max: 20 }), { nil: undefined }),
  tagged: fc.subarray([0, 1, 2, 3]),
  paused: fc.boolean(),
  sort: fc.constantFrom('cpu' as const, 'memory' as const, 'pid' as const),
  reversed: fc.boolean(),
  ofMachine: fc.boolean(),
  kernelThreads: fc.boolean(),
  shape: fc.constantFrom('flat' as const, 'tree' as const, 'user' as const),
  query: fc.constantFrom('', 's'),
  columns: fc.constantFrom(undefined, columnNames),
};
type Facts = { readonly [K in keyof typeof facts]: (typeof facts)[K] extends fc.Arbitrary<infer V> ? V : never };

const FIRST: Facts = {
  frame: 0,
  shares: [1],
  size: [160, 48],
  look: 0,
  keymap: keymaps[0] as Facts['keymap'],
  visible: panelNames,
  focus: undefined,
  zoomed: false,
  overlay: undefined,
  spanned: false,
  selected: undefined,
  tagged: [],
  paused: false,
  sort: 'cpu',
  reversed: false,
  ofMachine: false,
  kernelThreads: false,
  shape: 'flat',
  query: '',
  columns: undefined,
};

/** One fact after the other, each changed and then back: much of what was drawn before still stands. */
const courses = fc
  .array(fc.oneof(...Object.entries(facts).map(([name, values]) => fc.record({ [name]: values as fc.Arbitrary<unknown> }))), {
    minLength: 1,
    maxLength: 10,
  })
  .map((steps) => {
    const course: Facts[] = [FIRST];
    for (const step of steps) course.push({ ...(course.at(-1) ?? FIRST), ...step } as Facts);
    return [...course, ...course.toReversed()];
  });

it('draws each frame as if it were the first, whatever was drawn before', () => {
  fc.assert(
    fc.property(courses, (course) => {
      const scenes = course.map(sceneOf);
      const kept = looks();
      const drawn = scenes.map((scene, i) => drawScreen(scene, kept[course[i]?.look ?? 0] as Look));
      const anew = scenes.map((scene, i) => drawScreen(scene, looks()[course[i]?.look ?? 0] as Look));
      expect(drawn).toEqual(anew);
    }),
    { numRuns: 60 },
  );
});

it('gives the very same line again where nothing on it has changed', () => {
  const [look] = looks() as [Look];
  const scene = sceneOf(FIRST);
  const before = drawScreen(scene, look);
  const after = drawScreen({ ...scene, frame: { ...scene.frame } }, look);
  expect(after.slice(1).filter((line, i) => line !== before[i + 1])).toEqual([]);
});

it('marks one focus: of what the keys go to, and of nothing behind it', () => {
  const [look] = looks() as [Look];
  const scene = sceneOf({ ...FIRST, focus: 'cpu' });
  const explained = { tells: 'cpu.usage', area: 'cpu' as const, x: 0, y: 3, scroll: 0 };
  const dialog = createColumnsDialog(scene.state.processes);
  const focused = (changes: Partial<ScreenState>) =>
    textsOf(drawScreen({ ...scene, state: { ...scene.state, ...changes } }, look)).flatMap(
      (line) => line.match(/─ ▸ [a-z0-9 .]+/g) ?? [],
    );
  expect(focused({})).toEqual(['─ ▸ 1 cpu ']);
  expect(focused({ explained })).toEqual(['─ ▸ cpu.usage ']);
  // Nothing moves for that.
  const [, border] = textsOf(drawScreen(scene, look));
  const [, behind] = textsOf(drawScreen({ ...scene, state: { ...scene.state, dialog } }, look));
  expect(border).toContain('▸ 1 cpu');
  expect(behind).toBe(border?.replace(' ▸', '──'));
  for (const other of [{}, { zoomed: true }, { overlay: 'help' as const }, { explained }]) {
    expect(focused({ ...other, dialog })).toEqual([`─ ▸ ${dialog.title} `]);
  }
});

function sceneOf(made: Facts): Scene {
  const { frame: at, shares, size, keymap, spanned, selected, tagged, paused, query } = made;
  const [width, height] = size;
  const whole = withShares(past[at % past.length] as Frame, shares);
  const span = spanned ? 15 : undefined;
  const frame = { ...whole, history: historyFor(whole, span) };
  const { sort, reversed, ofMachine, kernelThreads, shape, columns } = made;
  const listed = { ...start.processes, sort, reversed, ofMachine, kernelThreads, shape, columns, query, goodQuery: query };
  const listing = listProcesses(frame.sample.process, listed);
  const view = {
    ...listed,
    selected: selected === undefined ? undefined : listing.ids[selected],
    tagged: new Set(tagged.map((one) => listing.ids[one] ?? '')),
  };
  const { visible, focus, zoomed, overlay } = made;
  const state: ScreenState = {
    ...start,
    ...{ visible, focus, zoomed, overlay, span, paused: paused ? frame : undefined, processes: view },
  };
  return { state, frame, live: frame, processes: { view, listing }, keymap, width, height, interval: 1 };
}

function withShares(frame: Frame, shares: readonly number[]): Frame {
  const process = known(frame.sample.process);
  if (process === undefined) return frame;
  const all = process.all.map((one, i) => {
    const share = shares[i % shares.length] ?? 1;
    return { ...one, usage: (one.usage ?? 0) * share + (share > 1 ? 0.1 : 0), resident: share === 0 ? 4096 : one.resident };
  });
  const sample = { ...frame.sample, process: ok({ ...process, all }) };
  const tracks = createTracks();
  tracks.add(all, sample.moment);
  return { ...frame, sample, tracks };
}
