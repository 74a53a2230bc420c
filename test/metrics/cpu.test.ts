import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CpuReading, type CpuTimes, cpu } from '../../src/metrics/cpu/cpu.ts';
import { parseLoadavg, parseRange, parseStat, readCpu } from '../../src/metrics/cpu/linux.ts';
import { readPortableCpu } from '../../src/metrics/cpu/portable.ts';
import { parseCpuinfo } from '../../src/metrics/cpu/processor.ts';
import { systemClock } from '../../src/platform/clock.ts';
import { createDoor } from '../../src/platform/door.ts';
import { type Tree, writeTree } from '../harness/tree.ts';

const STAT = `cpu  1000 200 300 9000 50 6 40 10 100 20
cpu0 600 100 200 4000 30 4 30 5 100 20
cpu2 400 100 100 5000 20 2 10 5 0 0
intr 391438 0 0 0
ctxt 967428
btime 1795359000
procs_running 2
`;

const IDLE: CpuTimes = { user: 0, nice: 0, system: 0, idle: 0, irq: 0, iowait: 0, softirq: 0, steal: 0, guest: 0 };

function reading(total: CpuTimes, cores: CpuReading['cores'] = []): CpuReading {
  return { total, cores };
}

function openOn(tree: Tree) {
  const root = writeTree({ '/proc/stat': STAT, ...tree });
  const read = readCpu.open({ door: createDoor(root), clock: systemClock, local: false });
  return async () => {
    const outcome = await read();
    if (outcome.state !== 'ok') throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };
}

describe('parsing', () => {
  test('guest time is taken out of user and nice, which hold it', () => {
    const { total, cores } = parseStat(STAT);
    expect(total).toEqual({
      user: 900,
      nice: 180,
      system: 300,
      idle: 9000,
      iowait: 50,
      irq: 6,
      softirq: 40,
      steal: 10,
      guest: 120,
    });
    expect(cores.get(0)).toMatchObject({ user: 500, nice: 80, guest: 120 });
  });

  test('cores are known by the kernel’s own number, not by their place', () => {
    expect([...parseStat(STAT).cores.keys()]).toEqual([0, 2]);
  });

  test('/proc/stat without CPU times has none', () => {
    expect(parseStat('intr 5\nctxt 1\n').total).toBeUndefined();
  });

  test('load averages and tasks come from one line', () => {
    expect(parseLoadavg('0.31 1.38 12.16 2/1112 4211\n')).toEqual({
      load: { one: 0.31, five: 1.38, fifteen: 12.16 },
      tasksRunning: 2,
      tasks: 1112,
    });
    expect(parseLoadavg('')).toEqual({});
  });

  test('kernel lists of numbers are spelt out', () => {
    expect(parseRange('0-3,8\n')).toEqual([0, 1, 2, 3, 8]);
    expect(parseRange('0\n')).toEqual([0]);
    expect(parseRange('\n')).toEqual([]);
  });

  test('the processor’s name and clock are read as each architecture writes them', () => {
    const x86 =
      'processor\t: 0\nmodel\t\t: 2\nmodel name\t: AMD EPYC\ncpu MHz\t\t: 2596.122\n\nprocessor\t: 1\ncpu MHz\t\t: 1200.000\n';
    expect(parseCpuinfo(x86)).toEqual({
      model: 'AMD EPYC',
      frequencies: new Map([
        [0, 2_596_122_000],
        [1, 1_200_000_000],
      ]),
    });
    const arm =
      'processor\t: 0\nBogoMIPS\t: 108.00\nCPU part\t: 0xd08\n\nRevision\t: c03114\nModel\t\t: Raspberry Pi 4 Model B Rev 1.4\n';
    expect(parseCpuinfo(arm)).toEqual({ model: 'Raspberry Pi 4 Model B Rev 1.4', frequencies: new Map() });
    expect(parseCpuinfo('processor\t: 0\ncpu\t\t: POWER9, altivec supported\n').model).toBe('POWER9, altivec supported');
    expect(parseCpuinfo('')).toEqual({ model: undefined, frequencies: new Map() });
  });
});

