import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Process } from '../../src/processes/process.ts';
import { parseQuery } from '../../src/processes/query.ts';
import { anyProcesses, aProcess } from './processes.ts';

const node = aProcess({
  pid: 42,
  parent: 7,
  name: 'node',
  command: '/usr/bin/node "my server.js" --port=80',
  user: 'root',
  unit: 'web.service',
  state: 'D',
  usage: 0.25,
  resident: 2 * 1024 ** 3,
  memoryUsage: 0.125,
  threads: 11,
  nice: -5,
  cpuTime: 3700,
  age: 7200,
  group: '/system.slice/web.service',
  ioRate: 3 * 1024 ** 2,
  readRate: 2 * 1024 ** 2,
  writeRate: 1024 ** 2,
  files: 120,
  shared: 30 * 1024 ** 2,
  virtual: 9 * 1024 ** 3,
});
/** A thread of the kernel, of which we know next to nothing. */
const bare = aProcess({ pid: 2, parent: 0, name: '(kthreadd)', state: 'S' });

function matches(query: string, process: Process): boolean {
  const parsed = parseQuery(query);
  if ('problem' in parsed) throw new Error(`${query}: ${parsed.problem}`);
  return parsed.matches(process);
}

describe('a query', () => {
  test.each([
    // Nothing is asked for.
    '',
    '  \t',
    // Words, in name, command and user.
    'node',
    'NODE',
    'od',
    'server.js',
    'ROOT',
    'node root port',
    '"MY SERVER"',
    "'my server'",
    '"" node',
    `'"my'`,
    '/usr/bin/node',
    // Regular expressions.
    '/^no.e$/',
    '/^NODE$/',
    '/usr/bin/',
    '/\\/bin\\/n/',
    '/my s/ root',
    '(/^node$/)',
    'name~^node',
    'name ~ ^node',
    'name~^(node|bun)$',
    '(name~^(node|bun)$)',
    'name~[)]|node',
    'name~/^NODE$/',
    'command~"my s"',
    'command~server\\.js',
    'name!~^x',
    // Comparisons.
    'cpu>20',
    'cpu>20%',
    'cpu > 24.9',
    'cpu=25',
    'cpu==25',
    'cpu>=25',
    'cpu<=25',
    'cpu!=24',
    'mem>1G',
    'mem=2GiB',
    'mem>12%',
    'mem<13%',
    'user=root',
    'user=Root',
    'user="root"',
    'user!=eva',
    'state=D',
    'state=d',
    'pid=42',
    'ppid=7',
    'threads>=8',
    'nice<0',
    'nice<=-5',
    'nice=-5',
    'time>1h',
    'time<2h',
    'age>5m',
    'age>=7200',
    'io>2M',
    'io>2M/s',
    'io=3MiB',
    'read>=2M',
    'read<3M',
    'write<2M',
    'files>100',
    'files=120',
    'shared<31M',
    'virtual>8G',
    'group~^/system',
    'unit=web.service',
    'unit~^web',
    'command~port=80$',
    // And, or, not.
    'node and root',
    'node AND root',
    'nobody or node',
    'not nobody',
    'Not nobody',
    '!nobody',
    '! nobody',
    '!!node',
    'not not node',
    '!(nobody or eva)',
    'node !nobody',
    'cpu>90 or mem>1G and user=root',
    'mem>1G user=root or cpu>90',
    'node or node and nobody',
    'nobody and node or node',
    'not nobody and node',
    'not nobody node',
    '(node)',
    '((node)or(nobody))',
  ])('%j finds node', (query) => {
    expect(matches(query, node)).toBe(true);
  });

  test.each([
    'nod3',
    '"my node"',
    '"my  server"',
    'n.de',
    '/NODES/',
    '/^bin/',
    'name~^ode',
    'name!~od',
    'name=nod',
    'name=n.de',
    'cpu>25',
    'cpu<25',
    'cpu!=25',
    'mem>2G',
    'mem<5%',
    'io>3M',
    'write>1M',
    'files<100',
    'shared>1G',
    'virtual<1G',
    'group=web.service',
    'user=roo',
    'user!=root',
    'state=S',
    'pid=2',
    'nice>0',
    'age<5m',
    'node and nobody',
    'node nobody',
    'not node',
    '!node',
    'not(node)',
    '!!!node',
    'eva or nobody',
    '(node or eva) and nobody',
    'not node or nobody',
    'not (node or nobody)',
    'nobody and eva or not node',
  ])('%j does not find node', (query) => {
    expect(matches(query, node)).toBe(false);
  });

  test.each([
    'cpu>0',
    'cpu<1',
    'cpu!=1',
    'mem<5%',
    'mem>=0%',
    'user!=root',
    'user=root',
    'user~.*',
    'user!~x',
    'unit!=x',
    'threads!=0',
    'nice=0',
    'time<1h',
    'age>0',
    'command~.*',
    'command!=x',
    'io>=0',
    'read=0',
    'write<1M',
    'files<1',
    'shared!=0',
    'virtual<1G',
    'group!~x',
  ])('%j does not match where the value is unknown, but its contrary does', (query) => {
    expect(matches(query, bare)).toBe(false);
    expect(matches(`not ${query}`, bare)).toBe(true);
  });

  it('takes brackets in quotes as they are', () => {
    expect(matches('"(kthreadd)"', bare)).toBe(true);
    expect(matches('name="(kthreadd)"', bare)).toBe(true);
    expect(matches('name~^\\(kthreadd\\)$', bare)).toBe(true);
  });
});

