import { describe, expect, it, test } from 'vitest';
import { type Alerts, NO_ALERTS } from '../../src/alerts/alert.ts';
import { findCulprit } from '../../src/alerts/culprit.ts';
import { parseRule } from '../../src/alerts/rule.ts';
import { createWatch } from '../../src/alerts/watch.ts';
import { failed } from '../../src/metrics/outcome.ts';
import { type Contents, processOf, sampleAt } from '../harness/sample.ts';

const ffmpeg = processOf(4211, { name: 'ffmpeg', usage: 0.87, memoryUsage: 0.01 });
const java = processOf(88, { name: 'java', usage: 0.2, memoryUsage: 0.4 });
const idle = processOf(5, { name: 'idle' });
const listOf = (...all: (typeof ffmpeg)[]) => ({ count: all.length, all });
const everybody = listOf(idle, java, ffmpeg);

describe('the culprit', () => {
  test.each([
    ['cpu.usage > 80%', 'ffmpeg'],
    ['cpu.system > 20%', 'ffmpeg'],
    ['cpu.load.one > 8', 'ffmpeg'],
    ['cpu.tasks_running > 8', 'ffmpeg'],
    ['memory.usage > 85%', 'java'],
    ['memory.available < 1G', 'java'],
  ])('of %s is %s', (rule, name) => {
    expect(findCulprit(parseRule(rule), sampleAt(0, { process: everybody }))?.name).toBe(name);
  });

  test.each([
    'cpu.usage < 1%',
    'cpu.steal > 10%',
    'cpu.iowait > 30%',
    'cpu.frequency < 1000000000',
    'cpu.cores.usage > 90%',
    'memory.available > 1G',
    'memory.swap.usage > 20%',
    'memory.limit.usage > 90%',
    'filesystem.usage > 90%',
    'process.count > 100',
  ])('of %s is no process', (rule) => {
    expect(findCulprit(parseRule(rule), sampleAt(0, { process: everybody }))).toBeUndefined();
  });

  it('of a disk is who had at least half of it, of those of whom it is known', () => {
    const disk = { devices: [], readRate: 100, writeRate: 100 };
    const reader = processOf(7, { name: 'rsync', readRate: 50, writeRate: 49 });
    const contents = { disk, process: listOf(ffmpeg, reader, processOf(8, { readRate: 2 })) };
    expect(findCulprit(parseRule('disk.read_rate > 50'), sampleAt(0, contents))).toEqual({ name: 'rsync', pid: 7, share: 0.5 });
    expect(findCulprit(parseRule('disk.write_rate > 50'), sampleAt(0, contents))).toBeUndefined();
    expect(findCulprit(parseRule('disk.devices.read_rate > 50'), sampleAt(0, contents))).toBeUndefined();
  });

  it('of a disk has all of it at most, though the cache took more', () => {
    const contents = { disk: { devices: [], writeRate: 100 }, process: listOf(processOf(7, { writeRate: 900 })) };
    expect(findCulprit(parseRule('disk.write_rate > 50'), sampleAt(0, contents))?.share).toBe(1);
  });

  it('is nobody where no process uses anything, or none is known', () => {
    const rule = parseRule('cpu.usage > 80%');
    expect(findCulprit(rule, sampleAt(0, { process: listOf(idle) }))).toBeUndefined();
    expect(findCulprit(rule, sampleAt(0, { process: listOf() }))).toBeUndefined();
    expect(findCulprit(rule, sampleAt(0))).toBeUndefined();
  });
});

function during(watch: ReturnType<typeof createWatch>, from: number, to: number, contents: Contents): Alerts {
  let alerts = NO_ALERTS;
  for (let at = from; at <= to; at += 1) alerts = watch(sampleAt(at, contents));
  return alerts;
}

describe('an alert', () => {
  const blamed = { name: 'ffmpeg', pid: 4211, share: 0.87 };
  const watchCpu = () => createWatch([parseRule('cpu.usage > 80% for 10s')]);

  it('names who uses most, whoever that is now', () => {
    const watch = watchCpu();
    expect(during(watch, 0, 10, { cpu: 0.96, process: everybody }).firing).toMatchObject([{ culprit: blamed }]);
    const worse = listOf(ffmpeg, { ...java, usage: 3.5 });
    expect(during(watch, 11, 11, { cpu: 0.96, process: worse }).firing).toMatchObject([
      { culprit: { name: 'java', share: 3.5 } },
    ]);
  });

  it('keeps who it was once the load is gone, while it may come back and when it is over', () => {
    const watch = watchCpu();
    during(watch, 0, 20, { cpu: 0.96, process: everybody });
    const calm = { cpu: 0.05, process: listOf(java) };
    expect(during(watch, 21, 25, calm).firing).toMatchObject([{ value: 0.05, culprit: blamed }]);
    expect(during(watch, 26, 40, calm)).toMatchObject({ firing: [], resolved: [{ culprit: blamed }] });
    expect(during(watch, 41, 60, calm).resolved).toMatchObject([{ culprit: blamed }]);
  });

  it('keeps who it was while the processes can’t be read', () => {
    const watch = watchCpu();
    during(watch, 0, 20, { cpu: 0.96, process: everybody });
    expect(during(watch, 21, 22, { cpu: 0.96, process: failed(new Error('broken')) }).firing).toMatchObject([
      { culprit: blamed },
    ]);
  });

  it('blames nobody of an alert before', () => {
    const watch = watchCpu();
    during(watch, 0, 20, { cpu: 0.96, process: everybody });
    during(watch, 21, 60, { cpu: 0.05, process: listOf(java) });
    const { firing } = during(watch, 61, 90, { cpu: 0.96 });
    expect(firing).toHaveLength(1);
    expect(firing[0]).not.toHaveProperty('culprit');
  });

  it('has its own where both directions are watched', () => {
    const watch = createWatch(['memory.usage > 20%', 'memory.usage < 30%'].map(parseRule));
    const { firing } = watch(sampleAt(0, { memory: 0.25, process: everybody }));
    expect(firing.map(({ rule, culprit }) => [rule.comparison, culprit?.name])).toEqual([
      ['>', 'java'],
      ['<', undefined],
    ]);
  });
});
