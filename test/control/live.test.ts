import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createControl } from '../../src/control/control.ts';
import { type Identities, linuxIdentities, portableIdentities } from '../../src/control/identity.ts';
import { signalsOn } from '../../src/control/signal.ts';
import type { Target } from '../../src/control/target.ts';
import { ok } from '../../src/metrics/outcome.ts';
import { readPortableProcess } from '../../src/metrics/process/portable.ts';
import { createDoor } from '../../src/platform/door.ts';
import { runningSystem } from '../../src/platform/running.ts';
import { aTarget, signal } from './targets.ts';

type Child = ChildProcess & { readonly pid: number };

/** The pid that was given out last; whoever may write it chooses the next one. */
const LAST_PID = '/proc/sys/kernel/ns_last_pid';

const children: Child[] = [];

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const linux = linuxIdentities(createDoor());
const control = controlWith(linux);

function controlWith(identities: Identities) {
  return createControl({
    identities,
    kill: (pid, number) => process.kill(pid, number),
    getPriority: os.getPriority,
    setPriority: os.setPriority,
    clock: { monotonic: () => performance.now() / 1000 },
    ownPid: process.pid,
    platform: process.platform,
    signals: signalsOn(process.platform),
  });
}

describe.runIf(process.platform === 'linux')('on this machine', () => {
  it('TERM ends a process', async () => {
    const child = start('sleep', ['1000']);
    const ended = once(child, 'exit');
    expect(await control.send(targetOf(child), signal('TERM'))).toMatchObject({ outcome: 'done' });
    expect(await ended).toEqual([null, 'SIGTERM']);
  });

  it('a process that ignores TERM lives on, until it is killed', async () => {
    const child = start('sh', ['-c', 'trap "echo no" TERM; echo ready; while :; do read line; done']);
    const says = sayingOf(child);
    await says('ready');
    expect(await control.send(targetOf(child), signal('TERM'))).toMatchObject({ outcome: 'done' });
    await says('no');
    const ended = once(child, 'exit');
    expect(await control.send(targetOf(child), signal('KILL'))).toMatchObject({ outcome: 'done' });
    expect(await ended).toEqual([null, 'SIGKILL']);
  });

  it('a process that was frozen goes on, or ends, as it is then told', async () => {
    const child = start('sleep', ['1000']);
    const target = targetOf(child);
    const inState = (state: string) => until(() => identityOf(child).state === state);
    await control.send(target, signal('STOP'));
    await inState('T');
    await control.send(target, signal('CONT'));
    await inState('S');
    await control.send(target, signal('STOP'));
    await inState('T');
    const ended = once(child, 'exit');
    expect(await control.send(target, signal('TERM'))).toMatchObject({ outcome: 'done', stopped: true });
    expect(await ended).toEqual([null, 'SIGTERM']);
  });

  it('a process that has ended is gone, and its zombie tells who has not reaped it', async () => {
    const ended = start('true');
    const target = targetOf(ended);
    await once(ended, 'exit');
    expect(await control.send(target, signal('TERM'))).toMatchObject({ outcome: 'gone' });
    expect(await control.send(target, signal('TERM'))).not.toHaveProperty('parent');

    // A shell that becomes another program, which doesn't know of the child.
    const parent = start('sh', ['-c', 'sleep 1000 & echo $!; exec sleep 1000']);
    const pid = Number(await sayingOf(parent)(/^\d+\n/));
    const child = aTarget({ pid, start: startOf(pid) });
    await until(() => identityOf(parent).name === 'sleep');
    expect(await control.send(child, signal('KILL'))).toMatchObject({ outcome: 'done' });
    await until(() => identityOf({ pid }).state === 'Z');
    expect(await control.send(child, signal('KILL'))).toMatchObject({ outcome: 'gone', parent: parent.pid });
  });

  it('the nice value of a process goes up', async () => {
    const child = start('sleep', ['1000']);
    const before = os.getPriority(child.pid);
    expect(await control.renice(targetOf(child), { by: 3 })).toMatchObject({ outcome: 'done', nice: Math.min(19, before + 3) });
    expect(os.getPriority(child.pid)).toBe(Math.min(19, before + 3));
    expect(await control.renice(targetOf(child), { to: 50 })).toMatchObject({ outcome: 'done', nice: 19 });
  });

  it.skipIf(!mayChoosePids())('a process that got the pid of the one that was chosen is left alone', async () => {
    const chosen = start('sleep', ['1000']);
    const target = targetOf(chosen);
    const end = once(chosen, 'exit');
    chosen.kill('SIGKILL');
    await end;
    const other = await startAs(target);
    expect(other.pid).toBe(target.pid);
    for (const name of ['TERM', 'KILL', 'STOP']) {
      expect(await control.send(target, signal(name))).toMatchObject({ outcome: 'another', name: 'sleep' });
    }
    expect(await control.renice(target, { to: 19 })).toMatchObject({ outcome: 'another' });
    expect(os.getPriority(other.pid)).toBe(os.getPriority());
    // It takes a signal that is meant for it, as the first that it gets.
    const ended = once(other, 'exit');
    expect(await control.send(targetOf(other), signal('INT'))).toMatchObject({ outcome: 'done' });
    expect(await ended).toEqual([null, 'SIGINT']);
  });

  it.skipIf(process.getuid?.() !== 0)('what may not be done is told, with what it needs', async () => {
    const theirs = start('sleep', ['1000'], { uid: 65533 });
    const own = start('sleep', ['1000'], { uid: 65534 });
    process.seteuid?.(65534);
    try {
      const forbidden = { outcome: 'forbidden', needs: 'root or CAP_KILL' };
      expect(await control.send(targetOf(theirs), signal('TERM'))).toMatchObject(forbidden);
      const nice = { outcome: 'forbidden', needs: 'root or CAP_SYS_NICE' };
      expect(await control.renice(targetOf(theirs), { by: 1 })).toMatchObject(nice);
      expect(await control.renice(targetOf(own), { by: 1 })).toMatchObject({ outcome: 'done' });
      expect(await control.renice(targetOf(own), { by: -1 })).toMatchObject(nice);
    } finally {
      process.seteuid?.(0);
    }
    expect(theirs.exitCode ?? theirs.signalCode).toBeNull();
  });
});

