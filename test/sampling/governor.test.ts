import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MetricName } from '../../src/metrics/index.ts';
import { createGovernor, type Task, type Thrift } from '../../src/sampling/governor.ts';

/** A sysmon of which is known what each thing costs: CPU seconds a reading, a drawing, and a sample beside those. */
interface Costs {
  readonly readings: { readonly [K in MetricName]?: number };
  readonly drawing: number;
  readonly sample: number;
}

const USUAL: { readonly [K in Task]?: number } = { filesystem: 5, sensors: 2 };
const CROWD: Costs = { readings: { process: 0.03, cpu: 0.0004, disk: 0.001, sensors: 0.002 }, drawing: 0.004, sample: 0.002 };
const FLOORS = { reading: 10, screen: 5 };

/** Runs samples one after the other, at costs that may change; tells what was slowed and what was used after each. */
function simulate(
  costsAt: (second: number, paceOf: (task: Task) => number) => Costs,
  seconds: number,
  budget: number | ((second: number) => number),
  interval = 1,
  screen = true,
) {
  const tasks: readonly Task[] = ['cpu', 'disk', 'sensors', 'filesystem', 'process', 'screen'];
  const governor = createGovernor((task) => USUAL[task] ?? 0, tasks);
  const turns = new Map<Task, number>();
  const steps: { readonly at: number; readonly thrift: Thrift; readonly spent: number }[] = [];
  for (let at = 0; at < seconds; at += interval) {
    const costs = costsAt(at, governor.paceOf);
    const isDue = (task: Task) => at - (turns.get(task) ?? -1000) >= Math.max(USUAL[task] ?? 0, governor.paceOf(task)) - 0.05;
    const due = tasks.filter(isDue);
    for (const task of due) turns.set(task, at);
    const readings = new Map(due.flatMap((task) => (task === 'screen' ? [] : [[task, costs.readings[task] ?? 0] as const])));
    const read = [...readings.values()].reduce((sum, cost) => sum + cost, 0);
    const spent = read + costs.sample + (due.includes('screen') ? costs.drawing : 0);
    const allowed = typeof budget === 'number' ? budget : budget(at);
    steps.push({ at, spent, thrift: governor.step({ at, spent, readings }, { budget: allowed, interval, screen }) });
  }
  const usage = (from: number, to = seconds) =>
    steps.filter(({ at }) => at >= from && at < to).reduce((sum, { spent }) => sum + spent, 0) / (to - from);
  const paces = (at: number) =>
    Object.fromEntries((steps.findLast((step) => step.at <= at)?.thrift.slowed ?? []).map(({ task, every }) => [task, every]));
  const changes = steps.filter((step, i) => i > 0 && told(step.thrift) !== told(steps[i - 1]?.thrift)).map(({ at }) => at);
  return { steps, usage, paces, changes, exceeded: steps.at(-1)?.thrift.exceeded };
}

function told(thrift: Thrift | undefined): string {
  return JSON.stringify(thrift?.slowed);
}

describe('what is within the budget', () => {
  it('is left as it is', () => {
    const { changes, paces } = simulate(() => CROWD, 600, 0.05);
    expect(changes).toEqual([]);
    expect(paces(599)).toEqual({});
  });

  it('is not judged by the start, when all is dearer', () => {
    const { changes } = simulate((at) => (at < 8 ? { ...CROWD, sample: 0.5 } : CROWD), 600, 0.05);
    expect(changes).toEqual([]);
  });

  it('is not judged by one sample that met a garbage collection', () => {
    const { changes } = simulate((at) => (at % 20 === 0 ? { ...CROWD, sample: 0.2 } : CROWD), 600, 0.05);
    expect(changes).toEqual([]);
  });
});

