import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import Yoga from 'yoga-layout';
import type { FlexBox } from '../../../src/ui/ink/flex.ts';
import { Yoga as Ours } from '../../../src/ui/ink/yoga.ts';

interface Plan {
  readonly row: boolean;
  readonly hidden: boolean;
  readonly shrink: number;
  readonly width: number | undefined;
  readonly height: number | undefined;
  readonly margin: Edges;
  readonly padding: Edges;
  readonly border: Edges;
  /** Characters of a text, which has no children. */
  readonly text: number | undefined;
  readonly children: readonly Plan[];
}
type Edges = Readonly<Partial<Record<'EDGE_ALL' | 'EDGE_HORIZONTAL' | 'EDGE_VERTICAL' | 'EDGE_LEFT' | 'EDGE_TOP', number>>>;

const few = fc.integer({ min: 0, max: 3 });
const edges = fc.record(
  { EDGE_ALL: few, EDGE_HORIZONTAL: few, EDGE_VERTICAL: few, EDGE_LEFT: few, EDGE_TOP: few },
  { requiredKeys: [] },
);
const length = fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined, freq: 2 });

const plan: (depth?: number) => fc.Arbitrary<Plan> = fc.memo((depth) =>
  fc.record({
    row: fc.boolean(),
    hidden: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    shrink: fc.constantFrom(0, 1, 1, 1),
    width: length,
    height: length,
    margin: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, edges),
    padding: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, edges),
    border: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, edges),
    text: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    children: depth > 1 ? fc.array(plan(), { maxLength: 4 }) : fc.constant([]),
  }),
);

/** The engines differ in their types only: constants are numbers there, names here. */
// biome-ignore lint/suspicious/noExplicitAny: Yoga's own type, as seen by Ink's untyped code
type Engine = any;

function measure(undefinedMode: unknown, characters: number) {
  return (width: number, mode: unknown) =>
    mode === undefinedMode || characters <= width
      ? { width: characters, height: 1 }
      : {
          width: Math.min(characters, Math.max(0, width)),
          height: width > 0 ? Math.ceil(characters / Math.max(1, Math.floor(width))) : 1,
        };
}

/** As Ink's dom.js and styles.js do it. */
function plant(engine: Engine, { children, ...style }: Plan): Engine {
  const node = engine.Node.create();
  node.setFlexShrink(style.shrink);
  node.setFlexGrow(0);
  node.setFlexWrap(engine.WRAP_NO_WRAP);
  node.setFlexDirection(style.row ? engine.FLEX_DIRECTION_ROW : engine.FLEX_DIRECTION_COLUMN);
  if (style.width !== undefined) node.setWidth(style.width);
  if (style.height !== undefined) node.setHeight(style.height);
  node.setDisplay(style.hidden ? engine.DISPLAY_NONE : engine.DISPLAY_FLEX);
  for (const [edge, value] of Object.entries(style.margin)) node.setMargin(engine[edge], value);
  for (const [edge, value] of Object.entries(style.padding)) node.setPadding(engine[edge], value);
  for (const [edge, value] of Object.entries(style.border)) node.setBorder(engine[edge], value);
  if (style.text !== undefined) node.setMeasureFunc(measure(engine.MEASURE_MODE_UNDEFINED, style.text));
  else for (const child of children) node.insertChild(plant(engine, child), node.getChildCount());
  return node;
}

function plantRoot(engine: Engine, plans: readonly Plan[]): Engine {
  const root = engine.Node.create();
  for (const plan of plans) root.insertChild(plant(engine, plan), root.getChildCount());
  return root;
}

function layOut(engine: Engine, root: Engine, width: number) {
  root.setWidth(width);
  root.calculateLayout(undefined, undefined, engine.DIRECTION_LTR);
}

/** A node as Ink asks it, and those below it. */
function look(
  engine: Engine,
  node: Engine,
  { text, children }: Pick<Plan, 'text' | 'children'>,
  below: readonly Engine[],
): unknown {
  if (node.getDisplay() === engine.DISPLAY_NONE) return 'hidden';
  return {
    left: node.getComputedLeft(),
    top: node.getComputedTop(),
    width: node.getComputedWidth(),
    height: node.getComputedHeight(),
    padding: node.getComputedPadding(engine.EDGE_LEFT),
    border: node.getComputedBorder(engine.EDGE_TOP),
    children:
      text === undefined ? below.map((child, i) => children[i] && look(engine, child, children[i], childrenOf(child))) : [],
  };
}

function childrenOf(node: Engine): Engine[] {
  return Array.from({ length: node.getChildCount() }, (_, i) => node.getChild(i));
}

function seen(engine: Engine, root: Engine, children: readonly Plan[]) {
  return look(engine, root, { text: undefined, children }, childrenOf(root));
}