describe('reading', () => {
  test('a core that is there but has no times is offline', async () => {
    const value = cpu.derive(await openOn({ '/sys/devices/system/cpu/present': '0-3\n' })(), undefined, 0);
    expect(value.cores.map(({ id, online }) => [id, online])).toEqual([
      [0, true],
      [1, false],
      [2, true],
      [3, false],
    ]);
  });

  test('cpufreq tells the frequency where there is one, /proc/cpuinfo where not, and an offline core has none', async () => {
    const cpuinfo =
      'processor : 0\nmodel name : X\ncpu MHz : 1000.0\n\nprocessor : 1\ncpu MHz : 1000.0\n\nprocessor : 2\ncpu MHz : 2000.0\n';
    const without = await openOn({ '/proc/cpuinfo': cpuinfo, '/sys/devices/system/cpu/present': '0-2\n' })();
    expect(without.cores.map((core) => core.frequency)).toEqual([1e9, undefined, 2e9]);
    const withCpufreq = await openOn({
      '/proc/cpuinfo': cpuinfo,
      '/sys/devices/system/cpu/cpu0/cpufreq/scaling_cur_freq': '3500000\n',
      '/sys/devices/system/cpu/cpu2/cpufreq/scaling_cur_freq': '<unknown>\n',
    })();
    expect(withCpufreq).toMatchObject({ model: 'X', cores: [{ id: 0, frequency: 3.5e9 }, { id: 2 }] });
    expect(withCpufreq.cores[1]).not.toHaveProperty('frequency');
  });

  test('where /proc/cpuinfo alone tells frequencies, it is read again every ten seconds', async () => {
    let now = 0;
    const root = writeTree({ '/proc/stat': STAT, '/proc/cpuinfo': 'processor : 0\ncpu MHz : 1000.0\n' });
    const read = readCpu.open({ door: createDoor(root), clock: { ...systemClock, monotonic: () => now }, local: false });
    writeFileSync(path.join(root, 'proc/cpuinfo'), 'processor : 0\ncpu MHz : 2000.0\n');
    now = 9;
    expect(await read()).toMatchObject({ value: { cores: [{ frequency: 1e9 }, { id: 2 }] } });
    now = 10;
    expect(await read()).toMatchObject({ value: { cores: [{ frequency: 2e9 }, { id: 2 }] } });
  });

  test('on a big machine a few cores are asked for their frequency at a time, and all in turn', async () => {
    const ids = Array.from({ length: 40 }, (_, id) => id);
    const file = (id: number) => `/sys/devices/system/cpu/cpu${id}/cpufreq/scaling_cur_freq`;
    const read = openOn({
      '/proc/stat': `cpu 1 1 1 1\n${ids.map((id) => `cpu${id} 1 1 1 1\n`).join('')}`,
      '/proc/cpuinfo': ids.map((id) => `processor : ${id}\ncpu MHz : 1000.0\n`).join('\n'),
      ...Object.fromEntries(ids.map((id) => [file(id), '2000000\n'])),
    });
    const fresh = async () => (await read()).cores.filter((core) => core.frequency === 2e9).length;
    expect([await fresh(), await fresh(), await fresh()]).toEqual([16, 32, 40]);
  });

  test('where /proc/cpuinfo does not tell frequencies, every core is asked at once', async () => {
    const ids = Array.from({ length: 40 }, (_, id) => id);
    const { cores } = await openOn({
      '/proc/stat': `cpu 1 1 1 1\n${ids.map((id) => `cpu${id} 1 1 1 1\n`).join('')}`,
      ...Object.fromEntries(ids.map((id) => [`/sys/devices/system/cpu/cpu${id}/cpufreq/scaling_cur_freq`, '2000000\n'])),
    })();
    expect(cores.every((core) => core.frequency === 2e9)).toBe(true);
  });

  test('the control group’s quota is told only where it is below the cores that are online', async () => {
    const withQuota = (quota: string) =>
      openOn({
        '/proc/self/cgroup': '0::/\n',
        '/proc/self/mountinfo': '35 24 0:30 / /sys/fs/cgroup rw - cgroup2 cgroup2 rw\n',
        '/sys/fs/cgroup/cpu.max': quota,
      })();
    expect((await withQuota('150000 100000\n')).limit).toBe(1.5);
    expect(await withQuota('200000 100000\n')).not.toHaveProperty('limit');
    expect(await withQuota('max 100000\n')).not.toHaveProperty('limit');
  });

  test('without /proc/stat the CPU is unavailable, and the remedy is named', async () => {
    const system = { door: createDoor(writeTree({})), clock: systemClock, local: false };
    expect(await readCpu.open(system)()).toMatchObject({ state: 'unavailable', remedy: 'mount /proc' });
  });

  test('the portable platform tells times that grow', async () => {
    const outcome = await readPortableCpu.open({ door: createDoor(), clock: systemClock, local: true })();
    if (outcome.state !== 'ok') throw new Error(JSON.stringify(outcome));
    expect(outcome.value.total.idle).toBeGreaterThan(0);
    expect(outcome.value.cores.length).toBeGreaterThan(0);
  });
});

