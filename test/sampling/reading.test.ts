import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { metricNames } from '../../src/metrics/index.ts';
import { createDoor, type Door } from '../../src/platform/door.ts';
import type { Ration } from '../../src/sampling/governor.ts';
import { createSource, type SourceSystem } from '../../src/sampling/reading.ts';
import { createFakeClock, type FakeClock } from '../harness/fake-clock.ts';
import { writeTree } from '../harness/tree.ts';

const battery = '/sys/class/power_supply/BAT0';

/** A machine with one core, some memory and a battery. */
function machine() {
  return writeTree({
    '/proc/stat': 'cpu  100 0 50 850 0 0 0 0 0 0\ncpu0 100 0 50 850 0 0 0 0 0 0\nbtime 1795356000\n',
    '/proc/meminfo': 'MemTotal: 8000 kB\nMemFree: 2000 kB\nMemAvailable: 6000 kB\n',
    '/proc/self/mountinfo': '22 1 8:1 / / rw - ext4 /dev/sda1 rw\n',
    [`${battery}/type`]: 'Battery\n',
    [`${battery}/capacity`]: '80\n',
  });
}

function system(root: string, clock: FakeClock, door: Partial<Door> = {}): SourceSystem {
  return { door: { ...createDoor(root), ...door }, clock, local: false, sinceBoot: clock.sinceBoot };
}

async function read(source: ReturnType<typeof createSource>) {
  const reading = await source.read();
  if (reading === undefined) throw new Error('this source should not end');
  return reading;
}

describe('a reading', () => {
  it('holds every metric, and when it was taken by all three clocks', async () => {
    const clock = createFakeClock();
    clock.suspend(7200);
    const reading = await read(createSource(system(machine(), clock), 'linux'));
    expect(reading).toMatchObject({ time: clock.now(), monotonic: clock.monotonic(), sinceBoot: clock.monotonic() + 7200 });
    expect(Object.keys(reading.parts)).toEqual(metricNames);
    expect(reading.parts.cpu).toMatchObject({ at: clock.monotonic(), outcome: { state: 'ok' } });
  });

  it('tells no time since boot where the system tells none', async () => {
    const clock = createFakeClock();
    const source = createSource({ ...system(machine(), clock), sinceBoot: () => undefined }, 'linux');
    expect(await read(source)).not.toHaveProperty('sinceBoot');
  });

  it('has a reader that throws as failed, once, and all the rest', async () => {
    const clock = createFakeClock();
    const root = machine();
    const door = createDoor(root);
    let broken = true;
    const breaking = {
      read(file: string) {
        if (broken && file === '/proc/meminfo') throw new Error('permission denied');
        return door.read(file);
      },
    };
    const source = createSource(system(root, clock, breaking), 'linux');
    const first = await read(source);
    expect(first.parts.memory.outcome).toEqual({ state: 'failed', error: 'permission denied' });
    expect(first.parts.cpu.outcome.state).toBe('ok');
    broken = false;
    await clock.advance(1);
    expect((await read(source)).parts.memory.outcome.state).toBe('ok');
  });

  it('lives through files that vanish', async () => {
    const clock = createFakeClock();
    const root = machine();
    const source = createSource(system(root, clock), 'linux');
    await read(source);
    for (const folder of ['proc', 'sys']) rmSync(path.join(root, folder), { recursive: true });
    await clock.advance(10);
    const states = Object.values((await read(source)).parts).map(({ outcome }) => outcome.state);
    expect(states).toEqual(metricNames.map(() => 'unavailable'));
  });
});

describe('a metric with a pace of its own', () => {
  it('keeps its answer in between, with the time at which it was read', async () => {
    const clock = createFakeClock();
    const root = machine();
    const source = createSource(system(root, clock), 'linux');
    const first = await read(source);
    writeFileSync(path.join(root, battery, 'capacity'), '79\n');
    await clock.advance(4);
    const between = await read(source);
    expect(between.parts.battery).toBe(first.parts.battery);
    expect(between.parts.cpu.at).toBe(clock.monotonic());
    await clock.advance(1);
    const due = await read(source);
    expect(due.parts.battery).toEqual({
      at: clock.monotonic(),
      outcome: { state: 'ok', value: [{ name: 'BAT0', charge: 0.79 }] },
    });
  });

  it('is asked at the tick that falls due although its timer came a little early', async () => {
    const clock = createFakeClock();
    const source = createSource(system(machine(), clock), 'linux');
    await read(source);
    await clock.advance(4.97);
    expect((await read(source)).parts.battery.at).toBe(clock.monotonic());
  });
});

