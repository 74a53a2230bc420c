import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createControl, type Means } from '../../src/control/control.ts';
import type { Identity } from '../../src/control/identity.ts';
import { aTarget, signal } from './targets.ts';

const target = aTarget({ pid: 4211, start: 100, user: 'ada' });
const same: Identity = { start: 100, name: 'node', state: 'S', parent: 7 };

/** A control over one pid: who has it, and what is done to it. */
function controlOf(identity: Identity | undefined | Promise<Identity | undefined>, means: Partial<Means> = {}) {
  const done: (readonly [string, number, number])[] = [];
  let nice = 0;
  const control = createControl({
    identities: { of: () => identity, tolerance: 0 },
    kill: (pid, number) => done.push(['kill', pid, number]),
    getPriority: () => nice,
    setPriority: (pid, next) => {
      done.push(['nice', pid, next]);
      nice = next;
    },
    clock: { monotonic: () => 42 },
    ownPid: 99,
    platform: 'linux',
    signals: [signal('TERM'), signal('KILL'), signal('CONT')],
    ...means,
  });
  return { control, done };
}

function failing(code: string) {
  const fail = () => {
    throw Object.assign(new Error(`kill ${code}`), { code });
  };
  // As Node's os module throws.
  const failInside = () => {
    throw Object.assign(new Error(`returned ${code}`), { code: 'ERR_SYSTEM_ERROR', info: { code } });
  };
  return { kill: fail, setPriority: failInside };
}

describe('a signal', () => {
  it('goes to the process that was chosen', async () => {
    const { control, done } = controlOf(same);
    const TERM = signal('TERM');
    expect(await control.send(target, TERM)).toEqual({ target, act: { type: 'signal', signal: TERM }, at: 42, outcome: 'done' });
    expect(done).toEqual([['kill', 4211, TERM.number]]);
  });

  it('is sent before anything else can run, where the identity is told at once', () => {
    const { control, done } = controlOf(same);
    void control.send(target, signal('TERM'));
    expect(done.length).toBe(1);
  });

  it('is sent only to the very process, whoever has its pid', async () => {
    const anyIdentity = fc.record({
      start: fc.oneof(
        fc.constant(100),
        fc.nat(20_000).map((ticks) => ticks / 100),
      ),
      name: fc.constant('node'),
      state: fc.constantFrom('R', 'S', 'D', 'T', 'Z', 'X'),
      parent: fc.constant(7),
    });
    await fc.assert(
      fc.asyncProperty(fc.option(anyIdentity, { nil: undefined }), fc.boolean(), fc.boolean(), async (now, later, renice) => {
        const { control, done } = controlOf(later ? Promise.resolve(now) : now);
        const deed = await (renice ? control.renice(target, { by: 1 }) : control.send(target, signal('TERM')));
        const lives = now?.start === 100 && !'ZX'.includes(now.state);
        expect(done.length > 0).toBe(lives);
        expect(deed.outcome === 'done').toBe(lives);
      }),
    );
  });

  test.each<[string, Identity | undefined, object]>([
    ['has ended', undefined, { outcome: 'gone' }],
    ['is a zombie', { ...same, state: 'Z' }, { outcome: 'gone', parent: 7 }],
    ['is another process now', { ...same, start: 100.01, name: 'sshd' }, { outcome: 'another', name: 'sshd' }],
  ])('is not sent where the target %s', async (_, now, outcome) => {
    const { control, done } = controlOf(now);
    expect(await control.send(target, signal('KILL'))).toMatchObject(outcome);
    expect(done).toEqual([]);
  });

  it('is not sent where it is not known when the target started', async () => {
    const { control, done } = controlOf(same, { identities: { of: () => same, tolerance: 2 } });
    expect(await control.send({ ...target, start: Number.NaN }, signal('KILL'))).toMatchObject({ outcome: 'another' });
    expect(done).toEqual([]);
  });

  it('is not sent where nobody can tell who has the pid', async () => {
    const unreadable = {
      of: () => {
        throw new Error('EMFILE: too many open files');
      },
      tolerance: 0,
    };
    const { control, done } = controlOf(same, { identities: unreadable });
    expect(await control.send(target, signal('TERM'))).toMatchObject({ outcome: 'failed', error: 'EMFILE: too many open files' });
    expect(done).toEqual([]);
  });

  test.each([
    [{ pid: 2, kernelThread: true }, 'a thread of the kernel takes no signals'],
    [{ pid: 0 }, 'pid 0 stands for no single process'],
    [{ pid: -1 }, 'pid -1 stands for no single process'],
  ])('is not even tried on %j', async (facts, error) => {
    const { control, done } = controlOf(same);
    expect(await control.send(aTarget({ start: 100, ...facts }), signal('TERM'))).toMatchObject({ outcome: 'failed', error });
    expect(done).toEqual([]);
  });

  it('that should end a stopped process is followed by CONT, or it would wait for ever', async () => {
    const { control, done } = controlOf({ ...same, state: 'T' });
    expect(await control.send(target, signal('TERM'))).toMatchObject({ outcome: 'done', stopped: true });
    await control.send(target, signal('KILL'));
    await control.send(target, signal('HUP'));
    await control.send(target, signal('STOP'));
    const sent = ['TERM', 'CONT', 'KILL', 'HUP', 'STOP'].map((name) => signal(name).number);
    expect(done.map(([, , number]) => number)).toEqual(sent);
  });

  it('takes starts for the same that a platform can tell no better', async () => {
    const near = { identities: { of: () => ({ ...same, start: 101.5 }), tolerance: 2 } };
    expect(await controlOf(same, near).control.send(target, signal('TERM'))).toMatchObject({ outcome: 'done' });
    const far = { identities: { of: () => ({ ...same, start: 102.5 }), tolerance: 2 } };
    expect(await controlOf(same, far).control.send(target, signal('TERM'))).toMatchObject({ outcome: 'another' });
  });
});

