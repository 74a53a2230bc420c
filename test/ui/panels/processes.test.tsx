import { afterEach, describe, expect, it } from 'vitest';
import { unavailable } from '../../../src/metrics/outcome.ts';
import { createFakeClock } from '../../harness/fake-clock.ts';
import { household } from '../../harness/household.ts';
import { createScriptedMonitor } from '../../harness/monitor.ts';
import { type Contents, processOf, sampleAt } from '../../harness/sample.ts';
import { openTestScreen, type TestScreen } from '../../harness/screen.tsx';

let screen: TestScreen;
afterEach(async () => {
  screen?.close();
  await screen?.done.catch(() => {});
});

/** A screen of a machine whose nth sample is as the script says; the first is drawn. */
async function show(
  size: { readonly columns: number; readonly rows: number },
  script: (nth: number) => Contents = () => household(),
) {
  const clock = createFakeClock();
  const monitor = createScriptedMonitor(clock, (nth) => sampleAt(0, script(nth)));
  screen = openTestScreen(monitor, size);
  monitor.sampler.start();
  await clock.advance(0.5);
  await screen.waitFor('quit');
  return clock;
}

const LARGE = { columns: 160, rows: 48 };
/** The rows of the list, as they stand below its head. */
const listed = (text = screen.text()) => {
  const lines = text.split('\n').flatMap((line) => line.match(/│ +(\d+ +(?:ada|eva|root) .*\S) +[│┃]$/)?.[1] ?? []);
  return lines.map((line) => line.replace(/ +/g, ' '));
};
/** What is marked as selected. */
const selected = () =>
  screen
    .text()
    .split('\n')
    .flatMap((line) => line.match(/▸(\S.*)/)?.[1] ?? []);

describe('the list of processes', () => {
  it('shows who uses most, in columns under a head that says by what they are sorted', async () => {
    await show(LARGE);
    const text = await screen.waitFor('server.js');
    expect(text).toContain('29 of 30   no kernel');
    expect(text).toMatch(/PID USER +S +TIME +RSS +MEM% +IO\/s +CPU%▼ HISTORY +COMMAND/);
    expect(listed(text)[0]).toBe('101 ada S 1:02:05 1.46G – – 60.0 ⣶ node server.js');
    screen.press('r');
    await screen.waitFor('CPU%▲');
    screen.press('m');
    expect(await screen.waitFor('RSS▼')).not.toContain('CPU%▲');
    expect(listed()[1]).toMatch(/^102 /);
  });

  it('tells CPU as a share of the machine where 0 asks for it', async () => {
    await show(LARGE);
    screen.press('0');
    await screen.waitFor('CPU%/4▼');
    expect(listed()[0]).toContain(' 15.0 ⣶ node server.js');
  });

  it('marks the head that it is sorted by, be it as wide as its column', async () => {
    await show(LARGE);
    screen.press('T');
    await screen.waitFor('TIME▼');
    for (const head of ['THR▼', 'NI▼', 'S▼ ']) {
      screen.press('<');
      await screen.waitFor(head);
    }
    screen.press('r');
    await screen.waitFor(/ S▲ +TIME /);
  });

  it('selects with the cursor keys, and keeps to the process while others pass it', async () => {
    const clock = await show(LARGE, (nth) => household((worker) => (nth < 2 ? 0 : 1 + worker)));
    screen.press('Down', 'Down');
    await screen.waitFor(() => selected().some((row) => row.includes('worker.js')));
    await clock.advance(2);
    await screen.waitFor('2500');
    expect(selected()).toEqual([]);
    screen.press('Up');
    // Twenty-four workers are before it now; the step is from there.
    await screen.waitFor(() => selected().some((row) => row.includes('server.js')));
  });

  it('hides and comes back with 6', async () => {
    await show(LARGE);
    screen.press('6');
    await screen.waitFor((text) => !text.includes('server.js') && text.includes('6 (processes)'));
    screen.press('6');
    await screen.waitFor('server.js');
  });

  it('is a tree with t, and folds with the space bar', async () => {
    await show(LARGE);
    screen.press('t');
    await screen.waitFor('├─worker-24');
    screen.press('N', '/bash or node', 'Enter');
    await screen.waitFor(/ {4}└─node worker\.js/);
    screen.press('Down', 'Down', ' ');
    const folded = await screen.waitFor('└─-bash  +2');
    expect(folded).not.toContain('worker.js');
    screen.press(' ');
    await screen.waitFor('worker.js');
  });

  it('sums up by program with j', async () => {
    await show(LARGE);
    screen.press('j');
    const text = await screen.waitFor('node  2 processes');
    expect(text).toMatch(/×2 .* 1\.76G +– +– +100 +⣿ node {2}2 processes/);
  });

  it('names a program in full before it says a second time how many run', async () => {
    const process = (pid: number) => processOf(pid, { name: 'a-long-program', command: 'a-long-program' });
    await show({ columns: 80, rows: 24 }, () => ({ process: { count: 2, all: [process(1), process(2)] } }));
    screen.press('j');
    expect(await screen.waitFor('×2')).toMatch(/×2 .* a-long-program +│$/m);
  });

  it('scrolls where it is zoomed, and says what the end holds', async () => {
    await show({ columns: 100, rows: 20 });
    screen.press('Shift+Tab', 'Enter');
    const top = await screen.waitFor((text) => text.includes('server.js') && !text.includes('1 cpu ─'));
    expect(listed(top)).toHaveLength(15);
    screen.press('End');
    await screen.waitFor('-bash');
    expect(selected()[0]).toContain('worker-0');
    screen.press('Home');
    await screen.waitFor('server.js');
  });

  it('is the busiest ones where there is little room', async () => {
    await show({ columns: 40, rows: 12 });
    expect(await screen.waitFor('node 101')).toMatch(/node 101 +60\.0% +1\.46G/);
    expect(screen.text()).toMatch(/node 102 +40\.0% +300M/);
  });

  it.each([LARGE, { columns: 80, rows: 24 }, { columns: 40, rows: 12 }])(
    'says why there is none, at $columns×$rows',
    async (size) => {
      await show(size, () => ({ ...household(), process: unavailable('hidden by hidepid', 'run it as root') }));
      await screen.waitFor('processes: hidden by hidepid');
    },
  );
});