describe('what is over the budget', () => {
  it('slows the dearest first, and nothing that costs next to nothing', () => {
    const { paces, usage, changes } = simulate(() => CROWD, 600, 0.02);
    expect(paces(599)).toEqual({ process: 4 });
    expect(usage(100, 600)).toBeLessThan(0.02);
    expect(changes).toEqual([15]);
  });

  it('slows the drawing, too, where that is the dearest', () => {
    const { paces, usage } = simulate(() => ({ ...CROWD, drawing: 0.06 }), 600, 0.05);
    expect(paces(599)).toMatchObject({ screen: 4 });
    expect(usage(300, 600)).toBeLessThan(0.05 * 1.05);
  });

  it('leaves the drawing alone where nothing is drawn', () => {
    const { paces, exceeded } = simulate(() => ({ ...CROWD, drawing: 0.06 }), 600, 0.05, 1, false);
    expect(paces(599)).not.toHaveProperty('screen');
    expect(exceeded).toBe(true);
  });

  it('says so when nothing is left that would save much, and it still is', () => {
    const { paces, exceeded } = simulate(() => ({ ...CROWD, sample: 0.02 }), 600, 0.01);
    expect(paces(599)).toEqual({ process: 10, screen: 5, sensors: 8, disk: 4 });
    expect(exceeded).toBe(true);
  });

  it('says so at once where that is plain from what readings cost', () => {
    const { steps } = simulate(() => ({ readings: { process: 0.5 }, drawing: 0, sample: 0 }), 30, 0.01);
    expect(steps.find(({ thrift }) => thrift.slowed.length > 0)).toMatchObject({ at: 15, thrift: { exceeded: true } });
  });

  it('no longer says so when it is not', () => {
    const { exceeded } = simulate((at) => (at < 300 ? { ...CROWD, sample: 0.02 } : { ...CROWD, sample: 0 }), 600, 0.01);
    expect(exceeded).toBe(false);
  });

  it('has nothing to slow at an interval longer than the slowest pace', () => {
    const { paces, exceeded } = simulate(() => ({ ...CROWD, sample: 3 }), 3000, 0.01, 30);
    expect(paces(2999)).toEqual({});
    expect(exceeded).toBe(true);
  });
});

describe('when there is room again', () => {
  it('gives back step by step, the cheapest first', () => {
    const { paces, changes } = simulate((at) => (at < 200 ? CROWD : { ...CROWD, readings: {} }), 600, 0.02);
    expect(paces(199)).toEqual({ process: 4 });
    expect(paces(599)).toEqual({});
    expect(changes).toHaveLength(3);
  });

  it('gives back what a larger budget allows', () => {
    const { paces } = simulate(
      () => CROWD,
      600,
      (at) => (at < 200 ? 0.02 : 0.1),
    );
    expect(paces(599)).toEqual({});
  });

  it('waits twice as long where that was too soon', () => {
    const dearOnceASecond = (_: number, pace: (task: Task) => number) => ({
      ...CROWD,
      readings: { process: pace('process') > 1 ? 0.001 : 0.06 },
    });
    const { changes } = simulate(dearOnceASecond, 2400, 0.02);
    // To and fro within 20 seconds, it were 60 and more.
    expect(changes.filter((at) => at >= 1200).length).toBeLessThan(20);
    expect(changes.length).toBeGreaterThan(8);
  });
});

describe('whatever it costs', () => {
  const cost = fc.double({ min: 0, max: 0.1, noNaN: true });
  const costs: fc.Arbitrary<Costs> = fc.record({
    readings: fc.record({ cpu: cost, disk: cost, sensors: cost, filesystem: cost, process: cost }),
    drawing: cost,
    sample: fc.double({ min: 0, max: 0.01, noNaN: true }),
  });

  it('paces stay between the usual and the slowest, and never change within ten seconds', () => {
    fc.assert(
      fc.property(
        fc.array(costs, { minLength: 1, maxLength: 40 }),
        fc.double({ min: 0.001, max: 0.2, noNaN: true }),
        (list, budget) => {
          const { steps, changes } = simulate((at) => list[Math.floor(at / 7) % list.length] as Costs, 400, budget);
          for (const { thrift } of steps) {
            for (const { task, every, usual } of thrift.slowed) {
              expect(usual).toBe(Math.max(1, USUAL[task] ?? 0));
              expect(every).toBeGreaterThan(usual);
              expect(every).toBeLessThanOrEqual(task === 'screen' ? FLOORS.screen : FLOORS.reading);
            }
          }
          changes.forEach((at, i) => {
            expect(at - (changes[i - 1] ?? -10)).toBeGreaterThanOrEqual(10);
          });
        },
      ),
    );
  });

  it('comes to rest within the budget, or says that it can not', () => {
    fc.assert(
      fc.property(costs, fc.double({ min: 0.005, max: 0.2, noNaN: true }), (fixed, budget) => {
        const { usage, changes, exceeded } = simulate(() => fixed, 1600, budget);
        expect(changes.filter((at) => at > 1000)).toEqual([]);
        // Forty is what all paces divide.
        if (!exceeded) expect(usage(1200, 1600)).toBeLessThanOrEqual(budget * 1.05 + 1e-9);
      }),
    );
  });
});
