import { fileURLToPath } from 'node:url';
import { beforeAll, describe, it } from 'vitest';
import { NO_ALERTS } from '../../../src/alerts/alert.ts';
import { known } from '../../../src/metrics/outcome.ts';
import { EVERYBODY } from '../../../src/metrics/process/attention.ts';
import type { Frame } from '../../../src/monitor.ts';
import { recordedSystem } from '../../../src/platform/recording.ts';
import { createTracks } from '../../../src/processes/track.ts';
import { createSource } from '../../../src/sampling/reading.ts';
import { deriveSample } from '../../../src/sampling/sample.ts';
import { writeCrowd } from '../../harness/crowd.ts';
import { expectGolden } from '../../harness/golden.ts';
import { monitorShowing } from '../../harness/monitor.ts';
import { drawPicture } from '../../harness/picture.ts';
import { openTestScreen } from '../../harness/screen.tsx';

/** Of the issue: what holds a list of 1,200 in its hands. */
const CROWD = 1200;
const SIZES = [
  [160, 48],
  [80, 24],
  [40, 12],
] as const;
/** The keys that lead there, and what shows that they did. */
const VIEWS = {
  sort: { keys: ['m', 'Down', 'Down'], shows: { 160: '▸/usr/bin/node --id=531', 80: '▸node --id=531', 40: 'node 531' } },
  tree: { keys: ['t', 'N', '*', 'Down'], shows: { 160: '▸/usr/bin/nginx --id=1 ', 80: '▸nginx --id=1 ', 40: '├─node' } },
  group: { keys: ['u'], shows: { 160: '×360', 80: '×360', 40: '360 processes' } },
  query: { keys: ['/cpu>60 and name~^postgr', 'Enter'], shows: { 160: ' of 1080', 80: ' of 1080', 40: ' of 1080' } },
} as const;

describe('a crowd', () => {
  let frame: Frame;
  beforeAll(async () => {
    frame = await frameAt(writeCrowd(CROWD));
  });

  describe.each(Object.entries(VIEWS))('in the view %s', (view, { keys, shows }) => {
    it.each(SIZES)('is as it was approved, at %i×%i', async (columns, rows) => {
      const screen = openTestScreen(monitorShowing(frame), { columns, rows });
      await screen.waitFor('quit');
      screen.press(...keys);
      await screen.waitFor((text) => text.includes(shows[columns]) && text.includes('quit'));
      const picture = drawPicture(screen, 0);
      screen.close();
      await screen.done;
      await expectGolden(golden(`crowd-${view}-${columns}x${rows}.txt`), picture);
    });
  });
});

async function frameAt(root: string): Promise<Frame> {
  const source = createSource({ ...recordedSystem(root), attention: () => EVERYBODY }, 'linux');
  const [first, second] = [await source.read(), await source.read()];
  if (first === undefined || second === undefined) throw new Error('the crowd has no two instants');
  const before = deriveSample(first, undefined, 1);
  const sample = deriveSample(second, { reading: first, sample: before }, 5);
  const tracks = createTracks();
  for (const { process, moment } of [before, sample]) tracks.add(known(process)?.all ?? [], moment);
  return { sample, history: [before, sample], alerts: NO_ALERTS, tracks };
}

function golden(name: string): string {
  return fileURLToPath(new URL(`../../golden/screen/${name}`, import.meta.url));
}
