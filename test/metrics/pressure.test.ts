import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePressure, readPressure } from '../../src/metrics/pressure/linux.ts';
import { pressure } from '../../src/metrics/pressure/pressure.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createDoor } from '../../src/platform/door.ts';
import { type Tree, writeTree } from '../harness/tree.ts';

const IO = `some avg10=12.50 avg60=3.04 avg300=0.22 total=15371611
full avg10=0.00 avg60=1.00 avg300=100.00 total=4000000
`;
const CPU = `some avg10=1.00 avg60=0.00 avg300=0.00 total=1000000
full avg10=0.00 avg60=0.00 avg300=0.00 total=0
`;

function read(tree: Tree) {
  return readPressure.open({ door: createDoor(writeTree(tree)), clock: systemClock, local: false })();
}

test('percentages become shares and microseconds become seconds', () => {
  const { some, full } = parsePressure(IO);
  expect(some).toEqual({ average10: 0.125, average60: 0.0304, average300: 0.0022, total: 15.371611 });
  expect(full).toEqual({ average10: 0, average60: 0.01, average300: 1, total: 4 });
});

test('before Linux 5.13 the processors have no line of full pressure', () => {
  expect(parsePressure('some avg10=0.00 avg60=0.00 avg300=0.00 total=7\n')).not.toHaveProperty('full');
});

test('the full pressure of processors, which means nothing for a machine, is left out', () => {
  const outcome = read({ '/proc/pressure/cpu': CPU, '/proc/pressure/memory': IO, '/proc/pressure/io': IO });
  expect(outcome).toMatchObject({ state: 'ok', value: { cpu: { some: { total: 1 } }, io: { full: { total: 4 } } } });
  expect(outcome).not.toHaveProperty('value.cpu.full');
});

test('a kernel before 4.20 is named as the reason', () => {
  expect(read({ '/proc/sys/kernel/osrelease': '4.19.0-27-amd64\n' })).toEqual({
    state: 'unavailable',
    reason: 'Linux 4.19.0-27-amd64 does not measure pressure',
    remedy: 'use Linux 4.20 or later',
  });
});

test('a newer kernel without pressure is switched off or built without it', () => {
  expect(read({ '/proc/sys/kernel/osrelease': '5.14.0-427.el9.x86_64\n' })).toMatchObject({
    state: 'unavailable',
    remedy: expect.stringContaining('psi=1'),
  });
});

test('the share since the last sample comes from the total', () => {
  const at = (total: number) => ({ io: { some: { average10: 0.5, average60: 0, average300: 0, total } } });
  expect(pressure.derive(at(10.5), at(10), 2)).toEqual({
    io: { some: { now: 0.25, average10: 0.5, average60: 0, average300: 0 } },
  });
  expect(pressure.derive(at(10.5), undefined, 0).io?.some).not.toHaveProperty('now');
  expect(pressure.derive(at(1), at(10), 2).io?.some).not.toHaveProperty('now');
});

test('whatever the totals, the share since the last sample lies between none and all, or is unknown', () => {
  const total = fc.double({ min: 0, max: 1e9, noNaN: true });
  const at = (seconds: number) => ({ memory: { full: { average10: 0, average60: 0, average300: 0, total: seconds } } });
  fc.assert(
    fc.property(total, total, fc.double({ min: 0, max: 1e5, noNaN: true }), (now, before, elapsed) => {
      const value = pressure.derive(at(now), at(before), elapsed).memory?.full?.now;
      return value === undefined || (value >= 0 && value <= 1);
    }),
  );
});
