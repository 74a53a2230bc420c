import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, readlinkSync } from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import { describe, expect, test } from 'vitest';
import { known, type Outcome } from '../../../../src/metrics/outcome.ts';
import { createInspect } from '../../../../src/metrics/process/detail/linux.ts';
import { parseStat } from '../../../../src/metrics/process/stat.ts';
import { systemClock } from '../../../../src/platform/clock.ts';
import { createDoor } from '../../../../src/platform/door.ts';

/** Opens a file, listens, and tells the port. */
const PROGRAM = `
  require('node:fs').openSync('/etc/hostname', 'r');
  const server = require('node:net').createServer(() => {}).listen(0, '127.0.0.1', () => console.log(server.address().port));
`;

function startOf(pid: number): number {
  const line = readFileSync(`/proc/${pid}/stat`);
  return parseStat(line, line.length)?.start ?? Number.NaN;
}

function valueOfPart<T>(outcome: Outcome<T> | undefined): T | undefined {
  return outcome && known(outcome);
}

describe.runIf(os.platform() === 'linux')('the detail of a real process', () => {
  test('is what the kernel says of it', async () => {
    const child = spawn('node', ['-e', PROGRAM, 'one argument'], { cwd: '/usr', stdio: ['ignore', 'pipe', 'ignore'] });
    try {
      const { pid = 0 } = child;
      const [output] = await once(child.stdout, 'data');
      const port = Number(String(output));
      const socket = net.connect(port, '127.0.0.1');
      await once(socket, 'connect');
      const own = `127.0.0.1:${(socket.address() as AddressInfo).port}`;
      const identity = { pid, start: startOf(pid) };
      const inspect = createInspect({ door: createDoor(), clock: systemClock });
      const connected = () => {
        const found = known(inspect(identity));
        const sockets = valueOfPart(found?.sockets)?.known ?? [];
        return { found, sockets, accepted: sockets.some(({ remote }) => remote === own) };
      };
      // The child accepts when it comes to it.
      await expect.poll(() => connected().accepted).toBe(true);
      const { found: detail, sockets } = connected();

      expect(valueOfPart(detail?.folder)).toBe('/usr');
      expect(valueOfPart(detail?.executable)).toBe(readlinkSync(`/proc/${pid}/exe`));
      expect(valueOfPart(detail?.arguments)).toEqual(['node', '-e', PROGRAM, 'one argument']);
      expect(valueOfPart(detail?.owners)?.user).toBe(os.userInfo().username);
      expect(Math.abs((valueOfPart(detail?.started) ?? 0) - Date.now())).toBeLessThan(60_000);
      expect(valueOfPart(detail?.files)?.first.map(({ target }) => target)).toContain('/etc/hostname');
      expect(valueOfPart(detail?.threads)?.first[0]).toMatchObject({ id: pid, name: 'node' });
      expect(valueOfPart(detail?.limits)?.find(({ name }) => name === 'open files')?.soft).toBeGreaterThan(0);
      expect(valueOfPart(detail?.memory)?.resident).toBeGreaterThan(1e6);
      expect(sockets).toContainEqual(expect.objectContaining({ kind: 'tcp', state: 'LISTEN', local: `127.0.0.1:${port}` }));
      expect(sockets).toContainEqual(
        expect.objectContaining({ kind: 'tcp', state: 'ESTABLISHED', local: `127.0.0.1:${port}`, remote: own }),
      );
      socket.destroy();

      child.kill('SIGKILL');
      await once(child, 'exit');
      expect(inspect(identity)).toEqual({ state: 'unavailable', reason: 'it has ended' });
    } finally {
      child.kill('SIGKILL');
    }
  });
});