/** Short, and still more than the engine can do. */
const LARGE = `${'(?:'.repeat(120)}a?${'){3}'.repeat(120)}`;

describe('a wrong query says what is wrong and where', () => {
  const names =
    'cpu, mem, name, command, user, unit, group, state, pid, ppid, threads, nice, io, read, write, files, shared, virtual, time, age';

  test.each([
    ['cup>1', 0, 'unknown field "cup"; did you mean cpu?'],
    ['node or thread>1', 8, 'unknown field "thread"; did you mean threads?'],
    ['--port=80', 0, `unknown field "--port"; the fields are ${names}; to search for the text, put it in quotes`],
    ['constructor=1', 0, `unknown field "constructor"; the fields are ${names}; to search for the text, put it in quotes`],
    ['>20', 0, `">" needs a field before it: ${names}`],
    ['node !=20', 0, 'unknown field "node"; did you mean name?'],
    ['cpu>', 4, '"cpu>" needs a number'],
    ['  cpu >  ', 7, '"cpu>" needs a number'],
    ['cpu> and node', 4, '"cpu>" needs a number'],
    ['(cpu>)', 5, '"cpu>" needs a number'],
    ['mem>=', 5, '"mem>=" needs a size or a share'],
    ['age<', 4, '"age<" needs a length of time'],
    ['user=', 5, '"user=" needs a text'],
    ['user= or node', 5, '"user=" needs a text'],
    ['io>x', 3, '"x" is not a rate; write one like 1M or 500K, in bytes a second'],
    ['name~', 5, '"name~" needs a regular expression'],
    ['name!~ ', 6, '"name!~" needs a regular expression'],
    ['cpu>much', 4, '"much" is not a number; write one like 20 or 20%, of one core'],
    ['cpu > 1G', 6, '"1G" is not a number; write one like 20 or 20%, of one core'],
    ['pid=x', 4, '"x" is not a number; write one like 1'],
    ['threads>1e3', 8, '"1e3" is not a number; write one like 8'],
    ['nice<--5', 5, '"--5" is not a number; write one like 10 or -5'],
    ['mem>1X', 4, '"1X" is not a size or a share; write one like 500M, 1G or 5%'],
    ['mem>-5%', 4, '"-5%" is not a size or a share; write one like 500M, 1G or 5%'],
    ['time>1y', 5, '"1y" is not a length of time; write one like 30s, 5m or 1h'],
    ['user>root', 4, 'user can\'t be compared with ">"; use =, !=, ~ or !~'],
    ['cpu~20', 3, 'cpu can\'t be compared with "~"; use <, <=, >, >=, = or !='],
    ['/(/', 1, '"(" is no regular expression: Unterminated group'],
    ['node /a**/', 6, '"a**" is no regular expression: Nothing to repeat'],
    ['name~[a', 5, '"[a" is no regular expression: Unterminated character class'],
    ['name~"("', 6, '"(" is no regular expression: Unterminated group'],
    [`name~${LARGE}`, 5, expect.stringContaining('may take for ever to search for')],
    ['"abc', 0, '" is never closed'],
    ["node 'abc", 5, "' is never closed"],
    ['user="root', 5, '" is never closed'],
    ['(a', 0, '( is never closed'],
    ['a (b or (c)', 2, '( is never closed'],
    ['(', 0, '( is never closed'],
    [')', 0, ') closes nothing'],
    ['a)', 1, ') closes nothing'],
    ['(a) or b) c', 8, ') closes nothing'],
    ['a ()', 2, '() holds nothing to look for'],
    ['and a', 0, '"and" needs something to look for before it'],
    ['(or a)', 1, '"or" needs something to look for before it'],
    ['a and', 2, '"and" needs something to look for after it'],
    ['a AND', 2, '"AND" needs something to look for after it'],
    ['a or or b', 2, '"or" needs something to look for after it'],
    ['(a or)', 3, '"or" needs something to look for after it'],
    ['not', 0, '"not" needs something to look for after it'],
    ['a !', 2, '"!" needs something to look for after it'],
    ['('.repeat(101), 100, '( is nested more than 100 deep'],
    ['a'.repeat(1001), 1000, 'longer than 1000 characters'],
  ])('%s', (query, at, problem) => {
    expect(parseQuery(query)).toEqual({ problem, at });
  });
});

