import { describe, expect, it } from 'vitest';
import { panelNames } from '../../../src/config/settings.ts';
import { allEntries } from '../../../src/metrics/catalog.ts';
import { unavailable } from '../../../src/metrics/outcome.ts';
import type { Frame } from '../../../src/monitor.ts';
import { drawScreen, type Scene, shownValues } from '../../../src/ui/composition.ts';
import { lineWidth } from '../../../src/ui/draw/line.ts';
import { explain } from '../../../src/ui/explain/reduce.ts';
import type { ShownValue } from '../../../src/ui/explain/shown.ts';
import { nameOf, sayingsOf } from '../../../src/ui/explain/text.ts';
import { parseTold } from '../../../src/ui/explain/told.ts';
import { walk, walkAreas } from '../../../src/ui/explain/walk.ts';
import { plain, textsOf } from '../../harness/look.ts';
import { frameOf, machineNames } from '../../harness/machine.ts';
import { frameAt, sceneOf } from '../../harness/scene.ts';

const sizes = [
  [160, 48],
  [80, 24],
  [40, 12],
] as const;

const explaining = (scene: Scene, value: ShownValue): Scene => ({ ...scene, state: explain(scene.state, value) });

/** A number with or without a unit, or a dash for one; but for core numbers, lengths of time in captions, pace and clock. */
const NUMBER = /^(–|\d[\d.]*( ?[%A-Z°].*)?)$/;
const NO_VALUE = /^\d+( of \d+)?$|^1s$/;

/** One value of each kind that is on the screen. */
function kindsOf(scene: Scene): readonly ShownValue[] {
  return [...new Map(shownValues(scene, plain).map((value) => [value.tells, value])).values()];
}

describe.each(machineNames)('on the machine %s', (machine) => {
  it.each(sizes)('every number that panels show at %i×%i says which value it is', async (...size) => {
    const lines = drawScreen(sceneOf(await frameOf(machine, 5), size), plain);
    const silent = lines.flatMap((line) => line.filter(({ tells }) => tells === undefined).map(({ text }) => text.trim()));
    expect(silent.filter((text) => NUMBER.test(text) && !NO_VALUE.test(text))).toEqual([]);
  });

  it.each(sizes)('every value that is shown at %i×%i has an explanation, which fits', async (...size) => {
    const scene = sceneOf(await frameOf(machine, 5), size);
    const kinds = kindsOf(scene);
    expect(kinds.length).toBeGreaterThan(4);
    for (const value of kinds) {
      expect([value.tells, parseTold(value.tells)?.metric]).toEqual([value.tells, expect.any(String)]);
      const sayings = sayingsOf(value, scene.frame, plain);
      expect([value.tells, sayings.map(({ label }) => label).join()]).toEqual([
        value.tells,
        expect.stringMatching(/means|sum of/),
      ]);
      for (const { text } of sayings) expect(text).not.toMatch(/undefined|NaN|^$/);
      const lines = drawScreen(explaining(scene, value), plain);
      expect(lines.length).toBe(size[1]);
      expect(lines.filter((line) => lineWidth(line) !== size[0]).map((line) => textsOf([line]))).toEqual([]);
      expect(lines.flat().filter(({ inverse, text }) => inverse && text.trim() === value.text)).toHaveLength(1);
    }
  });
});

