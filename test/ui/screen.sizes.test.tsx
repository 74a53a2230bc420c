import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { panelNames } from '../../src/config/settings.ts';
import { cellWidth } from '../../src/units/cells.ts';
import { brokenBorders } from '../harness/borders.ts';
import { frameOf, machineNames } from '../harness/machine.ts';
import { monitorShowing } from '../harness/monitor.ts';
import { openDrawing } from '../harness/screen.tsx';

const range = (from: number, to: number, step: number) =>
  Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step);
const SIZES = range(30, 220, 8).flatMap((columns) => range(5, 70, 5).map((rows) => [columns, rows] as const));

interface View {
  readonly view: string;
  readonly keys: readonly (readonly [key: string, shows: (frame: string) => boolean])[];
}

/** What the screen can show: the keys that lead there from the panels, and what tells that it is there. */
const VIEWS: readonly View[] = [
  { view: 'the panels', keys: [] },
  { view: 'help', keys: [['?', (frame: string) => frame.includes('Save a snapshot')]] },
  { view: 'alerts', keys: [['a', (frame: string) => frame.includes('Resolved')]] },
  {
    view: 'a tree of processes and a wrong query',
    keys: [
      ['t', () => true],
      ['/', (frame: string) => frame.includes('Enter keep')],
      ['(', (frame: string) => frame.includes(' / (')],
    ],
  },
  ...panelNames.map(
    (panel, i): View => ({
      view: `the zoomed ${panel}`,
      keys: [
        ...panelNames.slice(0, i).map((_, n) => ['Tab', (frame: string) => frame.includes(`▸ ${n + 2} `)] as const),
        ['Enter', (frame: string) => frame.match(/╭─ (▸ )?\d /g)?.length === 1],
      ],
    }),
  ),
];

/** Some sizes for each view of each machine, others for others, unless all are asked for with ALL_SIZES=1. */
const sizesOf = (view: number, machine: string) =>
  SIZES.filter(
    (_, i) => process.env.ALL_SIZES === '1' || (i * 7 + machineNames.indexOf(machine)) % (VIEWS.length * 3) === view * 3,
  );

describe.each(machineNames)('on the machine %s', (machine) => {
  it.each(VIEWS.map((view, i) => ({ ...view, sizes: sizesOf(i, machine) })))(
    '$view fits into every size, with closed borders and nothing but text',
    async ({ keys, sizes }) => {
      const drawing = openDrawing(monitorShowing(await frameOf(machine)));
      for (const [key, shows] of keys) await drawing.press(key, shows);
      const wrong: string[] = [];
      for (const [columns, rows] of sizes) wrong.push(...faultsOf(await drawing.at(columns, rows), columns, rows));
      drawing.close();
      expect(wrong).toEqual([]);
    },
  );

  it('says CPU, memory and load in one line where there is no room for more', async () => {
    const drawing = openDrawing(monitorShowing(await frameOf(machine)));
    for (const [columns, rows] of [
      [29, 60],
      [200, 4],
      [29, 4],
    ] as const) {
      const lines = (await drawing.at(columns, rows)).filter((line) => line.trim() !== '');
      expect(lines).toHaveLength(1);
      expect(lines[0]).toMatch(/^cpu +[\d.]+% mem +[\d.]+% load +([\d.]+|–) *$/);
    }
    for (const columns of [20, 8, 1]) expect(faultsOf(await drawing.at(columns, 3), columns, 1)).toEqual([]);
    drawing.close();
  });
});

it.each(machineNames.filter((name) => name !== 'laptop'))(
  'draws the machine %s with ASCII alone where that is asked for',
  async (machine) => {
    const drawing = openDrawing(monitorShowing(await frameOf(machine)), { ascii: true });
    for (const [columns, rows] of SIZES.filter((_, i) => i % 15 === 0)) {
      expect((await drawing.at(columns, rows)).join('\n')).toMatch(/^[\n\x20-\x7e]*$/);
    }
    drawing.close();
  },
);

function faultsOf(lines: readonly string[], columns: number, rows: number): readonly string[] {
  const text = lines.join('\n');
  return [
    ...(lines.length === rows ? [] : [`${lines.length} lines`]),
    ...lines.filter((line) => cellWidth(line) > columns).map((line) => `wider than the terminal: ${line}`),
    ...brokenBorders(lines),
    ...(/NaN|undefined|null|Infinity|\[object/.exec(text) ?? []),
  ].map((fault) => `${columns}×${rows}: ${fault}`);
}
