import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { known } from '../../src/metrics/outcome.ts';
import { readSelf } from '../../src/metrics/self/node.ts';
import { self } from '../../src/metrics/self/self.ts';
import { createDoor } from '../../src/platform/door.ts';
import { createFakeClock } from '../harness/fake-clock.ts';

async function read() {
  const reading = known(await readSelf.open({ door: createDoor(), clock: createFakeClock(), local: true })());
  if (reading === undefined) throw new Error('this process should know itself');
  return reading;
}

it('counts the CPU time that this process burns, in seconds', async () => {
  const before = await read();
  const end = performance.now() + 100;
  while (performance.now() < end);
  const burnt = (await read()).cpuSeconds - before.cpuSeconds;
  // A busy machine may not give the whole tenth of a second; other threads of this process may add theirs.
  expect(burnt).toBeGreaterThan(0.01);
  expect(burnt).toBeLessThan(2);
});

it('tells the resident memory that the kernel tells', async () => {
  const { pid, resident } = await read();
  const kilobytes = Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  expect(pid).toBe(process.pid);
  expect(resident / (kilobytes * 1024)).toBeCloseTo(1, 0);
});

it("is a share of one core's time", () => {
  const before = { pid: 7, cpuSeconds: 10, resident: 1 };
  expect(self.derive({ ...before, cpuSeconds: 10.5 }, before, 2)).toEqual({ pid: 7, usage: 0.25, resident: 1 });
});

it('has no usage before there are two readings', () => {
  expect(self.derive({ pid: 7, cpuSeconds: 10, resident: 1 }, undefined, 0)).not.toHaveProperty('usage');
});

it('is not told beside a recorded or foreign system', () => {
  const system = { door: createDoor(), clock: createFakeClock(), local: false };
  expect(readSelf.open(system)()).toEqual({ state: 'unavailable', reason: 'a recorded or foreign system is shown' });
});