describe('an explanation', () => {
  const frame = frameAt(0, { memory: 0.5 });
  const tell = (tells: string, over: Frame = frame) =>
    sayingsOf({ tells, area: 'memory' }, over, plain).map(({ label, text }) => `${label}: ${text}`);

  it('tells meaning, formula with the numbers of right now, source, and what others print', () => {
    const said = tell('memory.usage');
    expect(said).toContain('means: Share of memory in use');
    expect(said).toContain('formula: used / total');
    expect(said.find((text) => text.includes('where'))).toMatch(/^: where total = [\d.]+ \wiB, used = [\d.]+ \wiB$/);
    expect(said).toContain('from: /proc/meminfo, proc_meminfo(5)');
    expect(said.join()).toContain('others: glances: the same.');
    expect(tell('memory.used').join()).toMatch(/others: free -h: [\d.]+\wi {3}top: [\d.]+ MiB/);
  });

  it('names the parts of a sum, and what is seen over time', () => {
    expect(nameOf({ tells: 'peak(memory.usage)', area: 'memory' }, frame)).toBe('peak of memory.usage');
    expect(tell('peak(memory.usage)')[0]).toBe('peak: The largest of the time that the graph shows');
    expect(tell('memory.cached+memory.buffers')[0]).toMatch(/^sum of: cached/);
  });

  it('says why a value is not known, and what would help', () => {
    const without = { ...frame, sample: { ...frame.sample, battery: unavailable('no battery', 'plug one in') } };
    expect(tell('battery', without)).toEqual(['not known: no battery; plug one in', 'means: Battery']);
  });

  it('says how old a value is, and when a budget is the reason', () => {
    const thrift = { budget: 0.01, slowed: [{ task: 'memory' as const, every: 4, usual: 1 }], exceeded: true };
    const moment = { ...frame.sample.moment, ages: { memory: 3 }, thrift };
    const slowed = { ...frame, sample: { ...frame.sample, moment } };
    expect(tell('memory.usage', slowed).at(-1)).toBe('age: read 3 s ago; read every 4 s instead of 1 s, for the budget of 1%');
    expect(tell('cpu.usage', slowed).join()).not.toContain('age: ');
    expect(tell('self.usage', slowed).at(-1)).toBe(
      'age: budget 1%: memory every 4 s; more is used, and nothing is left that would save much',
    );
  });

  it('leaves no value of the catalogue without meaning, where it is asked for', () => {
    for (const { name } of allEntries()) expect(parseTold(name)?.entries[0]?.field.meaning).not.toBe('');
  });

  it('stands above where it would hide what it explains', async () => {
    const scene = sceneOf(await frameOf('server', 5), [80, 24]);
    const values = shownValues(scene, plain);
    const [first, last] = [values[0], values.at(-1)];
    if (!first || !last) throw new Error('nothing is shown');
    const rowOf = (value: ShownValue) =>
      textsOf(drawScreen(explaining(scene, value), plain)).findIndex((line) => line.includes(`▸ ${nameOf(value, scene.frame)}`));
    expect(rowOf(last)).toBe(1);
    expect(rowOf(first)).toBeGreaterThan(10);
  });
});

describe('the way from value to value', () => {
  it('goes along the row, to the rows below and above, and from panel to panel and round', async () => {
    const values = shownValues(sceneOf(await frameOf('server', 5), [160, 48]), plain);
    const first = values.find(({ area }) => area === 'cpu');
    if (!first) throw new Error('no CPU');
    const second = walk(values, first, 'right');
    expect(second).not.toBe(first);
    expect(walk(values, second, 'left')).toBe(first);
    expect(walk(values, first, 'left')).toBe(first);
    const below = walk(values, first, 'down');
    expect(below.y).toBeGreaterThan(first.y);
    expect(walk(values, first, 'up')).toBe(first);
    expect(walk(values, first, 'last').area).toBe('cpu');
    expect(walkAreas(values, first, ['cpu', 'memory', 'header'], 1).area).toBe('memory');
    expect(walkAreas(values, first, ['cpu', 'memory', 'header'], -1).area).toBe('header');
  });

  it('reaches every value of a panel by ← and → alone', async () => {
    const values = shownValues(sceneOf(await frameOf('server', 5), [160, 48]), plain);
    for (const area of panelNames) {
      const own = values.filter((one) => one.area === area);
      const reached = new Set<string>();
      for (let at = own[0], before: ShownValue | undefined; at && at !== before; ) {
        reached.add(`${at.tells} ${at.item}`);
        before = at;
        at = walk(values, at, 'right');
      }
      expect(reached).toEqual(new Set(own.map(({ tells, item }) => `${tells} ${item}`)));
    }
  });
});
