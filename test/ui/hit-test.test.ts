import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { NO_ALERTS } from '../../src/alerts/alert.ts';
import { type PanelName, panelNames } from '../../src/config/settings.ts';
import { bindings } from '../../src/keymap/bindings.ts';
import { keyLabel } from '../../src/keymap/key-label.ts';
import type { Frame } from '../../src/monitor.ts';
import { drawScreen } from '../../src/ui/composition.ts';
import type { Dialog } from '../../src/ui/dialog.ts';
import { hitTest, type Spot } from '../../src/ui/hit-test.ts';
import { initialState, type ScreenState } from '../../src/ui/screen-state.ts';
import { cellWidth } from '../../src/units/cells.ts';
import { plain, textsOf } from '../harness/look.ts';
import { frameOf, machineNames } from '../harness/machine.ts';
import { sceneOf } from '../harness/scene.ts';

const range = (from: number, to: number, step: number) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
const SIZES = range(30, 220, 12).flatMap((width) => range(5, 70, 6).map((height) => ({ width, height })));

const start = initialState(panelNames);
const processes = (changes: Partial<ScreenState['processes']>) => ({ processes: { ...start.processes, ...changes } });
const VIEWS: Readonly<Record<string, Partial<ScreenState>>> = {
  'the panels': {},
  'a part of the panels': { visible: ['memory', 'network', 'processes'], focus: 'network' },
  'the processes alone': { visible: ['processes'], focus: 'processes' },
  'a query and a row in the midst': processes({ query: 'e', goodQuery: 'e', offset: 4, sort: 'memory' }),
  'a tree': processes({ shape: 'tree', offset: 2 }),
};

/** A scene, and the rows of cells that are drawn of it. */
function draw(frame: Frame, size: { width: number; height: number }, changes: Partial<ScreenState>) {
  const state = { ...start, ...changes };
  const scene = sceneOf(frame, [size.width, size.height], state);
  const rows = textsOf(drawScreen(scene, plain)).map(cellsOf);
  return { scene, rows, hit: (x: number, y: number): Spot => hitTest(scene, { x, y }, plain) };
}

const graphemes = new Intl.Segmenter();
/** A line by its cells; of a wide character the second is empty. */
function cellsOf(line: string): readonly string[] {
  return [...graphemes.segment(line)].flatMap(({ segment }) => [
    segment,
    ...Array<string>(Math.max(0, cellWidth(segment) - 1)).fill(''),
  ]);
}

/** Some sizes for each view of each machine, others for others, unless all are asked for with ALL_SIZES=1. */
const sizesOf = (machine: string, view: string) =>
  SIZES.filter(
    (_, i) =>
      process.env.ALL_SIZES === '1' || (i * 7 + machineNames.indexOf(machine) * 5 + Object.keys(VIEWS).indexOf(view)) % 25 === 0,
  );

describe.each(machineNames)('on the machine %s, a click', (machine) => {
  it.each(Object.entries(VIEWS))('means what is drawn there, at every size: %s', async (view, changes) => {
    const frame = await frameOf(machine, 5);
    const wrong: string[] = [];
    let found = 0;
    for (const size of sizesOf(machine, view)) {
      const { rows, hit } = draw(frame, size, changes);
      if (rows.length === 1) continue;
      for (const expected of [...panelsIn(rows), ...footerIn(rows), ...headsIn(rows), ...listedIn(rows, frame)]) {
        found += 1;
        const click = JSON.stringify(hit(expected.x, expected.y).click ?? []);
        if (!click.includes(JSON.stringify(expected.wish))) {
          wrong.push(
            `${size.width}×${size.height} at ${expected.x},${expected.y}: ${click}, not ${JSON.stringify(expected.wish)}`,
          );
        }
      }
    }
    expect(wrong.slice(0, 10)).toEqual([]);
    expect(found).toBeGreaterThan(500);
  });
});

it("hits a border's key where it stands, also while the focus is elsewhere", async () => {
  const frame = await frameOf('laptop', 5);
  for (const changes of [{}, { explained: { tells: 'cpu.usage', area: 'cpu' as const, x: 0, y: 3, scroll: 0 } }]) {
    const { rows, hit } = draw(frame, { width: 160, height: 48 }, changes);
    const y = rows.findIndex((row) => row.join('').includes('1 cpu ─'));
    const x = rows[y]?.indexOf('1') ?? -1;
    for (const column of [x - 1, x, x + 1]) expect(hit(column, y).click).toEqual([{ type: 'togglePanel', panel: 'cpu' }]);
    expect(hit(x + 2, y).click).not.toEqual([{ type: 'togglePanel', panel: 'cpu' }]);
  }
});

