import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alerts, NO_ALERTS } from '../../src/alerts/alert.ts';
import { MINIMUM } from '../../src/alerts/machine.ts';
import { defaultRules, parseRule } from '../../src/alerts/rule.ts';
import { createWatch } from '../../src/alerts/watch.ts';
import { failed } from '../../src/metrics/outcome.ts';
import { type Contents, filesystemOf, interfaceOf, START, sampleAt } from '../harness/sample.ts';

/** Watches one sample a second from second `from` on, each the same; returns what was said last. */
function during(watch: ReturnType<typeof createWatch>, from: number, to: number, contents: Contents): Alerts {
  let alerts = NO_ALERTS;
  for (let at = from; at <= to; at += 1) alerts = watch(sampleAt(at, contents));
  return alerts;
}

const rulesOf = (...texts: string[]) => texts.map(parseRule);

describe('a healthy machine', () => {
  it('has no alerts', () => {
    const watch = createWatch(defaultRules());
    expect(during(watch, 0, 60, { cpu: 0.8, memory: 0.85, filesystem: [filesystemOf('/', 0.9)] })).toEqual(NO_ALERTS);
  });

  it('has none where nothing is known', () => {
    expect(during(createWatch(defaultRules()), 0, 60, {})).toEqual(NO_ALERTS);
  });
});

describe('an alert', () => {
  it('tells its start, length, value and peak, and is listed once it has resolved', () => {
    const [rule, ...others] = defaultRules();
    if (rule === undefined) throw new Error('no default rule');
    const watch = createWatch([rule, ...others]);
    during(watch, 0, 4, { cpu: 0.1 });
    expect(during(watch, 5, 14, { cpu: 0.9 })).toEqual(NO_ALERTS);
    during(watch, 15, 16, { cpu: 0.94 });
    const firing = { rule, severity: 'warning', since: START + 5000, length: 15, value: 0.85, peak: 0.94 };
    expect(during(watch, 17, 20, { cpu: 0.85 })).toEqual({ firing: [firing], resolved: [] });
    expect(during(watch, 21, 30, { cpu: 0.2 })).toEqual({ firing: [{ ...firing, value: 0.2, length: 16 }], resolved: [] });
    expect(during(watch, 31, 31, { cpu: 0.2 })).toEqual({
      firing: [],
      resolved: [{ ...firing, value: 0.2, length: 16, ended: START + 31_000 }],
    });
  });

  it('stands for each item of a list', () => {
    const watch = createWatch(defaultRules());
    const { firing } = watch(
      sampleAt(0, { filesystem: [filesystemOf('/', 0.91), filesystemOf('/home', 0.97), filesystemOf('/boot', 0.3)] }),
    );
    expect(firing.map(({ item, severity, value }) => [item, severity, value])).toEqual([
      ['/home', 'critical', 0.97],
      ['/', 'warning', 0.91],
    ]);
  });

  it('stands for the items that the rule names', () => {
    const watch = createWatch(rulesOf('filesystem.usage[/mnt/*] > 50%', 'filesystem.usage[/home] > 50%'));
    const mounts = ['/', '/home', '/home/old', '/mnt', '/mnt/a', '/mnt/b c'];
    const { firing } = watch(sampleAt(0, { filesystem: mounts.map((mount) => filesystemOf(mount, 0.6)) }));
    expect(firing.map(({ item }) => item)).toEqual(['/home', '/mnt/a', '/mnt/b c']);
  });

  it('comes critical first, then the oldest', () => {
    const watch = createWatch(rulesOf('memory.usage > 50%', 'cpu.usage > 50%', 'filesystem.usage > 90% critical'));
    watch(sampleAt(0, { cpu: 0.6 }));
    watch(sampleAt(1, { cpu: 0.6, memory: 0.6 }));
    const { firing } = watch(sampleAt(2, { cpu: 0.6, memory: 0.6, filesystem: [filesystemOf('/', 0.95)] }));
    expect(firing.map(({ rule }) => rule.metric)).toEqual(['filesystem.usage', 'cpu.usage', 'memory.usage']);
  });

  it('takes the worst of items that share a name', () => {
    const watch = createWatch(rulesOf('sensors.temperatures.temperature > 90'));
    const temperatures = [95, 20].map((temperature) => ({ name: 'nvme Composite', temperature }));
    expect(watch(sampleAt(0, { sensors: { temperatures, fans: [] } })).firing).toMatchObject([{ value: 95 }]);
  });
});

