import { describe, expect, it } from 'vitest';
import { failed, known, ok, unavailable } from '../../../src/metrics/outcome.ts';
import { createLister, EMPTY_LISTING, type Listing, listProcesses } from '../../../src/ui/processes/listing.ts';
import { initialView, type ProcessView } from '../../../src/ui/processes/view.ts';
import { household } from '../../harness/household.ts';
import { sampleAt } from '../../harness/sample.ts';

const { process } = sampleAt(0, household());
const list = (view: Partial<ProcessView> = {}) => listProcesses(process, { ...initialView, ...view });
const rowsOf = (listing: Listing) => listing.rows(0, listing.ids.length);
const names = (view: Partial<ProcessView>) => rowsOf(list(view)).map(({ name }) => name);
const query = (text: string) => ({ query: text, goodQuery: text });

describe('the list of processes', () => {
  it('has them all, the busiest first, but for threads of the kernel', () => {
    const { ids, total, ...listing } = list();
    const rows = listing.rows(0, 100);
    expect(rows.slice(0, 3).map(({ pid }) => pid)).toEqual([101, 102, 524]);
    expect(ids).toEqual(rows.map(({ id }) => id));
    expect([rows.length, total]).toEqual([29, 29]);
    expect(names({})).not.toContain('kthreadd');
  });

  it('has threads of the kernel where they are asked for', () => {
    expect(list({ kernelThreads: true }).total).toBe(30);
    expect(names({ kernelThreads: true })).toContain('kthreadd');
  });

  it('has those that the query means, and counts them against all', () => {
    expect(list(query('node'))).toMatchObject({ ids: ['101@100', '102@100'], total: 29 });
  });

  it('is that of the last good query where this one is wrong, and says what and where', () => {
    const { ids, problem } = list({ query: 'node (', goodQuery: 'node' });
    expect(ids).toEqual(['101@100', '102@100']);
    expect(problem).toEqual({ problem: '( is never closed', at: 5 });
    expect(list(query('node')).problem).toBeUndefined();
  });

  it('has only the own ones where others are hidden, and says so', () => {
    const own = listProcesses(process, { ...initialView, onlyOwn: true }, 'ada');
    expect(rowsOf(own).map(({ user }) => user)).toEqual(['ada', 'ada', 'ada']);
    expect(own).toMatchObject({ total: 3, hidden: ['only ada', 'no kernel'] });
    expect(list({ kernelThreads: true }).hidden).toEqual([]);
    expect(list({ onlyOwn: true })).toMatchObject({ total: 29, hidden: ['own user unknown', 'no kernel'] });
  });

  describe('with threads', () => {
    const facts = { process: 101, parent: 101, user: 'ada', command: '/opt/bin/node server.js', resident: 0, state: 'S' };
    const tasks = [
      { ...facts, id: '101@100', pid: 101, parent: 100, name: 'node', usage: 0.25 },
      { ...facts, id: '700@101', pid: 700, name: 'worker', usage: 0.5 },
      { ...facts, id: '701@101', pid: 701, name: 'io', usage: 0.01 },
    ];
    const all = known(process)?.all ?? [];
    const withTasks = ok({ count: all.length, all, tasks });
    const listed = (view: Partial<ProcessView>) => listProcesses(withTasks, { ...initialView, threads: true, ...view }, 'ada');

    it('has them as rows of their own, but for the first of a process, whose row is there', () => {
      expect(listed({})).toMatchObject({ total: 31, threads: 2 });
      expect(rowsOf(listed({})).slice(0, 3)).toMatchObject([
        { pid: 101, name: 'node', usage: 0.6 },
        { pid: 700, name: '{worker}', usage: 0.5 },
        { pid: 102, name: 'node' },
      ]);
      expect(new Set(listed({}).ids).size).toBe(31);
      expect(rowsOf(listed({}))[1]?.command).toBeUndefined();
      expect(listed({ threads: false })).toMatchObject({ total: 29, threads: 0 });
    });

    it('has them below their process in the tree', () => {
      const { ids, rows } = listed({ shape: 'tree', ...query('pid=101 or name=worker or pid=701') });
      expect(ids).toEqual(['1@100', '100@100', '101@100', '700@101', '701@101']);
      expect(rows(3, 5).map(({ prefix, name }) => prefix + name)).toEqual(['    ├─{worker}', '    └─{io}']);
    });

    it('finds them by their own names and by the command of their process', () => {
      expect(listed(query('name=worker')).ids).toEqual(['700@101']);
      expect(listed(query('server.js')).ids).toEqual(['101@100', '700@101', '701@101']);
    });

    it('does not count them in groups', () => {
      expect(listed({ shape: 'user' })).toMatchObject({ total: 29, threads: 0 });
      expect(rowsOf(listed({ shape: 'name' }))[0]).toMatchObject({ name: 'node', count: 2 });
    });

    it('keeps those of other users out where these are', () => {
      expect(listed({ onlyOwn: true })).toMatchObject({ total: 5, threads: 2, hidden: ['only ada', 'no kernel'] });
    });
  });

  it('makes the rows of a window only', () => {
    const listing = list();
    expect(listing.rows(3, 6).map(({ id }) => id)).toEqual(listing.ids.slice(3, 6));
    expect(listing.rows(27, 40).map(({ id }) => id)).toEqual(listing.ids.slice(27));
  });

  it('finds what a query means among what is listed, groups by their members', () => {
    expect(list().find('node')).toEqual(new Set(['101@100', '102@100']));
    expect(list({ shape: 'user' }).find('node')).toEqual(new Set(['user ada']));
    expect(list(query('bash')).find('node')).toEqual(new Set());
    expect(list().find('node (')).toEqual({ problem: '( is never closed', at: 5 });
  });

  it('is kept while nothing changes that it follows from', () => {
    const lister = createLister();
    const listing = lister(process, initialView);
    expect(lister(process, { ...initialView, selected: '1@100', offset: 3, ofMachine: true })).toBe(listing);
    for (const change of [{ sort: 'pid' }, { reversed: true }, { shape: 'tree' }, { kernelThreads: true }, query('a')] as const) {
      expect(lister(process, { ...initialView, ...change })).not.toBe(listing);
    }
    expect(lister(sampleAt(1, household()).process, initialView)).not.toBe(listing);
  });

  it('is empty where nothing is known', () => {
    expect(listProcesses(undefined, initialView)).toEqual(EMPTY_LISTING);
    expect(listProcesses(unavailable('no'), initialView)).toEqual(EMPTY_LISTING);
    expect(listProcesses(failed('no'), initialView)).toEqual(EMPTY_LISTING);
  });
});

