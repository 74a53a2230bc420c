import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORGET, isIll, MINIMUM, type Observation, OK, type State, step } from '../../src/alerts/machine.ts';
import { parseRule } from '../../src/alerts/rule.ts';
import { sampleAt } from '../harness/sample.ts';

const busy = parseRule('cpu.usage > 80% for 10s');
const full = parseRule('filesystem.usage > 90%');
const scarce = parseRule('memory.available < 500M for 5s');

type Step = readonly [at: number, observed: Observation, gap?: number | undefined];

/** The states after each step, from ok on. */
function run(rule: typeof busy, steps: readonly Step[]): readonly State[] {
  let state: State = OK;
  return steps.map(([at, observed, gap]) => {
    state = step(rule, state, observed, momentAt(at, gap));
    return state;
  });
}

function momentAt(at: number, gap?: number) {
  return sampleAt(at, gap === undefined ? {} : { gap }).moment;
}

/** One step a second, from second `from` on. */
function eachSecond(from: number, ...observed: readonly Observation[]): readonly Step[] {
  return observed.map((one, i) => [from + i, one]);
}

function phases(states: readonly State[]): string {
  return states.map(({ phase }) => ({ ok: '.', pending: 'p', firing: 'F', resolved: 'R' })[phase]).join('');
}

describe('what is ill', () => {
  it('fires once it has been so for the hold time', () => {
    const states = run(busy, eachSecond(0, 0.5, ...Array(11).fill(0.96)));
    expect(phases(states)).toBe('.ppppppppppF');
    expect(states.at(-1)).toMatchObject({ since: momentAt(1), value: 0.96, peak: 0.96 });
  });

  it('begins anew after a single well value', () => {
    expect(phases(run(busy, eachSecond(0, ...Array(9).fill(0.96), 0.8, ...Array(11).fill(0.96))))).toBe('ppppppppp.ppppppppppF');
  });

  it('fires at once without a hold time', () => {
    expect(phases(run(full, [[0, 0.93]]))).toBe('F');
  });

  it('is below the threshold where the rule says so', () => {
    expect(phases(run(scarce, eachSecond(0, 600 * 2 ** 20, 499 * 2 ** 20, ...Array(5).fill(2 ** 20))))).toBe('.pppppF');
  });

  it('is held by the time that passed, not by the number of samples', () => {
    expect(
      phases(
        run(busy, [
          [0, 0.9],
          [4, 0.9],
          [10, 0.9],
        ]),
      ),
    ).toBe('ppF');
    expect(
      phases(
        run(busy, [
          [0, 0.9],
          [3600, 0.9],
        ]),
      ),
    ).toBe('pF');
  });
});

describe('what fires', () => {
  const held = eachSecond(0, ...Array(11).fill(0.9));

  it('stays within the margin of the threshold', () => {
    const states = run(busy, [...held, ...eachSecond(11, ...Array(100).fill(0.79))]);
    expect(phases(states.slice(10))).toBe('F'.repeat(101));
  });

  it('resolves when it has been well for its hold time, and ceased when it became well', () => {
    const states = run(busy, [...held, ...eachSecond(11, 0.97, 0.78, 0.79, ...Array(11).fill(0.5))]);
    expect(phases(states.slice(10))).toBe('FFFFFFFFFFFFFFR');
    expect(states.at(-1)).toMatchObject({ since: momentAt(0), ceased: momentAt(14), value: 0.5, peak: 0.97 });
  });

  it('stays for the minimum time, however soon it is well', () => {
    const states = run(full, eachSecond(0, 0.93, ...Array(10).fill(0.5)));
    expect(phases(states)).toBe('FFFFFFFFFFR');
    expect(states.at(-1)).toMatchObject({ since: momentAt(0), ceased: momentAt(1), peak: 0.93 });
  });

  it('need be well for no longer than the minimum time, whatever its hold time', () => {
    const slow = parseRule('cpu.usage > 80% for 1h');
    expect(phases(run(slow, [[0, 0.9], [3600, 0.9], ...eachSecond(3601, ...Array(11).fill(0.1))]))).toBe('pFFFFFFFFFFFR');
  });

  it('rests for the minimum time after it has resolved', () => {
    const states = run(full, eachSecond(0, 0.93, ...Array(10).fill(0.5), ...Array(10).fill(0.95)));
    expect(phases(states)).toBe('FFFFFFFFFFRpppppppppF');
    expect(states.at(-1)).toMatchObject({ since: momentAt(11) });
  });

  it('keeps the worst value, that of the hold time counted in', () => {
    expect(run(busy, eachSecond(0, 0.9, 0.99, ...Array(9).fill(0.9))).at(-1)).toMatchObject({ value: 0.9, peak: 0.99 });
    const low = (mebibytes: number) => mebibytes * 2 ** 20;
    expect(
      run(scarce, [
        [0, low(300)],
        [5, low(200)],
        [6, low(100)],
        [7, low(400)],
      ]).at(-1),
    ).toMatchObject({
      value: low(400),
      peak: low(100),
    });
    expect(run(full, eachSecond(0, 0.93, 0.99, 0.92)).at(-1)).toMatchObject({ value: 0.92, peak: 0.99 });
  });

  it('stays while it is unknown, but not for ever', () => {
    const states = run(full, [
      [0, 0.93],
      [1, 0.94],
      [2, 'unknown'],
      [FORGET, 'unknown'],
      [1 + FORGET, 'unknown'],
    ]);
    expect(phases(states)).toBe('FFFFR');
    expect(states.at(-1)).toMatchObject({ ceased: momentAt(1), value: 0.94 });
  });

  it('resolves when it is gone', () => {
    expect(
      phases(
        run(full, [
          [0, 0.93],
          [20, 'gone'],
          [21, 'gone'],
        ]),
      ),
    ).toBe('FR.');
  });

  it('goes on after a gap until it is known to be well', () => {
    expect(
      phases(
        run(full, [
          [0, 0.93],
          [20, 0.93, 3600],
          [21, 0.5],
        ]),
      ),
    ).toBe('FFR');
    expect(
      phases(
        run(full, [
          [0, 0.93],
          [20, 'unknown', 3600],
          [21, 0.93],
        ]),
      ),
    ).toBe('FFF');
  });
});