describe('critical', () => {
  it('supersedes the warning and keeps its start', () => {
    const watch = createWatch(defaultRules());
    during(watch, 0, 20, { cpu: 0.85 });
    const { firing } = during(watch, 21, 31, { cpu: 0.99 });
    expect(firing).toMatchObject([{ severity: 'critical', since: START, length: 31, rule: { threshold: 0.8 } }]);
  });

  it('gives way to the warning, and the list says how bad it was', () => {
    const watch = createWatch(defaultRules());
    during(watch, 0, 20, { cpu: 0.99 });
    expect(during(watch, 21, 31, { cpu: 0.85 })).toMatchObject({ firing: [{ severity: 'warning', since: START }], resolved: [] });
    expect(during(watch, 32, 60, { cpu: 0.1 })).toMatchObject({
      firing: [],
      resolved: [{ severity: 'critical', since: START, length: 32, peak: 0.99 }],
    });
  });

  it('keeps start and peak of the warning that resolves before it', () => {
    const watch = createWatch(rulesOf('filesystem.usage > 95% for 10s critical', 'filesystem.usage > 90%'));
    const at = (from: number, to: number, usage: number) => during(watch, from, to, { filesystem: [filesystemOf('/', usage)] });
    at(0, 1, 0.99);
    at(2, 4, 0.92);
    at(5, 20, 0.96);
    expect(at(21, 30, 0.1).firing).toMatchObject([{ severity: 'critical', since: START, length: 21, peak: 0.99 }]);
    expect(at(31, 31, 0.1)).toMatchObject({ firing: [], resolved: [{ since: START, length: 21, peak: 0.99 }] });
  });

  it('names the milder threshold where both began together', () => {
    const watch = createWatch(rulesOf('cpu.usage > 95% critical', 'cpu.usage > 90%', 'cpu.usage > 80%'));
    expect(watch(sampleAt(0, { cpu: 0.99 })).firing).toMatchObject([{ severity: 'critical', rule: { threshold: 0.8 } }]);
  });

  it('is of its own item only', () => {
    const watch = createWatch(rulesOf('filesystem.usage > 90%', 'filesystem.usage[/home] > 92% critical'));
    const { firing } = watch(sampleAt(0, { filesystem: [filesystemOf('/', 0.93), filesystemOf('/home', 0.93)] }));
    expect(firing.map(({ item, severity }) => [item, severity])).toEqual([
      ['/home', 'critical'],
      ['/', 'warning'],
    ]);
  });

  it('is of its own direction only', () => {
    const watch = createWatch(rulesOf('memory.usage > 20%', 'memory.usage < 30% critical'));
    expect(watch(sampleAt(0, { memory: 0.25 })).firing.map(({ rule }) => rule.comparison)).toEqual(['<', '>']);
  });
});

describe('an item', () => {
  const full = { filesystem: [filesystemOf('/', 0.2), filesystemOf('/media/stick', 0.99)] };

  it('that is unmounted resolves', () => {
    const watch = createWatch(defaultRules());
    during(watch, 0, 30, full);
    expect(during(watch, 31, 31, { filesystem: [filesystemOf('/', 0.2)] })).toMatchObject({
      firing: [],
      resolved: [{ item: '/media/stick', length: 31, peak: 0.99 }],
    });
  });

  it('that does not answer, or a metric that fails, does not', () => {
    const watch = createWatch(defaultRules());
    during(watch, 0, 30, full);
    const { firing } = during(watch, 31, 60, { filesystem: [filesystemOf('/media/stick')] });
    expect(firing).toMatchObject([{ item: '/media/stick', value: 0.99, length: 60 }]);
    expect(during(watch, 61, 90, { filesystem: failed(new Error('broken')) }).firing).toHaveLength(1);
  });

  it('that comes back begins anew, and does not flicker', () => {
    const watch = createWatch(defaultRules());
    during(watch, 0, 30, full);
    during(watch, 31, 33, { filesystem: [] });
    expect(during(watch, 34, 40, full).firing).toEqual([]);
    expect(during(watch, 41, 41, full)).toMatchObject({ firing: [{ since: START + 34_000 }], resolved: [{ since: START }] });
  });
});

describe('a gap', () => {
  it('fires nothing', () => {
    const watch = createWatch(defaultRules());
    during(watch, 0, 9, { cpu: 0.9 });
    expect(watch(sampleAt(11, { cpu: 0.9, filesystem: [filesystemOf('/', 0.99)], gap: 3600 }))).toEqual(NO_ALERTS);
    expect(during(watch, 12, 21, { cpu: 0.9 }).firing).toEqual([]);
    expect(during(watch, 22, 22, { cpu: 0.9 }).firing).toHaveLength(1);
  });
});

describe('whatever the values', () => {
  it('neither shows nor hides an alert of one value within the minimum time', () => {
    const watchable = fc.array(fc.constantFrom(0.5, 0.87, 0.89, 0.91, 0.94, 0.97), { minLength: 30, maxLength: 200 });
    fc.assert(
      fc.property(watchable, fc.constantFrom(1, 2, 15), (values, interval) => {
        const watch = createWatch(defaultRules());
        const shown = values.map(
          (usage, i) => watch(sampleAt(i * interval, { filesystem: [filesystemOf('/', usage)] })).firing.length,
        );
        expect(Math.max(...shown)).toBeLessThanOrEqual(1);
        const changes = shown.flatMap((now, i) => (now === (shown[i - 1] ?? 0) ? [] : i * interval));
        changes.forEach((at, i) => {
          expect(at - (changes[i - 1] ?? -MINIMUM)).toBeGreaterThanOrEqual(MINIMUM);
        });
      }),
    );
  });
});

