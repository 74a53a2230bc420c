import { expect, it } from 'vitest';
import { createMeter } from '../../src/sampling/meter.ts';

/** CPU time that passes only where a test says so. */
function createWork() {
  let spent = 10;
  return {
    cpuTime: () => spent,
    work: (seconds: number) => {
      spent += seconds;
    },
  };
}

it('what answers at once is charged with what it took, one after the other', async () => {
  const { cpuTime, work } = createWork();
  const meter = createMeter(cpuTime);
  await Promise.all([
    meter.charge('cpu', async () => work(1)),
    meter.charge('process', async () => work(5)),
    meter.charge('memory', async () => {}),
  ]);
  work(2);
  const { at, spent, readings } = meter.bill(100);
  expect({ at, spent }).toEqual({ at: 100, spent: 8 });
  expect(Object.fromEntries(readings)).toEqual({ cpu: 1, process: 5, memory: 0 });
});

it('what takes its time is charged with what passes until it answers, but for what others take', async () => {
  const { cpuTime, work } = createWork();
  const meter = createMeter(cpuTime);
  let answer = () => {};
  const slow = meter.charge('filesystem', () => {
    work(1);
    return new Promise<void>((resolve) => {
      answer = resolve;
    });
  });
  await meter.charge('process', async () => work(5));
  work(3);
  answer();
  await slow;
  expect(Object.fromEntries(meter.bill(1).readings)).toEqual({ process: 5, filesystem: 4 });
});

it('each bill begins where the one before ended, and what failed has cost, too', async () => {
  const { cpuTime, work } = createWork();
  const meter = createMeter(cpuTime);
  work(4);
  const failing = meter.charge('disk', async () => {
    work(2);
    throw new Error('it broke');
  });
  await expect(failing).rejects.toThrow('it broke');
  expect(meter.bill(1)).toMatchObject({ spent: 6, readings: new Map([['disk', 2]]) });
  expect(meter.bill(2)).toMatchObject({ spent: 0, readings: new Map() });
});
