import { describe, expect, it } from 'vitest';
import { known } from '../../../src/metrics/outcome.ts';
import { type History, remember } from '../../../src/sampling/history.ts';
import { rememberPeaks } from '../../../src/sampling/peaks.ts';
import { roundBytes } from '../../../src/ui/draw/scale.ts';
import { damped } from '../../../src/ui/panels/damped.ts';
import type { Probe } from '../../../src/ui/panels/series.ts';
import { sampleAt } from '../../harness/sample.ts';

/** Each test asks for a value of its own: a scale goes on from what was asked before. */
const probeRate = (): Probe => (sample) => known(sample.network)?.receiveRate;
const at = (second: number, receiveRate: number) => sampleAt(second, { network: { interfaces: [], receiveRate } });
/** As unsteady as traffic is, and the same each time. */
const unsteady = (second: number) => 1e6 * Math.exp(3 * Math.sin(second * 12.9898) * Math.cos(second * 78.233));

/** The scales of graphs while a history grows and then slides. */
function scalesOf(seconds: number, keep: (history: History, second: number) => History): readonly number[] {
  const probe = probeRate();
  let history: History = [];
  return Array.from({ length: seconds }, (_, second) => {
    history = keep(history, second);
    return roundBytes(damped(history, probe, 10240));
  });
}

function changesIn(scales: readonly number[]): number {
  return scales.filter((scale, i) => i > 0 && scale !== scales[i - 1]).length;
}

describe('the scale of a value that knows no limit', () => {
  it('stays where it is while the oldest samples are dropped', () => {
    const scales = scalesOf(1500, (history, second) => remember(history, at(second, unsteady(second))));
    expect(changesIn(scales.slice(600))).toBeLessThanOrEqual(1);
  });

  it('stays where it is while the last of the largest values may still grow', () => {
    const scales = scalesOf(4200, (history, second) => rememberPeaks(history, at(second, unsteady(second))));
    expect(changesIn(scales.slice(3600))).toBeLessThanOrEqual(1);
  });

  it('is the same, however many samples were not drawn', () => {
    const [all, few] = [probeRate(), probeRate()];
    let history: History = [];
    for (let second = 0; second < 900; second++) {
      history = remember(history, at(second, unsteady(second)));
      damped(history, all, 10240);
      if (second % 7 === 0) damped(history, few, 10240);
    }
    expect(damped(history, few, 10240)).toBe(damped(history, all, 10240));
  });

  it('begins anew in a history that does not go on from the one before', () => {
    const probe = probeRate();
    damped([at(0, 1e9), at(1, 1e9)], probe, 10);
    expect(damped([at(0, 20), at(1, 30)], probe, 10)).toBe(30);
    expect(damped([], probe, 10)).toBe(10);
  });
});
