import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDoor } from '../../src/platform/door.ts';
import { writeTree } from '../harness/tree.ts';

describe('an open file', () => {
  const into = Buffer.alloc(4096);

  it('is read from its start each time, as it is then', () => {
    const root = writeTree({ '/proc/uptime': '100.25 1.00\n' });
    const file = createDoor(root).open('/proc/uptime');
    const read = () => into.toString('utf8', 0, file?.read(into));
    expect([read(), read()]).toEqual(['100.25 1.00\n', '100.25 1.00\n']);
    writeFileSync(path.join(root, 'proc/uptime'), '102\n');
    expect(read()).toBe('102\n');
    file?.close();
  });

  it('is none where there is nothing', () => {
    expect(createDoor(writeTree({ '/proc/uptime': '' })).open('/proc/7/stat')).toBeUndefined();
    expect(createDoor(writeTree({ '/proc/uptime': '' })).open('/proc/uptime/stat')).toBeUndefined();
  });

  it.runIf(process.platform !== 'win32' && os.userInfo().uid !== 0)('is refused where it may not be read', () => {
    const root = writeTree({ '/secret': 'x' });
    chmodSync(path.join(root, 'secret'), 0);
    expect(() => createDoor(root).open('/secret')).toThrow('EACCES');
  });

  it.runIf(process.platform === 'linux')('of a process tells nothing once that is gone', async () => {
    const child = spawn('cat', { stdio: ['pipe', 'ignore', 'ignore'] });
    await once(child, 'spawn');
    const file = createDoor().open(`/proc/${child.pid}/stat`);
    expect(into.toString('utf8', 0, file?.read(into))).toContain(`${child.pid} (`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(file?.read(into)).toBeUndefined();
    file?.close();
  });
});
