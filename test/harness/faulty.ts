import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the program with one of its modules broken: `broken` takes the place of the module's text, and may import what it
 * replaces from 'whole'. Returns the file to start.
 */
export async function buildFaulty(module: string, broken: string): Promise<string> {
  const file = path.join(ROOT, module);
  // Within the checkout, so that packages, which stay outside, are found from there.
  const outdir = mkdtempSync(path.join(ROOT, 'node_modules', '.sysmon-faulty-'));
  folders.push(outdir);
  await build({
    entryPoints: [path.join(ROOT, 'src/main.ts')],
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    logLevel: 'error',
    define: { SYSMON_VERSION: '"0.0.0-faulty"' },
    plugins: [
      {
        name: 'faulty',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^whole$/ }, () => ({ path: file, namespace: 'file', suffix: '?whole' }));
          onLoad({ filter: /\.tsx?$/ }, ({ path: loaded, suffix }) =>
            loaded === file && suffix === '' ? { contents: broken, loader: 'tsx', resolveDir: path.dirname(file) } : undefined,
          );
        },
      },
    ],
  });
  return path.join(outdir, 'main.mjs');
}

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});
