import { describe, expect, it } from 'vitest';
import { NO_ALERTS } from '../../../src/alerts/alert.ts';
import type { Frame } from '../../../src/monitor.ts';
import { createTracks } from '../../../src/processes/track.ts';
import type { History } from '../../../src/sampling/history.ts';
import { panelNamed } from '../../../src/ui/panels/index.ts';
import { EMPTY_LISTING } from '../../../src/ui/processes/listing.ts';
import { initialView } from '../../../src/ui/processes/view.ts';
import { plain, textOf } from '../../harness/look.ts';
import { processOf, sampleAt } from '../../harness/sample.ts';

const MIB = 1024 ** 2;
/** A sample a second, with what was read and written, and who read. */
const historyOf = (past: readonly (readonly [number, number, string?])[]): History =>
  past.map(([readRate, writeRate, name], second) =>
    sampleAt(second, {
      disk: { devices: [], readRate, writeRate },
      network: { interfaces: [], receiveRate: readRate, sendRate: writeRate },
      process: { count: 1, all: [processOf(1, { name: name ?? 'idle', readRate: name ? readRate : 0 })] },
    }),
  );
const frameWith = (history: History, peaks?: History): Frame => ({
  sample: history.at(-1) ?? sampleAt(0),
  history,
  ...(peaks && { peaks }),
  alerts: NO_ALERTS,
  tracks: createTracks(),
});
const busy = historyOf([
  [80 * MIB, 9 * MIB, 'rsync'],
  [1023 * 1024, 0],
  [2 * MIB, 3 * MIB, 'cat'],
]);

function caption(panel: 'disks' | 'network', frame: Frame, room: number, look = plain): string {
  return textOf(panelNamed(panel).caption?.(frame, look, { view: initialView, listing: EMPTY_LISTING }, room) ?? []);
}

describe('what the border tells of what flows in and out', () => {
  it('is of each direction now, mean and peak, and who was at the peak where that is known', () => {
    expect(caption('disks', frameWith(busy), 200)).toBe(
      'over  2 s  read  2.0M/s mean   28M/s peak   80M/s rsync            write  3.0M/s mean  4.0M/s peak  9.0M/s                ',
    );
  });

  it('names nobody of the network, of which processes tell nothing, and keeps no place', () => {
    expect(caption('network', frameWith(busy), 200)).toBe(
      'over  2 s  ↓  2.0M/s mean   28M/s peak   80M/s  ↑  3.0M/s mean  4.0M/s peak  9.0M/s',
    );
  });

  it('leaves out names, for how long, the mean, the peak, and digits, where there is less room', () => {
    expect([107, 100, 82, 60, 46, 40, 32, 20, 17].map((room) => caption('disks', frameWith(busy), room))).toEqual([
      'over  2 s  r  2.0M/s mean   28M/s peak   80M/s rsync     w  3.0M/s mean  4.0M/s peak  9.0M/s         ',
      'over  2 s  read  2.0M/s mean   28M/s peak   80M/s  write  3.0M/s mean  4.0M/s peak  9.0M/s',
      'read  2.0M/s mean   28M/s peak   80M/s  write  3.0M/s mean  4.0M/s peak  9.0M/s',
      'read  2.0M/s peak   80M/s  write  3.0M/s peak  9.0M/s',
      'r  2.0M/s peak   80M/s  w  3.0M/s peak  9.0M/s',
      'read 2.00 MiB/s  write 3.00 MiB/s',
      'r 2.00 MiB/s  w 3.00 MiB/s',
      'r  2.0M/s  w  3.0M/s',
      '',
    ]);
  });

  it('parts arrows from rates that fill their cells', () => {
    expect([26, 25, 20, 18, 17].map((room) => caption('network', frameWith(busy), room))).toEqual([
      '↓ 2.00 MiB/s  ↑ 3.00 MiB/s',
      '↓  2.0M/s  ↑  3.0M/s',
      '↓  2.0M/s  ↑  3.0M/s',
      '↓ 2.0M/s  ↑ 3.0M/s',
      '',
    ]);
  });

  it('keeps everything in its place, whatever the rates and names are', () => {
    const other = historyOf([
      [1023 * 1024, 1023 * MIB, 'a-name-of-fifteen'],
      [0, 0],
      [512, 7],
    ]);
    const places = (text: string) => [...text.matchAll(/over|read|write|mean|peak/g)].map(({ index }) => index);
    for (const room of [130, 110, 90, 60, 40]) {
      const [one, two] = [busy, other].map((history) => caption('disks', frameWith(history), room));
      expect(places(two ?? '')).toEqual(places(one ?? ''));
      expect(two).toHaveLength((one ?? '').length);
    }
  });

  it('has no mean of what are but the largest values', () => {
    expect(caption('disks', frameWith(busy, busy), 60)).not.toContain('mean');
  });

  it('is in bits where links are measured so', () => {
    expect(caption('network', frameWith(busy), 18, { ...plain, networkUnit: 'bits' })).toBe('↓ 17Mb/s  ↑ 25Mb/s');
  });

  it('is of the time that graphs span', () => {
    expect(caption('disks', frameWith(busy), 60, { ...plain, span: 1 })).toContain('peak  2.0M/s');
  });
});
