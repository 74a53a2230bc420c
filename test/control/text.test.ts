import { describe, expect, it, test } from 'vitest';
import type { Act, Deed, Result } from '../../src/control/deed.ts';
import { formatTarget } from '../../src/control/naming.ts';
import type { Fate } from '../../src/control/pursuit.ts';
import { formatPursuit } from '../../src/control/pursuit-text.ts';
import type { Target } from '../../src/control/target.ts';
import { formatDeeds, formatPrompt } from '../../src/control/text.ts';
import { aDeed, aTarget, signal } from './targets.ts';

const node = aTarget({ pid: 4211, user: 'root', age: 3 * 3600 + 2 * 60 });
const act = (name: string): Act => ({ type: 'signal', signal: signal(name) });
const renice: Act = { type: 'renice', change: { by: 1 } };
const many = [4, 5, 6, 7, 8].map((pid) => aTarget({ pid, name: `w${pid}` }));

describe('a target', () => {
  test.each<[string, Target]>([
    ['node (pid 4211, root, running for 3 h 2 m)', node],
    ['node (pid 7)', aTarget({ pid: 7 })],
    ['node (pid 7, running for 0 s)', aTarget({ pid: 7, age: 0 })],
    ['a�[2J (pid 7, eve�)', aTarget({ pid: 7, name: 'a\u001b[2J', user: 'eve\n' })],
  ])('is named %s', (text, target) => {
    expect(formatTarget(target)).toBe(text);
  });
});

describe('the prompt', () => {
  it('names what will be hit', () => {
    expect(formatPrompt([node], signal('TERM'))).toBe('Send TERM to node (pid 4211, root, running for 3 h 2 m)?');
    expect(formatPrompt(many.slice(0, 2), signal('STOP'))).toBe('Send STOP to 2 processes: w4 (4), w5 (5)?');
    expect(formatPrompt(many, signal('KILL'))).toBe('Send KILL to 5 processes: w4 (4), w5 (5), w6 (6) and 2 more?');
  });
});

describe('what was done', () => {
  test.each<[string, Act, Result]>([
    ['sent TERM to node (4211)', act('TERM'), { outcome: 'done' }],
    ['sent TERM to node (4211), and CONT, as it was stopped', act('TERM'), { outcome: 'done', stopped: true }],
    ['sent KILL to node (4211)', act('KILL'), { outcome: 'done', stopped: true }],
    ['sent CONT to node (4211)', act('CONT'), { outcome: 'done', stopped: true }],
    ['sent STOP to node (4211), which was stopped already', act('STOP'), { outcome: 'done', stopped: true }],
    ['sent HUP to node (4211), which is stopped: it gets it when it continues', act('HUP'), { outcome: 'done', stopped: true }],
    ['node (4211) had ended before: nothing was sent', act('TERM'), { outcome: 'gone' }],
    ["node (4211) had ended before; its parent (pid 7) hasn't reaped it", act('KILL'), { outcome: 'gone', parent: 7 }],
    ['pid 4211 is another process now (sshd, not node): nothing was sent', act('TERM'), { outcome: 'another', name: 'sshd' }],
    ['pid 4211 is another process now (of the same name): nothing was sent', act('TERM'), { outcome: 'another', name: 'node' }],
    [
      'not permitted to send TERM to node (4211) of root: needs root or CAP_KILL',
      act('TERM'),
      { outcome: 'forbidden', needs: 'root or CAP_KILL' },
    ],
    ["can't send TERM to node (4211): kill EINVAL", act('TERM'), { outcome: 'failed', error: 'kill EINVAL' }],
    ['the nice value of node (4211) is now 5', renice, { outcome: 'done', nice: 5 }],
    ['the nice value of node (4211) is now −5', renice, { outcome: 'done', nice: -5 }],
    ['node (4211) had ended before: nothing was changed', renice, { outcome: 'gone' }],
    ['pid 4211 is another process now (sh, not node): nothing was changed', renice, { outcome: 'another', name: 'sh' }],
    [
      'not permitted to change the nice value of node (4211) of root: needs root or CAP_SYS_NICE',
      renice,
      { outcome: 'forbidden', needs: 'root or CAP_SYS_NICE' },
    ],
  ])('reads: %s', (text, act, result) => {
    expect(formatDeeds([aDeed({ act, target: node, ...result })])).toBe(text);
  });

  const deed = (result: Result, target: Target): Deed => aDeed({ act: act('TERM'), target, ...result });

  it('to several is summed up, each outcome by itself', () => {
    const [a, b, c, d, e] = many as [Target, Target, Target, Target, Target];
    expect(formatDeeds(many.map((target) => deed({ outcome: 'done' }, target)))).toBe('sent TERM to 5 processes');
    expect(
      formatDeeds([
        deed({ outcome: 'forbidden', needs: 'root or CAP_KILL' }, a),
        deed({ outcome: 'done' }, b),
        deed({ outcome: 'forbidden', needs: 'root or CAP_KILL' }, c),
        deed({ outcome: 'another', name: 'sh' }, d),
        deed({ outcome: 'done' }, e),
      ]),
    ).toBe(
      'sent TERM to 2 processes; pid 7 is another process now (sh, not w7): nothing was sent; not permitted to send TERM to 2: w4 (4), w6 (6), which needs root or CAP_KILL',
    );
    expect(formatDeeds([a, b].map((target) => deed({ outcome: 'gone' }, target)))).toBe('2 had ended before: w4 (4), w5 (5)');
    expect(formatDeeds([a, b].map((target) => deed({ outcome: 'another', name: 'sh' }, target)))).toBe(
      '2 pids are other processes now, nothing was sent there: w4 (4), w5 (5)',
    );
    expect(formatDeeds([a, b].map((target) => deed({ outcome: 'failed', error: 'EMFILE' }, target)))).toBe(
      "can't send TERM to 2: w4 (4), w5 (5): EMFILE",
    );
  });
});

