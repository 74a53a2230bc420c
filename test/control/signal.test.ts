import os from 'node:os';
import { describe, expect, it } from 'vitest';
import { signalsOn } from '../../src/control/signal.ts';

describe('the signals that are offered', () => {
  it('begin with those that people look for, TERM first', () => {
    const names = signalsOn('linux').map(({ name }) => name);
    expect(names.slice(0, 9)).toEqual(['TERM', 'KILL', 'INT', 'HUP', 'QUIT', 'STOP', 'CONT', 'USR1', 'USR2']);
    expect(new Set(names).size).toBe(names.length);
  });

  it('have the numbers and only the names that the platform has', () => {
    const numbers = { SIGTERM: 15, SIGKILL: 9, SIGCONT: 19, SIGINFO: 29 };
    expect(signalsOn('darwin', numbers).map(({ name, number }) => [name, number])).toEqual([
      ['TERM', 15],
      ['KILL', 9],
      ['CONT', 19],
    ]);
    for (const { name, number } of signalsOn('linux')) {
      expect(number).toBe(os.constants.signals[`SIG${name}` as NodeJS.Signals]);
    }
  });

  it('are one on Windows, which can only end a process', () => {
    const numbers = { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 };
    expect(signalsOn('win32', numbers)).toEqual([
      { name: 'KILL', number: 9, aim: 'end', meaning: 'ends it at once, without asking it' },
    ]);
  });

  it('say in one line what they mean', () => {
    for (const { meaning } of signalsOn('linux')) expect(meaning).toMatch(/^.{10,65}$/);
  });
});