describe('twenty thousand samples', () => {
  /** A container's interface that is new every 20 seconds, as on a build machine; names weigh, so that a leak shows. */
  const interfaceAt = (second: number) => interfaceOf(`veth${Math.floor(second / 20)}`.padEnd(100_000, '.'), 2 ** 21);

  it('leave the last hundred resolved alerts, newest first, and nothing else', () => {
    const watch = createWatch(rulesOf('network.interfaces.receive_rate > 1M'));
    const before = heapInUse();
    let alerts = NO_ALERTS;
    let most = 0;
    for (let at = 0; at < 20_000; at += 1) {
      alerts = watch(sampleAt(at, { network: { interfaces: [interfaceOf('eth0', 1000), interfaceAt(at)] } }));
      most = Math.max(most, alerts.firing.length);
    }
    expect(most).toBe(1);
    expect(alerts.resolved).toHaveLength(100);
    expect(alerts.resolved[0]).toMatchObject({ item: interfaceAt(998 * 20).name, length: 20 });
    expect(alerts.resolved[99]).toMatchObject({ item: interfaceAt(899 * 20).name });
    expect(heapInUse() - before).toBeLessThan(200 * 100_000);
  });
});

/** Bytes, after everything that can be collected has been. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

describe('rules that change', () => {
  const full = (usage: number) => ({ cpu: usage, filesystem: [filesystemOf('/', 0.96)] });

  it('leave what fires as it is where they stay', () => {
    let rules = rulesOf('cpu.usage > 80% for 10s', 'filesystem.usage > 90%');
    const watch = createWatch(() => rules);
    const before = during(watch, 0, 20, full(0.9));
    expect(before.firing).toHaveLength(2);
    rules = rulesOf('memory.usage > 50%', 'filesystem.usage > 90%', 'cpu.usage > 80% for 10s');
    const after = during(watch, 21, 21, full(0.9));
    expect(after.firing.map(({ rule, since, length }) => [rule.text, since, length])).toEqual([
      ['cpu.usage > 80% for 10s', START, 21],
      ['filesystem.usage > 90%', START, 21],
    ]);
    expect(after.resolved).toEqual([]);
  });

  it('let an alert go on under another threshold, and end it in the usual way where the value is well by that', () => {
    let rules = rulesOf('cpu.usage > 80% for 10s');
    const watch = createWatch(() => rules);
    during(watch, 0, 20, { cpu: 0.9 });
    rules = rulesOf('cpu.usage > 85% for 10s');
    expect(during(watch, 21, 21, { cpu: 0.9 }).firing).toMatchObject([
      { rule: { text: 'cpu.usage > 85% for 10s' }, since: START },
    ]);
    rules = rulesOf('cpu.usage > 95% for 10s');
    expect(during(watch, 22, 31, { cpu: 0.9 }).firing).toHaveLength(1);
    const { firing, resolved } = during(watch, 32, 33, { cpu: 0.9 });
    expect(firing).toEqual([]);
    expect(resolved).toMatchObject([{ rule: { text: 'cpu.usage > 95% for 10s' }, since: START, peak: 0.9 }]);
  });

  it('resolve what fires under one that was withdrawn', () => {
    let rules = rulesOf('cpu.usage > 80%', 'filesystem.usage > 90%');
    const watch = createWatch(() => rules);
    during(watch, 0, 20, full(0.9));
    rules = rulesOf('filesystem.usage > 90%');
    const { firing, resolved } = during(watch, 21, 21, full(0.9));
    expect(firing).toHaveLength(1);
    expect(resolved).toMatchObject([{ rule: { text: 'cpu.usage > 80%' }, since: START, ended: START + 21_000, length: 21 }]);
    expect(during(watch, 22, 60, full(0.9)).resolved).toHaveLength(1);
  });

  it('begin a hold time anew', () => {
    let rules = rulesOf('cpu.usage > 80% for 10s');
    const watch = createWatch(() => rules);
    during(watch, 0, 9, { cpu: 0.9 });
    rules = rulesOf('cpu.usage > 70% for 10s');
    expect(during(watch, 10, 19, { cpu: 0.9 }).firing).toEqual([]);
    expect(during(watch, 20, 20, { cpu: 0.9 }).firing).toHaveLength(1);
  });

  it('come and go without end or beginning of what stays, in any order', () => {
    const stays = parseRule('filesystem.usage > 90%');
    const others = rulesOf('cpu.usage > 80%', 'cpu.usage > 95% critical', 'memory.usage > 10%', 'filesystem.usage[/home] > 10%');
    fc.assert(
      fc.property(fc.array(fc.subarray(others), { minLength: 1, maxLength: 30 }), (changes) => {
        let rules: ReturnType<typeof rulesOf> = [stays];
        const watch = createWatch(() => rules);
        changes.forEach((some, i) => {
          rules = [...some, stays];
          const { firing } = watch(sampleAt(i, { ...full(0.97), memory: 0.5 }));
          expect(firing.filter(({ rule }) => rule.text === stays.text)).toMatchObject([{ since: START, length: i }]);
        });
      }),
    );
  });
});
