import { describe, expect, it } from 'vitest';
import { unavailable } from '../../src/metrics/outcome.ts';
import type { Frame } from '../../src/monitor.ts';
import { drawCompact, drawOneLine } from '../../src/ui/compact.ts';
import { lineWidth } from '../../src/ui/draw/line.ts';
import { importance } from '../../src/ui/hiding.ts';
import { panels } from '../../src/ui/panels/index.ts';
import { listProcesses } from '../../src/ui/processes/listing.ts';
import { initialView, type ProcessView } from '../../src/ui/processes/view.ts';
import { plain, textOf, textsOf } from '../harness/look.ts';
import { frameOf } from '../harness/machine.ts';
import { sampleAt } from '../harness/sample.ts';
import { frameAt } from '../harness/scene.ts';

const listed = (frame: Frame) => ({ view: initialView, listing: listProcesses(frame.sample.process, initialView) });

describe('lines without borders', () => {
  it('give every panel one before any gets two', async () => {
    const frame = await frameOf('laptop');
    const lines = (height: number) =>
      textsOf(drawCompact(panels, frame, { width: 40, height }, plain, listed(frame), importance));
    expect(lines(6).map((line) => line.slice(0, 5))).toEqual(['cpu  ', 'used ', '/medi', 'net  ', 'BAT0 ', 'firef']);
    // Who matters least goes first.
    expect(lines(3).map((line) => line.slice(0, 5))).toEqual(['cpu  ', 'used ', 'firef']);
  });

  it('leave the rest to the processes while somebody looks for one', async () => {
    const frame = await frameOf('laptop');
    const lines = (view: Partial<ProcessView>, height: number) => {
      const whole = { ...initialView, ...view };
      const processes = { view: whole, listing: listProcesses(frame.sample.process, whole) };
      return textsOf(drawCompact(panels, frame, { width: 40, height }, plain, processes, importance));
    };
    const found = lines({ query: 'user=ada', goodQuery: 'user=ada', sort: 'pid' }, 10).slice(5);
    expect(found[0]).toMatch(/^\/ user=ada {2}\d of \d/);
    expect(found.slice(1).map((line) => line.split(' ')[0])).toEqual(['firefox', 'sh', 'cc1plus']);
    // Where there is one line, it is a process.
    expect(lines({ query: 'cc1', goodQuery: 'cc1' }, 6).at(-1)).toMatch(/^cc1plus 9000/);
    expect(lines({ shape: 'user', selected: 'user ada' }, 8).slice(5)[0]).toMatch(/^▸ada/);
  });

  it('mark who is tagged, with a mark of its own', async () => {
    const frame = await frameOf('laptop');
    const sorted = { ...initialView, sort: 'pid' } as const;
    const [first = ''] = listProcesses(frame.sample.process, sorted).ids;
    const view = { ...sorted, tagged: new Set([first]) };
    const processes = { view, listing: listProcesses(frame.sample.process, view) };
    const shown = textsOf(drawCompact(panels, frame, { width: 40, height: 20 }, plain, processes, importance));
    expect(shown.filter((line) => line.startsWith('✓'))).toHaveLength(1);
  });

  it('are as wide as the screen, never more than its rows, at every size', async () => {
    const frame = await frameOf('server');
    for (let width = 40; width < 78; width += 3) {
      for (let height = 1; height < 26; height++) {
        const lines = drawCompact(panels, frame, { width, height }, plain, listed(frame), importance);
        expect(lines.length).toBeLessThanOrEqual(height);
        expect(lines.filter((line) => lineWidth(line) !== width)).toEqual([]);
      }
    }
  });

  it('give both rates of a disk, and a cell to memory that is hardly used, where there is little room', async () => {
    const frame = await frameOf('vm');
    const lineOf = (name: string, start: string, width: number) =>
      textsOf(panels.find((panel) => panel.name === name)?.compact(frame, { width, height: 9 }, plain, listed(frame)) ?? []).find(
        (line) => line.startsWith(start),
      );
    expect(lineOf('disks', 'vda', 30)).toMatch(/^vda {7}r +\S+\/s {2}w +\S+\/s *$/);
    expect(lineOf('disks', 'vda', 40)).toMatch(/^vda {7}r +\S+ \S*B\/s {2}w +\S+ \S*B\/s/);
    expect(lineOf('memory', 'used', 30)?.[7]).toBe(plain.glyphs.user);
  });

  it('say in a line why a metric is missing', () => {
    const reason = unavailable('not in this container, nor in any other that was ever seen', 'run it outside');
    const frame: Frame = frameAt(0, { memory: reason });
    const lines = textsOf(drawCompact(panels, frame, { width: 40, height: 5 }, plain, listed(frame), importance));
    expect(lines[1]).toBe('memory: not in this container, nor in a…');
  });
});

describe('one line', () => {
  const frame: Frame = frameAt(0, { cpu: { usage: 0.5, cores: [], load: { one: 1.5, five: 1, fifteen: 1 } }, memory: 0.25 });
  const line = (width: number, shown = frame) => textOf(drawOneLine(shown, width, plain)).trimEnd();

  it('holds CPU, memory and load', () => {
    expect(line(39)).toBe('cpu 50.0% mem 25.0% load 1.50');
  });

  it('names them by a letter where there is less room', () => {
    expect(line(20)).toBe('c50.0% m25.0% l1.50');
  });

  it('shows a dash for what is not known', () => {
    expect(line(39, { ...frame, sample: sampleAt(0) })).toBe('cpu – mem – load –');
  });

  it('is exactly as wide as the screen', () => {
    for (let width = 1; width < 60; width++) expect(lineWidth(drawOneLine(frame, width, plain))).toBe(width);
  });
});
