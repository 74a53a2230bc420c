import { describe, expect, it } from 'vitest';
import type { Frame } from '../../src/monitor.ts';
import type { Task, Thrift } from '../../src/sampling/governor.ts';
import { lineWidth } from '../../src/ui/draw/line.ts';
import { drawHeader } from '../../src/ui/header.ts';
import { busy } from '../exporters/busy.ts';
import { plain, textOf } from '../harness/look.ts';
import { sampleAt } from '../harness/sample.ts';
import { frameAt } from '../harness/scene.ts';

const frame: Frame = { ...frameAt(0), sample: busy, history: [busy] };
const later = (seconds: number): Frame => ({ ...frame, sample: sampleAt(90 + seconds) });
const header = (width: number, shown = frame, live = shown, paused = false) =>
  textOf(drawHeader(shown, { width, interval: 2, live, paused }, plain));

describe('the header', () => {
  it('says whose numbers these are, how long the machine is up, when, and at what pace', () => {
    expect(header(130)).toBe(
      `${'web-1  up 3 d  Debian GNU/Linux 12 (bookworm)  Linux 6.1.0-13-amd64  x86_64  KVM'.padEnd(112)}00:01:30  every 2s`,
    );
  });

  it('tells what sysmon itself costs, where that is known', () => {
    const sample = sampleAt(0, { self: { pid: 7, usage: 0.021, resident: 90 * 2 ** 20 } });
    expect(header(80, { ...frame, sample })).toMatch(/self {2}2\.1% 90M$/);
  });

  it('drops what matters least where there is little room, and keeps its width', () => {
    expect(header(40)).toBe('web-1  up 3 d         00:01:30  every 2s');
    for (let width = 20; width < 200; width++) expect(lineWidth([{ text: header(width) }])).toBe(width);
  });

  it('counts how long the picture has stood still', () => {
    expect(header(80, frame, later(3725), true)).toMatch(/ PAUSED 62:05 {3}every 2s$/);
    expect(header(80, frame, frame, true)).toContain(' PAUSED 00:00 ');
  });

  it('tells what a budget has slowed, in as many words as there is room for', () => {
    const thrift = (budget: number, paces: readonly (readonly [Task, number])[], exceeded = false): Thrift => ({
      budget,
      slowed: paces.map(([task, every]) => ({ task, every, usual: 1 })),
      exceeded,
    });
    const told = (width: number, budget: Thrift) => {
      const sample = sampleAt(0);
      return header(width, { ...frame, sample: { ...sample, moment: { ...sample.moment, thrift: budget } } });
    };
    expect(told(100, thrift(0.01, [['process', 4]]))).toContain('sysmon  processes every 4 s (budget)');
    const three = thrift(0.01, [
      ['process', 10],
      ['screen', 5],
      ['cpu', 2],
    ]);
    expect(told(120, three)).toContain('  processes every 10 s, screen every 5 s, 1 more slower (budget)');
    expect(told(80, three)).toContain('  processes every 10 s, 2 more slower (budget)');
    expect(told(60, three)).toContain('  3 slower (budget)');
    expect(told(100, thrift(0.005, [['screen', 5]], true))).toContain('  over budget 0.5%  screen every 5 s (budget)');
    expect(told(100, thrift(0.01, []))).not.toContain('budget');
    for (let width = 20; width < 200; width++) expect(lineWidth([{ text: told(width, three) }])).toBe(width);
  });

  it('says that it rests, and that a battery is the reason for a longer interval', () => {
    const options = { width: 120, interval: 2, live: frame, paused: false };
    const told = (more: object) => textOf(drawHeader(frame, { ...options, ...more }, plain));
    expect(told({ resting: true })).toContain('web-1  resting, not focused: drawn every 5 s  ');
    expect(told({ resting: true, interval: 30 })).toContain('drawn every 30 s');
    expect(told({ resting: true, width: 60 })).toContain('web-1  resting  ');
    expect(told({ onBattery: true })).toMatch(/every 2s \(battery\)$/);
  });

  it('tells of a gap for a minute', () => {
    const gap = sampleAt(100, { gap: 5400 });
    const past = (seconds: number): Frame => {
      const sample = sampleAt(100 + seconds);
      return { ...frameAt(0), sample, history: [busy, gap, sample] };
    };
    expect(header(80, past(1))).toContain('gap of 1 h 30 m');
    expect(header(80, past(61))).not.toContain('gap');
  });
});
