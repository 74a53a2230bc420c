import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { bundle } from '../cost/bundled.js';

const JOB = {
  columns: 160,
  rows: 48,
  machine: { cores: 16, disks: 6, interfaces: 4, processes: 100 },
  at: [600, 3600, 20_000, 40_000, 80_000],
};

/**
 * Memory over a day's samples, taken and drawn as fast as can be by a clock of their own, of a made machine on which processes come
 * and go: the live view's own code from the door to the terminal. Bytes, garbage collected, after so many samples.
 */
export async function soak() {
  const script = await bundle('soak.ts');
  const child = spawn(process.execPath, ['--expose-gc', script, JSON.stringify(JOB)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const stands = [];
  for await (const line of createInterface(child.stdout)) {
    const stand = JSON.parse(line);
    console.error(
      `soak: ${stand.samples} samples, heap ${(stand.heap / 1e6).toFixed(1)} MB, resident ${(stand.rss / 1e6).toFixed(0)} MB`,
    );
    stands.push(stand);
  }
  const [first, last] = [stands[0], stands.at(-1)];
  if (last?.samples !== JOB.at.at(-1)) throw new Error('the soak broke off');
  return { stands, samples: last.samples, growth: { resident: last.rss / first.rss - 1, heap: last.heap / first.heap - 1 } };
}
