import { describe, expect, it } from 'vitest';
import { parseRule } from '../../../src/alerts/rule.ts';
import { createLook } from '../../../src/ui/look.ts';
import { type Direction, drawFlow, shareRows } from '../../../src/ui/panels/flow.ts';
import { formatByteRate } from '../../../src/units/format.ts';
import { plain, textsOf } from '../../harness/look.ts';
import { defaults } from '../../harness/machine.ts';

const direction = (mark: string, shading: 'receive' | 'send', series: readonly number[]): Direction => ({
  mark,
  tells: `network.interfaces.${shading}_rate`,
  item: 'eth0',
  shading,
  series,
  top: 10 * 1024 ** 2,
  format: formatByteRate,
});
const half = 5 * 1024 ** 2;
const down = direction('↓', 'receive', [0, half, 2 * half, half]);
const up = direction('↑', 'send', [half, half, 0, 0]);

describe('what flows in and out', () => {
  it('stands on a middle line and hangs from it, with the scales beside', () => {
    expect(textsOf(drawFlow([], down, up, { width: 30, height: 4 }, plain))).toEqual([
      '↓   10 MiB/s                 ⡇',
      '             ⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⣸⣿',
      '                            ⣿⠉',
      '↑   10 MiB/s                  ',
    ]);
  });

  it('stands beside each other in a single row', () => {
    expect(textsOf(drawFlow([], down, up, { width: 20, height: 1 }, plain))).toEqual(['↓ ⢀⢀⢀⢀⢀⣠⣧  ↑ ⢀⢀⢀⢀⢀⣤⣀']);
  });

  it('has the threshold of an alert across the half that it is about, and its value beside, where there is a row for it', () => {
    const rules = [parseRule('network.interfaces.receive_rate[eth*] > 5MiB/s')];
    const look = createLook({ ...defaults, rules }, 0);
    expect(textsOf(drawFlow([], down, up, { width: 30, height: 5 }, look))).toEqual([
      '↓   10 MiB/s                 ⡇',
      '     5 MiB/s ⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⠤⢠⣣',
      '             ⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⢀⣸⣿',
      '                            ⣿⠉',
      '↑   10 MiB/s                  ',
    ]);
    const high = createLook({ ...defaults, rules: [parseRule('network.interfaces.receive_rate > 50MiB/s')] }, 0);
    expect(drawFlow([], down, up, { width: 30, height: 5 }, high)).toEqual(
      drawFlow([], down, up, { width: 30, height: 5 }, plain),
    );
  });

  it('has its marks, but no scales, where there is little room', () => {
    const lines = textsOf(drawFlow([], down, up, { width: 12, height: 2 }, plain));
    expect(lines.map((line) => line.slice(0, 2))).toEqual(['↓ ', '↑ ']);
    expect(lines.map((line) => line.length)).toEqual([12, 12]);
  });
});

describe('rows to spare', () => {
  it('go to as many graphs as get enough, the first ones first', () => {
    expect(shareRows(10, 3, 3)).toEqual([4, 3, 3]);
    expect(shareRows(7, 3, 3)).toEqual([4, 3, 0]);
    expect(shareRows(2, 3, 3)).toEqual([0, 0, 0]);
    expect(shareRows(-4, 2, 3)).toEqual([0, 0]);
  });
});
