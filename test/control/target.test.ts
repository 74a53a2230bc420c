import fc from 'fast-check';
import { expect, it } from 'vitest';
import { targetOf } from '../../src/control/target.ts';
import { process as metric } from '../../src/metrics/process/process.ts';
import { aProcess } from '../processes/processes.ts';

it('is the process as it was chosen', () => {
  const facts = { name: 'node', user: 'ada', age: 42, command: 'node x.js', kernelThread: false } as const;
  expect(targetOf(aProcess({ pid: 7, id: '7@12.34', ...facts }))).toEqual({ id: '7@12.34', pid: 7, start: 12.34, ...facts });
  expect(targetOf(aProcess({ pid: 7, id: '7@0' }))).toEqual({ id: '7@0', pid: 7, start: 0, name: 'p7' });
});

it('has the very start that was read, whatever that is', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 31), fc.nat(2 ** 20), (ticks, pid) => {
      const start = ticks / 100;
      const reading = { processes: [{ pid, start, parent: 1, name: 'sh', state: 'S', resident: 0 }] };
      const [one] = metric.derive(reading, undefined, 1).all;
      expect(one && targetOf(one)).toMatchObject({ id: one?.id, pid, start });
    }),
  );
});
