import { describe, expect, it } from 'vitest';
import { parseRule } from '../../../src/alerts/rule.ts';
import { ok } from '../../../src/metrics/outcome.ts';
import type { Frame } from '../../../src/monitor.ts';
import { createLook } from '../../../src/ui/look.ts';
import { drawUsage } from '../../../src/ui/panels/cpu-usage.ts';
import { plain, textsOf } from '../../harness/look.ts';
import { defaults } from '../../harness/machine.ts';
import { sampleAt } from '../../harness/sample.ts';
import { frameAt } from '../../harness/scene.ts';

/** Sixty samples of this use, of which so much is the kernel's. */
function frameOf(usage: number, system: number): Frame {
  const history = Array.from({ length: 60 }, (_, i) => sampleAt(i, { cpu: ok({ usage, system, cores: [] }) }));
  return { ...frameAt(0), sample: history[59] ?? sampleAt(0), history };
}

describe('the graph of the CPU', () => {
  it('has everything above the middle line, the kernel below, and the threshold of the alert across', () => {
    expect(textsOf(drawUsage(frameOf(0.25, 0.125), { width: 30, height: 6 }, plain))).toEqual([
      '100% ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀',
      '                              ',
      '                              ',
      ' all ⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿⣿',
      ' sys ⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛',
      ' 50%                          ',
    ]);
  });

  it('cuts nothing of the kernel off: where it took more than its half shows, that goes to 100%', () => {
    const lines = textsOf(drawUsage(frameOf(0.9, 0.75), { width: 30, height: 6 }, plain));
    expect(lines.at(-1)).toBe('100% ⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛⠛');
  });

  it('is of everything alone where there are few rows, and without a scale where it is narrow', () => {
    expect(textsOf(drawUsage(frameOf(0.5, 0.5), { width: 4, height: 2 }, plain))).toEqual(['⠤⠤⠤⠤', '⣿⣿⣿⣿']);
  });

  it('has the threshold of the rules in force, the lowest that warns, and none where that is off', () => {
    const rowOfLine = (rules: readonly string[]) => {
      const look = createLook({ ...defaults, rules: rules.map(parseRule) }, 0);
      return textsOf(drawUsage(frameOf(0, 0), { width: 4, height: 4 }, look).slice(0, 3)).findIndex((line) => line.trim() !== '');
    };
    expect(rowOfLine(['cpu.usage > 95%', 'cpu.usage > 40%'])).toBe(2);
    expect(rowOfLine(['cpu.usage > 95%'])).toBe(0);
    expect(rowOfLine(['cpu.usage < 40%'])).toBe(2);
    expect(rowOfLine(['memory.usage > 40%'])).toBe(-1);
  });
});