describe('the tree', () => {
  const tree = (view: Partial<ProcessView>) =>
    rowsOf(list({ shape: 'tree', ...view })).map(({ prefix, name, note }) => `${prefix}${name}${note ? ` ${note}` : ''}`);

  it('draws each below its parent', () => {
    expect(tree(query('node or worker-24'))).toEqual(['init', '├─worker-24', '└─bash', '  └─node', '    └─node']);
    expect(tree({ ...query('node or worker-24'), sort: 'pid' })).toEqual([
      'init',
      '├─bash',
      '│ └─node',
      '│   └─node',
      '└─worker-24',
    ]);
  });

  it('counts what is folded away, and sums it up', () => {
    const rows = rowsOf(list({ shape: 'tree', ...query('node'), folded: new Set(['100@100']) }));
    expect(rows.at(-1)).toMatchObject({ name: 'bash', note: '+2', usage: 1, resident: 1805 * 2 ** 20, count: 3 });
    expect(rows).toHaveLength(2);
  });

  it('folds all below the first level, but for what is unfolded again', () => {
    const all = { ...query('node or worker-24'), allFolded: true };
    expect(tree(all)).toEqual(['init', '├─worker-24', '└─bash +2']);
    expect(tree({ ...all, folded: new Set(['100@100']) })).toEqual(['init', '├─worker-24', '└─bash', '  └─node +1']);
    expect(tree({ ...all, folded: new Set(['1@100']) })).toEqual(['init +4']);
  });
});

describe('groups', () => {
  it('by program sum up, and tell how many or which one', () => {
    const rows = rowsOf(list({ shape: 'name' }));
    expect(rows[0]).toMatchObject({ name: 'node', count: 2, usage: 1, note: '2 processes', id: 'name node' });
    expect(rows[0]?.pid).toBeUndefined();
    expect(rows.find(({ name }) => name === 'bash')?.note).toBe('pid 100');
  });

  it('by user hold each process once', () => {
    const rows = rowsOf(list({ shape: 'user' }));
    expect(rows.map(({ name, count }) => [name, count])).toEqual([
      ['eva', 25],
      ['ada', 3],
      ['root', 1],
    ]);
  });

  it('have a name for those that have nothing in common', () => {
    expect(names({ shape: 'unit' })).toEqual(['(no container or unit)']);
  });
});
