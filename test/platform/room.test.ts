import os from 'node:os';
import { describe, expect, test } from 'vitest';
import { readRemoteRoom, readRoom } from '../../src/platform/room.ts';

describe.runIf(os.platform() === 'linux')('the room of a filesystem', () => {
  test('is the same, whether the kernel is asked here or in a process of its own', async () => {
    const [here, aside] = [await readRoom('/proc'), await readRemoteRoom('/proc')];
    expect(aside).toEqual(here);
    const { blockSize, blocks, files } = await readRoom('/');
    expect(await readRemoteRoom('/')).toMatchObject({ blockSize, blocks, files });
  });

  test('comes with the reason, where it is refused', async () => {
    await expect(readRemoteRoom('/no/such: place')).rejects.toThrow(/^[^:]+$/);
    await expect(readRoom('/no/such: place')).rejects.toThrow('ENOENT');
  });
});
