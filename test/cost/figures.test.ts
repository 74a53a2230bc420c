import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machineNames } from '../harness/machine.ts';
import { bundle, runJob } from './bundled.js';
import { MACHINE_LIMITS, SLOPE_LIMITS } from './limits.ts';
import type { Figures } from './measure.ts';

// What a sample costs in figures that are the same on every machine and however busy it is: what is asked of the system, what is given
// to Ink and to the terminal, what is allocated. Time is measured by `npm run bench`, and nothing fails by it.

const MACHINES = fileURLToPath(new URL('../fixtures', import.meta.url));
const SCREEN = { columns: 160, rows: 48 };
/** Each is a few seconds' work in a process of its own; nothing is judged by how long it takes. */
const PATIENCE = { timeout: 180_000 };
const SMALL = { cores: 2, disks: 2, interfaces: 2, processes: 20 };

let script = '';
beforeAll(async () => {
  script = await bundle('measure.ts');
});
afterAll(() => rmSync(script, { force: true }));

it('every recorded machine has its limits', () => {
  expect(Object.keys(MACHINE_LIMITS).sort()).toEqual([...machineNames].sort());
});

describe.each(Object.entries(MACHINE_LIMITS))('a sample of the machine %s, drawn,', PATIENCE, (name, limits) => {
  it('asks, draws, writes and allocates no more than it may', () => {
    const figures = runJob(script, { ...SCREEN, machine: path.join(MACHINES, name), samples: 40 });
    const over = Object.entries(limits).filter(([figure, [, limit]]) => figures[figure as keyof Figures] > limit);
    expect(askedBy(figures), 'nothing was read').toBeGreaterThan(0);
    expect(figures.written, 'nothing was drawn').toBeGreaterThan(0);
    expect(over, JSON.stringify(figures)).toEqual([]);
  });
});

describe.each([
  ['cores', 32, 128],
  ['disks', 100, 200],
  ['interfaces', 100, 200],
] as const)('with more %s a sample', PATIENCE, (thing, some, many) => {
  it('costs at most so much more for each, from the first to the last', () => {
    const figuresFor = (number: number) => runJob(script, { ...SCREEN, machine: { ...SMALL, [thing]: number }, samples: 20 });
    const [few, middle, most] = [figuresFor(2), figuresFor(some), figuresFor(many)];
    const limits = SLOPE_LIMITS[thing];
    const each = (figure: (figures: Figures) => number, from: Figures, to: Figures, more: number) =>
      (figure(to) - figure(from)) / more;
    for (const [figure, limit] of [
      [askedBy, limits.asked[1]],
      [({ allocated }: Figures) => allocated, limits.allocated[1]],
    ] as const) {
      expect(each(figure, few, middle, some - 2)).toBeLessThan(limit);
      expect(each(figure, middle, most, many - some)).toBeLessThan(limit);
    }
  });
});

function askedBy({ opens, reads, files, lists, facts }: Figures): number {
  return opens + reads + files + lists + facts;
}