describe('a gap', () => {
  it('fires nothing and lets the hold time begin anew', () => {
    expect(
      phases(
        run(full, [
          [0, 0.93, 60],
          [1, 0.93],
        ]),
      ),
    ).toBe('.F');
    expect(
      phases(
        run(busy, [
          [0, 0.9],
          [9, 0.9],
          [12, 0.9, 60],
          [13, 0.9],
          [22, 0.9],
          [23, 0.9],
        ]),
      ),
    ).toBe('pp.ppF');
  });
});

describe('an unknown value', () => {
  it('fires nothing and lets the hold time begin anew', () => {
    expect(
      phases(
        run(busy, [
          [0, 0.9],
          [9, 0.9],
          [10, 'unknown'],
          [11, 0.9],
          [20, 0.9],
          [21, 0.9],
        ]),
      ),
    ).toBe('pp.ppF');
  });
});

describe('whatever the values', () => {
  const observation = fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(0.1, 0.77, 0.79, 0.81, 0.89, 0.92, 0.99) },
    { weight: 1, arbitrary: fc.constantFrom('gone' as const, 'unknown' as const) },
  );
  const spell = fc.record({
    observed: observation,
    length: fc.integer({ min: 1, max: 15 }),
    pace: fc.constantFrom(0.5, 1, 1, 1, 3, 20, 400),
    gap: fc.oneof({ weight: 12, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.constant(60) }),
  });
  const steps = fc.array(spell, { minLength: 5, maxLength: 40 }).map((spells) => {
    let at = 0;
    return spells.flatMap(({ observed, length, pace, gap }) =>
      Array.from({ length }, (_, i): Step => {
        at += pace;
        return [at, observed, i === 0 ? gap : undefined];
      }),
    );
  });
  const rules = fc.constantFrom(busy, full, parseRule('cpu.usage < 80% for 3s'));

  it('shows and hides no alert within the minimum time', () => {
    fc.assert(
      fc.property(rules, steps, (rule, all) => {
        const shown = run(rule, all).map(({ phase }) => phase === 'firing');
        const changes = all.filter((_, i) => shown[i] !== (shown[i - 1] ?? false)).map(([at]) => at);
        changes.forEach((at, i) => {
          expect(at - (changes[i - 1] ?? -MINIMUM)).toBeGreaterThanOrEqual(MINIMUM);
        });
      }),
    );
  });

  it('fires only what was known to be ill, without a gap, for the whole hold time', () => {
    fc.assert(
      fc.property(rules, steps, (rule, all) => {
        const states = run(rule, all);
        states.forEach((state, i) => {
          if (state.phase !== 'firing' || states[i - 1]?.phase === 'firing') return;
          const { since, fired } = state;
          expect(fired - since.monotonic).toBeGreaterThanOrEqual(rule.hold);
          const held = all.filter(([at]) => at >= since.monotonic && at <= fired);
          expect(held.every(([, value, gap]) => gap === undefined && typeof value === 'number' && isIll(rule, value))).toBe(true);
        });
      }),
    );
  });

  it('reaches every phase, so that the two above say something', () => {
    const seen = new Set(fc.sample(steps, { numRuns: 50, seed: 1 }).flatMap((all) => run(busy, all).map(({ phase }) => phase)));
    expect([...seen].sort()).toEqual(['firing', 'ok', 'pending', 'resolved']);
  });
});
