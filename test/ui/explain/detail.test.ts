import { describe, expect, it } from 'vitest';
import { panelNames } from '../../../src/config/settings.ts';
import type { Action } from '../../../src/keymap/action.ts';
import { ok } from '../../../src/metrics/outcome.ts';
import { inspectNothing } from '../../../src/metrics/process/detail/detail.ts';
import { drawScreen } from '../../../src/ui/composition.ts';
import { drawDetail } from '../../../src/ui/detail/detail.ts';
import type { Inspection } from '../../../src/ui/detail/inspection.ts';
import { lineWidth } from '../../../src/ui/draw/line.ts';
import { reachableValues } from '../../../src/ui/explain/reachable.ts';
import { meantValue, type ShownValue } from '../../../src/ui/explain/shown.ts';
import { nameOf, sayingsOf } from '../../../src/ui/explain/text.ts';
import { reduceScreen } from '../../../src/ui/reduce-screen.ts';
import { initialState, type ScreenState } from '../../../src/ui/screen-state.ts';
import { configurationWith } from '../../harness/configuration.ts';
import { plain, textsOf } from '../../harness/look.ts';
import { defaults } from '../../harness/machine.ts';
import { frameAt, sceneOf, situationWith } from '../../harness/scene.ts';
import { inspectionOf, nginx, wholeDetail } from '../detail/details.ts';

const frame = frameAt(100);

const inspections: readonly (readonly [string, Inspection])[] = [
  ['of a process that tells all', inspectionOf(ok(wholeDetail()))],
  ['where much may not be read', inspectionOf()],
  ['of one that has ended', inspectionOf(ok(wholeDetail()), { ended: 88 })],
  ['where only the list is known', inspectionOf(inspectNothing({ pid: 7, start: 1 }), { ancestors: [] })],
];
const sizes = [
  [160, 48],
  [80, 24],
  [40, 12],
] as const;

/** What is on the screen of one who opens a detail and presses keys. */
function screenOf(detail: Inspection, size: readonly [number, number]) {
  let state: ScreenState = { ...initialState(panelNames), detail };
  const values = (shown: ScreenState) => reachableValues(sceneOf(frame, size, shown), plain);
  const situation = situationWith({ frame, end: 0, values, inForce: configurationWith(defaults).inForce.get });
  return {
    state: () => state,
    values: () => values(state),
    press: (...actions: readonly Action[]) => {
      for (const action of actions) state = reduceScreen(state, action, situation);
    },
    lines: () => drawScreen(sceneOf(frame, size, state), plain),
    /** Its text stands inverse on the screen. */
    explained: (): ShownValue | undefined => {
      const { explained } = state;
      const inSight = values(state).filter(({ beyond }) => beyond === undefined);
      return explained && meantValue(inSight, explained);
    },
  };
}

const idOf = ({ tells, item }: ShownValue) => `${tells} ${item}`;

describe.each(inspections)('the detail %s', (_, detail) => {
  it.each(sizes)('has at %i×%i no number that does not say which value it is', (width, height) => {
    const silent = drawDetail(detail, 100, { width: width - 4, height: height - 3 }, plain)
      .flat()
      .filter(({ text, tells }) => tells === undefined && /[\d–]/.test(text) && !text.includes('characters more'));
    expect(silent.map(({ text }) => text)).toEqual([]);
  });

  it.each(sizes)('has at %i×%i an explanation of every value, which stands beside it, scrolled for where need be', (...size) => {
    const screen = screenOf(detail, size);
    screen.press({ type: 'explain' });
    const reached = new Set<string>();
    const all = screen.values().filter(({ area }) => area === 'detail');
    // One step for each, as → goes past none.
    for (const _ of all) {
      const at = screen.explained();
      if (at === undefined) break;
      reached.add(idOf(at));
      const lines = screen.lines();
      expect(lines.length).toBe(size[1]);
      expect(lines.filter((line) => lineWidth(line) !== size[0])).toEqual([]);
      const { text } = at;
      expect(lines.flat().filter((part) => part.inverse && part.text.trim() === text)).toHaveLength(1);
      expect(textsOf(lines).join('\n')).toContain(`▸ ${nameOf(at, { sample: frame.sample, detail }).slice(0, size[0] - 25)}`);
      const sayings = sayingsOf(at, { sample: frame.sample, detail }, plain);
      expect([at.tells, sayings.map(({ label }) => label).join()]).toEqual([at.tells, expect.stringContaining('means')]);
      for (const saying of sayings) expect(saying.text).not.toMatch(/undefined|NaN|^$/);
      screen.press({ type: 'walk', by: 1 });
    }
    expect(reached).toEqual(new Set(all.map(idOf)));
  });
});