describe('where only a list can be asked for', () => {
  const system = runningSystem();
  const portable = controlWith(portableIdentities(system));

  it('the process that was chosen is hit, another or an ended one is not', async () => {
    const child = start(process.execPath, ['-e', 'console.log("up"); setInterval(() => {}, 1000)']);
    await sayingOf(child)('up');
    const outcome = await readPortableProcess.open(system)();
    const found = outcome.state === 'ok' ? outcome.value.processes.find(({ pid }) => pid === child.pid) : undefined;
    const target = aTarget({ pid: child.pid, start: found?.start ?? Number.NaN });
    expect(outcome).toMatchObject(ok({}));
    const older = { ...target, start: target.start - 3600 };
    expect(await portable.send(older, signal('KILL'))).toMatchObject({ outcome: 'another', name: found?.name });
    const ended = once(child, 'exit');
    expect(await portable.send(target, signal('KILL'))).toMatchObject({ outcome: 'done' });
    await ended;
    expect(await portable.send(target, signal('KILL'))).toMatchObject({ outcome: 'gone' });
  });
});

function start(file: string, args: readonly string[] = [], options: { readonly uid?: number } = {}): Child {
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'ignore'], ...options });
  if (child.pid === undefined) throw new Error(`${file} does not start`);
  children.push(child as Child);
  return child as Child;
}

/** Starts a process with the pid of one that has gone; others may be quicker to get it, and go again. */
async function startAs({ pid, start: before }: Target): Promise<Child> {
  for (let tries = 0; tries < 1000; tries += 1) {
    writeFileSync(LAST_PID, String(pid - 1));
    const child = start('sleep', ['1000']);
    if (child.pid === pid && startOf(pid) !== before) return child;
    const end = once(child, 'exit');
    child.kill('SIGKILL');
    await end;
  }
  throw new Error(`pid ${pid} can't be had again`);
}

/** Its rights say that everybody may; the kernel asks for more. */
function mayChoosePids(): boolean {
  try {
    writeFileSync(LAST_PID, readFileSync(LAST_PID));
    return true;
  } catch {
    return false;
  }
}

function identityOf({ pid }: { readonly pid: number }) {
  const identity = linux.of(pid);
  if (identity === undefined || identity instanceof Promise) throw new Error(`pid ${pid} is gone`);
  return identity;
}

function targetOf(child: Child): Target {
  const { start, name } = identityOf(child);
  return aTarget({ pid: child.pid, start, name });
}

/** By another way than the program's own. */
function startOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]) / 100;
}

/** Waits for what a process says; answers with all that it has said. */
function sayingOf(child: Child) {
  let said = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  return async (what: string | RegExp): Promise<string> => {
    await until(() => (typeof what === 'string' ? said.includes(what) : what.test(said)));
    return said;
  };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await turn();
}