describe('a budget', () => {
  /** A machine where to read /proc/net/dev takes 50 ms, and nothing else takes any time. */
  function dearNetwork(clock: FakeClock) {
    const root = machine();
    const door = createDoor(root);
    let spent = 0;
    const read = (file: string) => {
      if (file === '/proc/net/dev') spent += 0.05;
      return door.read(file);
    };
    return { ...system(root, clock, { read }), cpuTime: () => spent };
  }

  async function readFor(seconds: number, source: ReturnType<typeof createSource>, clock: FakeClock) {
    let reading = await read(source);
    for (let second = 0; second < seconds; second++) {
      await clock.advance(1);
      reading = await read(source);
    }
    return reading;
  }

  it('lets what is dear be read less often, and says so, until there is none', async () => {
    const clock = createFakeClock();
    let ration: Ration | undefined = { budget: 0.02, interval: 1, screen: true };
    const source = createSource(dearNetwork(clock), 'linux', () => ration);
    const { thrift } = await readFor(59, source, clock);
    expect(thrift).toMatchObject({ budget: 0.02, slowed: [{ task: 'network', every: 4, usual: 1 }], exceeded: false });
    const times = new Set<number>();
    for (let second = 0; second < 20; second++) times.add((await readFor(1, source, clock)).parts.network.at);
    expect([...times].slice(1).map((at, i) => at - ([...times][i] ?? 0))).toEqual([4, 4, 4, 4, 4]);
    ration = undefined;
    await readFor(1, source, clock);
    const free = await readFor(1, source, clock);
    expect(free.thrift).toBeUndefined();
    expect(free.parts.network.at).toBe(clock.monotonic());
  });

  it('is not heeded where nobody knows what readings cost', async () => {
    const clock = createFakeClock();
    const { cpuTime: _, ...untold } = dearNetwork(clock);
    const reading = await readFor(
      30,
      createSource(untold, 'linux', () => ({ budget: 0.001, interval: 1, screen: true })),
      clock,
    );
    expect(reading).not.toHaveProperty('thrift');
    expect(reading.parts.network.at).toBe(clock.monotonic());
  });
});

describe('a reader that hangs', () => {
  it('is waited for once, then told as failed while the rest goes on, until it answers', async () => {
    const clock = createFakeClock();
    const root = machine();
    const pending = new Set<() => void>();
    let hangs = true;
    const source = createSource(
      {
        ...system(root, clock),
        // The filesystem reader waits for its clock only: one that never calls back makes it hang.
        clock: {
          ...clock,
          after(delay, callback) {
            if (!hangs || delay === 5) return clock.after(delay, callback);
            pending.add(callback);
            return () => pending.delete(callback);
          },
        },
        door: { ...createDoor(root), room: () => new Promise(() => {}) },
      },
      'linux',
    );
    const first = source.read();
    await clock.advance(5);
    expect((await first)?.parts.filesystem.outcome).toEqual({ state: 'failed', error: 'no answer for 5 s' });
    expect((await first)?.parts.cpu.outcome.state).toBe('ok');
    await clock.advance(6);
    const second = await read(source);
    expect(second.parts.filesystem.outcome).toEqual({ state: 'failed', error: 'no answer for 11 s' });
    hangs = false;
    for (const callback of pending) callback();
    await clock.advance(6);
    const third = source.read();
    await clock.advance(1);
    expect((await third)?.parts.filesystem.outcome.state).toBe('ok');
  });
});

describe('a recording', () => {
  it('is over when there is no further instant', async () => {
    const clock = createFakeClock();
    let instants = 2;
    const advance = () => {
      instants -= 1;
      return instants > 0;
    };
    const source = createSource({ ...system(machine(), clock), advance }, 'linux');
    expect(source.recorded).toBe(true);
    expect(await source.read()).toBeDefined();
    expect(await source.read()).toBeDefined();
    expect(await source.read()).toBeUndefined();
  });
});

describe('the portable platform', () => {
  it('reads the machine at hand, and says of what it does not read that it does not', async () => {
    const clock = createFakeClock();
    const source = createSource({ ...system('', clock), local: true }, 'portable');
    const reading = await read(source);
    expect(reading.parts.cpu.outcome.state).toBe('ok');
    expect(reading.parts.pressure.outcome).toEqual({ state: 'unavailable', reason: 'not read on this system' });
  });
});