describe('in the detail of a process', () => {
  const said = (tells: string, item?: string, detail = inspectionOf(ok(wholeDetail()))) =>
    sayingsOf({ tells, item, area: 'detail' }, { sample: frame.sample, detail }, plain).map(
      ({ label, text }) => `${label}: ${text}`,
    );

  it('a value is explained with source, formula and what others print', () => {
    expect(said('detail.proportional.proportional')).toEqual([
      expect.stringContaining('means: Its own memory, and of each page shared with others the share of one'),
      'formula: Pss',
      'from: /proc/PID/smaps_rollup, proc_pid_smaps(5)',
      'others: ps PSS: 512',
      expect.stringContaining("smem's PSS"),
    ]);
  });

  it('a limit is explained by what is limited, and in the units of the shell', () => {
    expect(said('detail.limits.soft', 'open files')).toEqual([
      expect.stringMatching(/means: .*highest descriptor.*RLIMIT_NOFILE/),
      expect.stringContaining('The soft limit'),
      'formula: Soft Limit',
      'from: /proc/PID/limits, proc_pid_limits(5)',
      'others: ulimit -Sn: 1024',
      expect.stringContaining('prlimit'),
    ]);
  });

  it('what may not be read is explained with the reason, and with what it would tell', () => {
    expect(said('detail.proportional', undefined, inspectionOf())).toEqual([
      'not known: not permitted; run sysmon as root',
      expect.stringContaining('means: Its own memory'),
      expect.stringContaining('What only it uses'),
    ]);
  });

  it('values of one that has ended are explained by what was known last', () => {
    const over = inspectionOf(ok(wholeDetail()), { ended: 88 });
    expect(said('process.all.resident', nginx.id, over).join('\n')).toMatch(/ps RSS: 4[\s\S]*age: it ended 12 s ago/);
    expect(
      nameOf({ tells: 'process.all.resident', item: nginx.id, area: 'detail' }, { sample: frame.sample, detail: over }),
    ).toBe('process.all.resident of nginx 7');
  });

  it('Esc leaves the explanation first, and then the detail, which stays where it was scrolled to', () => {
    const screen = screenOf(inspectionOf(), [80, 24]);
    screen.press({ type: 'explain' }, { type: 'scroll', by: 'end' });
    const { scroll } = screen.state();
    expect(scroll).toBeGreaterThan(0);
    screen.press({ type: 'back' });
    expect(screen.state()).toMatchObject({ explained: undefined, detail: { process: nginx }, scroll });
    screen.press({ type: 'back' });
    expect(screen.state().detail).toBeUndefined();
  });

  it('who goes down stays in the column, past its gaps', () => {
    const screen = screenOf(inspectionOf(), [160, 48]);
    screen.press({ type: 'explain' });
    const seen: ShownValue[] = [];
    for (let at = screen.explained(); at && at.tells !== 'detail.limits.soft' && seen.length < 50; at = screen.explained()) {
      seen.push(at);
      screen.press({ type: 'scroll', by: 'line' });
    }
    expect(seen.length).toBeLessThan(30);
    expect(Math.max(...seen.map(({ x }) => x))).toBeLessThan(80);
  });

  it('Tab goes to the first line of the screen and back', () => {
    const screen = screenOf(inspectionOf(), [160, 48]);
    screen.press({ type: 'explain' }, { type: 'moveFocus', by: 1 });
    expect(screen.explained()?.area).toBe('header');
    screen.press({ type: 'moveFocus', by: 1 });
    expect(screen.explained()).toMatchObject({ area: 'detail', tells: 'process.all.name' });
  });
});
