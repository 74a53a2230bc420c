import { describe, expect, it } from 'vitest';
import { failed } from '../../../src/metrics/outcome.ts';
import type { Thrift } from '../../../src/sampling/governor.ts';
import { type Contents, filesystemOf, interfaceOf, processOf } from '../../harness/sample.ts';
import { createFrames, listen } from './frames.ts';

/** What is said when the machine goes from one state into the others, each for a minute. */
function changing(...states: readonly Contents[]): readonly string[] {
  const frame = createFrames();
  const frames = states.flatMap((contents, i) => Array.from({ length: 60 }, (_, at) => frame(60 * i + at, contents)));
  return listen(frames).said.map(({ words }) => words);
}

const node = processOf(4211, { name: 'node', usage: 0.87, memoryUsage: 0.31, resident: 0.31 * 100 * 2 ** 30 });
const process = { count: 1, all: [node] };

describe('an alert', () => {
  it('names the limit, the value and the culprit, of memory in bytes', () => {
    const [begin, end] = changing({ memory: 0.5, process }, { memory: 0.862, process }, { memory: 0.4, process });
    expect(begin).toBe('Warning: memory crossed 85%, now 86%: node (4211) 31 GiB.');
    expect(end).toBe('Memory is under 85% again after 1 minute, at most 86%.');
  });

  it('of the CPU names the culprit by its share of a core', () => {
    expect(changing({ cpu: 0.1, process }, { cpu: 0.96, process })).toEqual([
      'Critical: CPU crossed 80%, now 96%: node (4211) 87%.',
    ]);
  });

  it('that fires at the beginning is known, and only its end is told', () => {
    expect(changing({ memory: 0.9 }, { memory: 0.4 })[0]).toMatch(/^Warning: memory crossed 85%/);
    const full = { filesystem: [filesystemOf('/', 0.93)] };
    expect(changing(full, full, { filesystem: [filesystemOf('/', 0.5)] })).toEqual([
      '/ is under 90% full again after 2 minutes, at most 93%.',
    ]);
  });
});

describe('a sensor', () => {
  const at = (temperature: number) => ({
    sensors: {
      temperatures: [
        { name: 'coretemp Package id 0', temperature, high: 80, critical: 95 },
        { name: 'coretemp Core 0', temperature: temperature - 1, high: 80, critical: 95, core: 0 },
      ],
      fans: [],
    },
  });

  it('is told at the limits that its maker gave it', () => {
    expect(changing(at(60), at(82), at(96), at(70))).toEqual([
      'Warning: coretemp Package id 0 82°C, its limit 80°C.',
      'Critical: coretemp Package id 0 96°C, its limit 95°C.',
      'Temperatures are below their limits again.',
    ]);
  });

  it('that swings about its limit by less than three degrees is told once', () => {
    const frame = createFrames();
    const frames = Array.from({ length: 900 }, (_, i) => frame(i, at(i === 0 ? 60 : 79 + (i % 3))));
    expect(listen(frames).said.map(({ words }) => words)).toEqual(['Warning: coretemp Package id 0 80°C, its limit 80°C.']);
  });
});

describe('a battery', () => {
  const battery = (charge: number, state: string) => ({ battery: [{ name: 'BAT0', charge, state }] });

  it('is told when it begins to give or take, and when it runs low', () => {
    expect(
      changing(battery(0.8, 'charging'), battery(0.8, 'discharging'), battery(0.29, 'discharging'), battery(0.09, 'discharging')),
    ).toEqual([
      'Battery BAT0 80%, discharging.',
      'Warning: battery BAT0 29%, discharging.',
      'Critical: battery BAT0 9%, discharging.',
    ]);
  });
});

describe('what comes and goes', () => {
  const links = (...names: readonly (readonly [string, string])[]) => ({
    network: { interfaces: names.map(([name, state]) => ({ ...interfaceOf(name, 0), state })) },
  });

  it('is told by its kind and name', () => {
    expect(changing(links(['eth0', 'up']), links(['eth0', 'up'], ['wg0', 'unknown']), links(['eth0', 'down']))).toEqual([
      'Network interface wg0 is new.',
      'Network interfaces: wg0 is gone; eth0 is down.',
    ]);
    expect(changing({ disk: { devices: [] } }, { disk: { devices: [{ name: 'sdb' }] } })).toEqual(['Disk sdb is new.']);
  });

  it('is one sentence, however much it is', () => {
    const many = Array.from({ length: 9 }, (_, i) => ['up', `eth${i}`] as const).map(([state, name]) => [name, state] as const);
    expect(changing(links(), links(...many))).toEqual(['Network interfaces: eth0, eth1, eth2, eth3 and 5 more are new.']);
  });

  it('of filesystems, silence and being read-only is told, too', () => {
    expect(
      changing(
        { filesystem: [filesystemOf('/', 0.4), filesystemOf('/nfs', 0.1)] },
        { filesystem: [filesystemOf('/', 0.4, { readOnly: true }), filesystemOf('/nfs')] },
        { filesystem: [filesystemOf('/', 0.4, { readOnly: true }), filesystemOf('/nfs', 0.1)] },
      ),
    ).toEqual(['Filesystems: / is read-only now; /nfs is without an answer.', 'Filesystem /nfs is writable and answers.']);
  });

  it('of containers is not told: their interfaces come and go all day', () => {
    const veth = { ...interfaceOf('veth1', 0), counted: false, physical: false };
    expect(
      changing(links(['eth0', 'up']), { network: { interfaces: [{ ...interfaceOf('eth0', 0), state: 'up' }, veth] } }),
    ).toEqual([]);
  });
});

describe('what can be read', () => {
  it('is told when that ends, with the reason, and when it is back', () => {
    expect(changing({ memory: 0.5 }, { memory: failed('EACCES: permission denied') }, { memory: 0.5 })).toEqual([
      'Memory: not known any more, EACCES: permission denied.',
      'Memory: known again.',
    ]);
  });

  it('is told after a gap', () => {
    const frame = createFrames();
    const { said } = listen([frame(0, {}), frame(1, {}), frame(2, { gap: 4000 })]);
    expect(said).toEqual([
      { at: 2, words: 'Nothing was measured for 1 hour 6 minutes: the machine slept, or sysmon was stopped.' },
    ]);
  });
});

describe('a budget', () => {
  it('is told of when it slows readings, when that is not enough, and when all is as usual again', () => {
    const usual: Thrift = { budget: 0.01, slowed: [], exceeded: false };
    const slowed: Thrift = { ...usual, slowed: [{ task: 'process', every: 4, usual: 1 }] };
    const frame = createFrames();
    const frames = [usual, slowed, { ...slowed, exceeded: true }, usual].flatMap((thrift, i) =>
      Array.from({ length: 90 }, (_, at) => {
        const { sample, ...rest } = frame(90 * i + at, {});
        return { ...rest, sample: { ...sample, moment: { ...sample.moment, thrift } } };
      }),
    );
    expect(listen(frames).said.map(({ words }) => words)).toEqual([
      'For the budget: processes every 4 seconds.',
      'For the budget: processes every 4 seconds; sysmon still uses more than 1%.',
      'For the budget: everything is read as often as usual.',
    ]);
  });
});
