import { describe, expect, it } from 'vitest';
import { unavailable } from '../../../src/metrics/outcome.ts';
import { drawLack } from '../../../src/ui/panels/lack.ts';
import { plain, textOf } from '../../harness/look.ts';
import { frameAt } from '../../harness/scene.ts';

const sample = { ...frameAt(0).sample, disk: unavailable('/proc/diskstats is missing', 'mount /proc') };
const lack = (rows?: number) => drawLack(sample, 'disk', 'disk activity', 35, plain, rows).map(textOf);

describe('why there is nothing to see', () => {
  it('is wrapped to the width', () => {
    expect(lack()).toEqual(['disk activity: /proc/diskstats is', 'missing; mount /proc']);
    expect(lack(2)).toEqual(lack());
  });

  it('tells that it goes on where there are fewer rows', () => {
    expect(lack(1)).toEqual(['disk activity: /proc/diskstats is …']);
    expect(lack(0)).toEqual([]);
  });
});