describe('a query', () => {
  it('filters while it is typed, all at once too; Enter keeps it, Esc clears it', async () => {
    await show(LARGE);
    screen.press('/node');
    const text = await screen.waitFor('/ node   2 of 29');
    expect(listed(text)).toHaveLength(2);
    expect(text).toContain('Enter keep');
    expect(text.match(/\/ node/g), 'once on the screen').toHaveLength(1);
    expect(text).toContain('▸ 6 processes');
    // Letters are letters, not keys, until Enter.
    screen.press('q', 'Backspace');
    screen.press('Enter');
    const kept = await screen.waitFor((shown) => shown.includes('q quit') && shown.includes('2 of 29'));
    expect(kept, 'the focus is where it was').toContain('▸ 1 cpu');
    screen.press('Esc');
    await screen.waitFor('worker-24');
    expect(screen.text()).not.toContain(' of 29');
  });

  it('that is wrong says so where it is, and keeps the list of the last good one', async () => {
    await show(LARGE);
    screen.press('/node (');
    const text = await screen.waitFor((shown) => shown.includes('/ node (') && !shown.includes(' of 29'));
    expect(listed(text)).toHaveLength(2);
    expect(text).toContain('/ node (   at 6: ( is never closed');
  });

  it('that hides who is tagged leaves their number in sight', async () => {
    await show(LARGE);
    screen.press('/bash');
    await screen.waitFor('1 of 29');
    screen.press('Enter');
    screen.press('Down');
    await screen.waitFor('▸');
    screen.press('x');
    await screen.waitFor('1 tagged');
    screen.press('/');
    screen.press('Esc');
    screen.press('/node');
    expect(await screen.waitFor('2 of 29')).toContain('1 tagged');
  });

  it('brings the processes to the screen where they are hidden', async () => {
    await show(LARGE);
    screen.press('6/bash');
    expect(listed(await screen.waitFor('1 of 29'))).toHaveLength(1);
  });

  it('can always be quit from with Ctrl+C', async () => {
    await show(LARGE);
    screen.press('/q');
    await screen.waitFor('/ q ');
    screen.press('Ctrl+C');
    await screen.done;
    expect(screen.raw).toBe(false);
  });
});