describe('The layout gives each box the cells that Yoga does', () => {
  // Yoga takes sizes for the same that are the same when rounded, so what a box gets of a fraction depends there on what it was before.
  test('for any tree in any width in which no box gets a fraction of a cell', () => {
    fc.assert(
      fc.property(fc.array(plan(4), { maxLength: 3 }), fc.integer({ min: 0, max: 80 }), (plans, width) => {
        const ours = plantRoot(Ours, plans);
        layOut(Ours, ours, width);
        fc.pre(isWhole(ours));
        const theirs = plantRoot(Yoga, plans);
        layOut(Yoga, theirs, width);
        expect(seen(Ours, ours, plans)).toEqual(seen(Yoga, theirs, plans));
        theirs.freeRecursive();
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });

  test('for boxes that share what is too little for them', () => {
    fc.assert(
      fc.property(fc.array(plan(1), { maxLength: 6 }), fc.boolean(), few, few, (children, row, width, height) => {
        const box = { ...PLAIN, row, width: width * 7, height: height * 5, children };
        const [ours, theirs] = [plantRoot(Ours, [box]), plantRoot(Yoga, [box])];
        layOut(Ours, ours, 80);
        layOut(Yoga, theirs, 80);
        expect(seen(Ours, ours, [box])).toEqual(seen(Yoga, theirs, [box]));
        theirs.freeRecursive();
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });
});

test('What has changed is laid out as if it had always been so', () => {
  fc.assert(
    fc.property(
      fc.array(plan(3), { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(fc.nat(), plan(2), fc.integer({ min: 0, max: 80 })), { minLength: 1, maxLength: 4 }),
      (first, changes) => {
        const root = plantRoot(Ours, first);
        layOut(Ours, root, 40);
        let plans: readonly Plan[] = first;
        for (const [which, change, width] of changes) {
          const at = which % plans.length;
          root.removeChild(root.children[at]);
          root.insertChild(plant(Ours, change), at);
          plans = plans.with(at, change);
          layOut(Ours, root, width);
          const fresh = plantRoot(Ours, plans);
          layOut(Ours, fresh, width);
          expect(seen(Ours, root, plans)).toEqual(seen(Ours, fresh, plans));
        }
      },
    ),
  );
});

test('Only a text that is another by now is measured again', () => {
  const root = Ours.Node.create();
  const texts = [3, 5].map((characters) => {
    const text = { characters, measured: 0, node: Ours.Node.create() };
    text.node.setMeasureFunc(() => {
      text.measured += 1;
      return { width: text.characters, height: 1 };
    });
    return text;
  });
  root.setFlexDirection('FLEX_DIRECTION_ROW');
  for (const { node } of texts) root.insertChild(node, root.getChildCount());
  root.calculateLayout();
  const before = texts.map(({ measured }) => measured);
  Object.assign(texts[0] ?? {}, { characters: 7 });
  texts[0]?.node.markDirty();
  root.calculateLayout();
  expect(texts.map(({ node }) => node.getComputedLeft())).toEqual([0, 7]);
  expect(texts.map(({ measured }, i) => measured > (before[i] ?? 0))).toEqual([true, false]);
});

test.each<[string, (box: Engine) => void]>([
  ['setGap', (box) => box.setGap('GUTTER_ALL', 1)],
  ['flexGrow 1', (box) => box.setFlexGrow(1)],
  ['WRAP_WRAP', (box) => box.setFlexWrap('WRAP_WRAP')],
  ['FLEX_DIRECTION_ROW_REVERSE', (box) => box.setFlexDirection('FLEX_DIRECTION_ROW_REVERSE')],
  ['setWidthPercent', (box) => box.setWidthPercent(50)],
  ['a length of auto', (box) => box.setMargin('EDGE_LEFT', 'auto')],
])('Whoever asks for %s is told that it is not there', (what, ask) => {
  expect(() => ask(Ours.Node.create())).toThrow(`lays nothing out with ${what}`);
});

const PLAIN = { hidden: false, shrink: 0, margin: {}, padding: {}, border: {}, text: undefined };

function isWhole({ size, children }: FlexBox): boolean {
  return size.every(Number.isInteger) && children.every(isWhole);
}

test('Every constant that Ink takes from Yoga has a name of its own', () => {
  const folder = 'node_modules/ink/build';
  const texts = readdirSync(folder).flatMap((file) => (file.endsWith('.js') ? readFileSync(`${folder}/${file}`, 'utf8') : []));
  const names = new Set(texts.flatMap((text) => [...text.matchAll(/Yoga\.([A-Z_]{2,})/g)].map(([, name]) => name)));
  expect(names.size).toBeGreaterThan(30);
  for (const name of names) expect((Ours as Engine)[name as string]).toBe(name);
});