interface Expected {
  readonly x: number;
  readonly y: number;
  readonly wish: object;
}

const DIGIT = /^╭─ (?:▸ )?([1-6]) /;

/** Every cell of every bordered panel, found by its corners and the digit in its border. */
function panelsIn(rows: readonly (readonly string[])[]): readonly Expected[] {
  return rows.flatMap((row, top) =>
    row.flatMap((_, left): readonly Expected[] => {
      const digit = DIGIT.exec(row.slice(left, left + 8).join(''))?.[1];
      if (digit === undefined) return [];
      const panel = panelNames[Number(digit) - 1] as PanelName;
      const right = row.indexOf('╮', left);
      let bottom = top + 1;
      while (rows[bottom]?.[left] === '│') bottom += 1;
      const key = row.indexOf(digit, left);
      return range(top, bottom, 1).flatMap((y) =>
        // All around, and every few columns inside.
        range(left, right, y === top || y === bottom ? 1 : 4).map((x) => {
          const isKey = y === top && Math.abs(x - key) <= 1;
          return { x, y, wish: isKey ? { type: 'togglePanel', panel } : { type: 'focusPanel', panel } };
        }),
      );
    }),
  );
}

/** Every cell of the keys that the footer tells of. */
function footerIn(rows: readonly (readonly string[])[]): readonly Expected[] {
  const y = rows.length - 1;
  const text = rows.at(-1)?.join('') ?? '';
  return bindings.flatMap(({ keys, label, action }) => {
    if (label === undefined) return [];
    const found = [` ${keyLabel(keys[0] ?? '')} ${label} `, ` ${keyLabel(keys[0] ?? '')} (${label}) `].find((one) =>
      text.includes(one),
    );
    if (found === undefined) return [];
    const x = text.indexOf(found);
    return range(x, x + found.length - 1, 1).map((at) => ({ x: at, y, wish: action }));
  });
}

const HEADS: Readonly<Record<string, string>> = {
  PID: 'pid',
  USER: 'user',
  S: 'state',
  NI: 'nice',
  THR: 'threads',
  TIME: 'time',
  RSS: 'memory',
  'MEM%': 'memory',
  'CPU%': 'cpu',
  'IO/s': 'io',
  COMMAND: 'name',
};

/** Every cell of the words in the list's head. */
function headsIn(rows: readonly (readonly string[])[]): readonly Expected[] {
  const y = rows.findIndex((row) => /│.* PID .*COMMAND/.test(row.join('')));
  const row = rows[y];
  if (row === undefined) return [];
  const from = row.lastIndexOf('│', row.indexOf('C', row.join('').indexOf('COMMAND') - 1));
  return [
    ...row
      .slice(from)
      .join('')
      .matchAll(/[A-Z]+(?:%|\/s)?▼?/g),
  ].flatMap(({ 0: word, index }) => {
    const by = HEADS[word.replace('▼', '')];
    if (by === undefined) return [];
    return range(from + index, from + index + word.length - 1, 1).map((x) => ({ x, y, wish: { type: 'sort', by } }));
  });
}

/** Every cell of each row of the list, by the pid that is drawn in it. */
function listedIn(rows: readonly (readonly string[])[], frame: Frame): readonly Expected[] {
  const head = rows.findIndex((row) => /│.* PID .*COMMAND/.test(row.join('')));
  const row = rows[head];
  if (row === undefined) return [];
  const left = row.slice(0, row.join('').indexOf(' PID ')).lastIndexOf('│');
  const right = row.indexOf('│', left + 1);
  const all = frame.sample.process?.state === 'ok' ? frame.sample.process.value.all : [];
  return rows.slice(head + 1).flatMap((cells, i): readonly Expected[] => {
    const pid = /^│ +(\d+) /.exec(cells.slice(left, right).join(''))?.[1];
    const id = all.find((one) => String(one.pid) === pid)?.id;
    if (id === undefined) return [];
    return range(left + 2, right - 2, 1).map((x) => ({ x, y: head + 1 + i, wish: { type: 'selectRow', id } }));
  });
}

/** A machine on which all is well. */
async function quietFrame(): Promise<Frame> {
  return { ...(await frameOf('server', 5)), alerts: NO_ALERTS };
}

