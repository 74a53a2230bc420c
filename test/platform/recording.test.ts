import { describe, expect, it } from 'vitest';
import { OperationError } from '../../src/errors.ts';
import { isRecording, recordedSystem } from '../../src/platform/recording.ts';
import { type Tree, writeTree } from '../harness/tree.ts';

const ROOM = { blockSize: 4096, blocks: 1000, blocksFree: 600, blocksAvailable: 500, files: 100, filesFree: 90 };

const RECORDING: Tree = {
  '/t0/proc/uptime': '100.25 390.00\n',
  '/t0/proc/stat': 'cpu  1 2 3 4\nbtime 1795356000\n',
  '/t0/filesystems.json': JSON.stringify({ '/': ROOM, '/mnt/dead': null }),
  '/t1/proc/uptime': '102.50 398.00\n',
  '/t1/proc/stat': 'cpu  2 3 4 5\nbtime 1795356000\n',
};

describe('a recording', () => {
  it('is told from a plain system by its first instant', () => {
    expect(isRecording(writeTree(RECORDING))).toBe(true);
    expect(isRecording(writeTree({ '/proc/stat': '' }))).toBe(false);
  });

  it('shows one instant after the other through the same door, then is over', () => {
    const { door, advance } = recordedSystem(writeTree(RECORDING));
    expect(door.read('/proc/stat')).toContain('cpu  1 2 3 4');
    expect(door.list('/proc')).toEqual(['stat', 'uptime']);
    expect(advance()).toBe(true);
    expect(door.read('/proc/stat')).toContain('cpu  2 3 4 5');
    expect(advance()).toBe(false);
    expect(door.read('/proc/stat')).toContain('cpu  2 3 4 5');
  });

  it('has the time that was recorded', () => {
    const { clock, sinceBoot, advance } = recordedSystem(writeTree(RECORDING));
    expect([clock.now(), clock.monotonic(), sinceBoot()]).toEqual([1795356100_250, 100.25, 100.25]);
    advance();
    expect([clock.now(), clock.monotonic(), sinceBoot()]).toEqual([1795356102_500, 102.5, 102.5]);
  });

  it('says which instant does not tell its time', () => {
    const root = writeTree({ '/t0/proc/stat': 'btime 1795356000\n' });
    expect(() => recordedSystem(root).clock.monotonic()).toThrow(OperationError);
    expect(() => recordedSystem(root).clock.monotonic()).toThrow('t0 has no proc/uptime');
  });

  it('is nobody’s own system: Node is not asked instead', () => {
    expect(recordedSystem(writeTree(RECORDING)).local).toBe(false);
  });
});

describe('a file kept open', () => {
  it('is read where the recording stands, until it is gone there', () => {
    const { door, advance } = recordedSystem(writeTree({ ...RECORDING, '/t0/proc/7/stat': '7 (a)\n' }));
    const into = Buffer.alloc(64);
    const textOf = (length: number | undefined) => (length === undefined ? undefined : into.toString('utf8', 0, length));
    const [stat, seven] = [door.open('/proc/stat'), door.open('/proc/7/stat')];
    expect(textOf(stat?.read(into))).toBe(RECORDING['/t0/proc/stat']);
    expect(textOf(seven?.read(into))).toBe('7 (a)\n');
    expect(textOf(seven?.read(into))).toBe('7 (a)\n');
    advance();
    expect(textOf(stat?.read(into))).toBe(RECORDING['/t1/proc/stat']);
    expect(seven?.read(into)).toBeUndefined();
    expect(door.open('/proc/7/stat')).toBeUndefined();
    stat?.close();
    seven?.close();
  });
});

describe('the recorded room of a filesystem', () => {
  it('is what was recorded', async () => {
    const { door } = recordedSystem(writeTree(RECORDING));
    expect(await door.room('/', false)).toEqual(ROOM);
  });

  it('never comes where none came then', async () => {
    const { door } = recordedSystem(writeTree(RECORDING));
    const answer = door.room('/mnt/dead', true).then(() => 'answered');
    const turns = (async () => {
      for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
      return 'silent';
    })();
    expect(await Promise.race([answer, turns])).toBe('silent');
  });

  it('is refused for what was not recorded, in an instant without any, too', async () => {
    const { door, advance } = recordedSystem(writeTree(RECORDING));
    await expect(door.room('/home', false)).rejects.toThrow('not recorded');
    advance();
    await expect(door.room('/', false)).rejects.toThrow('not recorded');
  });
});
