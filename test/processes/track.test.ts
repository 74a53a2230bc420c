import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTracks, RECENT, type Tracked } from '../../src/processes/track.ts';

const tracked = (id: string, usage?: number, facts: Partial<Tracked> = {}): Tracked => ({
  id,
  resident: 100,
  ...(usage !== undefined && { usage }),
  ...facts,
});

/** Samples a second apart, from the one at second 1 on; the first has no rates. */
function tracksOf(samples: readonly (readonly Tracked[])[]) {
  const tracks = createTracks();
  samples.forEach((processes, i) => {
    tracks.add(processes, i === 0 ? { monotonic: 1 } : { monotonic: i + 1, elapsed: 1 });
  });
  return tracks;
}

describe('the track of a process', () => {
  it('begins when it was first seen, and holds what was known since', () => {
    const track = tracksOf([[tracked('7@1')], [tracked('7@1', 0.5, { resident: 300 })], [tracked('7@1', 1)]]).whole('7@1');
    expect(track).toMatchObject({ seen: 3, length: 2 });
    expect(track?.cpu).toEqual({ points: [0.5, 1], now: 1, mean: 0.75, peak: 1 });
    expect(track?.memory).toEqual({ points: [300, 100], now: 100, mean: 200, peak: 300 });
    expect(track?.read).toEqual({ points: [] });
  });

  it('of one that started between two samples holds what it used until the second', () => {
    expect(tracksOf([[], [tracked('7@1', 0.5)]]).whole('7@1')).toMatchObject({ length: 1, cpu: { points: [0.5] } });
  });

  it('has I/O from when that was read on, in its place', () => {
    const samples = [0, 1, 2, 3, 4].map((i) => [tracked('7@1', 0, i < 3 ? {} : { readRate: 10 * i, writeRate: i })]);
    const track = tracksOf(samples).whole('7@1');
    expect(track?.read).toEqual({ points: [undefined, undefined, 30, 40], now: 40, mean: 35, peak: 40 });
    expect(track?.write.points).toEqual([undefined, undefined, 3, 4]);
  });

  it('knows nothing of a time without samples', () => {
    const tracks = createTracks();
    tracks.add([tracked('7@1')], { monotonic: 1 });
    tracks.add([tracked('7@1', 1)], { monotonic: 2, elapsed: 1 });
    tracks.add([tracked('7@1')], { monotonic: 5 });
    tracks.add([tracked('7@1', 0.5)], { monotonic: 6, elapsed: 1 });
    expect(tracks.whole('7@1')?.cpu.points).toEqual([1, undefined, undefined, undefined, 0.5]);
    expect(tracks.whole('7@1')?.memory.points).toEqual([100, undefined, undefined, undefined, 100]);
  });

  it('is another one where the pid is used again', () => {
    const tracks = tracksOf([[tracked('7@1')], [tracked('7@1', 1)], [tracked('7@2', 0.25)]]);
    expect(tracks.whole('7@2')?.cpu).toMatchObject({ points: [0.25], peak: 0.25 });
    expect(tracks.whole('7@1')).toMatchObject({ seen: 2 });
  });

  it('is forgotten ten seconds after the process was last seen', () => {
    const gone = (seconds: number) => tracksOf([[tracked('7@1')], ...Array.from({ length: seconds }, () => [])]);
    expect(gone(10).whole('7@1')).toBeDefined();
    expect(gone(11).whole('7@1')).toBeUndefined();
  });
});

describe('the CPU of late', () => {
  it('is that of the last samples, oldest first', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 64 }), { nil: undefined }), { maxLength: 50 }), (usages) => {
        const tracks = tracksOf(usages.map((usage) => [tracked('7@1', usage)]));
        expect(tracks.recentCpu('7@1')).toEqual(usages.slice(-RECENT));
      }),
    );
  });
});

describe('what tells the same for a while', () => {
  const told = fc.option(
    fc.record({
      usage: fc.constantFrom(undefined, 0, 0.5),
      resident: fc.constantFrom(100, 300),
      readRate: fc.constantFrom(undefined, 7),
    }),
    { nil: undefined },
  );
  const step = fc.record({ told, gap: fc.boolean(), times: fc.integer({ min: 1, max: 40 }) });

  it('is drawn as if it had been asked for at each sample', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const [seldom, often] = [createTracks(), createTracks()];
        let monotonic = 1;
        for (const { told, gap, times } of steps) {
          monotonic += gap ? 3 : 0;
          for (let i = 0; i < times; i += 1) {
            monotonic += 0.7;
            const moment = gap && i === 0 ? { monotonic } : { monotonic, elapsed: 0.7 };
            for (const tracks of [seldom, often]) tracks.add(told ? [{ id: '7@1', ...told } as Tracked] : [], moment);
            often.whole('7@1');
          }
        }
        expect(seldom.recentCpu('7@1')).toEqual(often.recentCpu('7@1'));
        expect(rounded(seldom.copy().whole('7@1'))).toEqual(rounded(often.whole('7@1')));
      }),
    );
  });
});

/** Sums of the same numbers in another order differ by a hair. */
function rounded(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (_, one) => (typeof one === 'number' ? Number(one.toPrecision(5)) : one)) ?? 'null');
}

describe('a copy', () => {
  it('stays as it is while the samples go on', () => {
    const tracks = tracksOf([[tracked('7@1')], [tracked('7@1', 0.5, { readRate: 1 })]]);
    const copy = tracks.copy();
    const before = { whole: copy.whole('7@1'), recent: copy.recentCpu('7@1') };
    for (let at = 3; at < 200; at += 1) tracks.add([tracked('7@1', 1, { readRate: 9 })], { monotonic: at, elapsed: 1 });
    expect({ whole: copy.whole('7@1'), recent: copy.recentCpu('7@1') }).toEqual(before);
    expect(tracks.whole('7@1')?.cpu.peak).toBe(1);
  });
});
