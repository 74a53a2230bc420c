import { createWatch } from '../../src/alerts/watch.ts';
import { resolveSettings } from '../../src/config/resolve.ts';
import { createAttention, EVERYBODY } from '../../src/metrics/process/attention.ts';
import { createMonitor, type Frame } from '../../src/monitor.ts';
import { hastyClock } from '../../src/platform/clock.ts';
import { playInstants } from '../../src/platform/recording.ts';
import { createFilter } from '../../src/sampling/filter.ts';
import { createSource } from '../../src/sampling/reading.ts';
import { createLook } from '../../src/ui/look.ts';
import { encodeScreenshot, sceneAtStart } from '../../src/ui/screenshot.ts';
import { studio } from '../../test/fixtures/make/studio.js';
import { createMemoryDoor } from './memory-door.ts';

/** Seconds that are shown: enough to fill the widest graph. */
const LENGTH = 240;

const { settings } = resolveSettings({ flags: {}, environment: {} });

/** The README's picture, drawn by what the key S and --screenshot draw with, of a machine that is always the same. */
export async function drawPicture(): Promise<string> {
  const scene = sceneAtStart(await lastFrame(), settings, { width: 160, height: 48, interval: 1 });
  return encodeScreenshot(scene, createLook(settings, 3));
}

async function lastFrame(): Promise<Frame> {
  const attention = createAttention(EVERYBODY);
  const system = playInstants('studio', (instant) => (instant < LENGTH ? createMemoryDoor(studio(instant)) : undefined));
  let end: (error?: unknown) => void = () => {};
  const over = new Promise<void>((resolve, reject) => {
    end = (error) => (error === undefined ? resolve() : reject(error));
  });
  const monitor = createMonitor({
    source: createSource({ ...system, attention: attention.get }, 'linux'),
    clock: hastyClock,
    interval: 1,
    attention,
    filter: createFilter(settings),
    watch: createWatch(settings.rules),
    onEnd: (error) => end(error),
  });
  monitor.sampler.start();
  await over;
  const frame = monitor.frames.get();
  if (frame === undefined) throw new Error('the studio has no instant');
  return frame;
}
