import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { type Attention, EVERYBODY } from '../../../src/metrics/process/attention.ts';
import { deriveProcesses } from '../../../src/metrics/process/derive.ts';
import { readProcess } from '../../../src/metrics/process/linux.ts';
import type { ProcessesReading } from '../../../src/metrics/process/reading.ts';
import { runningSystem } from '../../../src/platform/running.ts';

const children: ChildProcess[] = [];
const folder = mkdtempSync(path.join(os.tmpdir(), 'sysmon-io-'));

afterAll(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Memory, where nothing is ever written to a disk. */
const TMPFS = 0x01021994;
const isDisk = process.platform === 'linux' && statfsSync(folder).type !== TMPFS;
const MIB = 2 ** 20;
const PAGE = Number(execFileSync('getconf', ['PAGESIZE']));

/** Writes so many MiB through to the disk, when it is told to, in itself, a thread that ends, or a child that it waits for. */
const WRITER = `
const fs = require('node:fs');
const write = \`const fs = require('node:fs'); const file = fs.openSync(process.env.PLACE + process.pid, 'w'); fs.writeSync(file, Buffer.alloc(16 * 2 ** 20, 7)); fs.fsyncSync(file); fs.closeSync(file);\`;
const ways = {
  itself: () => new Function('require', write)(require),
  thread: () => new Promise((resolve) => new (require('node:worker_threads').Worker)(write, { eval: true }).on('exit', resolve)),
  child: () => require('node:child_process').spawnSync(process.execPath, ['-e', write], { stdio: 'inherit' }),
};
process.stdout.write('ready');
process.stdin.on('data', async (way) => { await ways[String(way).trim()](); process.stdout.write('done'); });
`;

async function startWriter() {
  const child = spawn(process.execPath, ['-e', WRITER], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PLACE: `${folder}/` },
  });
  children.push(child);
  await once(child.stdout as Readable, 'data');
  return {
    pid: child.pid,
    async write(way: 'itself' | 'thread' | 'child') {
      const done = once(child.stdout as Readable, 'data');
      (child.stdin as Writable).write(way);
      await done;
    },
  };
}

/** Each look tells in `between`, seconds, how much time at least and at most passed for one process since the look before. */
function watch(attention: Attention = EVERYBODY) {
  const ask = readProcess.open({ ...runningSystem(), attention: () => attention });
  let before: ProcessesReading | undefined;
  let started = Number.NaN;
  let ended = Number.NaN;
  return async (pid: number | undefined) => {
    const start = performance.now();
    const outcome = await ask();
    const end = performance.now();
    if (outcome.state !== 'ok') throw new Error(JSON.stringify(outcome));
    const elapsed = before ? Number(outcome.value.at) - Number(before.at) : 0;
    const one = deriveProcesses(outcome.value, before, elapsed).all.find((other) => other.pid === pid);
    const between = { least: (start - ended) / 1000, most: (end - started) / 1000 };
    before = outcome.value;
    started = start;
    ended = end;
    return { one, between };
  };
}

describe.runIf(isDisk)('what a process writes on this machine', () => {
  test('is told to within a tenth, whether itself or a thread that has ended does it', async () => {
    const { pid, write } = await startWriter();
    const look = watch();
    let before = Number((await look(pid)).one?.written);
    for (const way of ['itself', 'thread'] as const) {
      await write(way);
      const { one, between } = await look(pid);
      const written = Number(one?.written) - before;
      before = Number(one?.written);
      expect(written / MIB, way).toBeGreaterThan(0.9 * 16);
      expect(written / MIB, way).toBeLessThan(1.1 * 16);
      expect(Number(one?.writeRate), way).toBeGreaterThanOrEqual((0.99 * written) / between.most);
      expect(Number(one?.writeRate), way).toBeLessThanOrEqual((1.01 * written) / between.least);
    }
  });

  test('is not what a child wrote that it has waited for, though the kernel counts that as its own', async () => {
    const { pid, write } = await startWriter();
    const look = watch();
    await look(pid);
    await write('child');
    expect(Number(/^write_bytes: (\d+)/m.exec(readFileSync(`/proc/${pid}/io`, 'utf8'))?.[1])).toBeGreaterThan(15 * MIB);
    const { one } = await look(pid);
    expect(one?.written).toBeLessThan(MIB);
    expect(one).not.toHaveProperty('writeRate');
    expect((await look(pid)).one?.writeRate).toBeLessThan(MIB);
    await write('itself');
    expect((await look(pid)).one?.written).toBeGreaterThan(15 * MIB);
  });
});

describe.runIf(process.platform === 'linux')('on this machine', () => {
  test('open files and shared memory are as /proc tells them', async () => {
    const { pid } = await startWriter();
    const { one } = await watch()(pid);
    expect(one?.files).toBe(readdirSync(`/proc/${pid}/fd`).length);
    const pages = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[2]);
    expect(Number(one?.shared) / (pages * PAGE)).toBeCloseTo(1, 1);
    expect(one).not.toHaveProperty('restricted');
  });

  test('what another user does is restricted for us, and we say so', async () => {
    const own = process.geteuid?.() ?? 0;
    const { pid } = own === 0 ? await startWriter() : { pid: 1 };
    try {
      if (own === 0) process.seteuid?.(65_534);
      const { one } = await watch()(pid);
      expect(one).toMatchObject({ restricted: true, shared: expect.any(Number) });
      expect(one).not.toHaveProperty('read');
    } finally {
      if (own === 0) process.seteuid?.(own);
    }
  });

  test('each thread has its own share of what a process uses', async () => {
    const look = readProcess.open({ ...runningSystem(), attention: () => ({ closely: new Set<number>(), threads: true }) });
    const outcome = await look();
    if (outcome.state !== 'ok') throw new Error(JSON.stringify(outcome));
    const { tasks = [] } = deriveProcesses(outcome.value, undefined, 0);
    const own = tasks.filter((task) => task.process === process.pid);
    expect(own.map(({ pid }) => String(pid)).sort()).toEqual(readdirSync('/proc/self/task').sort());
    expect(own.some(({ name }) => name.startsWith('libuv') || name.startsWith('node'))).toBe(true);
  });
});
