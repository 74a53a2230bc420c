import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SOURCE = fileURLToPath(new URL('../../src', import.meta.url));

/** Reads and derives every process again and again, one warmed-up half of it measured. */
const SCRIPT = `
import { readProcess } from './metrics/process/linux.ts';
import { process as metric } from './metrics/process/process.ts';
import { runningSystem } from './platform/running.ts';
const ROUNDS = 20;
const read = readProcess.open(runningSystem());
let before, count = 0;
const look = () => {
  const outcome = read();
  if (outcome.state !== 'ok') throw new Error(outcome.reason ?? outcome.error);
  count = metric.derive(outcome.value, before, 1).all.length;
  before = outcome.value;
};
for (let i = 0; i < ROUNDS; i += 1) look();
const start = process.cpuUsage();
for (let i = 0; i < ROUNDS; i += 1) look();
const { user, system } = process.cpuUsage(start);
console.log(JSON.stringify({ cpu: (user + system) / 1e6 / ROUNDS, count }));
`;

let bundle;

/**
 * What it takes to read all processes once, in a process of its own:
 * - cpu: seconds of user and system time for a reading and what is derived from it
 * - count: how many there were
 */
export async function measureReading(env) {
  bundle ??= await bundleScript();
  const child = spawn(process.execPath, [bundle], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const told = await text(child.stdout);
  if (told === '') throw new Error('reading the processes failed');
  return JSON.parse(told);
}

async function bundleScript() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'sysmon-reading-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const outfile = path.join(folder, 'reading.mjs');
  await build({
    stdin: { contents: SCRIPT, resolveDir: SOURCE, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  });
  return outfile;
}
