import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { run } from '../harness/run.ts';

/** Numbers of the machine at hand, read between two readings of a tool that people trust. */
describe('the live numbers agree with', () => {
  test('/proc/meminfo', async () => {
    const { before, document, after } = await between(readMeminfo);
    const { memory } = document;
    expect(memory.total_bytes).toBe(before.MemTotal);
    expect(memory.swap_total_bytes).toBe(before.SwapTotal);
    expect(memory.used_bytes).toBe(memory.total_bytes - memory.available_bytes);
    expectAmong(memory.available_bytes, before.MemAvailable, after.MemAvailable, 64 * MIB);
    expectAmong(memory.free_bytes, before.MemFree, after.MemFree, 64 * MIB);
    expectAmong(memory.buffers_bytes, before.Buffers, after.Buffers, 16 * MIB);
    expectAmong(memory.shared_bytes, before.Shmem, after.Shmem, 16 * MIB);
  });

  test.skipIf(lacks('free'))('free -b', async () => {
    const { before, document, after } = await between(readFree);
    const { memory } = document;
    expect(memory.total_bytes).toBe(before.total);
    expectAmong(memory.available_bytes, before.available, after.available, 64 * MIB);
    expectAmong(memory.cached_bytes + memory.buffers_bytes, before.cache, after.cache, 64 * MIB);
  });

  test('df', async () => {
    const { before, document, after } = await between(readDf);
    const shown = document.disk.disks.filter((row: Row) => row.usage_percent !== undefined && !row.hidden);
    expect(shown.length).toBeGreaterThan(0);
    for (const row of shown as readonly Row[]) {
      const [was, is] = [before.get(String(row.mount_point)), after.get(String(row.mount_point))];
      expect(row).toMatchObject({ name: was?.source, file_system: was?.type, total_space_bytes: was?.size });
      expectAmong(row.used_space_bytes, was?.used, is?.used, 32 * MIB);
      expectAmong(row.available_space_bytes, was?.available, is?.available, 32 * MIB);
      // df rounds up.
      expectAmong(Math.ceil(Number(row.usage_percent)), was?.percent, is?.percent, 0);
      expectAmong(row.inodes_used, was?.inodesUsed, is?.inodesUsed, 2000);
    }
  });

  test('/proc/net/dev', async () => {
    const { before, document, after } = await between(readNetwork);
    const { interfaces } = document.network;
    expect(interfaces.map(({ name }: Row) => name).sort()).toEqual([...before.keys()].sort());
    for (const row of interfaces as readonly Row[]) {
      const [was, is] = [before.get(String(row.name)), after.get(String(row.name))];
      const keys = ['bytes_received', 'packets_received', 'errors_on_received', 'drops_on_received'] as const;
      for (const [i, key] of keys.entries()) expectAmong(row[key], was?.[i], is?.[i], 0);
      const sent = ['bytes_transmitted', 'packets_transmitted', 'errors_on_transmitted', 'drops_on_transmitted'] as const;
      for (const [i, key] of sent.entries()) expectAmong(row[key], was?.[i + 8], is?.[i + 8], 0);
    }
  });

  describe.skipIf(lacks('top'))('top', () => {
    let busy: ChildProcess;
    beforeAll(() => {
      busy = spawn('sh', ['-c', 'while :; do :; done'], { stdio: 'ignore' });
    });
    afterAll(() => {
      busy.kill('SIGKILL');
    });

    test('about a busy CPU', { retry: 2 }, async () => {
      const [top, sysmon] = await Promise.all([
        run([], { program: ['top', '-b', '-n', '2', '-d', '3'], env: { LC_ALL: 'C' } }),
        run(['--ndjson', '-n', '2', '--interval', '3']),
      ]);
      const idle = [...top.stdout.matchAll(/^%Cpu.*?([\d.]+) id,\s*([\d.]+) wa/gm)].at(-1);
      const document = JSON.parse(sysmon.stdout.trimEnd().split('\n').at(-1) ?? '');
      expect(document.cpu.usage_percent).toBeGreaterThan(20);
      expectAmong(document.cpu.usage_percent + Number(idle?.[1]) + Number(idle?.[2]), 100, 100, 12);
    });
  });
});

type Row = Readonly<Record<string, string | number | undefined>>;

const MIB = 2 ** 20;

// biome-ignore lint/suspicious/noExplicitAny: the document's keys are what is compared.
async function between<T>(read: () => T): Promise<{ before: T; document: any; after: T }> {
  const before = read();
  const { stdout } = await run(['--json']);
  return { before, document: JSON.parse(stdout), after: read() };
}

/** A number lies between two that were read before and after it, or so far from them as the machine may have gone there and back. */
function expectAmong(actual: unknown, before: number | undefined, after: number | undefined, slack: number): void {
  expect(actual).toBeTypeOf('number');
  expect(actual).toBeGreaterThanOrEqual(Math.min(Number(before), Number(after)) - slack);
  expect(actual).toBeLessThanOrEqual(Math.max(Number(before), Number(after)) + slack);
}

function lacks(tool: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${tool}`]);
    return false;
  } catch {
    return true;
  }
}

function readMeminfo(): Readonly<Record<string, number>> {
  const lines = readFileSync('/proc/meminfo', 'utf8').matchAll(/^(\w+): +(\d+) kB$/gm);
  return Object.fromEntries([...lines].map(([, name, kibibytes]) => [name, Number(kibibytes) * 1024]));
}

function readFree() {
  const [, total, , , , cache, available] =
    /^Mem:\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(\d+)/m.exec(output('free', '-b')) ?? [];
  return { total: Number(total), cache: Number(cache), available: Number(available) };
}

function readDf() {
  const rows = output('df', '-B1', '--output=target,source,fstype,size,used,avail,pcent,iused').trimEnd().split('\n').slice(1);
  return new Map(
    rows.map((row) => {
      const [target = '', source, type, ...numbers] = row.trim().split(/\s+/);
      const [size, used, available, percent, inodesUsed] = numbers.map((number) => Number.parseInt(number, 10));
      return [target, { source, type, size, used, available, percent, inodesUsed }];
    }),
  );
}

function readNetwork(): ReadonlyMap<string, readonly number[]> {
  const lines = readFileSync('/proc/net/dev', 'utf8').trimEnd().split('\n').slice(2);
  return new Map(
    lines.map((line) => {
      const [name = '', numbers = ''] = line.split(':');
      return [name.trim(), numbers.trim().split(/\s+/).map(Number)];
    }),
  );
}

function output(file: string, ...args: readonly string[]): string {
  return execFileSync(file, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
}
