import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorCode } from '../../../src/errors.ts';
import { createDescriptors, fileAt, type KeptFile } from '../../../src/metrics/process/descriptors.ts';
import { type CountingDoor, createCountingDoor, statLine } from '../../harness/processes.ts';

interface Alive {
  readonly pid: number;
  readonly startTicks?: number;
}

const pathOf = (pid: number) => `/proc/${pid}/stat`;

function treeOf(processes: readonly Alive[], limit = '1024') {
  const files = processes.map((one) => [pathOf(one.pid), statLine(one)] as const);
  return {
    '/proc/self/limits': `Max open files            ${limit}                 1048576              files\n`,
    ...Object.fromEntries(files),
  };
}

const upTo = (count: number): Alive[] => Array.from({ length: count }, (_, i) => ({ pid: i + 1 }));

function openOn(processes: readonly Alive[], limit?: string) {
  return open(createCountingDoor(treeOf(processes, limit)));
}

/** Reads processes as samples do: behind each, what wasn't read any more is closed. */
function open(door: CountingDoor) {
  const descriptors = createDescriptors(door);
  const line = Buffer.alloc(4096);
  let files = new Map<number, KeptFile>();
  return {
    door,
    descriptors,
    /** One sample: every one of them is read, in order. Returns what was there. */
    readAll(alive: readonly Alive[]): readonly (string | undefined)[] {
      const before = files;
      files = new Map(alive.map(({ pid }) => [pid, before.get(pid) ?? fileAt(pathOf(pid), 'line')]));
      const texts = alive.map(({ pid }) => readText(files.get(pid)));
      for (const [pid, file] of before) if (!files.has(pid)) descriptors.close(file);
      return texts;
    },
  };

  function readText(file = fileAt('', 'line')): string | undefined {
    try {
      const length = descriptors.read(file, line);
      return length === undefined ? undefined : line.toString('utf8', 0, length);
    } catch (error) {
      return errorCode(error);
    }
  }
}

