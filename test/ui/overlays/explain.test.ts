import { describe, expect, it } from 'vitest';
import { NO_ALERTS } from '../../../src/alerts/alert.ts';
import { allEntries } from '../../../src/metrics/catalog.ts';
import { metricNames } from '../../../src/metrics/index.ts';
import { ok, unavailable } from '../../../src/metrics/outcome.ts';
import type { Frame } from '../../../src/monitor.ts';
import { createTracks } from '../../../src/processes/track.ts';
import { lineWidth } from '../../../src/ui/draw/line.ts';
import { drawExplanation } from '../../../src/ui/overlays/explain.ts';
import { panels } from '../../../src/ui/panels/index.ts';
import { plain, textOf } from '../../harness/look.ts';
import { type Contents, filesystemOf, sampleAt } from '../../harness/sample.ts';

const frameOf = (contents: Contents): Frame => ({
  sample: sampleAt(0, contents),
  history: [],
  alerts: NO_ALERTS,
  tracks: createTracks(),
});
const explain = (names: Parameters<typeof drawExplanation>[0], contents: Contents = {}, width = 100) =>
  drawExplanation(names, frameOf(contents), width, plain).map(textOf).join('\n');

describe('an explanation', () => {
  it('tells a value now, its meaning, its formula, its source, and what others print for it', () => {
    const text = explain(['memory'], { memory: 0.5 });
    expect(text).toMatch(/memory\.usage {2}50\.0%/);
    expect(text).toContain('means    Share of memory in use');
    expect(text).toContain('formula  used / total');
    expect(text).toContain('from     /proc/meminfo, proc_meminfo(5)');
    expect(text).toContain('others   glances: the same.');
  });

  it('names the items of a list, as many as have room, and counts the rest', () => {
    const filesystem = ok(['/', '/a', '/b', '/c', '/d'].map((mount) => filesystemOf(mount, 0.25)));
    expect(explain(['filesystem'], { filesystem })).toMatch(/\/ 25\.0%, \/a 25\.0%, \/b 25\.0%, \/c 25\.0% and 1 more/);
  });

  it('says what is not known, and why', () => {
    const text = explain(['battery'], { battery: unavailable('no battery') });
    expect(text).toContain('not known: no battery');
    expect(text).toMatch(/battery\.charge {2}–/);
  });

  it('says how old a value is, and when a budget is the reason', () => {
    const frame = frameOf({ memory: 0.5 });
    const thrift = { budget: 0.01, slowed: [{ task: 'memory' as const, every: 4, usual: 1 }], exceeded: true };
    const moment = { ...frame.sample.moment, ages: { memory: 3 }, thrift };
    const told = drawExplanation(['memory', 'cpu', 'self'], { ...frame, sample: { ...frame.sample, moment } }, 120, plain).map(
      textOf,
    );
    expect(told.slice(0, 2)).toEqual(['Memory', '  read 3 s ago; read every 4 s instead of 1 s, for the budget of 1%']);
    expect(told[told.indexOf('CPU') + 1]).toContain('not known');
    expect(told[told.indexOf('sysmon itself') + 1]).toBe(
      '  budget 1%: memory every 4 s; more is used, and nothing is left that would save much',
    );
  });

  it('leaves no value out, whichever panel is focused', () => {
    const shown = new Set(panels.flatMap((panel) => panel.metrics));
    expect(metricNames.filter((name) => !shown.has(name))).toEqual(['host', 'self']);
    const text = explain(metricNames);
    const missing = allEntries().filter(({ name, field }) => !field.counter && !text.includes(name));
    expect(missing).toEqual([]);
  });

  it.each([36, 76, 156])('fits into %i cells', (width) => {
    const lines = drawExplanation(metricNames, frameOf({}), width, plain);
    expect(lines.filter((line) => lineWidth(line) > width).map(textOf)).toEqual([]);
  });
});
