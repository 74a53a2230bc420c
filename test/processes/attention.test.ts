import { describe, expect, test } from 'vitest';
import { attentionTo, needsClose } from '../../src/processes/attention.ts';
import { sortKeys } from '../../src/processes/order.ts';
import { parseQuery, type Query } from '../../src/processes/query.ts';

function query(text: string): Query {
  const parsed = parseQuery(text);
  if ('problem' in parsed) throw new Error(parsed.problem);
  return parsed;
}

describe('close attention', () => {
  test.each([
    ['', false],
    ['node cpu>20 mem>1G virtual>1G group~docker', false],
    ['"io>1M"', false],
    ['io>1M', true],
    ['node or (cpu>5 and not read<1K)', true],
    ['write>=500K', true],
    ['files>100', true],
    ['shared>1M', true],
  ])('is needed by the query %j: %s', (text, needed) => {
    expect(needsClose(query(text))).toBe(needed);
  });

  test('is needed to sort by I/O, open files and shared memory only', () => {
    expect(sortKeys.filter(needsClose)).toEqual(['io', 'read', 'write', 'files', 'shared']);
  });

  test('goes to the rows that are seen, and to all where the order or the choice depends on it', () => {
    const sight = { visible: [7, 8], sort: 'cpu', threads: false } as const;
    expect(attentionTo(sight)).toEqual({ closely: new Set([7, 8]), threads: false });
    expect(attentionTo({ ...sight, query: query('user=root'), threads: true })).toEqual({
      closely: new Set([7, 8]),
      threads: true,
    });
    expect(attentionTo({ ...sight, sort: 'files' })).toEqual({ closely: 'all', threads: false });
    expect(attentionTo({ ...sight, query: query('io>1M') })).toEqual({ closely: 'all', threads: false });
  });
});
