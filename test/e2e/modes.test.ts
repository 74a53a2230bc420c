import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../harness/environment.ts';
import { scriptsIn } from '../harness/loaded.ts';
import { startLive } from '../harness/pty.ts';
import { run, runShell } from '../harness/run.ts';
import { schemaErrors } from '../harness/snapshot.ts';

/** What the Rust monitor wrote, key for key; a list stands for each of its items. */
const RUST_KEYS = {
  timestamp: 'string',
  cpu: {
    usage_percent: 'number',
    cores: [{ core_id: 'number', usage_percent: 'number' }],
    load_average: { one_min: 'number', five_min: 'number', fifteen_min: 'number' },
  },
  memory: {
    total_bytes: 'number',
    used_bytes: 'number',
    available_bytes: 'number',
    usage_percent: 'number',
    swap_total_bytes: 'number',
    swap_used_bytes: 'number',
  },
  disk: {
    disks: [
      {
        name: 'string',
        mount_point: 'string',
        total_space_bytes: 'number',
        used_space_bytes: 'number',
        available_space_bytes: 'number',
        usage_percent: 'number',
        file_system: 'string',
      },
    ],
    total_read_bytes: 'number',
    total_written_bytes: 'number',
  },
  network: {
    interfaces: [
      {
        name: 'string',
        bytes_received: 'number',
        bytes_transmitted: 'number',
        packets_received: 'number',
        packets_transmitted: 'number',
        errors_on_received: 'number',
        errors_on_transmitted: 'number',
      },
    ],
    total_bytes_received: 'number',
    total_bytes_transmitted: 'number',
  },
};

