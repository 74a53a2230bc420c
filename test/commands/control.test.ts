import { describe, expect, it, test } from 'vitest';
import { openControl } from '../../src/commands/control.ts';
import type { Outside } from '../../src/commands/outside.ts';
import { aTarget } from '../control/targets.ts';
import { defaults } from '../harness/machine.ts';

function outsideOf(pid: number): Outside & { readonly killed: number[] } {
  const killed: number[] = [];
  const none = () => {};
  return {
    killed,
    pid,
    kill: (of) => killed.push(of),
    terminal: true,
    write: async () => {},
    stop: none,
    streams: process,
    onTerminalTaken: none,
    onContinue: none,
  };
}

describe('acting on processes', () => {
  test.each([
    [{ readonly: true }, 'readonly: nothing acts on processes'],
    [{ root: '/host' }, 'these are the processes of /host, not of the system that sysmon runs on'],
    [{ readonly: true, root: '/host' }, 'readonly: nothing acts on processes'],
  ])('is off with %j', (settings, off) => {
    expect(openControl({ ...defaults, ...settings }, outsideOf(process.pid))).toEqual({ off });
  });

  describe.runIf(process.platform === 'linux')('on Linux', () => {
    it('is off where /proc knows us by another pid', () => {
      expect(openControl(defaults, outsideOf(process.pid + 1))).toEqual({
        off: '/proc shows another pid namespace: its pids mean other processes here',
      });
    });

    it('offers TERM first, and reads who has a pid from /proc', async () => {
      const outside = outsideOf(process.pid);
      const control = openControl(defaults, outside);
      if ('off' in control) throw new Error(control.off);
      const [first] = control.signals;
      expect(first?.name).toBe('TERM');
      if (first === undefined) return;
      expect(await control.send(aTarget({ pid: process.pid, start: 0.01 }), first)).toMatchObject({ outcome: 'another' });
      expect(outside.killed).toEqual([]);
    });
  });
});
