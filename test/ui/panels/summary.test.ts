import { describe, expect, it } from 'vitest';
import { NO_ALERTS } from '../../../src/alerts/alert.ts';
import { known, ok } from '../../../src/metrics/outcome.ts';
import type { Frame } from '../../../src/monitor.ts';
import { createTracks } from '../../../src/processes/track.ts';
import type { History } from '../../../src/sampling/history.ts';
import { panelNamed } from '../../../src/ui/panels/index.ts';
import { drawSummary } from '../../../src/ui/panels/summary.ts';
import { EMPTY_LISTING } from '../../../src/ui/processes/listing.ts';
import { initialView } from '../../../src/ui/processes/view.ts';
import { formatPercent } from '../../../src/units/format.ts';
import { plain, textOf } from '../../harness/look.ts';
import { processOf, sampleAt } from '../../harness/sample.ts';

/** A sample a second, each with the use of the CPU and who used most. */
const historyOf = (past: readonly (readonly [number, string])[]): History =>
  past.map(([cpu, name], second) =>
    sampleAt(second, {
      cpu,
      process: { count: 2, all: [processOf(1, { name: 'init', usage: 0 }), processOf(2, { name, usage: cpu })] },
    }),
  );
const frameWith = (history: History, peaks?: History): Frame => ({
  sample: history.at(-1) ?? sampleAt(0),
  history,
  ...(peaks && { peaks }),
  alerts: NO_ALERTS,
  tracks: createTracks(),
});
const past = [
  [0.1, 'idle'],
  [0.96, 'ffmpeg'],
  [0.2, 'node'],
  [0.5, 'node'],
] as const;

function summary(frame: Frame, room = 100, span?: number): string {
  const series = frame.history.map(({ cpu }) => known(cpu)?.usage);
  const now = known(frame.sample.cpu)?.usage;
  const options = { tells: 'cpu.usage', now, cells: 5, room, format: formatPercent };
  return textOf(drawSummary(frame, series, options, { ...plain, span }));
}

describe('the summary of what was', () => {
  it('tells now, mean, peak, and who was at the top then', () => {
    expect(summary(frameWith(historyOf(past)))).toBe('now 50.0%  over  3 s  mean 44.0%  peak 96.0% ffmpeg         ');
  });

  it('keeps its numbers in their places, whatever they are, and however long the name is', () => {
    const calm = historyOf([
      [0, 'ffmpeg'],
      [1, 'a-longer-name'],
      [0.05, 'node'],
    ]);
    expect(summary(frameWith(calm))).toBe('now  5.0%  over  2 s  mean 35.0%  peak  100% a-longer-name  ');
  });

  it('leaves out first what is seen elsewhere, then for how long, then who', () => {
    const frame = frameWith(historyOf(past));
    expect([64, 50, 44, 33, 30, 24, 20].map((room) => summary(frame, room))).toEqual([
      'now 50.0%  over  3 s  mean 44.0%  peak 96.0% ffmpeg         ',
      'over  3 s  mean 44.0%  peak 96.0% ffmpeg         ',
      'over  3 s  mean 44.0%  peak 96.0% ffmpeg    ',
      'mean 44.0%  peak 96.0% ffmpeg    ',
      'mean 44.0%  peak 96.0%',
      'mean 44.0%  peak 96.0%',
      '',
    ]);
  });

  it('cuts a name for which there is no room', () => {
    expect(summary(frameWith(historyOf([[0.5, 'systemd-journald']])), 33)).toBe('mean 50.0%  peak 50.0% systemd-j…');
  });

  it('is of the time that graphs span, and says how much of it is known', () => {
    const frame = frameWith(historyOf(past));
    expect(summary(frame, 100, 2).trimEnd()).toBe('now 50.0%  over  2 s  mean 35.0%  peak 50.0% node');
    expect(summary(frame, 100, 900).trimEnd()).toBe('now 50.0%  over  3 s of 15 m  mean 44.0%  peak 96.0% ffmpeg');
  });

  it('has no mean of what are but the largest values', () => {
    const peaks = historyOf(past);
    expect(summary(frameWith(peaks, peaks)).trimEnd()).toBe('now 50.0%  over  3 s  peak 96.0% ffmpeg');
  });

  it('tells what is now, where the last of the largest values is another', () => {
    const peaks = historyOf(past.slice(0, 2));
    const frame = { ...frameWith(peaks, peaks), sample: sampleAt(5, { cpu: 0.25, memory: 0.5 }) };
    const caption = panelNamed('cpu').caption?.(frame, plain, { view: initialView, listing: EMPTY_LISTING }, 100) ?? [];
    expect(textOf(caption)).toMatch(/^now 25.0% {2}over {2}1 s {2}peak 96.0%/);
    expect(panelNamed('cpu').trends(frame, plain)[0]?.now).toBe(0.25);
    expect(panelNamed('memory').trends(frame, plain)[0]?.now).toBe(0.5);
  });

  it('has no share of a memory of which the system says that there is none', () => {
    const memory = { total: 0, used: 0, available: 0, usage: 0, cached: 4096 };
    const history = [sampleAt(0, { memory: ok(memory) }), sampleAt(1, { memory: ok(memory) })];
    expect(
      panelNamed('memory')
        .trends(frameWith(history), plain)
        .map(({ now, series }) => [now, ...series]),
    ).toEqual([
      [0, 0, 0],
      [undefined, undefined, undefined],
    ]);
  });

  it('is nothing where nothing is known', () => {
    expect(summary(frameWith([]))).toBe('');
  });
});
