import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deriveProcesses } from '../../../src/metrics/process/derive.ts';
import { deriveIoRates, type IoReading, NO_IO, parseIo, writtenOf } from '../../../src/metrics/process/io.ts';
import type { ProcessesReading } from '../../../src/metrics/process/reading.ts';

const TEXT =
  'rchar: 323934931\nwchar: 323929600\nsyscr: 632687\nsyscw: 632675\nread_bytes: 4096\nwrite_bytes: 323932160\ncancelled_write_bytes: 8192\n';

function parse(text: string) {
  const buffer = Buffer.alloc(512, '7');
  return parseIo(buffer, buffer.write(text));
}

describe('/proc/PID/io', () => {
  test('tells what reached a disk, not what was asked for', () => {
    expect(parse(TEXT)).toEqual({ read: 4096, written: 323_932_160, cancelled: 8192 });
  });

  test('tells nothing where it breaks off', () => {
    for (let length = 0; length < TEXT.indexOf('8192'); length += 1) expect(parse(TEXT.slice(0, length))).toBeUndefined();
  });
});

describe('the I/O between two readings', () => {
  const of = (read: number, written: number, cancelled = 0): IoReading => ({ read, written, cancelled });

  test.each<[string, IoReading, IoReading | undefined, number]>([
    ['was not read before', of(5, 5), undefined, 1],
    ['went down', of(5, 5), of(6, 5), 1],
    ['counts otherwise now', of(5, 5), { ...of(1, 1), byThread: true }, 1],
    ['was read at the same time', of(5, 5), of(1, 1), 0],
  ])('is unknown where it %s', (_, now, before, time) => {
    expect(deriveIoRates(now, before, time)).toBeUndefined();
  });

  test('of what has just started is all of it, however it is counted', () => {
    expect(deriveIoRates({ ...of(6, 4, 1), byThread: true }, NO_IO, 2)).toEqual({ readRate: 3, writeRate: 1.5 });
  });

  test('was not written where it was dropped before', () => {
    expect([of(0, 9, 2), of(0, 2, 9)].map(writtenOf)).toEqual([7, 0]);
  });
});

describe('whatever is born, ends, is looked at or not, and used again', () => {
  const bytes = fc.integer({ min: 0, max: 2 ** 40 });
  const pids = fc.uniqueArray(fc.integer({ min: 1, max: 6 }));
  const growth = fc.array(fc.tuple(bytes, bytes, bytes), { minLength: 6, maxLength: 6 });
  const step = fc.record({
    elapsed: fc.integer({ min: 10, max: 500 }).map((ticks) => ticks / 100),
    births: pids,
    deaths: pids,
    looked: pids,
    waited: pids,
    growth,
  });

  test('no rate is more than what was read and written meanwhile, or less than nothing', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 15 }), (steps) => {
        interface One {
          readonly start: number;
          readonly before: IoReading;
          readonly io: IoReading;
        }
        let alive = new Map<number, One>();
        let uptime = 1000;
        let before: ProcessesReading | undefined;
        for (const { elapsed, births, deaths, looked, waited, growth } of steps) {
          const since = uptime;
          uptime += elapsed;
          for (const pid of deaths) alive.delete(pid);
          for (const pid of births) alive.set(pid, { start: since + elapsed / 2, before: NO_IO, io: NO_IO });
          alive = new Map(
            [...alive].map(([pid, { start, io }]) => {
              const [read = 0, written = 0, cancelled = 0] = growth[pid - 1] ?? [];
              const grown = { read: io.read + read, written: io.written + written, cancelled: io.cancelled + cancelled };
              return [pid, { start, before: io, io: grown }];
            }),
          );
          const now: ProcessesReading = {
            uptime,
            processes: [...alive].map(([pid, { start }]) => ({ pid, start, parent: 1, name: 'p', state: 'S', resident: 0 })),
            closely: new Map(
              [...alive]
                .filter(([pid]) => looked.includes(pid))
                .map(([pid, { io }]) => [pid, { io: waited.includes(pid) ? { ...io, byThread: true } : io }]),
            ),
          };
          for (const { pid, readRate = 0, writeRate = 0, ioRate = 0, ...one } of deriveProcesses(now, before, elapsed).all) {
            const { io, before: was } = alive.get(pid) ?? { io: NO_IO, before: NO_IO };
            expect(readRate).toBeGreaterThanOrEqual(0);
            expect(writeRate).toBeGreaterThanOrEqual(0);
            expect(readRate * elapsed).toBeLessThanOrEqual((io.read - was.read) * 1.000001);
            expect(writeRate * elapsed).toBeLessThanOrEqual((io.written - was.written) * 1.000001);
            expect(ioRate).toBeCloseTo(readRate + writeRate, 3);
            expect(one.written ?? 0).toBeGreaterThanOrEqual(0);
            if (!looked.includes(pid)) expect(one).not.toHaveProperty('read');
          }
          before = now;
        }
      }),
    );
  });
});
