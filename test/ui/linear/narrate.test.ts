import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_QUIET, MOST_IN_A_MINUTE } from '../../../src/ui/linear/narrate.ts';
import { topicsOf } from '../../../src/ui/linear/topics.ts';
import { anySample } from '../../harness/arbitrary.ts';
import { type Contents, filesystemOf, interfaceOf } from '../../harness/sample.ts';
import { createFrames, listen, mostWithin } from './frames.ts';

const still = { cpu: 0.1, memory: 0.5 };

/** One frame a second, each as `contents` says. */
function during(seconds: number, contents: (at: number) => Contents) {
  const frame = createFrames();
  return Array.from({ length: seconds }, (_, at) => frame(at, contents(at)));
}

describe('a calm machine', () => {
  it('is silent, whatever its numbers do below their limits', () => {
    expect(listen(during(300, (at) => ({ cpu: (at % 70) / 100, memory: 0.3 + (at % 50) / 100 }))).said).toEqual([]);
  });
});

describe('a value that hovers at its limit', () => {
  it('is told when it crosses it, and when that is over, with growing rests between', () => {
    // Ill for 20 s, well for 20 s, for half an hour: 45 times there and back.
    const { said } = listen(during(1800, (at) => ({ ...still, memory: at % 40 < 20 ? 0.9 : 0.5 })));
    expect(said[0]?.words).toBe('Warning: memory crossed 85%, now 90%.');
    expect(said[1]?.words).toMatch(/^Memory is under 85% again after \d+ seconds, at most 90%\.$/);
    expect(said.length).toBeLessThanOrEqual(10);
    expect(mostWithin(60, said)).toBeLessThanOrEqual(3);
  });

  it('is told four times a minute at most, and twelve times in ten, however it moves', () => {
    const value = fc.constantFrom(0.2, 0.82, 0.84, 0.86, 0.9, 0.94, 0.96, 0.99);
    const course = fc.array(fc.tuple(value, fc.integer({ min: 1, max: 40 })), { minLength: 5, maxLength: 60 });
    fc.assert(
      fc.property(course, (steps) => {
        const values = steps.flatMap(([share, seconds]) => Array<number>(seconds).fill(share));
        const { said } = listen(during(values.length, (at) => ({ memory: values[at] ?? 0 })));
        expect(mostWithin(60, said)).toBeLessThanOrEqual(4);
        expect(mostWithin(600, said)).toBeLessThanOrEqual(12);
      }),
      { numRuns: 60 },
    );
  });
});

describe('whatever happens', () => {
  const frames = fc.array(anySample, { minLength: 2, maxLength: 40 }).map((samples) => {
    const frame = createFrames();
    return samples.map(({ moment: _, ...contents }, at) => frame(at, contents));
  });

  it('no more is said in a minute than one can listen to', () => {
    fc.assert(
      fc.property(frames, (all) => {
        expect(mostWithin(60, listen(all).said)).toBeLessThanOrEqual(MOST_IN_A_MINUTE);
      }),
      { numRuns: 60 },
    );
  });

  it('it is said in sentences of a line, without control characters', () => {
    fc.assert(
      fc.property(frames, (all) => {
        for (const { words } of listen(all).said) expect(words).toMatch(/^\P{Cc}*\.$/u);
      }),
      { numRuns: 60 },
    );
  });

  it('what is still so after the longest rest has been told', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 90 }), (noise) => {
        const at = (second: number): Contents => {
          const [cable, disk, full] = noise[Math.min(second, noise.length - 1)] ?? [true, true, false];
          return {
            ...still,
            network: { interfaces: [interfaceOf('lo'), { ...interfaceOf('eth0'), state: cable ? 'up' : 'down' }] },
            disk: { devices: disk ? [{ name: 'sda' }] : [] },
            filesystem: [filesystemOf('/', full ? 0.97 : 0.4)],
          };
        };
        const all = during(noise.length + LONGEST_QUIET + 60, at);
        const { memory } = listen(all);
        const last = all.at(-1);
        if (last === undefined) throw new Error('no frame');
        const told = new Map([...memory.told].map(([key, { facts }]) => [key, facts]));
        for (const { key, facts } of topicsOf(last, told, {})) expect(told.get(key)).toEqual(facts);
      }),
      { numRuns: 30 },
    );
  });
});

describe('what gets worse', () => {
  it('is not kept waiting', () => {
    const { said } = listen(during(60, (at) => ({ ...still, memory: at < 10 ? 0.5 : at < 20 ? 0.9 : 0.97 })));
    expect(said).toEqual([
      { at: 15, words: 'Warning: memory crossed 85%, now 90%.' },
      { at: 25, words: 'Critical: memory 97%.' },
    ]);
  });

  it('comes first, and finds room where the rest has taken its share', () => {
    const mounts = Array.from({ length: 30 }, (_, i) => `/mnt/${i}`);
    const { said } = listen(
      during(30, (at) => ({
        filesystem: [...mounts.map((mount) => filesystemOf(mount, at < 5 ? 0.5 : 0.92)), filesystemOf('/', at < 20 ? 0.5 : 0.99)],
      })),
    );
    expect(said.filter(({ at }) => at === 5)).toHaveLength(MOST_IN_A_MINUTE - 2);
    expect(said.filter(({ at }) => at > 5)).toEqual([{ at: 20, words: 'Critical: / crossed 90% full, now 99%.' }]);
  });
});

describe('what came and went while nothing was said', () => {
  it('is passed over', () => {
    const link = (name: string) => interfaceOf(name, 0);
    const frame = createFrames();
    const names = (at: number) =>
      at < 3 ? ['eth0'] : at < 6 ? ['eth0', 'wg0'] : at < 9 ? ['eth0', 'wg0', 'wg1'] : ['eth0', 'wg0'];
    const { said } = listen(Array.from({ length: 90 }, (_, at) => frame(at, { network: { interfaces: names(at).map(link) } })));
    expect(said).toEqual([{ at: 3, words: 'Network interface wg0 is new.' }]);
  });
});

describe('memory', () => {
  it('holds no more than what there is, however much came and went', () => {
    const frame = createFrames();
    const { memory } = listen(
      Array.from({ length: 600 }, (_, i) =>
        frame(i * 10, { filesystem: [filesystemOf(`/mnt/${i}`, 0.99)], network: { interfaces: [interfaceOf(`veth${i}`, 0)] } }),
      ),
    );
    expect(memory.told.size).toBeLessThan(200);
  });
});