describe('what the system answers', () => {
  test.each([
    ['ESRCH', 'linux', { outcome: 'gone' }, { outcome: 'gone' }],
    [
      'EPERM',
      'linux',
      { outcome: 'forbidden', needs: 'root or CAP_KILL' },
      { outcome: 'forbidden', needs: 'root or CAP_SYS_NICE' },
    ],
    ['EACCES', 'darwin', { outcome: 'forbidden', needs: 'root' }, { outcome: 'forbidden', needs: 'root' }],
    ['EPERM', 'win32', { outcome: 'forbidden', needs: 'an administrator' }, { outcome: 'forbidden', needs: 'an administrator' }],
    ['EINVAL', 'linux', { outcome: 'failed', error: 'kill EINVAL' }, { outcome: 'failed', error: 'returned EINVAL' }],
  ] as const)('by %s on %s is told', async (code, platform, ofSignal, ofNice) => {
    const { control } = controlOf(same, { ...failing(code), platform });
    expect(await control.send(target, signal('TERM'))).toMatchObject(ofSignal);
    expect(await control.renice(target, { by: -1 })).toMatchObject(ofNice);
  });
});

describe('the nice value', () => {
  it('goes up and down by steps, or to a value, within what there is', async () => {
    const { control, done } = controlOf(same);
    expect(await control.renice(target, { by: 3 })).toMatchObject({ outcome: 'done', nice: 3 });
    expect(await control.renice(target, { by: -1 })).toMatchObject({ nice: 2 });
    expect(await control.renice(target, { by: 50 })).toMatchObject({ nice: 19 });
    expect(await control.renice(target, { to: -50 })).toMatchObject({ nice: -20 });
    expect(done.map(([what, , nice]) => [what, nice])).toEqual([3, 2, 19, -20].map((nice) => ['nice', nice]));
  });
});
