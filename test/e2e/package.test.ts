import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../harness/environment.ts';
import { startLive } from '../harness/pty.ts';
import { run } from '../harness/run.ts';
import { schemaErrors } from '../harness/snapshot.ts';

describe('the packed program', () => {
  const folder = temporaryFolder();
  const installed = path.join(folder, 'node_modules', 'sysmon');
  const bin = path.join(folder, 'node_modules', '.bin', 'sysmon');
  let packed: { readonly files: readonly { readonly path: string }[]; readonly filename: string };

  beforeAll(async () => {
    const npm = (args: readonly string[], cwd?: string) => run([], { program: ['npm', ...args], ...(cwd && { cwd }) });
    // What is tested has been built already, and prepack would build it again under the other tests.
    const pack = await npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder]);
    expect(pack).toMatchObject({ code: 0 });
    [packed] = JSON.parse(pack.stdout);
    const install = await npm(['install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`], folder);
    expect(install).toMatchObject({ code: 0 });
    expect(install.stdout + install.stderr).not.toMatch(/warn|deprecated/i);
  });

  test('is in ASCII, as it is read', () => {
    const dist = path.join(installed, 'dist');
    const files = readdirSync(dist).filter((name) => name.endsWith('.cjs'));
    expect(files).toContain('draw.cjs');
    expect(files.filter((name) => readFileSync(path.join(dist, name)).some((byte) => byte > 0x7f))).toEqual([]);
  });

  test('holds what runs, its licences and its schemas, and nothing else', () => {
    const paths = packed.files.map((file) => file.path);
    expect(paths).toEqual(
      expect.arrayContaining(['bin/sysmon.js', 'dist/main.cjs', 'dist/licenses.txt', 'LICENSE', 'package.json']),
    );
    expect(paths).toContain('docs/snapshot.schema.json');
    for (const file of paths)
      expect(file).toMatch(/^(bin\/|dist\/|docs\/[a-z]+\.schema\.json$|package\.json$|LICENSE$|README\.md$)/);
  });

  test('needs nothing else to be installed', () => {
    expect(readdirSync(path.join(folder, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual(['sysmon']);
    expect(existsSync(path.join(installed, 'node_modules'))).toBe(false);
  });

  test('tells its version and prints a document', async () => {
    const asked = { program: [bin], cwd: folder } as const;
    expect(await run(['--version'], asked)).toMatchObject({ stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), code: 0 });
    const { stdout, code } = await run(['--json'], asked);
    expect(code).toBe(0);
    expect(schemaErrors(JSON.parse(stdout))).toEqual([]);
    expect(await run(['--platform', 'portable', '--json'], asked)).toMatchObject({ code: 0 });
    expect(await run(['config'], asked)).toMatchObject({ code: 0 });
  });

  test('draws its screen', async () => {
    const live = startLive([], { program: [bin], cwd: folder, columns: 100, rows: 30 });
    await live.waitFor('q quit');
    live.press('q');
    expect(await live.ended).toMatchObject({ code: 0, left: [], restored: true });
  });
});
