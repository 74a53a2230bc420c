import { describe, expect, it } from 'vitest';
import { parseRule } from '../../src/alerts/rule.ts';
import { createLook } from '../../src/ui/look.ts';
import { defaults } from '../harness/machine.ts';

const limitOf = (...rules: readonly string[]) => createLook({ ...defaults, rules: rules.map(parseRule) }, 0).limitOf;

describe('the limit of a value', () => {
  it('is where its first alert begins, and unknown where it has none', () => {
    const limit = limitOf('cpu.usage > 95% critical', 'cpu.usage > 80%', 'cpu.usage < 1%');
    expect([limit('cpu.usage'), limit('memory.usage')]).toEqual([0.8, undefined]);
  });

  it('is the highest below which an alert begins, where none begins above', () => {
    expect(limitOf('network.receive_rate < 10', 'network.receive_rate < 50')('network.receive_rate')).toBe(50);
  });

  it('of an item is that of the rules that cover it', () => {
    const limit = limitOf('network.interfaces.receive_rate[eth*] > 100', 'network.interfaces.receive_rate > 500');
    const of = (item?: string) => limit('network.interfaces.receive_rate', item);
    expect([of('eth0'), of('wlan0'), of()]).toEqual([100, 500, 500]);
  });
});
