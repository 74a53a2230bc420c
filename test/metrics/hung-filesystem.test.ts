import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HungMount, mountHung, whyNoHungMount } from '../harness/hung-mount.ts';

const why = whyNoHungMount();

/** Reads the filesystems three times, says what it saw and how long each took, and ends. */
const PROGRAM = `
import { readFilesystem } from './src/metrics/filesystem/linux.ts';
import { runningSystem } from './src/platform/running.ts';

const read = readFilesystem.open(runningSystem());
const seen = [];
for (let i = 0; i < 3; i += 1) {
  const start = performance.now();
  const outcome = await read();
  seen.push({ took: performance.now() - start, rows: outcome.value });
}
process.stdout.write(JSON.stringify(seen), () => process.exit(0));
`;

describe.skipIf(why !== undefined)(`a filesystem whose server hangs${why ? ` (not tried: ${why})` : ''}`, () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sysmon-hung-test-'));
  let mount: HungMount | undefined;

  beforeAll(async () => {
    await build({
      stdin: { contents: PROGRAM, resolveDir: fileURLToPath(new URL('../..', import.meta.url)), loader: 'ts' },
      outfile: path.join(folder, 'read.mjs'),
      bundle: true,
      platform: 'node',
      format: 'esm',
      logLevel: 'error',
    });
    mount = await mountHung();
  });

  afterAll(async () => {
    await mount?.end();
    rmSync(folder, { recursive: true });
    expect(readFileSync('/proc/self/mountinfo', 'utf8')).not.toContain('sysmon-hung-');
  });

  test('delays the first reading a little and no other, shows as not answering, and lets the program end at once', async () => {
    const start = performance.now();
    const { stdout } = await promisify(execFile)('node', [path.join(folder, 'read.mjs')], { timeout: 10_000 });
    expect(performance.now() - start).toBeLessThan(5000);
    const [first, second, third] = JSON.parse(stdout);
    expect(first.took).toBeLessThan(1000);
    for (const { took } of [second, third]) expect(took).toBeLessThan(200);
    for (const { rows } of [first, second, third]) {
      const hung = rows.find((row: { mount: string }) => row.mount === mount?.mountPoint);
      expect(hung).toMatchObject({
        device: 'dead:/export',
        type: 'fuse.sshfs',
        silent: expect.stringMatching(/^no answer for 0\.\d s$/),
      });
      expect(hung).not.toHaveProperty('room');
      expect(rows.find((row: { mount: string }) => row.mount === '/').room.total).toBeGreaterThan(0);
    }
  });
});
