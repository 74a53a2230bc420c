import { describe, expect, test } from 'vitest';
import { known } from '../../../src/metrics/outcome.ts';
import { recordedSystem } from '../../../src/platform/recording.ts';
import { createSource, type Reading } from '../../../src/sampling/reading.ts';
import { deriveSample } from '../../../src/sampling/sample.ts';
import { ends, isReplaced, workOf, writeCrowd } from '../../harness/crowd.ts';

const COUNT = 1200;

describe('a recorded machine of 1,200 processes', async () => {
  const source = createSource(recordedSystem(writeCrowd(COUNT)), 'linux');
  const [one, two] = [(await source.read()) as Reading, (await source.read()) as Reading];
  const sample = deriveSample(one, undefined, 1);
  const first = known(sample.process);
  const second = known(deriveSample(two, { reading: one, sample }, 1).process);
  if (first === undefined || second === undefined) throw new Error(JSON.stringify(sample.process).slice(0, 200));
  const byPid = new Map(second.all.map((process) => [process.pid, process]));
  const pids = Array.from({ length: COUNT }, (_, i) => i + 1);

  test('shows all of them at both instants', () => {
    expect([first.count, second.count]).toEqual([COUNT, COUNT]);
    expect(new Set(second.all.map(({ id }) => id)).size).toBe(COUNT);
    expect(first.all.every(({ usage }) => usage === undefined)).toBe(true);
  });

  test('tells who ended, who came and whose pid is another’s now', () => {
    const before = new Set(first.all.map(({ id }) => id));
    expect(pids.filter((pid) => !byPid.has(pid))).toEqual(pids.filter(ends));
    expect(second.all.filter(({ id, pid }) => !before.has(id) && pid > COUNT)).toHaveLength(COUNT / 100);
    expect(
      second.all
        .filter(({ id, pid }) => !before.has(id) && pid <= COUNT)
        .map(({ pid }) => pid)
        .sort((a, b) => a - b),
    ).toEqual(pids.filter(isReplaced));
  });

  test('tells what each used, the new and the replaced from their start, and no child’s', () => {
    for (const { pid, usage } of second.all) expect(usage, `${pid}`).toBeCloseTo(workOf(pid) / 100, 9);
  });

  test('tells how much of the machine’s time no process accounts for', () => {
    expect(second.unattributed).toBeCloseTo(3.2 / 64, 4);
  });

  test('knows users, commands, containers and units of all that have them', () => {
    const kernel = second.all.filter(({ kernelThread }) => kernelThread);
    expect(kernel).toHaveLength(COUNT / 10);
    expect(kernel.every(({ command, unit, resident, state }) => !command && !unit && resident === 0 && state === 'I')).toBe(true);
    const others = second.all.filter(({ kernelThread }) => !kernelThread);
    expect(others.every(({ pid, command }) => command?.endsWith(` --id=${pid}`))).toBe(true);
    const told = new Set(others.map(({ name, user, unit }) => `${name}: ${user}, ${unit}`));
    expect([...told].sort()).toEqual([
      'Web Content: ada, app-firefox-1.scope',
      'backup (daily): root, backup.service',
      'nginx: 33, nginx.service',
      'node: ada, session-2.scope',
      'postgres: 999, docker c0ffee012345',
      'systemd: root, init.scope',
    ]);
  });
});