describe('--json', () => {
  test('prints one document that fits its schema and holds every key of the Rust monitor', async () => {
    const { stdout, stderr, code } = await run(['--json']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const document = JSON.parse(stdout);
    expect(schemaErrors(document)).toEqual([]);
    expect(document.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    // One that doesn't answer has no numbers: other tests mount such ones.
    const disks = document.disk.disks.filter((disk: { silent?: string }) => disk.silent === undefined);
    expect(lacking({ ...document, disk: { ...document.disk, disks } }, RUST_KEYS)).toEqual([]);
  });

  test('loads no React, no YAML and no systeminformation, which the live view does', async () => {
    const folder = temporaryFolder();
    const { code } = await run(['--json'], { env: { NODE_V8_COVERAGE: folder } });
    expect(code).toBe(0);
    const loaded = scriptsIn(folder);
    expect(loaded).toContain('main.cjs');
    expect(loaded.filter((name) => /^(draw|screen|lib|document|help)\b/.test(name))).toEqual([]);
    const sources = loaded.map((name) => readFileSync(path.join('dist', name), 'utf8'));
    for (const mark of ['react.transitional.element', 'YAMLParseError', 'fsOpenFiles']) {
      expect(sources.filter((source) => source.includes(mark))).toEqual([]);
      expect(readdirSync('dist').some((name) => readFileSync(path.join('dist', name), 'utf8').includes(mark))).toBe(true);
    }
  });

  test('goes into a file, whole', async () => {
    const cwd = temporaryFolder();
    const { code, stderr } = await runShell('sysmon --json > out.json', { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(schemaErrors(JSON.parse(readFileSync(path.join(cwd, 'out.json'), 'utf8')))).toEqual([]);
  });

  test('reads the machine through systeminformation with --platform portable', async () => {
    const { stdout, code } = await run(['--platform', 'portable', '--json']);
    expect(code).toBe(0);
    const document = JSON.parse(stdout);
    expect(schemaErrors(document)).toEqual([]);
    // Of packets it says nothing.
    expect(lacking(document, RUST_KEYS).filter((key) => !key.includes('.packets_'))).toEqual([]);
    const linux = JSON.parse((await run(['--json'])).stdout);
    expect(document.memory.total_bytes).toBe(linux.memory.total_bytes);
    expect(document.cpu.cores).toHaveLength(linux.cpu.cores.length);
  });
});

describe('--ndjson', () => {
  test('prints as many documents as were asked for, a line each', async () => {
    const { stdout, code } = await run(['--ndjson', '-n', '3', '--interval', '0.1']);
    expect(code).toBe(0);
    const lines = stdout.split('\n');
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toBe('');
    const documents = lines.slice(0, -1).map((line) => JSON.parse(line));
    for (const document of documents) expect(schemaErrors(document)).toEqual([]);
    expect(new Set(documents.map(({ timestamp }) => timestamp)).size).toBe(3);
  });

  test('ends with one line where its reader has gone', async () => {
    const { stdout, stderr, code } = await runShell('sysmon --ndjson --interval 0.1 | head -1; exit $PIPESTATUS');
    expect(schemaErrors(JSON.parse(stdout))).toEqual([]);
    expect({ code, stderr }).toEqual({ code: 141, stderr: 'sysmon: standard output was closed by its reader\n' });
  });

  test('ends with one line where the disk is full', async () => {
    const { stderr, code } = await runShell('sysmon --ndjson > /dev/full');
    expect(stderr).toMatch(/^sysmon: can't write to standard output: .*no space left on device.*\n$/i);
    expect(code).toBe(1);
  });

  test('ends at Ctrl+C without a word, although it is never done', async () => {
    const live = startLive(['--ndjson', '--interval', '0.1']);
    await live.waitFor('"failed":{}}');
    live.press('Ctrl+C');
    const { code, left } = await live.ended;
    expect(code).toBe(130);
    expect(left.join('\n')).not.toContain('sysmon:');
  });
});

describe('text', () => {
  test('is what a pipe gets: a summary each interval', async () => {
    const { stdout, stderr, code } = await run(['-n', '2', '--interval', '0.1']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.match(/^CPU +\d/gm)).toHaveLength(2);
    for (const name of ['Memory', 'Filesystem', 'Disk', 'Network']) expect(stdout).toMatch(new RegExp(`^${name} `, 'm'));
    expect(stdout).not.toContain('\u001b');
  });

  test('comes from short, too, which ends by its count', async () => {
    const { stdout, code } = await run(['short', '-n', '2', '-i', '100ms']);
    expect(code).toBe(0);
    expect(stdout.match(/^CPU +\d/gm)).toHaveLength(2);
  });
});

describe('demo', () => {
  test('shows the host and one summary, and saves the sample', async () => {
    const cwd = temporaryFolder();
    const { stdout, code } = await run(['demo'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Host +\S/m);
    expect(stdout).toMatch(/^CPU +\d/m);
    expect(stdout).toMatch(/^saved demo_snapshot.json$/m);
    expect(schemaErrors(JSON.parse(readFileSync(path.join(cwd, 'demo_snapshot.json'), 'utf8')))).toEqual([]);
  });

  test.each([
    { args: ['demo', '--no-save'], env: {} },
    { args: ['demo'], env: { MONITOR_NO_SAVE: '1' } },
    { args: [], env: { MONITOR_MODE: 'demo', MONITOR_NO_SAVE: '1' } },
  ])('saves nothing with $args and $env', async (asked) => {
    const cwd = temporaryFolder();
    const { stdout, code } = await run(asked.args, { cwd, env: asked.env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Host +\S/m);
    expect(readdirSync(cwd)).toEqual([]);
  });

  test('fails with one line where it can not save', async () => {
    const cwd = temporaryFolder();
    mkdirSync(path.join(cwd, 'demo_snapshot.json'));
    const { stderr, code } = await run(['demo'], { cwd });
    expect(stderr).toMatch(/^sysmon: can't save demo_snapshot\.json in \.: .*\n$/);
    expect(code).toBe(1);
  });
});

describe('--save-dir', () => {
  test('writes each sample under a name of its own', async () => {
    const folder = path.join(temporaryFolder(), 'a', 'b');
    const { code } = await run(['--ndjson', '-n', '3', '-i', '0.1', '--save-dir', folder]);
    expect(code).toBe(0);
    const names = readdirSync(folder);
    expect(names).toHaveLength(3);
    for (const name of names) {
      expect(name).toMatch(/^metrics_\d{8}_\d{6}(_\d)?\.json$/);
      expect(schemaErrors(JSON.parse(readFileSync(path.join(folder, name), 'utf8')))).toEqual([]);
    }
  });

  test('fails with one line where it can not', async () => {
    const folder = path.join(temporaryFolder(), 'file');
    writeFileSync(folder, '');
    const { stderr, code } = await run(['-n', '1', '-i', '0.1', '--save-dir', folder]);
    expect(stderr).toMatch(/^sysmon: can't save metrics_.*\n$/);
    expect(code).toBe(1);
  });
});

describe('the environment', () => {
  test.each([
    ['MONITOR_INTERVAL', { MONITOR_INTERVAL: '0.1' }, ['-n', '3']],
    ['a flag over MONITOR_INTERVAL', { MONITOR_INTERVAL: '3600' }, ['-n', '3', '-i', '0.1']],
    ['a flag over MONITOR_MODE', { MONITOR_MODE: 'demo' }, ['--ndjson', '-n', '3', '-i', '0.1']],
    ['MONITOR_MODE', { MONITOR_MODE: 'short', MONITOR_INTERVAL: '0.1' }, ['-n', '3']],
  ])('%s is honoured', async (_, env, args) => {
    const { stdout, code } = await run(args, { env });
    expect(code).toBe(0);
    expect(stdout.match(/^(CPU +\d|\{)/gm)).toHaveLength(3);
  });
});

/** The keys that a document lacks, or that are of another type. */
function lacking(document: unknown, wanted: unknown, place = ''): readonly string[] {
  if (Array.isArray(wanted)) {
    if (!Array.isArray(document) || document.length === 0) return [`${place}[]`];
    return document.flatMap((item) => lacking(item, wanted[0], `${place}[]`));
  }
  if (typeof wanted === 'string') return document !== null && typeof document === wanted ? [] : [place];
  return Object.entries(wanted as object).flatMap(([key, value]) =>
    lacking((document as Record<string, unknown> | undefined)?.[key], value, `${place}.${key}`),
  );
}
