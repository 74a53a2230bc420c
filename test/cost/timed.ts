import { foreseeing } from './machine.ts';
import { takeTime } from './own-time.ts';
import { openRig, type Size } from './rig.ts';
import { type Extent, sizedMachine } from './sized-machine.ts';

/** CPU seconds of a sample, drawn, the median; with the texts of the files at hand. V8 is warm, as it never is at one sample a second. */
export interface Timed {
  readonly cpu: number;
}

export interface TimedJob extends Size {
  readonly machine: Extent;
}

const WARM_UP = 80;
const SAMPLES = 40;

await run(JSON.parse(process.argv[2] ?? '{}') as TimedJob);

async function run({ machine: extent, ...size }: TimedJob): Promise<void> {
  const machine = foreseeing(sizedMachine(extent));
  const rig = openRig(machine, size, takeTime());
  for (let i = 0; i < WARM_UP; i += 1) await rig.next();
  machine.foresee(WARM_UP + SAMPLES + 2);
  const costs: number[] = [];
  for (let i = 0; i < SAMPLES; i += 1) {
    const before = process.cpuUsage();
    await rig.next();
    const { user, system } = process.cpuUsage(before);
    costs.push((user + system) / 1e6);
  }
  rig.close();
  console.log(JSON.stringify({ cpu: costs.sort((a, b) => a - b)[SAMPLES >> 1] ?? 0 } satisfies Timed));
}