describe('descriptors', () => {
  test('are opened once, and read once a sample', () => {
    const { door, readAll } = openOn(upTo(50));
    for (let sample = 1; sample <= 5; sample += 1) {
      expect(readAll(upTo(50))).toEqual(upTo(50).map(statLine));
      expect(door.counts).toMatchObject({ opens: 50, reads: 50 * sample });
    }
    expect(door.held).toEqual({ now: 50, most: 50 });
  });

  test('are never more than half of the limit, and every process is read all the same', () => {
    const { door, readAll } = openOn(upTo(200), '20');
    for (let sample = 1; sample <= 3; sample += 1) expect(readAll(upTo(200))).toEqual(upTo(200).map(statLine));
    expect(door.held.most).toBe(10);
    // Nine are kept, the others opened anew: nothing changes places.
    expect(door.counts.opens).toBe(200 + 2 * 191);
  });

  test.each(['0', '1', '2', '3'])('are not kept where the limit is %s', (limit) => {
    const { door, readAll } = openOn(upTo(5), limit);
    expect(readAll(upTo(5))).toEqual(upTo(5).map(statLine));
    expect(door.held).toEqual({ now: 0, most: 1 });
  });

  test.each([
    ['is not told', {}],
    ['may not be read', { '/proc/self/limits': 'Max open files 100000 100000 files\n' }],
    ['is unlimited', { '/proc/self/limits': 'Max open files            unlimited            unlimited            files\n' }],
  ])('are at most 512 where the limit %s', (why, limits) => {
    const { '/proc/self/limits': _, ...files } = treeOf(upTo(700));
    const door = createCountingDoor({ ...files, ...limits });
    if (why === 'may not be read') door.refuse('/proc/self/limits');
    open(door).readAll(upTo(700));
    expect(door.held.most).toBe(512);
  });

  test('of what has ended are closed, and others take their places', () => {
    const { door, readAll } = openOn(upTo(30), '20');
    readAll(upTo(30));
    const others = upTo(30).slice(5);
    door.show(treeOf(others));
    expect(readAll(others)).toEqual(others.map(statLine));
    expect(door.held.now).toBe(4);
    expect(readAll(others)).toEqual(others.map(statLine));
    expect(door.held).toEqual({ now: 9, most: 10 });
  });

  test('of a pid that is used again tell of the new process at once', () => {
    const { door, readAll } = openOn(upTo(3));
    readAll(upTo(3));
    const again = [{ pid: 1 }, { pid: 2, startTicks: 7777 }, { pid: 3 }];
    door.show(treeOf(again));
    expect(readAll(again)).toEqual(again.map(statLine));
    expect(door.held).toEqual({ now: 3, most: 3 });
  });

  test('of what vanishes between being listed and read tell nothing', () => {
    const { door, readAll } = openOn(upTo(3));
    readAll(upTo(3));
    door.show(treeOf([{ pid: 1 }]));
    expect(readAll(upTo(4))).toEqual([statLine({ pid: 1 }), undefined, undefined, undefined]);
    expect(door.held.now).toBe(1);
  });

  test('of what may not be read throw, before it was opened and after', () => {
    const { door, readAll } = openOn(upTo(3));
    door.refuse(pathOf(2));
    expect(readAll(upTo(3))).toEqual([statLine({ pid: 1 }), 'EACCES', statLine({ pid: 3 })]);
    door.refuse(pathOf(1));
    expect(readAll(upTo(3))).toEqual(['EACCES', statLine({ pid: 2 }), statLine({ pid: 3 })]);
    expect(door.held.now).toBe(2);
  });

  test('of one that is read twice in a sample are not lost', () => {
    const { door, readAll } = openOn(upTo(2));
    readAll([...upTo(2), ...upTo(2)]);
    expect(door.held).toEqual({ now: 2, most: 2 });
    readAll([]);
    expect(door.held.now).toBe(0);
  });

  test('go to what is read at every sample, then to what spares that, then to all else; and nobody takes one from his like', () => {
    const { door, descriptors } = openOn(upTo(9), '20');
    const line = Buffer.alloc(4096);
    const filesOf = (rank: 'line' | 'rest' | 'more') => upTo(9).map(({ pid }) => fileAt(pathOf(pid), rank));
    const [lines, rest, more] = [filesOf('line'), filesOf('rest'), filesOf('more')];
    const readSome = (files: readonly KeptFile[], count: number) => {
      for (const file of files.slice(0, count)) expect(descriptors.read(file, line)).toBeGreaterThan(0);
      return [lines, rest, more].map((all) => all.filter(({ open }) => open).length);
    };
    expect(readSome(more, 9)).toEqual([0, 0, 9]);
    expect(readSome(rest, 4)).toEqual([0, 4, 5]);
    expect(readSome(more, 9)).toEqual([0, 4, 5]);
    expect(readSome(lines, 6)).toEqual([6, 3, 0]);
    expect(readSome(rest, 9)).toEqual([6, 3, 0]);
    expect(readSome(lines, 9)).toEqual([9, 0, 0]);
    expect(door.held).toEqual({ now: 9, most: 10 });
    for (const file of lines) descriptors.close(file);
    expect(door.held.now).toBe(0);
  });

  test('are right and bounded whatever is born, ends and comes again, and all closed at the end', () => {
    const pids = fc.uniqueArray(fc.record({ pid: fc.integer({ min: 1, max: 40 }), startTicks: fc.integer({ min: 1, max: 3 }) }), {
      selector: ({ pid }) => pid,
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.array(pids, { maxLength: 12 }), fc.integer({ min: 0, max: 100 }), (samples, limit) => {
        const { door, readAll } = openOn([], String(limit));
        for (const alive of samples) {
          door.show(treeOf(alive));
          expect(readAll(alive)).toEqual(alive.map(statLine));
          expect(door.held.now).toBeLessThanOrEqual(Math.min(limit / 2, alive.length));
        }
        expect(door.held.most).toBeLessThanOrEqual(Math.max(1, limit / 2));
        readAll([]);
        expect(door.held.now).toBe(0);
      }),
    );
  });
});
