import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseStat } from '../../../src/metrics/process/stat.ts';
import { statLine } from '../../harness/processes.ts';

function parse(text: string) {
  // Behind the line lies what a longer one left there.
  const line = Buffer.alloc(4096, ' 7) S 1 2 3 4 5 6 7 8 9');
  return parseStat(line, line.write(text));
}

const FIREFOX =
  '4120 (firefox) S 2011 2011 2011 0 -1 4194304 812345 90210 120 3 51234 20110 77777 88888 20 0 148 0 934512 4123456789 210000 18446744073709551615 1 1 0 0 0 0 0 16781312 82172 0 0 0 17 3 0 0 0 0 0 0 0 0 0 0 0 0 0\n';

describe('a line of /proc/PID/stat', () => {
  test('tells what a process is and has used', () => {
    expect(parse(FIREFOX)).toEqual({
      name: 'firefox',
      state: 'S',
      parent: 2011,
      kernelThread: false,
      cpu: 713.44,
      childCpu: 1666.65,
      priority: 20,
      nice: 0,
      threads: 148,
      start: 9345.12,
      virtual: 4_123_456_789,
      residentPages: 210_000,
      waited: true,
    });
  });

  test('does not count what children used that were waited for', () => {
    expect(parse(FIREFOX.replace('77777 88888', '0 0'))).toEqual({ ...parse(FIREFOX), childCpu: 0 });
  });

  test.each([
    ['90210 120 3 51234 20110 0 0', true],
    ['0 120 3 51234 20110 0 0', true],
    ['0 120 0 51234 20110 0 1', true],
    ['0 120 0 51234 20110 0 0', false],
  ])('tells by the page faults and times of children that there were any: %s', (counters, waited) => {
    expect(parse(FIREFOX.replace('90210 120 3 51234 20110 77777 88888', counters))).toMatchObject({ waited });
  });

  test.each(['Web Content', '(sd-pam)', 'a) S 1 2 (b', ') R 99', 'tmux: server', 'two\nlines', '', 'müsli'])(
    'has its name between the outer parentheses: %j',
    (name) => {
      expect(parse(FIREFOX.replace('firefox', name))).toEqual({ ...parse(FIREFOX), name });
    },
  );

  test('may have a name that is cut within a letter', () => {
    const line = Buffer.concat([
      Buffer.from('7 (日本'),
      Buffer.from([0xe6, 0x97]),
      Buffer.from(FIREFOX.slice(FIREFOX.indexOf(')'))),
    ]);
    expect(parseStat(line, line.length)?.name).toBe('日本\ufffd');
  });

  test('has a nice value and a priority below zero', () => {
    const line = '77 (migration/0) S 2 0 0 0 -1 69238848 0 0 0 0 0 412 0 0 -100 -20 1 0 5 0 0 18446744073709551615 0 0\n';
    expect(parse(line)).toMatchObject({ priority: -100, nice: -20, cpu: 4.12, start: 0.05 });
  });

  test('tells threads of the kernel by their flag', () => {
    expect(parse('2 (kthreadd) S 0 0 0 0 -1 2129984 0 0 0 0 0 3 0 0 20 0 1 0 24 0 0 18446744073709551615 0 0\n')).toMatchObject({
      name: 'kthreadd',
      kernelThread: true,
      parent: 0,
      virtual: 0,
      residentPages: 0,
    });
  });

  test('tells nothing where it breaks off', () => {
    const behindSize = FIREFOX.indexOf('210000') + '210000 '.length;
    for (let length = 0; length <= behindSize; length += 1) {
      expect(parse(FIREFOX.slice(0, length)), FIREFOX.slice(0, length)).toBeUndefined();
    }
    expect(parse(FIREFOX.slice(0, behindSize + 1))).toEqual(parse(FIREFOX));
  });

  test.each(['', '\n', '12', '12 (', '12 (a', '12 (a)', '12 (a) S', ') S 1 (', '1 (a) S one two three'])(
    'tells nothing of %j',
    (text) => {
      expect(parse(text)).toBeUndefined();
    },
  );

  test('gives back whatever the kernel wrote into it', () => {
    const ticks = fc.nat(2 ** 40);
    fc.assert(
      fc.property(
        fc.record({
          pid: fc.integer({ min: 1, max: 2 ** 22 }),
          name: fc.string({ unit: 'binary', maxLength: 15 }),
          state: fc.constantFrom(...'RSDZTtIX'),
          parent: fc.nat(2 ** 22),
          flags: fc.nat(2 ** 32 - 1),
          userTicks: ticks,
          systemTicks: ticks,
          childTicks: ticks,
          priority: fc.integer({ min: -100, max: 39 }),
          nice: fc.integer({ min: -20, max: 19 }),
          threads: fc.nat(100_000),
          startTicks: ticks,
          virtual: fc.nat(2 ** 47),
          pages: fc.nat(2 ** 35),
        }),
        (facts) => {
          const { pid: _, flags, userTicks, systemTicks, childTicks, startTicks, pages, ...same } = facts;
          expect(parse(statLine(facts))).toEqual({
            ...same,
            name: Buffer.from(facts.name).toString(),
            kernelThread: Math.floor(flags / 0x200000) % 2 === 1,
            cpu: (userTicks + systemTicks) / 100,
            childCpu: (childTicks + childTicks) / 100,
            start: startTicks / 100,
            residentPages: pages,
            waited: childTicks > 0,
          });
        },
      ),
    );
  });

  test('is a whole process or none, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 ()-Sx\n'), maxLength: 200 }), (text) => {
        const { name: _, state: __, kernelThread: ___, ...numbers } = parse(`1 (a) S ${text}`) ?? {};
        expect(Object.values(numbers).every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
