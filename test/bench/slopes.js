import { bundle, runJob } from '../cost/bundled.js';

const SCREEN = { columns: 160, rows: 48 };
const SMALL = { cores: 2, disks: 2, interfaces: 2, processes: 50 };
const EXTENTS = { cores: [2, 32, 128], disks: [2, 100, 200], interfaces: [2, 100, 200], processes: [50, 500, 1000] };

/**
 * What a sample of a made machine costs as it has more of one thing: seconds of CPU for each of the numbers, sampled and drawn one after the other with V8 warm; texts of files are at hand, so the kernel's part isn't in it.
 */
export async function measureSlopes() {
  const script = await bundle('timed.ts');
  return Object.entries(EXTENTS).map(([thing, numbers]) => ({
    thing,
    points: numbers.map((number) => {
      const job = { ...SCREEN, machine: { ...SMALL, [thing]: number } };
      return { number, cpu: runJob(script, job, []).cpu };
    }),
  }));
}
