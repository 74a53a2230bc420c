import { setTimeout as sleep } from 'node:timers/promises';
import { runningSystem } from '../../src/platform/running.ts';
import { createSource, type PlatformName } from '../../src/sampling/reading.ts';
import { deriveSample, type Sample } from '../../src/sampling/sample.ts';

/** What this very machine says: the second of two samples, so that there are rates. */
export async function readLive(platform: PlatformName): Promise<Sample> {
  const source = createSource(runningSystem(), platform);
  const first = await source.read();
  // The kernel counts processor time in ticks of 10 ms: time must truly pass.
  await sleep(200);
  const second = await source.read();
  if (first === undefined || second === undefined) throw new Error('the running system ended');
  return deriveSample(second, { reading: first, sample: deriveSample(first, undefined, 1) }, 1);
}
