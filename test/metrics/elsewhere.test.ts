import { describe, expect, it } from 'vitest';
import { allEntries } from '../../src/metrics/catalog.ts';
import { elsewhere } from '../../src/metrics/elsewhere.ts';
import { detailEntries } from '../../src/metrics/process/detail/entries.ts';

describe('what others print', () => {
  it('is told of values that there are', () => {
    const names = new Set([...allEntries(), ...detailEntries()].map(({ name }) => name));
    expect(Object.keys(elsewhere).filter((name) => !names.has(name))).toEqual([]);
  });

  it('is told of what people compare most', () => {
    for (const name of ['cpu.usage', 'memory.used', 'filesystem.usage', 'process.all.usage', 'process.all.resident']) {
      expect(elsewhere[name]).toBeDefined();
    }
  });
});
