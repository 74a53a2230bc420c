import { execFileSync, spawn } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allEntries, valuesOf } from '../src/metrics/catalog.ts';
import { known } from '../src/metrics/outcome.ts';
import { recordedSystem } from '../src/platform/recording.ts';
import { runningSystem } from '../src/platform/running.ts';
import { createSource, type Reading, type SourceSystem } from '../src/sampling/reading.ts';
import { deriveSample, type Sample } from '../src/sampling/sample.ts';

const FIXTURES = path.join(import.meta.dirname, 'fixtures');
const folder = mkdtempSync(path.join(os.tmpdir(), 'sysmon-recorder-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('make.js', () => {
  test.each(['server', 'laptop', 'container', 'half'])('writes %s as it stands in the repository', (machine) => {
    const made = path.join(folder, 'made');
    execFileSync(process.execPath, [path.join(FIXTURES, 'make.js'), made]);
    for (const instant of ['t0', 't1']) {
      expect(readTree(path.join(made, machine, instant))).toEqual(readTree(path.join(FIXTURES, machine, instant)));
    }
  });
});

describe.runIf(process.platform === 'linux')('record.js', () => {
  const twin = path.join(folder, 'twin');
  let live: Sample;
  let recorded: Sample;

  beforeAll(async () => {
    execFileSync(process.execPath, [path.join(FIXTURES, 'record.js'), twin, '0.1', 'proc=elsewhere']);
    live = await firstSample(runningSystem());
    recorded = await firstSample(recordedSystem(twin));
  });

  test('copies all that sysmon reads of this machine', () => {
    expect(told(recorded)).toEqual(told(live));
  });

  test('puts its own name in the place of the host name', () => {
    expect(recorded.host).toMatchObject({ value: { name: 'twin' } });
  });

  test('replaces what nobody should read', () => {
    const mountinfo = readFileSync(path.join(twin, 't0/proc/self/mountinfo'), 'utf8');
    expect(mountinfo).toContain(' /elsewhere ');
    expect(mountinfo).not.toMatch(/(?<![\w-])proc(?![\w-])/);
  });
});

describe.runIf(process.platform === 'linux')('record.js --processes', () => {
  const child = spawn('sleep', ['98765.25'], { stdio: ['pipe', 'ignore', 'ignore'] });
  afterAll(() => void child.kill('SIGKILL'));

  test('copies what sysmon reads of processes, threads and open files; of command lines only the program', async () => {
    const crowd = path.join(folder, 'crowd');
    execFileSync(process.execPath, [path.join(FIXTURES, 'record.js'), crowd, '0.1', `--processes=${child.pid},${process.pid}`]);
    const sample = await firstSample({ ...recordedSystem(crowd), attention: () => ({ closely: 'all', threads: true }) });
    const { all = [], tasks = [] } = known(sample.process) ?? {};
    expect(all).toHaveLength(2);
    const sleep = all.find(({ pid }) => pid === child.pid);
    expect(sleep).toMatchObject({
      name: 'sleep',
      command: 'sleep',
      user: os.userInfo().username,
      files: readdirSync(`/proc/${child.pid}/fd`).length,
    });
    expect(sleep?.shared).toBeGreaterThan(0);
    expect(tasks.filter((task) => task.process === process.pid).length).toBeGreaterThan(1);
    expect(readdirSync(path.join(crowd, `t1/proc/${child.pid}/task`))).toEqual([String(child.pid)]);
    expect(readFileSync(path.join(crowd, `t1/proc/${child.pid}/io`), 'utf8')).toContain('read_bytes: ');
    const text = Object.values(readTree(path.join(crowd, `t1/proc/${child.pid}`))).join();
    expect(text).not.toMatch(/98765|\/dev\/null/);
  });
});

async function firstSample(system: SourceSystem): Promise<Sample> {
  const reading = await createSource(system, 'linux').read();
  return deriveSample(reading as Reading, undefined, 1);
}

/** Which values a sample has, and those that don't change: names, types, states. */
function told(sample: Sample): string[] {
  return allEntries()
    .filter(({ name, metric }) => !NOT_RECORDED.has(metric) && !IN_PERSON.has(name))
    .flatMap((entry) =>
      valuesOf(entry, sample[entry.metric])
        .filter(({ item }) => !isPassing(item))
        .map(({ item = '', value }) => `${entry.name} ${item} ${entry.field.unit === 'text' ? value : ''}`),
    );
}

/** Node tells of itself; processes come and go, and their command lines are nobody's business. */
const NOT_RECORDED = new Set<string>(['self', 'process']);

/** The name is replaced, addresses are Node's to tell, and how long a server is silent changes. */
const IN_PERSON = new Set(['host.name', 'network.interfaces.addresses', 'filesystem.silent']);

/** What other tests mount. */
function isPassing(mount: string | undefined): boolean {
  return mount?.startsWith(os.tmpdir()) ?? false;
}

/** A tree's files by path: their text, or where a link points to. */
function readTree(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => [name, path.join(root, name)] as const);
  return Object.fromEntries(
    files.flatMap(([name, file]) => {
      const kind = lstatSync(file);
      if (kind.isDirectory()) return [];
      return [[name, kind.isSymbolicLink() ? `-> ${readlinkSync(file)}` : readFileSync(file, 'utf8')]];
    }),
  );
}
