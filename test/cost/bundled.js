import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { frugalInk } from '../../.config/frugal-ink.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
// Below node_modules, so that nothing of it is committed.
const FOLDER = path.join(ROOT, 'node_modules/.cache');

/**
 * So that V8 takes the same memory for the same work: all of it on one thread, compiled never, collected never within so much
 * room that a measured run doesn't fill it.
 */
const SAME = [
  '--single-threaded',
  '--no-opt',
  '--no-sparkplug',
  '--no-flush-bytecode',
  '--no-incremental-marking',
  '--no-memory-reducer',
  '--hash-seed=1',
  '--min-semi-space-size=128',
  '--max-semi-space-size=128',
];

/** Bundles a script of this folder as the program is, with Ink as the program has it; answers with where it stands. */
export async function bundle(script) {
  const outfile = path.join(FOLDER, `sysmon-${process.pid}-${path.basename(script, '.ts')}.mjs`);
  process.once('exit', () => rmSync(outfile, { force: true }));
  await build({
    entryPoints: [path.join(ROOT, 'test/cost', script)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', 'process.env.DEV': '"false"', SYSMON_VERSION: '"0.0.0"' },
    banner: { js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);" },
    plugins: [{ name: 'without-devtools', setup: stubDevtools }, frugalInk()],
  });
  return outfile;
}

/** Runs a bundled script in a process of its own; answers with what it told. */
export function runJob(script, job, flags = SAME) {
  const told = execFileSync(process.execPath, ['--expose-gc', ...flags, script, JSON.stringify(job)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, TZ: 'UTC' },
  });
  return JSON.parse(told);
}

function stubDevtools(builder) {
  builder.onResolve({ filter: /^react-devtools-core$/ }, () => ({ path: 'react-devtools-core', namespace: 'stub' }));
  builder.onLoad({ filter: /.*/, namespace: 'stub' }, () => ({ contents: 'export default {}' }));
}
