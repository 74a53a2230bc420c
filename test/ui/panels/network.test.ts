import { describe, expect, it } from 'vitest';
import { panelNamed } from '../../../src/ui/panels/index.ts';
import { EMPTY_LISTING } from '../../../src/ui/processes/listing.ts';
import { initialView } from '../../../src/ui/processes/view.ts';
import { plain, textsOf } from '../../harness/look.ts';
import { interfaceOf, sampleAt } from '../../harness/sample.ts';
import { frameAt } from '../../harness/scene.ts';

const history = [9000, 1, 2, 1].map((rate, second) => sampleAt(second, { network: { interfaces: [interfaceOf('eth0', rate)] } }));
const frame = { ...frameAt(3), history };

describe('the network panel', () => {
  it('has of an interface the peak of the time that the graphs span', () => {
    const now = { ...frame, sample: history.at(-1) ?? frame.sample };
    const draw = (span?: number) =>
      textsOf(
        panelNamed('network').draw(
          now,
          { width: 60, height: 9, scroll: 0 },
          { ...plain, span },
          { view: initialView, listing: EMPTY_LISTING },
        ),
      ).join('\n');
    expect(draw()).toMatch(/peak 8.79 KiB\/s/);
    expect(draw(2)).toMatch(/peak {6}2 B\/s/);
  });
});
