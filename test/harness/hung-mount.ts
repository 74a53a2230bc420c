import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants, mkdtempSync, rmdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface HungMount {
  readonly mountPoint: string;
  /** Takes the mount away. */
  end(): Promise<void>;
}

/** Why no hung filesystem can be mounted here; undefined where one can. */
export function whyNoHungMount(): string | undefined {
  if (os.platform() !== 'linux') return 'FUSE is tried on Linux only';
  if (os.userInfo().uid !== 0) return 'mounting needs root';
  try {
    accessSync('/dev/fuse', constants.R_OK | constants.W_OK);
  } catch {
    return 'there is no /dev/fuse';
  }
  return undefined;
}

/** Mounts a filesystem whose server hangs. It goes with `end`, and with this process at the latest. */
export async function mountHung(): Promise<HungMount> {
  const mountPoint = mkdtempSync(path.join(os.tmpdir(), 'sysmon-hung-'));
  const script = fileURLToPath(new URL('hung-mount.py', import.meta.url));
  const server = spawn('python3', [script, mountPoint], { stdio: ['pipe', 'pipe', 'inherit'] });
  const gone = once(server, 'exit');
  await Promise.race([
    once(server.stdout, 'data'),
    gone.then(([code]) => Promise.reject(new Error(`hung-mount.py: exit ${code}`))),
  ]);
  return {
    mountPoint,
    async end() {
      server.stdin.end();
      await gone;
      rmdirSync(mountPoint);
    },
  };
}
