// Writes the generated pages of docs/ from the program's own tables; with --check, fails naming those that are stale.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

// Times are local, and docs are the same everywhere.
process.env.TZ = 'UTC';
process.chdir(fileURLToPath(new URL('..', import.meta.url)));

// Below node_modules, so that what is not bundled is found from there.
const bundle = path.resolve('node_modules/.cache/sysmon-docs.mjs');
await build({
  entryPoints: ['.config/docs/pages.ts'],
  outfile: bundle,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'error',
});
const { pages } = await import(pathToFileURL(bundle).href);

if (process.argv.includes('--check')) {
  const stale = [];
  for (const { file, text } of pages) if ((await readFile(file, 'utf8').catch(() => '')) !== text) stale.push(file);
  if (stale.length > 0) {
    console.error(`stale: ${stale.join(', ')}; run "npm run docs"`);
    process.exitCode = 1;
  }
} else {
  await mkdir('docs', { recursive: true });
  for (const { file, text } of pages) await writeFile(file, text);
}
