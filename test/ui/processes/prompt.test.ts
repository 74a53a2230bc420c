import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/metrics/outcome.ts';
import { lineWidth } from '../../../src/ui/draw/line.ts';
import { listProcesses } from '../../../src/ui/processes/listing.ts';
import { drawPrompts, drawTyped, promptRows } from '../../../src/ui/processes/prompt.ts';
import { initialView, type ProcessView } from '../../../src/ui/processes/view.ts';
import { household } from '../../harness/household.ts';
import { plain, textOf, textsOf } from '../../harness/look.ts';
import { sampleAt } from '../../harness/sample.ts';

const { process } = sampleAt(0, household());
const draw = (view: Partial<ProcessView>, width = 60) => {
  const whole = { ...initialView, ...view };
  const lines = drawPrompts({ view: whole, listing: listProcesses(process, whole) }, width, plain);
  expect(lines).toHaveLength(promptRows(whole, undefined));
  for (const line of lines) expect(lineWidth(line)).toBe(width);
  return textsOf(lines).map((line) => line.trimEnd());
};
const find = (query: string) => ({ find: { query, open: true } });

describe('the query', () => {
  it('takes a line while it is typed or in force, none else', () => {
    expect(draw({})).toEqual([]);
    expect(draw({ editing: true })).toEqual(['/    29 of 29']);
    expect(draw({ query: 'node', goodQuery: 'node' })).toEqual(['/ node  2 of 29']);
  });

  it('shows its end where it is too long: that is where one types', () => {
    const query = 'name~^node or name~^worker or name~^firefox or user=root';
    const [line = ''] = draw({ query, goodQuery: query, editing: true }, 40);
    expect(line).toBe('/ …name~^firefox or user=root   28 of 29');
  });

  it('leaves room for what is wrong with it, and marks the place where it can be seen', () => {
    const query = `${'node or '.repeat(8)}(`;
    const [line = ''] = draw({ query, goodQuery: '', editing: true }, 60);
    expect(line).toMatch(/^\/ ….*or \( {3}at 65: \( is never clo/);
    const marked = drawTyped(query, 20, plain, 64).find((part) => part.inverse);
    expect(marked?.text).toBe('(');
  });

  it('repeats nothing that could be an order to the terminal', () => {
    const query = 'us\u202eer=root and \u001b[2Jx>1';
    const [line = ''] = draw({ query, goodQuery: '', editing: true }, 90);
    expect(line).toMatch(/^\/ us�er=root and �\[2Jx>1 {3}at 1: unknown field "us�er"/);
  });

  it('marks the cut where the mistake is out of sight', () => {
    const typed = drawTyped('foo>1 and bar and something more', 12, plain, 0);
    expect(textOf(typed)).toBe('…ething more');
    expect(typed.find((part) => part.inverse)?.text).toBe('…');
  });
});

describe('a list that is not whole', () => {
  it('says why, below all else', () => {
    const lack = 'processes of other users are hidden (hidepid=2)';
    const whole = { ...initialView, query: 'node', goodQuery: 'node' };
    const listing = listProcesses(ok({ count: 0, all: [], hidden: lack }), whole);
    const lines = textsOf(drawPrompts({ view: whole, listing }, 60, plain)).map((line) => line.trimEnd());
    expect(lines).toEqual(['/ node  0 of 0', lack]);
    expect(promptRows(whole, lack)).toBe(2);
  });
});

describe('what is found', () => {
  it('says which one of how many is selected', () => {
    expect(draw({ ...find('node'), selected: '102@100' })).toEqual(['find node   2 of 2']);
    expect(draw({ ...find('node'), selected: '1@100' })).toEqual(['find node   2 found']);
  });

  it('says that there is none, and what is wrong', () => {
    expect(draw(find('nosuch'))).toEqual(['find nosuch   nothing here is like that']);
    expect(draw(find('('))[0]).toContain('at 1: ( is never closed');
    expect(draw(find(''))).toEqual(['find']);
  });

  it('stands below the query, which it does not change', () => {
    expect(draw({ query: 'bash', goodQuery: 'bash', ...find('bash') })).toEqual(['/ bash  1 of 29', 'find bash   1 found']);
  });
});