describe('where something covers the panels', () => {
  const size = { width: 100, height: 30 };

  it('a click on the border goes back, and the wheel scrolls', async () => {
    const frame = await quietFrame();
    const back = { click: [{ type: 'back' }], wheel: 'page' };
    for (const changes of [{ overlay: 'help' }, { zoomed: true, focus: 'memory' }] as const) {
      const { hit } = draw(frame, size, changes);
      for (const [x, y] of [
        [0, 1],
        [99, 5],
        [50, 28],
        [0, 28],
      ] as const)
        expect(hit(x, y)).toEqual(back);
      expect(hit(50, 10)).toEqual({ click: [], wheel: 'page' });
    }
  });

  it('the zoomed list is the list', async () => {
    const frame = await quietFrame();
    const { rows, hit } = draw(frame, size, { zoomed: true, focus: 'processes' });
    const listed = listedIn(rows, frame);
    expect(listed.length).toBeGreaterThan(400);
    for (const { x, y, wish } of listed) expect(hit(x, y)).toEqual({ click: [wish], wheel: 'list' });
  });

  it('a dialog tells its lines, and what is around it is out of reach', async () => {
    const frame = await quietFrame();
    const dialog: Dialog = { title: 'question', hints: [], press: () => ({}), draw: () => [[], [], []] };
    const { hit, rows } = draw(frame, size, { dialog });
    expect(rows[24]?.join('')).toContain('question');
    const at = (y: number) => ({ dialog: { cell: { x: 48, y }, size: { width: 96, height: 26 } } });
    expect([25, 26, 27].map((y) => hit(50, y))).toEqual([0, 1, 2].map(at));
    for (let y = 0; y < 30; y++) {
      for (let x = 0; x < 100; x++) {
        if (y < 24) expect(hit(x, y)).toEqual({ dialog: 'beside' });
        else if (y < 25 || y > 27 || x === 0 || x === 99) expect(hit(x, y)).toEqual({});
      }
    }
  });
});

it('a click on what a dialog says in the last line presses the key that stands there, and nothing where a message does', async () => {
  const frame = await quietFrame();
  const dialog: Dialog = {
    title: 'question',
    hints: [
      { keys: '↑↓', text: 'go' },
      { keys: 's', text: 'save', press: 's' },
      { keys: 'Esc', text: 'leave', press: 'escape' },
    ],
    press: () => ({}),
    draw: () => [[]],
  };
  const { hit, rows } = draw(frame, { width: 100, height: 30 }, { dialog });
  const line = rows[29]?.join('') ?? '';
  expect(line.trimEnd()).toBe(' ↑↓ go  s save  Esc leave');
  const keyAt = (x: number) => (x < 7 ? undefined : x < 15 ? 's' : x < 26 ? 'escape' : undefined);
  for (const x of range(0, 99, 1)) {
    const key = keyAt(x);
    expect(hit(x, 29)).toEqual(key === undefined ? {} : { dialog: { key } });
  }
  const message = { text: 'saved it in a file whose path is long', tone: 'good', until: Number.POSITIVE_INFINITY } as const;
  expect(draw(frame, { width: 100, height: 30 }, { dialog, message }).hit(12, 29)).toEqual({ click: [{ type: 'dismiss' }] });
});

it('a click on the banner opens the alerts, and rows below it are where they are drawn', async () => {
  const frame = await frameOf('server', 5);
  const { length } = frame.alerts.firing;
  expect(length).toBeGreaterThan(0);
  const { hit, rows } = draw(frame, { width: 100, height: 40 }, {});
  expect(rows[1]?.join('')).toMatch(/WARNING|CRITICAL/);
  const open = { type: 'show', overlay: 'alerts' };
  for (const y of range(1, length, 1)) expect(hit(50, y).click).toEqual([open]);
  expect(hit(50, length + 1).click).not.toContainEqual(open);
  expect(hit(50, 0)).toEqual({});
  for (const { x, y, wish } of [...panelsIn(rows), ...listedIn(rows, frame)]) expect(hit(x, y).click).toContainEqual(wish);
});

it('nothing is hit outside of the screen, or where one line is all that there is', async () => {
  const frame = await quietFrame();
  const { hit } = draw(frame, { width: 80, height: 24 }, {});
  for (const [x, y] of [
    [-1, 5],
    [80, 5],
    [5, -1],
    [5, 24],
    [400, 400],
  ] as const)
    expect(hit(x, y)).toEqual({});
  expect(draw(frame, { width: 39, height: 9 }, {}).hit(3, 0)).toEqual({});
});

it('a click on a line of the compact layout shows its panel whole', async () => {
  const frame = await quietFrame();
  const { hit, rows } = draw(frame, { width: 40, height: 12 }, {});
  const at = (text: string) => rows.findIndex((row) => row.join('').includes(text));
  expect(hit(5, at('cpu')).click).toEqual([{ type: 'focusPanel', panel: 'cpu' }, { type: 'zoom' }]);
  expect(hit(5, at('used')).click).toEqual([{ type: 'focusPanel', panel: 'memory' }, { type: 'zoom' }]);
});
