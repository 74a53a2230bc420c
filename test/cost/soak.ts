import { setFlagsFromString } from 'node:v8';
import { takeTime } from './own-time.ts';
import { openRig, type Size } from './rig.ts';
import { type Extent, sizedMachine } from './sized-machine.ts';

/** Memory after so many samples, garbage collected. */
export interface Stand {
  readonly samples: number;
  /** Bytes that live in V8's heap, and beside it for what it holds. */
  readonly heap: number;
  readonly external: number;
  /** Bytes resident. */
  readonly rss: number;
}

export interface SoakJob extends Size {
  readonly machine: Extent;
  /** The numbers of samples after which memory is read, ascending. */
  readonly at: readonly number[];
}

// As bin/sysmon.js has the engine while sysmon takes less than 2 % of a core: what is compiled for speed here, in a clock of its own, is
// not compiled in a day.
setFlagsFromString('--no-opt');
if (Number.parseInt(process.versions.v8, 10) === 11) setFlagsFromString('--compact-on-every-full-gc');
setFlagsFromString('--no-parallel-scavenge');
setFlagsFromString('--semi-space-growth-factor=1');

await soak(JSON.parse(process.argv[2] ?? '{}') as SoakJob);

/** Samples and draws as fast as can be; processes come and go meanwhile. Tells each stand as it is reached, one a line. */
async function soak({ machine, at, ...size }: SoakJob): Promise<void> {
  const time = takeTime();
  const rig = openRig(sizedMachine(machine), size, time);
  let samples = 0;
  for (const stop of at) {
    for (; samples < stop; samples += 1) await rig.next();
    for (let i = 0; i < 4; i += 1) gc?.();
    const { heapUsed: heap, external, rss } = process.memoryUsage();
    console.log(JSON.stringify({ samples, heap, external, rss } satisfies Stand));
  }
  rig.close();
}
