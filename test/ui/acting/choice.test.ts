import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/metrics/outcome.ts';
import type { Frame } from '../../../src/monitor.ts';
import { chosenTargets, toggleRow } from '../../../src/ui/acting/choice.ts';
import { listProcesses } from '../../../src/ui/processes/listing.ts';
import { initialView, type ProcessView } from '../../../src/ui/processes/view.ts';
import { frameAt } from '../../harness/scene.ts';
import { aProcess } from '../../processes/processes.ts';

const all = [
  aProcess({ pid: 1, parent: 0, name: 'init', user: 'root' }),
  aProcess({ pid: 10, name: 'sh', user: 'ada' }),
  aProcess({ pid: 11, parent: 10, name: 'node', user: 'ada' }),
  aProcess({ pid: 12, parent: 11, name: 'node', user: 'eva' }),
];
const frame: Frame = frameAt(0, { process: ok({ count: all.length, all }) });
const id = (pid: number) => all.find((one) => one.pid === pid)?.id ?? '';
const listedIn = (view: ProcessView) => ({ ...listProcesses(frame.sample.process, view), height: 10 });
const chosen = (changes: Partial<ProcessView>) => {
  const view = { ...initialView, ...changes };
  return chosenTargets(frame, view, listedIn(view)).map(({ pid }) => pid);
};
const tagged = (changes: Partial<ProcessView>) => {
  const view = { ...initialView, ...changes };
  const after = toggleRow(frame, view, listedIn(view));
  return all.filter((one) => after.tagged.has(one.id)).map(({ pid }) => pid);
};

describe('an action means', () => {
  it('nobody where nothing is selected', () => {
    expect(chosen({})).toEqual([]);
  });

  it('the selected process; in the tree without its branch, which nobody has tagged', () => {
    expect(chosen({ selected: id(10) })).toEqual([10]);
    expect(chosen({ selected: id(10), shape: 'tree' })).toEqual([10]);
  });

  it('all of the selected group', () => {
    expect(chosen({ selected: 'name node', shape: 'name' })).toEqual([11, 12]);
    expect(chosen({ selected: 'user ada', shape: 'user' })).toEqual([10, 11]);
  });

  it('nobody whom a query hides', () => {
    expect(chosen({ selected: id(1), query: 'node', goodQuery: 'node' })).toEqual([]);
    expect(chosen({ selected: 'name node', shape: 'name', query: 'user=eva', goodQuery: 'user=eva' })).toEqual([12]);
  });

  it('those that are tagged, wherever the selection is, but not those that have ended', () => {
    expect(chosen({ selected: id(1), tagged: new Set([id(11), id(12), '99@1']) })).toEqual([11, 12]);
  });
});

describe('tagging', () => {
  it('takes the selected process, and lets it go again', () => {
    expect(tagged({ selected: id(10) })).toEqual([10]);
    expect(tagged({ selected: id(10), tagged: new Set([id(10), id(1)]) })).toEqual([1]);
  });

  it('takes the whole branch in the tree, also where a part of it is tagged already', () => {
    expect(tagged({ selected: id(10), shape: 'tree' })).toEqual([10, 11, 12]);
    expect(tagged({ selected: id(10), shape: 'tree', tagged: new Set([id(11)]) })).toEqual([10, 11, 12]);
    expect(tagged({ selected: id(10), shape: 'tree', tagged: new Set([id(10), id(11), id(12)]) })).toEqual([]);
  });

  it('leaves out what a query or a switch hides of the branch, but not what is folded away', () => {
    expect(tagged({ selected: id(10), shape: 'tree', query: 'user=eva', goodQuery: 'user=eva' })).toEqual([10, 11, 12]);
    expect(tagged({ selected: id(1), shape: 'tree', query: 'pid=10', goodQuery: 'pid=10' })).toEqual([1, 10]);
    expect(tagged({ selected: id(10), shape: 'tree', folded: new Set([id(10)]) })).toEqual([10, 11, 12]);
  });

  it('takes all of a group', () => {
    expect(tagged({ selected: 'name node', shape: 'name' })).toEqual([11, 12]);
  });
});
