import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { EVERYBODY, NOBODY } from '../../../src/metrics/process/attention.ts';
import { readProcess } from '../../../src/metrics/process/linux.ts';
import { readPortableProcess } from '../../../src/metrics/process/portable.ts';
import { process as metric } from '../../../src/metrics/process/process.ts';
import type { ProcessesReading, ProcessReading } from '../../../src/metrics/process/reading.ts';
import { runningSystem } from '../../../src/platform/running.ts';

const children: ChildProcess[] = [];

afterAll(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

function start(file: string, ...args: readonly string[]): ChildProcess & { readonly pid: number } {
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  children.push(child);
  if (child.pid === undefined) throw new Error(`${file} does not start`);
  return child as ChildProcess & { readonly pid: number };
}

function open(reader = readProcess, attention = NOBODY): () => Promise<ProcessesReading> {
  const ask = reader.open({ ...runningSystem(), attention: () => attention });
  return async () => {
    const outcome = await ask();
    if (outcome.state !== 'ok') throw new Error(JSON.stringify(outcome));
    return outcome.value;
  };
}

const MIB = 2 ** 20;

describe.runIf(process.platform === 'linux')('on this machine', () => {
  test.each([
    ['nobody looks closely, so that what has not run isn’t read again', NOBODY],
    ['all is looked at', EVERYBODY],
  ])(
    'ps(1) tells the same processes, of the same users, in the same states and sizes, where %s',
    { retry: 2 },
    async (_, attention) => {
      const read = open(readProcess, attention);
      for (let sample = 0; sample < 4; sample += 1) await read();
      const before = await read();
      const rows = readPs();
      const after = new Map((await read()).processes.map((one) => [one.pid, one]));
      const lasting = before.processes.filter(({ pid, start }) => after.get(pid)?.start === start);
      expect(lasting.length).toBeGreaterThan(5);
      expect(lasting.map(({ pid }) => pid).filter((pid) => !rows.has(pid))).toEqual([]);
      const known = new Set([...before.processes.map(({ pid }) => pid), ...after.keys()]);
      const unknown = [...rows.values()].filter(({ pid, name }) => !known.has(pid) && name !== 'ps');
      expect(unknown.length).toBeLessThanOrEqual(rows.size / 10);

      let still = 0;
      let agreed = 0;
      let sized = 0;
      for (const one of lasting) {
        const [row, next] = [rows.get(one.pid), after.get(one.pid) as ProcessReading];
        if (row === undefined) continue;
        if (one.name === next.name) expect(row).toMatchObject({ parent: one.parent, user: one.user, name: one.name });
        if (one.threads === next.threads) expect(row.threads).toBe(one.threads);
        if (one.nice === next.nice && !Number.isNaN(row.nice)) expect(row.nice).toBe(one.nice);
        if (one.virtual === next.virtual) expect(row.virtual).toBe(one.virtual);
        const [low, high] = [Math.min(one.resident, next.resident), Math.max(one.resident, next.resident)];
        if (row.resident >= low - 2 * MIB && row.resident <= high + 2 * MIB) sized += 1;
        if (one.state !== next.state) continue;
        still += 1;
        if (row.state === one.state) agreed += 1;
      }
      expect(agreed).toBeGreaterThan(0.9 * still);
      // A program that takes memory and gives it back meanwhile is larger in between than before and after.
      expect(sized).toBeGreaterThan(0.9 * lasting.length);
    },
  );

  test('a busy loop uses what /proc says, within 2 points', { retry: 2 }, async () => {
    const loop = start('sh', '-c', 'while :; do :; done');
    const read = open();
    // Meanwhile it has become what it is.
    await read();
    const [first, ticks] = [await read(), cpuOf(loop.pid)];
    const began = performance.now();
    await sleep(2000);
    const [second, moreTicks] = [await read(), cpuOf(loop.pid)];
    const truth = (moreTicks - ticks) / ((performance.now() - began) / 1000);
    const told = metric.derive(second, first, 2).all.find(({ pid }) => pid === loop.pid);
    expect(told).toMatchObject({ name: 'sh', command: 'sh -c while :; do :; done' });
    expect(truth).toBeGreaterThan(0.1);
    expect(Math.abs(Number(told?.usage) - truth), `${told?.usage}, not ${truth}`).toBeLessThanOrEqual(0.02);
  });

  test('a parent does not use what a child used that it waited for', async () => {
    // The child works for 0.3 s, is waited for, and the shell says so.
    const parent = start(
      'sh',
      '-c',
      `'${process.execPath}' -e 'while (process.cpuUsage().user < 300_000);'; echo done; read line`,
    );
    const read = open();
    const before = await read();
    await once(parent.stdout as NodeJS.ReadableStream, 'data');
    const after = await read();
    const of = ({ processes }: ProcessesReading) => processes.find(({ pid }) => pid === parent.pid);
    const childTicks = Number(statOf(parent.pid)[15]);
    expect(childTicks).toBeGreaterThan(10);
    expect(Number(of(after)?.cpu)).toBeLessThan(0.1);
    // And what the child used is accounted for by no process.
    expect(metric.derive(after, before, Number(after.at) - Number(before.at)).unattributed).toBeGreaterThan(0);
  });

  test('the own command, user and control group are readable', async () => {
    const own = (await open()()).processes.find(({ pid }) => pid === process.pid);
    expect(own).toMatchObject({ parent: process.ppid, user: os.userInfo().username, kernelThread: false });
    expect(own?.command).toContain('node');
  });
});

test('systeminformation tells the same processes, and of one core what they use', { timeout: 30_000, retry: 2 }, async () => {
  const loop = start(process.execPath, '-e', 'for (;;);');
  const read = open(readPortableProcess);
  const byPid = ({ processes }: ProcessesReading) => new Map(processes.map((one) => [one.pid, one]));
  await expect.poll(async () => byPid(await read()).has(Number(loop.pid))).toBe(true);
  const first = await read();
  expect(byPid(first).get(process.pid)).toMatchObject({ parent: process.ppid, user: os.userInfo().username });
  // Its answer stands for half a second.
  await sleep(1500);
  const second = await read();
  const [before, now] = [byPid(first).get(loop.pid), byPid(second).get(loop.pid)];
  expect(now).toMatchObject({ start: before?.start, command: expect.stringContaining('for (;;);') });
  expect(now?.usage).toBeGreaterThan(0.05);
  expect(now?.usage).toBeLessThan(1.3);
  expect(now?.resident).toBeGreaterThan(10 * MIB);
});

/** CPU time of a process whose name has no spaces, in seconds. */
function cpuOf(pid: number): number {
  const [user, system] = statOf(pid).slice(13, 15);
  return (Number(user) + Number(system)) / 100;
}

function statOf(pid: number): readonly string[] {
  return readFileSync(`/proc/${pid}/stat`, 'latin1').split(' ');
}

function readPs() {
  const columns = 'pid=,ppid=,user:32=,state=,ni=,nlwp=,rss=,vsz=,comm=';
  const lines = execFileSync('ps', ['-eo', columns], { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  return new Map(
    [...lines.matchAll(/^ *(\d+) +(\d+) (\S+) +(\S) +(\S+) +(\d+) +(\d+) +(\d+) (.*)$/gm)].map(
      ([, pid, parent, user, state, nice, threads, resident, virtual, name = '']) => [
        Number(pid),
        {
          pid: Number(pid),
          parent: Number(parent),
          user,
          state,
          nice: Number(nice),
          threads: Number(threads),
          resident: Number(resident) * 1024,
          virtual: Number(virtual) * 1024,
          // ps marks what has ended.
          name: name.replace(/ <defunct>$/, ''),
        },
      ],
    ),
  );
}
