import { describe, expect, it } from 'vitest';
import { ok, unavailable } from '../../../src/metrics/outcome.ts';
import type { Sample } from '../../../src/sampling/sample.ts';
import { panelNamed } from '../../../src/ui/panels/index.ts';
import { sampleAt } from '../../harness/sample.ts';
import { frameAt } from '../../harness/scene.ts';
import { aProcess } from '../../processes/processes.ts';

/** A sample of so many processes, and of a thread of the kernel. */
function sampleOf(count: number, second = 0): Sample {
  const user = Array.from({ length: count }, (_, i) => aProcess({ pid: i + 10, name: 'worker' }));
  const all = [...user, aProcess({ pid: 2, name: 'kthreadd', kernelThread: true })];
  return sampleAt(second, { process: ok({ count: all.length, all }) });
}

/** The rows that the list has a use for, where there were so many processes one after the other. */
function mostAfter(counts: readonly number[], kernelThreads = false): number {
  const history = counts.map(sampleOf);
  const frame = { ...frameAt(0), sample: history.at(-1) ?? sampleOf(0), history };
  return panelNamed('processes').demand(frame, { kernelThreads }).most;
}

describe('the room that the list of processes asks for', () => {
  it('is border, head and a row for each of an even number of them', () => {
    expect(mostAfter([5])).toBe(3 + 6);
    expect(mostAfter([6])).toBe(3 + 6);
    expect(mostAfter([6], true)).toBe(3 + 8);
    expect(mostAfter([7])).toBe(3 + 8);
  });

  it('is that of a list, also where there is one process', () => {
    expect(mostAfter([1])).toBe(3 + 4);
  });

  it('stays when one comes and goes', () => {
    expect(mostAfter([6, 7, 6])).toBe(mostAfter([6, 7]));
    expect(mostAfter([6, 7, 6, 7, 6, 6, 6])).toBe(mostAfter([6, 7]));
  });

  it('is given up when it was not used for long', () => {
    expect(mostAfter([30, ...Array.from({ length: 400 }, () => 6)])).toBe(3 + 6);
  });
});

describe('the room that disks and sensors ask for', () => {
  const demandOf = (name: 'disks' | 'sensors', sample: Sample) =>
    panelNamed(name).demand({ ...frameAt(0), sample }, { kernelThreads: false });
  const bare: Sample = {
    ...sampleAt(0),
    disk: unavailable('none'),
    filesystem: unavailable('none'),
    pressure: unavailable('none'),
    sensors: unavailable('none'),
    battery: unavailable('none'),
  };

  it('is none for graphs where no device tells what it does', () => {
    const { enough, most } = demandOf('disks', bare);
    expect(most).toBe(enough);
  });

  it('is none for what the machine does not have', () => {
    expect(demandOf('sensors', bare)).toEqual({ least: 4, enough: 4, most: 4 });
  });
});