describe('deriving', () => {
  test('waiting for a disk is not busy, being robbed by the hypervisor is', () => {
    const now = { ...IDLE, user: 20, idle: 40, iowait: 30, steal: 10 };
    expect(cpu.derive(reading(now), reading(IDLE), 1)).toMatchObject({ usage: 0.3, user: 0.2, iowait: 0.3, steal: 0.1 });
  });

  test('guest time counts once', () => {
    const { total } = parseStat('cpu 80 0 0 20 0 0 0 0 50 0\n');
    expect(total && cpu.derive(reading(total), reading(IDLE), 1)).toMatchObject({ usage: 0.8, user: 0.3, guest: 0.5 });
  });

  test('iowait or idle time that runs backwards has not grown, and takes nothing from the others', () => {
    const before = { ...IDLE, idle: 2 ** 31, iowait: 2 ** 31 + 5 };
    const now = { ...IDLE, user: 50, idle: 2 ** 31 + 50, iowait: 2 ** 31 - 5 };
    expect(cpu.derive(reading(now), reading(before), 1)).toMatchObject({ usage: 0.5, iowait: 0 });
  });

  test('without a reading before there are no shares', () => {
    expect(cpu.derive(reading(IDLE), undefined, 0)).toEqual({ cores: [] });
  });

  test('where no tick passed the shares are unknown, not zero', () => {
    expect(cpu.derive(reading(IDLE), reading(IDLE), 0.001)).toEqual({ cores: [] });
  });

  test('a core is compared with itself when others come and go, and has no shares when it has just come', () => {
    const before = reading(IDLE, [{ id: 0, times: IDLE }, { id: 1 }, { id: 2, times: { ...IDLE, idle: 100 } }]);
    const now = reading(IDLE, [
      { id: 1, times: { ...IDLE, user: 7 } },
      { id: 2, times: { ...IDLE, idle: 100, user: 10 } },
    ]);
    expect(cpu.derive(now, before, 1).cores).toMatchObject([
      { id: 1, online: true },
      { id: 2, online: true, usage: 1 },
    ]);
    expect(cpu.derive(now, before, 1).cores[0]).not.toHaveProperty('usage');
  });

  test('the frequency is the mean of the cores that tell it', () => {
    const cores = [{ id: 0, frequency: 1e9 }, { id: 1, frequency: 3e9 }, { id: 2 }];
    expect(cpu.derive(reading(IDLE, cores), undefined, 0).frequency).toBe(2e9);
  });

  const time = fc.nat({ max: 2 ** 48 });
  const times = fc.record({
    user: time,
    nice: time,
    system: time,
    idle: time,
    irq: time,
    iowait: time,
    softirq: time,
    steal: time,
    guest: time,
  });

  test('whatever the counters say, shares lie between none and all', () => {
    fc.assert(
      fc.property(times, times, (now, before) => {
        const { cores: _, ...shares } = cpu.derive(reading(now), reading(before), 1);
        for (const value of Object.values(shares)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('the parts of the busy time add up to the whole, and with idle and waiting to all', () => {
    const growth = fc.nat({ max: 1_000_000 });
    const grown = fc.record({
      user: growth,
      nice: growth,
      system: growth,
      idle: growth,
      irq: growth,
      iowait: growth,
      softirq: growth,
      steal: growth,
      guest: growth,
    });
    fc.assert(
      fc.property(times, grown, (before, more) => {
        const all = Object.values(more).reduce((a, b) => a + b);
        fc.pre(all > 0);
        const now = Object.fromEntries(
          Object.entries(before).map(([state, value]) => [state, value + more[state as keyof typeof more]]),
        );
        const s = cpu.derive(reading(now as typeof before), reading(before), 1);
        const of = (...states: ('user' | 'nice' | 'system' | 'irq' | 'softirq' | 'steal' | 'guest' | 'iowait')[]) =>
          states.reduce((sum, state) => sum + (s[state] ?? Number.NaN), 0);
        const busy = of('user', 'nice', 'system', 'irq', 'softirq', 'steal', 'guest');
        expect(busy).toBeCloseTo(s.usage ?? Number.NaN, 9);
        expect(busy + of('iowait') + more.idle / all).toBeCloseTo(1, 9);
      }),
    );
  });
});