describe('what became of it', () => {
  const chase = (name: string, fates: readonly Fate[]) =>
    formatPursuit({
      signal: signal(name),
      since: 0,
      seen: [],
      chased: fates.map((fate, i) => ({ target: aTarget({ pid: 4211 + i }), fate })),
    });

  test.each<[string, string, Fate]>([
    ['node (4211) has got TERM', 'TERM', { is: 'pending' }],
    ['node (4211) has ended', 'TERM', { is: 'ended' }],
    ["node (4211) has ended; its parent (pid 7) hasn't reaped it", 'KILL', { is: 'zombie', parent: 7 }],
    ['node (4211) is still alive 5 s after TERM', 'TERM', { is: 'alive', state: 'S' }],
    ['node (4211) is still alive 5 s after KILL, waiting for a device in the kernel', 'KILL', { is: 'alive', state: 'D' }],
    ['node (4211) is stopped', 'STOP', { is: 'stopped' }],
    ['node (4211) is still running 5 s after TSTP', 'TSTP', { is: 'alive', state: 'S' }],
    ['node (4211) runs again', 'CONT', { is: 'continued' }],
    ['node (4211) is still stopped 5 s after CONT', 'CONT', { is: 'alive', state: 'T' }],
    ['node (4211) is alive', 'HUP', { is: 'alive', state: 'S' }],
  ])('reads: %s', (text, name, fate) => {
    expect(chase(name, [fate])).toBe(text);
  });

  it('of several is one line', () => {
    const ended: Fate = { is: 'ended' };
    expect(chase('TERM', [{ is: 'alive', state: 'S' }, ended, ended, ended])).toBe('3 ended, 1 still alive: node (4211)');
    expect(chase('TERM', [ended, { is: 'pending' }])).toBe('1 ended, 1 not yet: node (4212)');
    expect(chase('TERM', [ended, { is: 'zombie', parent: 7 }])).toBe(
      '1 ended, 1 ended and not reaped by its parent: node (4212)',
    );
    expect(chase('STOP', [{ is: 'stopped' }, { is: 'stopped' }])).toBe('2 stopped');
    expect(chase('CONT', [{ is: 'continued' }, { is: 'alive', state: 'T' }])).toBe(
      '1 running again, 1 still stopped: node (4212)',
    );
    expect(chase('HUP', [ended, { is: 'alive', state: 'S' }])).toBe('1 ended, 1 alive: node (4212)');
  });
});