describe('any query', () => {
  const term = fc.constantFrom(
    'node',
    '"a b"',
    '/^n/',
    'cpu>20',
    'cpu<=100',
    'mem>50%',
    'user=root',
    'user!=root',
    'unit~nginx',
    'threads>8',
    'nice<0',
    'age<50s',
    'state=T',
  );
  const query = fc.letrec<{ query: string }>((tie) => ({
    query: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      term,
      fc.tuple(tie('query'), fc.constantFrom(' ', ' and ', ' or '), tie('query')).map(([a, join, b]) => `(${a}${join}${b})`),
      tie('query').map((one) => `not (${one})`),
    ),
  })).query;
  const found = (text: string, all: readonly Process[]) => all.filter((one) => matches(text, one));

  it('is read or refused at a place within it, whatever its text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '(',
        ')',
        '!',
        '/',
        '"',
        "'",
        '~',
        '=',
        '>',
        '<',
        ' ',
        '[',
        '\\',
        'and',
        'or',
        'not',
        'cpu',
        'name',
        'io',
        '5',
        '%',
        '*',
        'é',
        '日',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const text = pieces.join('');
        const parsed = parseQuery(text);
        if ('problem' in parsed) {
          expect(parsed.problem).not.toBe('');
          expect(Number.isInteger(parsed.at)).toBe(true);
          expect(parsed.at).toBeGreaterThanOrEqual(0);
          expect(parsed.at).toBeLessThanOrEqual(text.length);
        } else {
          expect(typeof parsed.matches(node)).toBe('boolean');
          expect(typeof parsed.matches(bare)).toBe('boolean');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('finds with not what it does not find without', () => {
    fc.assert(
      fc.property(query, anyProcesses, (text, all) => {
        const without = found(text, all);
        expect(found(`not (${text})`, all)).toEqual(all.filter((one) => !without.includes(one)));
        expect(found(`!!(${text})`, all)).toEqual(without);
      }),
    );
  });

  it('finds with and what both find, with or what one finds, and nothing else', () => {
    fc.assert(
      fc.property(query, query, anyProcesses, (a, b, all) => {
        const [byA, byB] = [found(a, all), found(b, all)];
        const both = all.filter((one) => byA.includes(one) && byB.includes(one));
        expect(found(`(${a}) and (${b})`, all)).toEqual(both);
        expect(found(`(${a}) (${b})`, all)).toEqual(both);
        expect(found(`(${a}) or (${b})`, all)).toEqual(all.filter((one) => byA.includes(one) || byB.includes(one)));
        expect(found(`not (${a} and ${b})`, all)).toEqual(found(`not (${a}) or not (${b})`, all));
      }),
    );
  });

  it('binds not closer than and, and and closer than or', () => {
    fc.assert(
      fc.property(term, term, term, anyProcesses, (a, b, c, all) => {
        expect(found(`${a} or ${b} and ${c}`, all)).toEqual(found(`${a} or (${b} and ${c})`, all));
        expect(found(`${a} ${b} or ${c}`, all)).toEqual(found(`(${a} and ${b}) or ${c}`, all));
        expect(found(`not ${a} ${b}`, all)).toEqual(found(`(not ${a}) and ${b}`, all));
      }),
    );
  });
});
