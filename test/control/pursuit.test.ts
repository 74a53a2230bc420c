import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { beginPursuit, type Fate, isOver, type Pursuit, pursue, survivorsOf } from '../../src/control/pursuit.ts';
import { aProcess } from '../processes/processes.ts';
import { aDeed, aTarget, signal } from './targets.ts';

const SENT = 10;

/** A signal that was sent at 10 s to processes of these pids. */
function sentTo(name: string, ...pids: readonly number[]): Pursuit {
  const act = { type: 'signal', signal: signal(name) } as const;
  const pursuit = beginPursuit(
    pids.map((pid) => aDeed({ act, target: aTarget({ pid }), at: SENT, outcome: 'done' })),
    [],
  );
  if (pursuit === undefined) throw new Error('nothing was sent');
  return pursuit;
}

const fates = ({ chased }: Pursuit) => chased.map(({ fate }) => fate);
const listed = (state: string) => [aProcess({ pid: 4211, state, parent: 7 })];

describe('after a signal', () => {
  test.each<[string, string, number, Fate]>([
    ['TERM', 'S', 1, { is: 'pending' }],
    ['TERM', 'Z', 1, { is: 'zombie', parent: 7 }],
    ['TERM', 'X', 1, { is: 'zombie', parent: 7 }],
    ['TERM', 'S', 4.9, { is: 'pending' }],
    ['TERM', 'S', 5, { is: 'alive', state: 'S' }],
    ['KILL', 'D', 5, { is: 'alive', state: 'D' }],
    ['STOP', 'T', 1, { is: 'stopped' }],
    ['STOP', 'R', 1, { is: 'pending' }],
    ['STOP', 'R', 6, { is: 'alive', state: 'R' }],
    ['CONT', 'T', 1, { is: 'pending' }],
    ['CONT', 'S', 1, { is: 'continued' }],
    ['CONT', 'T', 6, { is: 'alive', state: 'T' }],
    ['HUP', 'S', 1, { is: 'alive', state: 'S' }],
    ['USR1', 'Z', 1, { is: 'zombie', parent: 7 }],
  ])('%s, a process in state %s after %d s is %j', (name, state, waited, fate) => {
    expect(fates(pursue(sentTo(name, 4211), listed(state), SENT + waited))).toEqual([fate]);
  });

  it.each(['TERM', 'KILL', 'STOP', 'CONT', 'HUP'])('%s, what is listed no more has ended', (name) => {
    expect(fates(pursue(sentTo(name, 4211), [], SENT + 1))).toEqual([{ is: 'ended' }]);
  });

  it('another process of the same pid means that the one has ended', () => {
    const reused = [aProcess({ pid: 4211, id: '4211@9999' })];
    expect(fates(pursue(sentTo('TERM', 4211), reused, SENT + 1))).toEqual([{ is: 'ended' }]);
  });

  it('a sample whose reading began before tells nothing', () => {
    const pursuit = sentTo('CONT', 4211);
    expect(pursue(pursuit, listed('S'), SENT)).toBe(pursuit);
  });

  it('a list that was read before tells nothing, in however many samples it stands again', () => {
    const old = listed('S');
    const act = { type: 'signal', signal: signal('TERM') } as const;
    const pursuit = beginPursuit([aDeed({ act, at: SENT, outcome: 'done' })], old);
    expect(pursuit && fates(pursue(pursuit, old, SENT + 9))).toEqual([{ is: 'pending' }]);
    expect(pursuit && fates(pursue(pursuit, listed('S'), SENT + 10))).toEqual([{ is: 'alive', state: 'S' }]);
  });
});

describe('what is pursued', () => {
  it('are those that a signal was sent to, from when the last was sent', () => {
    const act = { type: 'signal', signal: signal('TERM') } as const;
    const deeds = [
      aDeed({ act, target: aTarget({ pid: 1 }), at: 10, outcome: 'done' }),
      aDeed({ act, target: aTarget({ pid: 2 }), at: 11, outcome: 'gone' }),
      aDeed({ act, target: aTarget({ pid: 3 }), at: 12, outcome: 'done' }),
      aDeed({ act, target: aTarget({ pid: 4 }), at: 13, outcome: 'forbidden', needs: 'root' }),
    ];
    const pursuit = beginPursuit(deeds, []);
    expect(pursuit).toMatchObject({ since: 12, chased: [{ target: { pid: 1 } }, { target: { pid: 3 } }] });
    expect(beginPursuit(deeds.slice(1, 2), [])).toBeUndefined();
    expect(beginPursuit([aDeed({ act: { type: 'renice', change: { by: 1 } }, outcome: 'done' })], [])).toBeUndefined();
  });

  it('is each on its own, and what is known stays', () => {
    const [one, two] = [aProcess({ pid: 1 }), aProcess({ pid: 2 })];
    const first = pursue(sentTo('TERM', 1, 2), [two], SENT + 1);
    expect(fates(first)).toEqual([{ is: 'ended' }, { is: 'pending' }]);
    expect(isOver(first)).toBe(false);
    const second = pursue(first, [one, two], SENT + 5);
    expect(fates(second)).toEqual([{ is: 'ended' }, { is: 'alive', state: 'S' }]);
    expect(isOver(second)).toBe(true);
    expect(pursue(second, [], SENT + 6)).toBe(second);
  });

  it('is killed next only where it was asked to end, and lives', () => {
    const end = (name: string) => survivorsOf(pursue(sentTo(name, 1, 2), [aProcess({ pid: 2 })], SENT + 5)).map(({ pid }) => pid);
    expect(end('TERM')).toEqual([2]);
    expect(end('INT')).toEqual([2]);
    for (const name of ['KILL', 'STOP', 'CONT', 'HUP']) expect(end(name)).toEqual([]);
    expect(survivorsOf(sentTo('TERM', 1))).toEqual([]);
  });

  it('is over after the grace time, whatever the samples show, and nobody is called ended who is listed', () => {
    const world = fc.array(fc.tuple(fc.constantFrom(1, 2, 3), fc.constantFrom('R', 'S', 'D', 'T', 'Z')), { maxLength: 3 });
    fc.assert(
      fc.property(fc.constantFrom('TERM', 'KILL', 'STOP', 'CONT', 'USR1'), fc.array(world, { maxLength: 8 }), (name, worlds) => {
        let pursuit = sentTo(name, 1, 2, 3);
        for (const [i, states] of worlds.entries()) {
          const processes = states.map(([pid, state]) => aProcess({ pid, state }));
          const next = pursue(pursuit, processes, SENT + 1 + i);
          for (const [j, { target, fate }] of next.chased.entries()) {
            const before = pursuit.chased[j]?.fate;
            if (before?.is !== 'pending') expect(fate).toEqual(before);
            else expect(fate.is === 'ended').toBe(processes.every(({ pid }) => pid !== target.pid));
          }
          pursuit = next;
        }
        if (worlds.length >= 5) expect(isOver(pursuit)).toBe(true);
      }),
    );
  });
});
